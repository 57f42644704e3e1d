import type { EventFilter, EventItem } from '@daybook/runtime';
import type { BasisRequest } from '../door/door';
import { openDoor } from '../door/open-door';
import { UsageError } from '../exit';
import { ask, at, type Asking } from './ask';
import { show } from './show';
import { printable } from './table';

export interface EventsWanted extends BasisRequest {
  readonly from?: number;
  readonly limit?: number;
  readonly newest?: boolean;
  readonly follow?: boolean;
  readonly stream?: string;
  readonly type?: string;
  readonly about?: string;
  readonly paper?: string;
  /** `--role` says in which role one asks. */
  readonly writerRole?: string;
  readonly by?: string;
  readonly date?: string;
}

/** Records by what they are, a page of them; or, with `follow`, one after another as they come. */
export function askEvents(asked: Asking & EventsWanted): Promise<void> {
  if (asked.follow) return followEvents(asked);
  const { from, limit, newest } = asked;
  const wanted = { ...filterOf(asked), from, limit, ...(newest && { newestFirst: true }) };
  return ask(asked, (door) => door.events(at(asked), wanted), show.events);
}

/** One record, and what stands beside it at the same size of the ledger. */
export const askEvent = (index: number, asked: Asking & BasisRequest): Promise<void> =>
  ask(
    asked,
    async (door) => {
      const answer = await door.event(at(asked), index);
      return { ...answer, neighbours: await door.neighbours({ basis: answer.basis }, index) };
    },
    show.event,
  );

/** Writes each record as soon as it comes: a line of words, or of JSON. Ends at `limit`, or when interrupted. */
async function followEvents({
  data,
  json,
  role,
  body,
  token,
  ...asked
}: Asking & EventsWanted): Promise<void> {
  const { basis, basisAt, newest, limit = Infinity, from } = asked;
  if (basis !== undefined || basisAt !== undefined || newest)
    throw new UsageError('What comes is followed in its order: leave out --newest, --basis and --basis-at.');
  const stop = new AbortController();
  const interrupted = (): void => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  const door = await openDoor(data, { role, body, token }, 'read');
  try {
    let told = 0;
    for await (const item of door.follow(filterOf(asked), from, stop.signal)) {
      process.stdout.write(json ? `${JSON.stringify(item)}\n` : `${lineOf(item)}\n`);
      if (++told >= limit) break;
    }
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted);
    stop.abort();
    await door.close();
  }
}

function filterOf(asked: EventsWanted): EventFilter {
  const { stream, type, about, paper, writerRole, by, date } = asked;
  return { stream, type, about, paper, role: writerRole, by, effectiveOn: date };
}

function lineOf(item: EventItem): string {
  if (item.restricted) return `${item.index}  (restricted)  ${item.hash}`;
  const { type, effectiveOn, by, about } = item.record;
  const parts = [String(item.index), type, effectiveOn, `${by.role} ${by.body}`, about[0] ?? ''];
  return parts.map(printable).join('  ');
}
