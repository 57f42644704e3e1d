import { expectedInWords } from '@daybook/due-dates';
import { counted, longDate, withQuery } from '@daybook/pages';
import type { ToRaise } from '@daybook/runtime';
import type { CommitmentItem, MeetingItem } from '@daybook/scrutiny';
import { pathOfReference } from './references';

/** Something to ask about, with the list behind it. */
export interface Question {
  readonly text: string;
  readonly href: string;
  readonly note: string;
  /** The single things behind it, where each has a page of its own. */
  readonly each: readonly { readonly text: string; readonly href: string; readonly note: string }[];
}

/** The most single things that are named below a count. */
const MOST = 5;

/** What is to be asked about meetings, questions and commitments, the most pressing first. */
export function askingOfScrutiny(item: ToRaise): readonly Question[] {
  const { area, since, moved, figures } = item;
  const from = since?.on ?? undefined;
  const sinceThen = from ? `Since the last meeting, on ${longDate(from)}` : '';
  return [
    ...commitments(item),
    some(item.unanswered, ['question without a full answer', 'questions without a full answer'], {
      path: `/${area}/questions`,
      query: { unanswered: 'yes', sort: '-age' },
      note: 'Not answered, answered in part, or taken away to be answered in writing',
      each: (one) => [`/${area}/questions/${one.id}`, one.title, `asked ${counted(one.ageDays, 'day')} ago`],
    }),
    some(moved, ['date moved, or asked to', 'dates moved, or asked to'], {
      path: `/${area}/timeline`,
      query: { from },
      note: sinceThen,
      each: (one) => [`/${area}/${one.kind}s/${one.subject}`, one.title, longDate(one.effectiveOn)],
    }),
    some(figures, ['figure changed', 'figures changed'], {
      path: `/${area}/changes`,
      query: { from },
      note: sinceThen,
    }),
    some(item.leaning, ['figure that was quoted has changed', 'figures that were quoted have changed'], {
      path: `/${area}/pack`,
      query: {},
      note: 'Answers, decisions and claims that rest on a figure which stands no longer',
      each: (one) => [pathOfReference(one.about, area) ?? '', one.title, longDate(one.effectiveOn)],
    }),
    some(item.unheard, ['meeting of which nothing is recorded', 'meetings of which nothing is recorded'], {
      path: `/${area}/meetings`,
      query: {},
      note: 'Called for a day that has gone by',
      each: (one) => [`/${area}/meetings/${one.id}`, one.title, one.on ? longDate(one.on) : ''],
    }),
    some(item.notes, ['meeting whose notes are not agreed', 'meetings whose notes are not agreed'], {
      path: `/${area}/meetings`,
      query: {},
      note: 'Held, and nothing on record of a later meeting of the same body agreeing its notes',
      each: (one) => [`/${area}/meetings/${one.id}`, one.title, one.on ? longDate(one.on) : ''],
    }),
  ].flat();
}

function commitments({ area, overdue, claimed, pending }: ToRaise): Question[] {
  const path = `/${area}/commitments`;
  const each = (note: (one: CommitmentItem) => string) => (one: CommitmentItem) =>
    [`${path}/${one.id}`, one.title, note(one)] as const;
  return [
    some(overdue, ['commitment past its date', 'commitments past their dates'], {
      ...{ path, query: { overdue: 'yes' } },
      note: 'Past the latest day of the date that stands, and not claimed as kept',
      each: each(
        (one) =>
          `${counted(one.overdueDays ?? 0, 'day')} past, nothing recorded since ${longDate(one.lastWordOn)}`,
      ),
    }),
    some(claimed, ['claim awaiting acceptance', 'claims awaiting acceptance'], {
      ...{ path, query: { status: 'claimed' } },
      note: 'The owner says that it is kept; whoever it was promised to has not said so',
      each: each(({ claimedOn }) => (claimedOn ? `claimed on ${longDate(claimedOn)}` : '')),
    }),
    some(pending, ['other date asked for', 'other dates asked for'], {
      ...{ path, query: { pending: 'yes' } },
      note: 'Until whoever it was promised to agrees, the old date stands',
      each: each(
        ({ due, pendingMove }) =>
          `from ${expectedInWords({ anticipated: due })} to ${expectedInWords({ anticipated: pendingMove })}`,
      ),
    }),
  ].flat();
}

interface Listed<One> {
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly note: string;
  each?(one: One): readonly [path: string, text: string, note: string];
}

/** A count with the list behind it; nothing where there is none. */
function some<One>(
  all: readonly One[],
  [one, many]: readonly [one: string, many: string],
  { path, query, note, each }: Listed<One>,
): Question[] {
  if (all.length === 0) return [];
  const named = each ? all.slice(0, MOST).map(each) : [];
  return [
    {
      text: counted(all.length, one, many),
      href: withQuery(path, query),
      note,
      each: named.map(([href, text, about]) => ({ href, text, note: about })),
    },
  ];
}

/** The meeting before, and those to come with their packs. */
export function meetingsAround({ area, since, called }: ToRaise) {
  const shown = (one: MeetingItem) => ({
    text: one.title,
    on: one.on,
    href: `/${area}/meetings/${encodeURIComponent(one.id)}`,
    pack: withQuery(`/${area}/pack`, { for: one.on ?? undefined, body: one.body }),
  });
  const [next] = called;
  return { since: since && shown(since), next: next && shown(next) };
}
