import {
  EmbeddedStore,
  KurrentKeyStore,
  KurrentStore,
  STREAM_PREFIX,
  SqliteKeyStore,
  type EventStore,
  type KeyStore,
} from '@daybook/ledger';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataDirectory } from './data-directory';

/** A ledger in a KurrentDB cluster: how it is reached, and what its streams' names begin with. */
export interface ClusterSetting {
  /** `esdb://…` or `esdb+discover://…`, as the client reads it. It may hold a password: never print it. */
  readonly connection: string;
  readonly prefix: string;
}

/** The folder holds a ledger of the other kind. Nothing was opened. */
export class OtherStore extends Error {}

/**
 * Where a ledger's records and keys are, and the file of this machine that the views read the records from.
 */
export interface Stores {
  readonly store: EventStore;
  readonly keys: KeyStore;
  readonly log: string;
}

/** Whether this looks like an address of something, rather than like a folder. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}

/** Whether this can be a cluster's connection string; the client says what else is wrong with it. */
export function isConnection(text: string): boolean {
  return /^esdb(\+discover)?:\/\/\S+$/.test(text);
}

/**
 * The settings DAYBOOK_STORE and DAYBOOK_STREAM_PREFIX (`daybook` where absent); undefined where the ledger
 * is embedded. Throws an error with what is wrong, without the connection string.
 */
export function clusterSetting(connection?: string, prefix = 'daybook'): ClusterSetting | undefined {
  if (!connection) return undefined;
  if (!isConnection(connection))
    throw new Error('DAYBOOK_STORE must be a connection string, such as esdb://host:2113?tls=true.');
  if (!STREAM_PREFIX.test(prefix))
    throw new Error(
      'DAYBOOK_STREAM_PREFIX must be one word of lower-case letters and digits, a letter first.',
    );
  return { connection, prefix };
}

/** The file that holds the records here: the ledger itself, or this node's mirror of a cluster's. */
export function logFileOf({ events, mirror }: DataDirectory, cluster: ClusterSetting | undefined): string {
  return cluster ? mirror : events;
}

/** Throws OtherStore where the folder holds a ledger of the other kind. */
export function openStores(directory: DataDirectory, cluster: ClusterSetting | undefined): Stores {
  const { folder, events, mirror, keys } = directory;
  const log = logFileOf(directory, cluster);
  if (cluster) {
    if (existsSync(events))
      throw new OtherStore(
        `${folder} holds a ledger of its own. Use another folder, or copy it into the cluster first: daybook copy.`,
      );
    const store = new KurrentStore({ ...cluster, mirrorFile: mirror });
    return { store, keys: new KurrentKeyStore(cluster), log };
  }
  if (existsSync(mirror))
    throw new OtherStore(
      `${folder} mirrors a ledger in a cluster. Set DAYBOOK_STORE, or use another folder.`,
    );
  return { store: new EmbeddedStore(events), keys: new SqliteKeyStore(keys), log };
}

const LOOK_MS = 25;
/** How long what keeps a store from catching up may last before it is not waited for any more. */
const HOPELESS_MS = 15_000;

/**
 * Resolves once the store holds all that is on record: to false where that takes longer, or where the same
 * reason has kept it from that for a while, as a wrong password does.
 */
export async function untilCurrent(store: Pick<EventStore, 'health'>, timeoutMs: number): Promise<boolean> {
  let wellAt = Date.now();
  for (const until = Date.now() + timeoutMs; Date.now() < until; await sleep(LOOK_MS)) {
    const { state, reason } = store.health();
    if (state !== 'catching-up') return state === 'current';
    if (!reason) wellAt = Date.now();
    if (Date.now() - wellAt > HOPELESS_MS) return false;
  }
  return false;
}
