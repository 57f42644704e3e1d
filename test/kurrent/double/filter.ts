import { type ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { type LoggedEvent } from './records';

/** Which events a subscription delivers, and after how many considered ones it says how far it is. */
export interface Filter {
  readonly matches: (event: LoggedEvent) => boolean;
  /** Undefined where nothing is filtered: the server reports no checkpoints then. */
  readonly checkpointEvery: number | undefined;
}

/** The server searches so many events at a time where the client does not say. */
const DEFAULT_WINDOW = 32;

export function filterOf(options: ReadReq.Options): Filter {
  const filter = options.getFilter();
  if (!filter) return { matches: () => true, checkpointEvery: undefined };
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  const read = filter.hasStreamIdentifier()
    ? (event: LoggedEvent) => event.stream
    : (event: LoggedEvent) => event.type;
  const regex = expression?.getRegex() ? new RegExp(expression.getRegex()) : undefined;
  const prefixes = expression?.getPrefixList() ?? [];
  const matches = regex
    ? (event: LoggedEvent): boolean => regex.test(read(event))
    : (event: LoggedEvent): boolean => prefixes.some((prefix) => read(event).startsWith(prefix));
  const window = filter.hasMax() ? filter.getMax() : DEFAULT_WINDOW;
  return { matches, checkpointEvery: window * Math.max(1, filter.getCheckpointintervalmultiplier()) };
}
