import { check, type StreamFacts } from './check';
import { type Commit, place, type Placing, type Written } from './place';
import {
  comparePositions,
  type Expected,
  firstIndex,
  LAST_NUMBER,
  type LoggedEvent,
  metaOf,
  type NewEvent,
  NONE,
  type Position,
  proposed,
  type ProposedEvent,
  jsonIn,
  type Retention,
  retentionIn,
  subjectOf,
  TOMBSTONE_TYPE,
} from './records';

export type Outcome =
  | { readonly kind: 'written' | 'repeated'; readonly revision: bigint; readonly position?: Position }
  | { readonly kind: 'wrong-revision'; readonly current: bigint | 'no_stream' }
  | { readonly kind: 'deleted' };

export type StreamRead = readonly LoggedEvent[] | 'not-found' | 'deleted';

interface Stream {
  last: bigint;
  events: LoggedEvent[];
  /** Of a metadata stream: what its last event says. */
  retention?: Retention;
}

const METADATA_TYPE = '$metadata';

/**
 * The log of the double, in memory: streams, $all, idempotency, metadata, deletion and scavenging, without
 * gRPC. Everything happens at once and in one thread, so that a reader sees whole commits only. Its public
 * methods write behind the back of every client.
 */
export class EventLog {
  private all: LoggedEvent[] = [];
  private readonly streams = new Map<string, Stream>();
  private readonly ids = new Map<string, LoggedEvent>();
  private readonly vacant = new Set<string>();
  private readonly listeners = new Set<() => void>();
  /** Where the next record goes. A log does not begin at zero: the server's own records come first. */
  private offset = 1_912n;
  private removals = 0;

  constructor(private readonly placing: Placing = 'equal') {}

  /** $all, in order. The array is the live one: what is appended later shows up in it. */
  get events(): readonly LoggedEvent[] {
    return this.all;
  }
  get size(): number {
    return this.all.length;
  }

  /** Goes up whenever events leave $all, so that whoever keeps an index into it looks it up again. */
  get epoch(): number {
    return this.removals;
  }

  /** Calls back after every commit, until the returned function is called. */
  onCommit(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  append(stream: string, expected: Expected, events: readonly NewEvent[]): Outcome {
    return this.write(stream, expected, events.map(proposed));
  }

  write(stream: string, expected: Expected, events: readonly ProposedEvent[]): Outcome {
    const facts = this.facts(stream);
    const refusal = this.refusal(facts, expected, events);
    if (refusal) return refusal;
    const subject = subjectOf(stream);
    const revives = subject !== undefined && this.isSoftDeleted(subject);
    const last =
      events.length > 0 ? this.commit([{ stream, first: facts.last + 1n, events }]).at(-1) : undefined;
    if (!last) return { kind: 'written', revision: facts.last };
    if (facts.softDeleted) this.truncate(stream, facts.last + 1n);
    if (revives) this.truncate(subject, this.lastOf(subject) + 1n, jsonIn(last));
    return { kind: 'written', revision: last.revision, position: positionOf(last) };
  }

  setMetadata(stream: string, json: unknown): Outcome {
    return this.append(metaOf(stream), 'any', [{ type: METADATA_TYPE, data: json }]);
  }

  /** Hides every event there is. Fails as a write of one new event would. */
  softDelete(stream: string, expected: Expected = 'any'): Outcome {
    const refusal = this.refusal(this.facts(stream), expected, [proposed({ type: METADATA_TYPE })]);
    return refusal ?? this.truncate(stream, LAST_NUMBER);
  }

  /** Ends the stream for good, with an event of its own that stays in $all. */
  tombstone(stream: string, expected: Expected = 'any'): Outcome {
    const event = proposed({ type: TOMBSTONE_TYPE, data: new Uint8Array() });
    const refusal = this.refusal(this.facts(stream), expected, [event]);
    if (refusal) return refusal;
    const [written] = this.commit([{ stream, first: LAST_NUMBER, events: [event] }]);
    return { kind: 'written', revision: LAST_NUMBER, position: written && positionOf(written) };
  }

  writeSystemEvent(stream: string, type: string): Outcome {
    return this.append(stream, 'any', [{ type, data: {} }]);
  }

  /** Appends all commits, to different streams, with their events standing alternately in the file. */
  interleave(
    commits: readonly { stream: string; expected?: Expected; events: readonly NewEvent[] }[],
  ): readonly LoggedEvent[] {
    const ready = commits.map(({ stream, expected = 'any', events }): Commit => {
      const facts = this.facts(stream);
      const given = events.map(proposed);
      if (this.refusal(facts, expected, given)) throw new Error(`cannot append to ${stream} at ${expected}`);
      return { stream, first: facts.last + 1n, events: given };
    });
    if (new Set(ready.map(({ stream }) => stream)).size < ready.length) {
      throw new Error('interleaved commits need different streams');
    }
    return this.commit(ready);
  }

  /** Puts other bytes where an event is. Nothing else changes, and nobody is told. */
  rewrite(stream: string, revision: bigint, data: unknown): void {
    const event = this.require(stream, revision);
    event.data = proposed({ type: event.type, data }).data;
    event.wire = undefined;
    this.forgetRetention(stream);
  }

  /** Takes one event away. Its position stays readable, as after scavenging. */
  remove(stream: string, revision: bigint): void {
    this.drop(new Set([this.require(stream, revision)]));
  }

  /**
   * Drops what truncation and deletion have hidden, and metadata that newer metadata replaced. Tombstones
   * stay. The server also keeps the last event of every stream that has no tombstone, for its number;
   * `keepLast: false` drops that too.
   */
  scavenge({ keepLast = true } = {}): number {
    const gone = new Set<LoggedEvent>();
    for (const [name, stream] of this.streams) {
      const from = this.firstVisible(name);
      for (const event of stream.events) {
        if (event.revision >= from || (keepLast && event.revision === stream.last)) continue;
        gone.add(event);
      }
    }
    this.drop(gone);
    return gone.size;
  }

  readStream(stream: string): StreamRead {
    if (this.isTombstoned(stream)) return 'deleted';
    const found = this.streams.get(stream);
    if (!found || found.last === NONE || this.isSoftDeleted(stream)) return 'not-found';
    const from = this.firstVisible(stream);
    const start = firstIndex(found.events, (event) => event.revision >= from);
    return start === 0 ? found.events : found.events.slice(start);
  }

  /** The index in $all of the first event at or after a position, or undefined where no record begins. */
  indexOf(position: Position): number | undefined {
    const index = firstIndex(this.all, (event) => comparePositions(event, position) >= 0);
    const event = this.all[index];
    const fits =
      !event ||
      comparePositions(event, position) === 0 ||
      (position.commit === 0n && position.prepare === 0n) ||
      this.vacant.has(keyOf(position));
    return fits ? index : undefined;
  }

  private facts(name: string): StreamFacts {
    const stream = this.streams.get(name);
    const last = this.isTombstoned(name) ? LAST_NUMBER : (stream?.last ?? NONE);
    const hasMetadata = this.streams.has(metaOf(name));
    return { name, last, events: stream?.events ?? [], softDeleted: this.isSoftDeleted(name), hasMetadata };
  }

  private refusal(
    facts: StreamFacts,
    expected: Expected,
    events: readonly ProposedEvent[],
  ): Outcome | undefined {
    const verdict = check(
      facts,
      expected,
      events.map(({ id }) => id),
      (id) => this.ids.get(id),
    );
    switch (verdict.kind) {
      case 'write':
        return undefined;
      case 'deleted':
        return { kind: 'deleted' };
      case 'wrong-revision':
        return { kind: 'wrong-revision', current: facts.last === NONE ? 'no_stream' : facts.last };
      case 'repeated':
        return { kind: 'repeated', revision: verdict.last.revision, position: positionOf(verdict.last) };
    }
  }

  private lastOf(name: string): bigint {
    return this.streams.get(name)?.last ?? NONE;
  }

  /** Metadata streams end with the stream that they are about. */
  private isTombstoned(name: string): boolean {
    return this.lastOf(name) === LAST_NUMBER || this.lastOf(subjectOf(name) ?? name) === LAST_NUMBER;
  }

  private isSoftDeleted(stream: string): boolean {
    return this.retention(stream).truncateBefore === LAST_NUMBER;
  }

  private retention(stream: string): Retention {
    const meta = this.streams.get(metaOf(stream));
    if (!meta) return retentionIn(undefined);
    meta.retention ??= retentionIn(meta.events.at(-1));
    return meta.retention;
  }

  private forgetRetention(stream: string): void {
    const found = this.streams.get(stream);
    if (found) found.retention = undefined;
  }

  /** The first revision that a read of the stream shows. Of metadata only the newest event shows. */
  private firstVisible(name: string): bigint {
    const last = this.lastOf(name);
    if (subjectOf(name) !== undefined || last === LAST_NUMBER) return last;
    const { truncateBefore, maxCount } = this.retention(name);
    const counted = maxCount === undefined ? 0n : last - maxCount + 1n;
    return counted > truncateBefore ? counted : truncateBefore;
  }

  /**
   * Writes `$tb` as the server does itself: at a soft delete, and after the first write that follows one, so
   * that old events stay hidden. The number is put in as text, for JSON numbers in JavaScript end long
   * before it.
   */
  private truncate(stream: string, before: bigint, rest: object = {}): Outcome {
    const json = JSON.stringify({ ...rest, $tb: 0 }).replace(/"\$tb":0/, `"$tb":${before}`);
    const event = proposed({ type: METADATA_TYPE, contentType: 'application/json', data: Buffer.from(json) });
    const name = metaOf(stream);
    const [written] = this.commit([{ stream: name, first: this.lastOf(name) + 1n, events: [event] }]);
    return { kind: 'written', revision: this.lastOf(name), position: written && positionOf(written) };
  }

  private require(stream: string, revision: bigint): LoggedEvent {
    const event = this.streams.get(stream)?.events.find((e) => e.revision === revision);
    if (!event) throw new Error(`no event ${revision} in ${stream}`);
    return event;
  }

  private drop(gone: ReadonlySet<LoggedEvent>): void {
    if (gone.size === 0) return;
    this.removals += 1;
    this.all = this.all.filter((event) => !gone.has(event));
    for (const name of new Set([...gone].map(({ stream }) => stream))) {
      const stream = this.streams.get(name);
      if (stream) stream.events = stream.events.filter((event) => !gone.has(event));
      this.forgetRetention(name);
    }
    for (const event of gone) {
      this.vacant.add(keyOf(event));
      if (this.ids.get(event.id) === event) this.ids.delete(event.id);
    }
  }

  private commit(commits: readonly Commit[]): readonly LoggedEvent[] {
    const { events, next }: Written = place(commits, this.offset, this.placing);
    this.offset = next;
    for (const event of events) {
      const stream = this.streams.get(event.stream) ?? { last: NONE, events: [] };
      this.streams.set(event.stream, stream);
      stream.events.push(event);
      stream.last = event.revision;
      stream.retention = undefined;
      this.all.push(event);
      this.ids.set(event.id, event);
    }
    for (const listener of this.listeners) listener();
    return events;
  }
}

const keyOf = ({ commit, prepare }: Position): string => `${commit}/${prepare}`;
const positionOf = ({ commit, prepare }: Position): Position => ({ commit, prepare });
