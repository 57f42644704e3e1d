import { leafHash, type Prepared } from '../canonical';
import type { Recorded } from '../record';
import type { ClusterEvent, Position } from './cluster-event';

/** The records of one commit, all of them, in order. */
export interface Commit {
  readonly stream: string;
  readonly records: readonly Prepared[];
}

/** What the cluster holds is not what Daybook wrote there, or no longer all of it. */
export class Tampered extends Error {}

/** Metadata of a stream that makes the cluster forget events of it. */
const FORGETTING = ['$tb', '$maxCount', '$maxAge'];

/** Where a ledger's streams are in a cluster: those that are read for it, and how they are named. */
export class StreamNames {
  private readonly start: string;
  private readonly metadata: string;

  constructor(prefix: string) {
    this.start = `${prefix}-`;
    this.metadata = `$$${prefix}-`;
  }

  get prefixes(): readonly string[] {
    return [this.start, this.metadata];
  }

  inCluster(stream: string): string {
    return `${this.start}${stream}`;
  }

  /** The ledger's own name of a stream, or of the one that a metadata stream is about. */
  inLedger(name: string): { readonly stream: string; readonly metadata: boolean } | undefined {
    if (name.startsWith(this.start)) return { stream: name.slice(this.start.length), metadata: false };
    if (name.startsWith(this.metadata)) return { stream: name.slice(this.metadata.length), metadata: true };
    return undefined;
  }
}

/**
 * Puts commits together from the events of a cluster, in the cluster's order, and checks each: that it is a
 * record, at the place it states, right after the one before it in its stream, and that nothing comes
 * between the records of a commit. Throws Tampered where that does not hold, and where a stream was
 * truncated, given a limit, or deleted.
 */
export class CommitReader {
  private open: { readonly stream: string; readonly records: Prepared[] } | undefined;
  private readonly revisions = new Map<string, number>();

  /**
   * `tipOf`: the revision of the last record of a stream that was taken before, -1 for none. `own`: by id,
   * what this very process wrote and has at hand; where the bytes are the same, it is not parsed and hashed
   * again.
   */
  constructor(
    private readonly names: StreamNames,
    private readonly tipOf: (stream: string) => number,
    private readonly own: ReadonlyMap<string, Prepared> = new Map(),
  ) {}

  /** Whether all of the last commit was taken: a place to go on from. */
  get betweenCommits(): boolean {
    return this.open === undefined;
  }

  /** The commit that this event completes; undefined where it completes none, or is none of ours. */
  take(event: ClusterEvent): Commit | undefined {
    const named = this.names.inLedger(event.stream);
    if (!named) return undefined;
    const { stream, metadata } = named;
    if (metadata) return checkMetadata(stream, event);
    if (event.type === '$streamDeleted') throw new Tampered(`The stream ${stream} was deleted${at(event)}.`);

    const read = this.ownRecord(event) ?? recordIn(stream, event);
    const revision = this.revisions.get(stream) ?? this.tipOf(stream);
    if (read.record.revision !== revision + 1)
      throw new Tampered(
        `Revision ${revision + 1} of ${stream} is missing: ${read.record.revision} comes next${at(event)}.`,
      );
    const commit = this.join(stream, read, event.position);
    this.revisions.set(stream, read.record.revision);
    return commit;
  }

  private ownRecord({ id, data, stream, revision }: ClusterEvent): Prepared | undefined {
    const own = this.own.get(id);
    if (!own || !(data instanceof Uint8Array) || own.record.revision !== Number(revision)) return undefined;
    return stream === this.names.inCluster(own.record.stream) && own.bytes.equals(data) ? own : undefined;
  }

  private join(stream: string, read: Prepared, position: Position): Commit | undefined {
    const { n, of } = read.record.commit;
    const open = this.open ?? { stream, records: [] };
    const first = open.records[0]?.record;
    const follows =
      open.stream === stream &&
      n === open.records.length + 1 &&
      (!first || (first.commit.of === of && first.command.id === read.record.command.id));
    if (!follows)
      throw new Tampered(
        first
          ? `A commit of ${open.stream} is interrupted by record ${n} of ${of} of ${stream}${at({ position })}.`
          : `A commit of ${stream} begins with record ${n} of ${of}${at({ position })}.`,
      );
    open.records.push(read);
    this.open = n < of ? open : undefined;
    return n < of ? undefined : open;
  }
}

/** The record that an event holds, as it was written. */
function recordIn(stream: string, event: ClusterEvent): Prepared {
  const { data, revision, id } = event;
  const bytes =
    data instanceof Uint8Array ? Buffer.from(data.buffer, data.byteOffset, data.length) : undefined;
  const record = bytes && parsed(bytes);
  if (!record || record.stream !== stream || record.revision !== Number(revision) || record.id !== id)
    throw new Tampered(`Revision ${revision} of ${stream} is no record of this ledger${at(event)}.`);
  return { record, bytes, hash: leafHash(bytes) };
}

function parsed(bytes: Buffer): Recorded | undefined {
  try {
    const record = JSON.parse(bytes.toString('utf8')) as Partial<Recorded> | null;
    const whole =
      Number.isSafeInteger(record?.commit?.n) &&
      Number.isSafeInteger(record?.commit?.of) &&
      typeof record?.command?.id === 'string' &&
      !Number.isNaN(Date.parse(record.recordedAt ?? ''));
    return whole ? (record as Recorded) : undefined;
  } catch {
    return undefined;
  }
}

/** Who may read or write a stream may be changed; how much of it is kept may not. */
function checkMetadata(stream: string, event: ClusterEvent): undefined {
  const { json } = event.data as { json?: unknown };
  if (typeof json !== 'object' || json === null)
    throw new Tampered(`The metadata of ${stream} cannot be read${at(event)}.`);
  const limits = FORGETTING.filter((name) => (json as Record<string, unknown>)[name] !== undefined);
  if (limits.length > 0)
    throw new Tampered(
      `The stream ${stream} was truncated or limited by its metadata (${limits.join(', ')})${at(event)}.`,
    );
}

function at({ position: { commit, prepare } }: Pick<ClusterEvent, 'position'>): string {
  return `, at position ${commit}/${prepare} of the cluster`;
}
