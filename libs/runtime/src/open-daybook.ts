import {
  EmbeddedStore,
  Ledger,
  SqliteKeyStore,
  systemClock,
  type Clock,
  type EventStore,
  type KeyStore,
} from '@daybook/ledger';
import { Tokens } from '@daybook/identity';
import { openRows, type Rows } from '@daybook/read-model';
import { DataDirectory } from './data-directory';
import { Positions } from './positions';
import { FollowingInProcess, FollowingInWorker, Projection, type Following } from './projection';
import { allViews } from './views';

export interface OpenOptions {
  readonly dataDirectory: string;
  readonly clock?: Clock;
  /** Views in a thread of their own (default), or in this one: for the command line and tests. */
  readonly worker?: boolean;
}

/** One running Daybook on one data directory: everything below the doors. */
export interface Daybook {
  readonly directory: DataDirectory;
  readonly store: EventStore;
  readonly keys: KeyStore;
  readonly ledger: Ledger;
  readonly rows: Rows;
  readonly projection: Projection;
  readonly positions: Positions;
  readonly tokens: Tokens;
  readonly clock: Clock;
  close(): Promise<void>;
}

/**
 * Opens a data directory, making it where it is not there. Throws DataDirectoryTaken when another process has
 * it.
 */
export async function openDaybook({
  dataDirectory,
  clock = systemClock,
  worker = true,
}: OpenOptions): Promise<Daybook> {
  const directory = new DataDirectory(dataDirectory);
  directory.take();
  try {
    const store = new EmbeddedStore(directory.events);
    const keys = new SqliteKeyStore(directory.keys);
    const following: Following = worker
      ? await FollowingInWorker.start(store, directory)
      : new FollowingInProcess(store, directory.views, allViews);
    const projection = new Projection(following);
    const rows = openRows(directory.views);
    return {
      directory,
      store,
      keys,
      ledger: new Ledger(store, keys, clock),
      rows,
      projection,
      positions: new Positions(store, projection, clock),
      tokens: new Tokens(directory.tokenKey, clock),
      clock,
      async close() {
        await projection.close();
        rows.close();
        await store.close();
        await keys.close();
        directory.release();
      },
    };
  } catch (error) {
    directory.release();
    throw error;
  }
}
