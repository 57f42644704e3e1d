import { dueDates, type Expected, type ExpectedSent } from '@daybook/due-dates';
import type { Problem } from '@daybook/ledger';
import type { Said } from '@daybook/provenance';
import { known, type ScrutinyBook } from '../book';
import { meetingOn } from '../meetings/meeting-state';
import type { CommitmentMade } from '../scrutiny.events';

const { readExpected } = dueDates('scrutiny');

/** Where a promise was made, and to whom: whose next meeting is meant. */
type Where = Pick<CommitmentMade['data'], 'meeting' | 'to'>;

const NEXT_MEETING =
  /^(by|before|until|to|for|in time for|at)(?: the)?(?: (?:board|panel)[’']?s?)? next (?:\w+ )?meeting$/i;

/**
 * Reads when something is due, said on a day. "By the next meeting" takes the day of the next meeting of the
 * same body that is called by then; while none is, its days are open.
 */
export function readDue(
  sent: ExpectedSent,
  said: string,
  where: Where,
  book: ScrutinyBook,
  field: string,
): Expected | Problem {
  const words = sent.anticipated?.trim().replace(/\s+/g, ' ').replace(/\.$/, '') ?? '';
  const [, before] = NEXT_MEETING.exec(words) ?? [];
  const day = before ? dayOfNextMeeting(where, said, book) : null;
  if (!before || !day || sent.latest || sent.earliest) return readExpected(sent, said, field);
  const earliest = before.toLowerCase() === 'at' ? day : null;
  return readExpected({ ...sent, earliest, latest: day }, said, field);
}

/** Of the body at whose meeting it was promised, or which it was promised to where that was at none. */
function dayOfNextMeeting({ meeting, to }: Where, said: string, book: ScrutinyBook): string | null {
  const at = meeting ? meetingOn(known(book, 'meeting', meeting)?.acts ?? [], said) : undefined;
  const body = at ? at.called.data.body : to;
  const after = at?.on && at.on > said ? at.on : said;
  const days = [...book.meeting.values()].flatMap(({ id, acts }) => {
    if (id === meeting) return [];
    // The day of a meeting that not everybody may read of is not told by what falls due then.
    const told = at?.called.access === 'restricted' ? acts : acts.filter(({ access }) => access === 'public');
    const state = meetingOn(told, said);
    if (!state?.on || state.called.data.body !== body || state.status === 'cancelled') return [];
    return state.on > after ? [state.on] : [];
  });
  return days.sort()[0] ?? null;
}

/** The first day that a date of such precision leaves room for. */
function firstDay({ effectiveOn, precision }: Pick<Said, 'effectiveOn' | 'precision'>): string {
  return precision === 'month' ? `${effectiveOn.slice(0, 7)}-01` : effectiveOn;
}

type Made = Pick<Said, 'effectiveOn' | 'precision'>;

/** No date lies wholly before the promise. */
export function checkNotBefore({ latest }: Expected, made: Made, field: string): Problem[] {
  if (latest === null || latest >= firstDay(made)) return [];
  const message = `It cannot be due by ${latest}: it was not promised until ${made.effectiveOn}.`;
  return [{ field, code: 'scrutiny.due-before-promise', message }];
}

/** Nothing is said of a commitment before it was made. */
export function beforeMade(made: Made & Pick<CommitmentMade, 'data'>, day: string): Problem[] {
  if (day >= made.effectiveOn) return [];
  const message = `${made.data.commitment} was made on ${made.effectiveOn}: nothing is said of it before.`;
  return [{ field: '/effectiveOn', code: 'scrutiny.before-its-commitment', message }];
}

export function isProblem(read: Expected | Problem): read is Problem {
  return 'code' in read;
}
