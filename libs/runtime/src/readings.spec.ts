import { publicReader, type Dispatcher } from '@daybook/identity';
import type { Daybook } from './open-daybook';
import { Readings } from './readings';

it('a record is on record at a basis above it, and not before', async () => {
  const entry = { index: 2, hash: Buffer.alloc(1), bytes: Buffer.from('{}'), record: { access: 'public' } };
  const daybook = {
    store: { readAll: async () => [entry] },
    positions: { resolve: async ({ basis }: { basis: number }) => ({ basis }) },
  } as unknown as Daybook;
  const readings = new Readings(daybook, {} as Dispatcher);
  expect(await readings.event(publicReader, { basis: 3 }, 2)).toMatchObject({
    position: { basis: 3 },
    item: { index: 2 },
  });
  await expect(readings.event(publicReader, { basis: 2 }, 2)).rejects.toMatchObject({
    refusal: { code: 'ledger.not-on-record' },
  });
  expect(await readings.record(publicReader, 2)).toMatchObject({ index: 2 });
});
