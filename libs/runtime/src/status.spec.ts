import { publicReader, type Person } from '@daybook/identity';
import type { ViewStatus } from '@daybook/read-model';
import type { Daybook } from './open-daybook';
import { statusOf } from './status';

const force: Person = { id: 'f', role: 'force', body: 'kent-police', areas: ['kent'], label: 'Force' };
const stopped: ViewStatus = {
  view: 'figures',
  version: 1,
  position: 5,
  stopped: { index: 5, reason: 'cannot fold "secret words"' },
  records: { 'figures.secret-type': { inLedger: 2, consumed: 1 }, other: { inLedger: 3, consumed: 3 } },
};

function daybook(access: 'public' | 'restricted'): Daybook {
  const entry = { index: 5, record: { access, data: { area: 'kent' } } };
  return {
    store: {
      size: async () => 7,
      readAll: async () => [entry],
      health: () => ({ kind: 'embedded', state: 'current' }),
    },
    projection: { statuses: () => [stopped], failure: () => undefined },
    clock: { now: () => new Date('2024-06-03T12:00:00Z') },
  } as unknown as Daybook;
}

it('tells everybody how far the views are, and nothing about what restricted records are like', async () => {
  const status = await statusOf(daybook('restricted'), publicReader);
  expect(status).toEqual({
    store: 'embedded',
    storeState: 'current',
    size: 7,
    today: '2024-06-03',
    current: false,
    views: [
      {
        view: 'figures',
        version: 1,
        position: 5,
        lag: 2,
        stopped: { index: 5 },
      },
    ],
  });
  expect(JSON.stringify(status)).not.toContain('secret');
});

it('counts what each view took in for inspectors, who may read every record', async () => {
  const inspector: Person = { ...force, role: 'inspector', body: 'hmicfrs', areas: '*' };
  const { views } = await statusOf(daybook('restricted'), inspector);
  expect(views[0]?.records).toEqual({ inLedger: 5, consumed: 4 });
});

it('says why a view stopped to whoever may read the record that stopped it', async () => {
  const reason = 'cannot fold "secret words"';
  expect((await statusOf(daybook('restricted'), force)).views[0]?.stopped).toEqual({ index: 5, reason });
  expect((await statusOf(daybook('public'), publicReader)).views[0]?.stopped).toEqual({ index: 5, reason });
});

it('is not current once nothing keeps the views up, and does not say in what words it failed', async () => {
  const { stopped: _, ...view } = { ...stopped, position: 7 };
  const at = (failure?: string) =>
    statusOf(
      {
        ...daybook('public'),
        projection: { statuses: () => [view], failure: () => failure },
      } as unknown as Daybook,
      publicReader,
    );
  expect((await at()).current).toBe(true);
  const failed = await at('cannot read "secret words"');
  expect(failed.current).toBe(false);
  expect(JSON.stringify(failed)).not.toContain('secret words');
});
