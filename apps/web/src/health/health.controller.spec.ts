import type { StoreHealth } from '@daybook/ledger';
import type { ViewStatus } from '@daybook/read-model';
import type { Daybook } from '@daybook/runtime';
import type { FastifyReply } from 'fastify';
import { HealthController } from './health.controller';

const view: ViewStatus = { view: 'figures', version: 1, position: 4, records: {} };

async function readyWith(
  failure?: string,
  state: StoreHealth['state'] = 'current',
): Promise<{ status: number; answer: object }> {
  const daybook = {
    store: { size: async () => 4, health: (): StoreHealth => ({ kind: 'kurrentdb', state }) },
    projection: { statuses: () => [view], failure: () => failure },
    clock: { now: () => new Date('2024-06-03T12:00:00Z') },
  } as unknown as Daybook;
  let status = 0;
  const reply = { header: () => reply, code: (code: number) => (status = code) };
  const answer = await new HealthController(daybook).ready(reply as unknown as FastifyReply);
  return { status, answer };
}

it('is ready until nothing keeps the views up, and does not tell in what words that failed', async () => {
  expect(await readyWith()).toEqual({ status: 200, answer: { status: 'ready', problems: [] } });
  expect(await readyWith('cannot read "secret words"')).toEqual({
    status: 503,
    answer: { status: 'not-ready', problems: ['The views are not being kept up.'] },
  });
});

it.each<[StoreHealth['state'], number, string[]]>([
  ['current', 200, []],
  ['unreachable', 200, []],
  ['catching-up', 503, ['This node has not read all of the ledger yet.']],
  ['stopped', 503, ['The event store was tampered with; this node takes no more from it.']],
])('with a store that is %s it answers %i', async (state, status, problems) => {
  expect(await readyWith(undefined, state)).toMatchObject({ status, answer: { problems } });
});
