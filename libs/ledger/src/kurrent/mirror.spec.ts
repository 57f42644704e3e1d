import type { Cluster } from './cluster';
import type { ClusterEvent, Listener } from './cluster-event';
import { StreamNames } from './commit-reader';
import { Mirror } from './mirror';
import { MirrorFile } from './mirror-file';

const deleted: ClusterEvent = {
  stream: 'spec-a-1',
  revision: 2n ** 63n - 1n,
  id: '',
  type: '$streamDeleted',
  data: { json: {} },
  position: { commit: 1n, prepare: 1n },
};

it('stays stopped, though the cluster answers a question only then that was asked before', async () => {
  let tell: Listener | undefined;
  let answer: (page: ClusterEvent[]) => void = () => undefined;
  const cluster = {
    subscribe: (_prefixes: unknown, _after: unknown, listener: Listener) => {
      tell = listener;
      return () => undefined;
    },
    readBackwards: () =>
      new Promise<ClusterEvent[]>((resolve) => {
        answer = resolve;
      }),
    close: async () => undefined,
  };
  const file = new MirrorFile(':memory:', 'spec');
  const mirror = new Mirror(cluster as unknown as Cluster, file, new StreamNames('spec'), 0);
  mirror.start();
  while (!tell) await nextTurn();
  tell.event(deleted);
  while (mirror.health().state !== 'stopped') await nextTurn();
  // Nothing newer is there, as far as that answer goes: the copy would be level.
  answer([]);
  await nextTurn();
  expect(mirror.health()).toMatchObject({
    state: 'stopped',
    reason: expect.stringContaining('was deleted') as string,
  });
  await mirror.close();
});

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
