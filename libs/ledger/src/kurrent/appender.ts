import type { Prepared } from '../canonical';
import { AppendRefused, AppendUnknown, RevisionConflict, StoreUnavailable } from '../store/event-store';
import { backoffMs, pause } from './backoff';
import type { Cluster } from './cluster';
import { ClusterError } from './cluster-error';
import { Tampered, type StreamNames } from './commit-reader';

export const UNREACHABLE = 'The event store cannot be reached. Nothing was recorded; try again shortly.';
export const UNKNOWN = 'The event store did not answer. Whether this was recorded is not known yet.';

interface AppenderOptions {
  /** How long an append is tried again while its outcome is not known, in milliseconds. */
  readonly persistenceMs: number;
  readonly closing: AbortSignal;
}

/** Writes commits into the cluster: each once, however often it has to be sent until that is known. */
export class Appender {
  constructor(
    private readonly cluster: Cluster,
    private readonly names: StreamNames,
    private readonly options: AppenderOptions,
  ) {}

  /** Resolves once these records stand right after the revision, whoever wrote them. */
  async append(stream: string, expected: number, records: readonly Prepared[]): Promise<void> {
    const name = this.names.inCluster(stream);
    const events = records.map(({ record, bytes }) => ({ id: record.id, type: record.type, bytes }));
    const until = Date.now() + this.options.persistenceMs;
    let doubt = false;
    for (let failures = 0; ; failures += 1) {
      try {
        return await this.cluster.append(name, expected, events);
      } catch (error) {
        if (!(error instanceof ClusterError)) throw error;
        if (error.kind === 'conflict') {
          const standing = await this.standAlready(name, expected, events);
          if (standing === 'yes') return;
          if (standing === 'no') throw new RevisionConflict(stream, expected, error.actual);
          doubt = true;
        } else if (error.kind !== 'unsent') {
          this.throwDefinite(error, stream, doubt);
          doubt = true;
        }
        if (Date.now() >= until || this.options.closing.aborted)
          throw doubt
            ? new AppendUnknown(UNKNOWN)
            : new StoreUnavailable('ledger.store-unavailable', UNREACHABLE);
        await pause(backoffMs(failures), this.options.closing);
      }
    }
  }

  /** Whether these very events (by id) stand right after the revision; `unknown` where it cannot be read. */
  private async standAlready(
    name: string,
    expected: number,
    events: readonly { readonly id: string }[],
  ): Promise<'yes' | 'no' | 'unknown'> {
    try {
      const found = await this.cluster.readStream(name, expected + 1, events.length);
      const same = found !== 'missing' && events.every(({ id }, i) => found[i]?.id === id);
      return same ? 'yes' : 'no';
    } catch {
      return 'unknown';
    }
  }

  /** `doubt`: an earlier try of the same append may have been written. */
  private throwDefinite({ kind, message }: ClusterError, stream: string, doubt: boolean): void {
    if (kind === 'too-large')
      throw new AppendRefused(
        'ledger.append-too-large',
        'This is more than the event store is set up to take at once. Send it in smaller parts.',
      );
    if (kind === 'deleted') throw new Tampered(`The stream ${stream} was deleted.`);
    if (kind === 'refused' && doubt) throw new AppendUnknown(UNKNOWN);
    if (kind === 'refused')
      throw new StoreUnavailable(
        'ledger.store-unavailable',
        `The event store does not let Daybook write (${message}). Nothing was recorded.`,
      );
  }
}
