import { refuse } from '@daybook/ledger';
import {
  crumbsTo,
  deedPages,
  longDate,
  notYours,
  typeInWords,
  whoWrote,
  withQuery,
  type Deed,
  type FormDoor,
  type Page,
  type PagePosition,
  type Visit,
} from '@daybook/pages';
import { isBeginning, type SubjectKind } from '../histories';
import type {
  BodyReads,
  CommitmentReads,
  DecisionReads,
  MeetingReads,
  QuestionReads,
} from '../readings.page';
import type { ToldAct } from '../told';
import { MARK, mayMark } from './may-mark.page';

type Reads = QuestionReads & CommitmentReads & DecisionReads & MeetingReads & BodyReads;
interface Found {
  readonly position: PagePosition;
  readonly item: { readonly title: string; readonly history: readonly ToldAct[] };
}

/** The form by which a body marks an entry of its own as entered wrongly, on the history of what it is about. */
export function markScrutinyEntryPages(readings: Reads, door: FormDoor): readonly Page[] {
  const read: { readonly [Kind in SubjectKind]: (visit: Visit, id: string) => Promise<Found> } = {
    meeting: ({ person, at, params }, id) => readings.meetings.one(person, at, { id, area: params.area }),
    question: ({ person, at, params }, id) => readings.questions.one(person, at, { id, area: params.area }),
    commitment: ({ person, at, params }, id) =>
      readings.commitments.one(person, at, { id, area: params.area }),
    decision: ({ person, at, params }, id) => readings.decisions.one(person, at, { id, area: params.area }),
  };
  return (['meeting', 'question', 'commitment', 'decision'] as const).flatMap((kind) =>
    deedPages(
      `/:area/${kind}s/:id/mark`,
      async (visit, sent) =>
        deedOf(kind, visit, sent, {
          found: await read[kind](visit, visit.params.id ?? ''),
          bodies: await readings.bodies.registered(visit.person, {}, visit.params.area ?? ''),
        }),
      door,
    ),
  );
}

const HEADINGS: Readonly<Record<SubjectKind, string>> = {
  meeting: 'Meetings',
  question: 'Questions',
  commitment: 'Commitments',
  decision: 'Decisions',
};

function deedOf(
  kind: SubjectKind,
  visit: Visit,
  sent: boolean,
  { found, bodies }: { readonly found: Found; readonly bodies: Parameters<typeof mayMark>[3] },
): Deed {
  const { area = '', id = '' } = visit.params;
  const { position, item } = found;
  const entry = item.history.find((one) => one.id === visit.query.of);
  if (!entry) return refuse('scrutiny.unknown-entry', `No such entry is on record about this ${kind}.`);
  if (!mayMark(visit.person, area, { ...entry, enteredWrongly: null }, bodies))
    notYours(visit.person, 'This mark');
  if (!sent && entry.enteredWrongly)
    refuse('scrutiny.already-marked', 'This entry is marked as entered wrongly already.');
  const list = `/${area}/${kind}s`;
  const seen = `${list}/${encodeURIComponent(id)}`;
  const what = `${typeInWords(entry.type)}, effective ${longDate(entry.effectiveOn, entry.precision)}`;
  return {
    ...{ position, area, command: MARK, heading: 'Mark as entered wrongly', caption: item.title },
    title: [item.title, HEADINGS[kind]],
    crumbs: crumbsTo(visit, area, [HEADINGS[kind], list], [item.title, seen]),
    intro: [
      `The entry: ${what}, by ${whoWrote(entry)}, record ${entry.index}.`,
      'This is for a slip of the pen. The entry stays on record and counts for nothing; what is right is recorded anew.',
    ],
    questions: [
      {
        ...{ name: 'reason', kind: 'words', label: 'How did the slip come about?' },
        missing: 'Say how the slip came about',
      },
      { name: 'says', kind: 'words', label: 'What does the paper really say? (optional)' },
    ],
    button: 'Record this mark',
    sentence: () => `Record ${entry.index} is marked as entered wrongly: ${what}.`,
    body: (answers) => ({ ...answers, area, of: entry.id }),
    // A thing whose beginning is marked has no page until it is entered again.
    recorded: ({ indexes: [index] }) =>
      isBeginning(entry) ? `/ledger/${index ?? ''}` : withQuery(seen, { recorded: String(index ?? '') }),
    seen: { href: seen, words: `the ${kind}` },
    toDo: 'mark an entry',
  };
}
