import { v4 as newId } from 'uuid';
import type { KeyStore } from '../sealing/key-store';
import type { TextKey } from '../sealing/sealed-text';
import { StoreUnavailable } from '../store/event-store';
import { endOf, persist } from './backoff';
import { Cluster } from './cluster';
import type { ClusterEvent, NewEvent } from './cluster-event';
import { ClusterError } from './cluster-error';

const KEY_BYTES = 32;
/** Streams read or written side by side. */
const AT_ONCE = 64;
const TYPE = 'daybook.text-key';
const UNREACHABLE = 'The keys of sealed texts cannot be reached. Nothing was recorded; try again shortly.';

export interface KurrentKeyStoreOptions {
  readonly connection: string;
  /** The ledger's prefix: keys are in streams `<prefix>.key-<id>`, which are none of the ledger's. */
  readonly prefix: string;
  /** How long a call is made again while the cluster does not answer, in milliseconds. */
  readonly persistenceMs?: number;
  readonly deadlineMs?: number;
}

/**
 * Keys in the cluster, each in a stream of its own: one event, appended where there is no stream, so that
 * of two nodes that make a key for the same text, one does. An erasure is a tombstone: the stream can never
 * be again. The key's bytes leave the cluster's disks with the next scavenge, and not before.
 */
export class KurrentKeyStore implements KeyStore {
  private readonly cluster: Cluster;
  private readonly persistenceMs: number;
  private readonly closing = endOf();

  constructor(private readonly options: KurrentKeyStoreOptions) {
    this.cluster = new Cluster(options.connection, options.deadlineMs);
    this.persistenceMs = options.persistenceMs ?? 15_000;
  }

  async find(ids: readonly string[]): Promise<ReadonlyMap<string, TextKey | 'erased'>> {
    const keys = await sideBySide(ids, (id) => this.persist(() => this.read(id)));
    const found = new Map<string, TextKey | 'erased'>();
    for (const [i, key] of keys.entries()) if (key) found.set(ids[i] as string, key);
    return found;
  }

  async put(keys: ReadonlyMap<string, TextKey>): Promise<boolean> {
    const asGiven = await sideBySide([...keys], ([id, key]) => {
      // An id of its own for each event: the cluster takes the same id for the same event, whatever it holds.
      const event = { id: newId(), type: TYPE, bytes: Buffer.concat([key.key, key.nonce]) };
      return this.persist(() => this.write(id, key, event));
    });
    return asGiven.every(Boolean);
  }

  erase(id: string): Promise<void> {
    return this.persist(() => this.cluster.tombstone(this.streamOf(id)));
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.cluster.close();
  }

  private async read(id: string): Promise<TextKey | 'erased' | undefined> {
    try {
      const found = await this.cluster.readStream(this.streamOf(id), 0, 1);
      return found === 'missing' || !found[0] ? undefined : keyIn(found[0]);
    } catch (error) {
      if (error instanceof ClusterError && error.kind === 'deleted') return 'erased';
      throw error;
    }
  }

  private async write(id: string, key: TextKey, event: NewEvent): Promise<boolean> {
    try {
      await this.cluster.append(this.streamOf(id), -1, [event]);
      return true;
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error;
      if (error.kind === 'deleted') return false;
      if (error.kind !== 'conflict') throw error;
      const standing = await this.read(id);
      return standing !== 'erased' && standing?.key.equals(key.key) === true;
    }
  }

  /** Each of these calls may be made twice. */
  private async persist<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await persist(work, this.persistenceMs, this.closing.signal);
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error;
      const why = error.kind === 'refused' ? ` (${error.message})` : '';
      throw new StoreUnavailable('ledger.store-unavailable', `${UNREACHABLE}${why}`);
    }
  }

  private streamOf(id: string): string {
    return `${this.options.prefix}.key-${id}`;
  }
}

function keyIn({ data, stream }: ClusterEvent): TextKey {
  if (!(data instanceof Uint8Array)) throw new Error(`The stream ${stream} does not hold a key.`);
  const bytes = Buffer.from(data);
  return { key: bytes.subarray(0, KEY_BYTES), nonce: bytes.subarray(KEY_BYTES) };
}

/** The work on every item, some at a time; the results in the items' order. */
async function sideBySide<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let i = 0; i < items.length; i += AT_ONCE)
    results.push(...(await Promise.all(items.slice(i, i + AT_ONCE).map(work))));
  return results;
}
