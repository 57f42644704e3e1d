import {
  type AllStreamSubscription,
  type EventStoreDBClient,
  type Filter,
  type Position,
  type ReadPosition,
} from '@eventstore/db-client';

/** Resolves when `met` holds, and fails when it does not for half a minute. */
export async function until(met: () => boolean, what = 'the condition'): Promise<void> {
  const end = Date.now() + 30_000;
  while (!met()) {
    if (Date.now() > end) throw new Error(`${what} was not met within half a minute`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** What a subscription to $all has told so far. */
export interface Followed {
  /** `stream@revision`, in order. */
  readonly seen: string[];
  readonly positions: Position[];
  readonly checkpoints: Position[];
  readonly errors: Error[];
  readonly confirmed: () => boolean;
  readonly live: () => boolean;
  readonly subscription: AllStreamSubscription;
}

export function follow(
  client: EventStoreDBClient,
  options: { fromPosition?: ReadPosition; filter?: Filter; requiresLeader?: boolean } = {},
): Followed {
  const checkpoints: Position[] = [];
  const filter = options.filter && {
    ...options.filter,
    checkpointReached: async (_: unknown, position: Position) => void checkpoints.push(position),
  };
  const subscription = client.subscribeToAll({ ...options, filter });
  const seen: string[] = [];
  const positions: Position[] = [];
  const errors: Error[] = [];
  let confirmed = false;
  let live = false;
  subscription
    .on('confirmation', () => (confirmed = true))
    .on('caughtUp', () => (live = true))
    .on('error', (error: Error) => errors.push(error))
    .on('data', ({ event }) => {
      if (!event) return;
      seen.push(`${event.streamId}@${event.revision}`);
      if (event.position) positions.push(event.position);
    });
  return { seen, positions, checkpoints, errors, confirmed: () => confirmed, live: () => live, subscription };
}

/** Everything that a read yields. */
export async function all<T>(read: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of read) found.push(item);
  return found;
}
