import {
  Ledger,
  SqliteDrafts,
  systemClock,
  ukDate,
  type Clock,
  type Drafts,
  type EventStore,
  type KeyStore,
} from '@daybook/ledger';
import { Tokens, type BodyStandings } from '@daybook/identity';
import { openRows, type Rows } from '@daybook/read-model';
import { RegisterStandings, RegisteredBodies } from '@daybook/register';
import { DataDirectory } from './data-directory';
import { Positions } from './positions';
import { FollowingInProcess, FollowingInWorker, Projection, type Following } from './projection';
import { openStores, type ClusterSetting, type Stores } from './stores';
import { allViews } from './views';

export interface OpenOptions {
  readonly dataDirectory: string;
  /** Where the ledger is, when it is in a cluster; else the directory holds it. */
  readonly cluster?: ClusterSetting;
  /** The file of the key that signs tokens, where nodes share one; else the directory's own. */
  readonly tokenKeyFile?: string;
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
  readonly drafts: Drafts;
  readonly rows: Rows;
  readonly projection: Projection;
  readonly positions: Positions;
  readonly tokens: Tokens;
  /** What the register says of bodies and their people. */
  readonly standings: BodyStandings;
  readonly clock: Clock;
  close(): Promise<void>;
}

/**
 * Opens a data directory, making it where it is not there. Throws DataDirectoryTaken when another process has
 * it, and OtherStore where it belongs to a ledger of the other kind.
 */
export async function openDaybook({
  dataDirectory,
  cluster,
  tokenKeyFile,
  clock = systemClock,
  worker = true,
}: OpenOptions): Promise<Daybook> {
  const directory = new DataDirectory(dataDirectory);
  directory.take();
  let stores: Stores | undefined;
  let drafts: Drafts | undefined;
  try {
    const { store, keys, log } = (stores = openStores(directory, cluster));
    const waiting = (drafts = new SqliteDrafts(directory.drafts));
    const ledger = new Ledger(store, keys, clock, waiting);
    // What a crash kept from being noted and erased. Where that cannot be done now, the next start tries again.
    await ledger.settle().catch(() => undefined);
    await ledger.clear().catch(() => undefined);
    const following: Following = worker
      ? await FollowingInWorker.start(store, log, directory.views)
      : new FollowingInProcess(store, directory.views, allViews);
    const projection = new Projection(following);
    const rows = openRows(directory.views);
    const positions = new Positions(store, projection, clock);
    return {
      directory,
      store,
      keys,
      ledger,
      drafts: waiting,
      rows,
      projection,
      positions,
      tokens: new Tokens(tokenKeyFile ?? directory.tokenKey, clock),
      standings: new RegisterStandings(rows, new RegisteredBodies(ledger), async (patiently) =>
        patiently ? positions.resolve({}) : { today: ukDate(clock.now()) },
      ),
      clock,
      async close() {
        await projection.close();
        rows.close();
        await waiting.close();
        await store.close();
        await keys.close();
        directory.release();
      },
    };
  } catch (error) {
    await drafts?.close();
    await stores?.store.close();
    await stores?.keys.close();
    directory.release();
    throw error;
  }
}
