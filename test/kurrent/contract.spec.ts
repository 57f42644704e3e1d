import { KurrentStore } from '@daybook/ledger';
import { describeEventStore } from '@daybook/ledger/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeOnServers, freshPrefix } from './servers';

describeOnServers('The event store contract', (connection) => {
  let folder: string;
  let prefix: string;
  let opened: KurrentStore[] = [];

  const open = (mirror: string): KurrentStore => {
    const store = new KurrentStore({ connection: connection(), prefix, mirrorFile: join(folder, mirror) });
    opened.push(store);
    return store;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'daybook-kurrent-'));
    prefix = freshPrefix();
  });
  const dispose = async (): Promise<void> => {
    await Promise.all(opened.map((store) => store.close()));
    opened = [];
    rmSync(folder, { recursive: true });
  };

  describeEventStore('KurrentStore, opened again with its mirror,', {
    open: async () => open('mirror.db'),
    reopen: async (store) => {
      await store.close();
      return open('mirror.db');
    },
    dispose,
  });

  describeEventStore('KurrentStore, opened again with an empty mirror that catches up,', {
    open: async () => open('mirror.db'),
    reopen: async (store) => {
      const size = await store.size();
      await store.close();
      const again = open('another.db');
      await new Promise<void>((resolve) => {
        const seen = again.follow(0).subscribe((batch) => {
          if ((batch.at(-1)?.index ?? 0) + 1 < size) return;
          seen.unsubscribe();
          resolve();
        });
      });
      return again;
    },
    dispose,
  });
});
