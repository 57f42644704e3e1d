import { type Expected, firstIndex, LAST_NUMBER, type LoggedEvent, NONE } from './records';

/** What the check knows of a stream. Events ascend by revision and may have holes. */
export interface StreamFacts {
  readonly name: string;
  readonly last: bigint;
  readonly events: readonly LoggedEvent[];
  readonly softDeleted: boolean;
  readonly hasMetadata: boolean;
}

export type Verdict =
  | { readonly kind: 'write' }
  | { readonly kind: 'repeated'; readonly last: LoggedEvent }
  | { readonly kind: 'wrong-revision' }
  | { readonly kind: 'deleted' };

const WRITE: Verdict = { kind: 'write' };
const WRONG: Verdict = { kind: 'wrong-revision' };
const DELETED: Verdict = { kind: 'deleted' };

function eventAt(events: readonly LoggedEvent[], revision: bigint): LoggedEvent | undefined {
  const event = events[firstIndex(events, (e) => e.revision >= revision)];
  return event?.revision === revision ? event : undefined;
}

/**
 * Without a revision the ids alone say whether a write is a repeat: all known is one, some known is an
 * error.
 */
function checkAnywhere(
  stream: StreamFacts,
  ids: readonly string[],
  known: (id: string) => LoggedEvent | undefined,
): Verdict {
  let last: LoggedEvent | undefined;
  for (const id of ids) {
    const event = known(id);
    if (event?.stream !== stream.name) return last ? WRONG : WRITE;
    last = event;
  }
  return last ? { kind: 'repeated', last } : WRITE;
}

/** Below the current revision a write is a repeat when its ids stand there already, in order. */
function checkEarlier(stream: StreamFacts, after: bigint, ids: readonly string[]): Verdict {
  let last: LoggedEvent | undefined;
  for (const [i, id] of ids.entries()) {
    const event = eventAt(stream.events, after + 1n + BigInt(i));
    if (event?.id !== id) return !last && after === NONE && stream.softDeleted ? WRITE : WRONG;
    last = event;
  }
  return last ? { kind: 'repeated', last } : WRONG;
}

/**
 * Decides a write as the server's index writer does: a tombstone first, then idempotency, then the revision.
 * At the current revision ids are not compared, so the same ids are written again there.
 */
export function check(
  stream: StreamFacts,
  expected: Expected,
  ids: readonly string[],
  known: (id: string) => LoggedEvent | undefined,
): Verdict {
  if (stream.last === LAST_NUMBER) return DELETED;
  if (expected === 'stream_exists') {
    if (stream.softDeleted) return DELETED;
    if (stream.last === NONE && !stream.hasMetadata) return WRONG;
  }
  if (expected === 'any' || expected === 'stream_exists') return checkAnywhere(stream, ids, known);
  const revision = expected === 'no_stream' ? NONE : expected;
  if (revision < stream.last) return checkEarlier(stream, revision, ids);
  return revision > stream.last ? WRONG : WRITE;
}
