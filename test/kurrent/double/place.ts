import { comparePositions, type LoggedEvent, type ProposedEvent } from './records';

/**
 * How positions are given out. `equal`: every event has one offset for both, as was observed of a real
 * server. `commits`: the events of a write of several share the offset of its commit record, which follows
 * them.
 */
export type Placing = 'equal' | 'commits';

/** One write that has been let through: its events take the revisions from `first` on. */
export interface Commit {
  readonly stream: string;
  readonly first: bigint;
  readonly events: readonly ProposedEvent[];
}

export interface Written {
  /** In the order of their positions. */
  readonly events: readonly LoggedEvent[];
  /** The offset after them. */
  readonly next: bigint;
}

/** Offsets are those of a file: a record takes its bytes and some more. */
const RECORD_OVERHEAD = 96;
const COMMIT_RECORD = 74n;

const sizeOf = (stream: string, { data, metadata, type }: ProposedEvent): bigint =>
  BigInt(RECORD_OVERHEAD + stream.length + type.length + data.length + metadata.length);

/** Lays commits out from `offset` on, the first event of each, then the second of each, and so on. */
export function place(commits: readonly Commit[], offset: bigint, placing: Placing): Written {
  let next = offset;
  const created = Date.now();
  const laid: { commit: Commit; event: ProposedEvent; revision: bigint; prepare: bigint }[] = [];
  const longest = Math.max(...commits.map(({ events }) => events.length));
  for (let i = 0; i < longest; i += 1) {
    for (const commit of commits) {
      const event = commit.events[i];
      if (!event) continue;
      laid.push({ commit, event, revision: commit.first + BigInt(i), prepare: next });
      next += sizeOf(commit.stream, event);
    }
  }
  const shared = new Map<Commit, bigint>();
  if (placing === 'commits') {
    for (const commit of commits.filter(({ events }) => events.length > 1)) {
      shared.set(commit, next);
      next += COMMIT_RECORD;
    }
  }
  const events = laid.map(({ commit: { stream }, commit, event, revision, prepare }): LoggedEvent => ({
    id: event.id,
    type: event.type,
    contentType: event.contentType,
    stream,
    revision,
    commit: shared.get(commit) ?? prepare,
    prepare,
    created,
    metadata: event.metadata,
    data: event.data,
    wire: undefined,
  }));
  return { events: shared.size > 0 ? events.sort(comparePositions) : events, next };
}
