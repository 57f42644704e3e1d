import { expectedInWords, expectedWithDay } from '@daybook/due-dates';
import { periodInWords } from '@daybook/figures';
import type { FindingItem, OpenResponse } from '@daybook/inspections';
import { counted, longDate, nameIn, separated, typeInWords, type Names } from '@daybook/pages';
import { whoseAct, type TimelineEntry } from '@daybook/provenance';
import type { Change, ToRaise } from '@daybook/runtime';
import type { CommitmentItem, MeetingItem, QuestionItem } from '@daybook/scrutiny';
import { pathOfReference } from './references';

/** A cell of a table: words, with a page behind them where there is one. */
export interface Cell {
  readonly text: string;
  readonly path?: string;
  readonly note?: string;
}

/** A part of the pack: a heading, and a table where there is something to raise. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly columns: readonly string[];
  readonly lines: readonly (readonly Cell[])[];
  /** What is said where there is nothing. */
  readonly nothing: string;
}

/** What single things are called. */
export interface PackNames {
  readonly bodies: Names;
  readonly measures: ReadonlyMap<string, string>;
  /** Meetings, by their title and day. */
  readonly meetings: ReadonlyMap<string, string>;
}

/** Everything to be raised, in the order in which a meeting takes it. */
export function packSections(item: ToRaise, names: PackNames): readonly Section[] {
  return [
    ...ofCommitments(item, names),
    ofQuestions(item, names),
    ofFindings(item, names),
    ofFigures(item, names),
    ofLeaning(item, names),
    ofMoves(item),
    ofEndings(item, names),
    ofResponses(item),
    ofNotes(item, names),
  ];
}

const COMMITMENT_COLUMNS = ['Commitment', 'By whom', 'Due', 'Moved', 'Where it stands'];

function ofCommitments(item: ToRaise, names: PackNames): Section[] {
  const by = longDate(item.for);
  const lines = (some: readonly CommitmentItem[]): Cell[][] => some.map((one) => lineOf(one, names));
  type Some = readonly CommitmentItem[];
  const section = (id: string, heading: string, some: Some, nothing: string): Section => ({
    ...{ id, heading, nothing, columns: COMMITMENT_COLUMNS, lines: lines(some) },
  });
  return [
    section('overdue', 'Commitments past their date', item.overdue, 'No commitment is past its date.'),
    section('due', `Commitments due by ${by}`, item.due, `No commitment falls due by ${by}.`),
    section('claimed', 'Claimed as kept, awaiting acceptance', item.claimed, 'No claim awaits acceptance.'),
    section('pending', 'Another date asked for, not agreed', item.pending, 'No other date is asked for.'),
    section('undated', 'Commitments without a last day', item.undated, 'Every commitment has a last day.'),
  ];
}

function lineOf(one: CommitmentItem, { bodies, meetings }: PackNames): Cell[] {
  const { area, id, title, owner, to, due, dueEarliest, dueLatest, originalDue } = one;
  const dated = { anticipated: due, earliest: dueEarliest, latest: dueLatest };
  const first =
    originalDue !== due ? `first on record: ${expectedInWords({ anticipated: originalDue })}` : undefined;
  return [
    {
      text: title,
      path: `/${area}/commitments/${id}`,
      ...(one.meeting && { note: `made at ${meetings.get(one.meeting) ?? one.meeting}` }),
    },
    { text: nameIn(bodies, owner), ...(to && { note: `to ${nameIn(bodies, to)}` }) },
    { text: expectedWithDay(dated), ...(first && { note: first }) },
    {
      text: one.moves === 0 ? 'never' : counted(one.moves, 'time'),
      ...(one.slipDays && { note: days(one.slipDays) }),
    },
    { text: standingInWords(one), note: silenceInWords(one) },
  ];
}

function days(slip: number): string {
  return `${counted(Math.abs(slip), 'day')} ${slip > 0 ? 'later' : 'earlier'}`;
}

const VERDICT_WORDS: Readonly<Record<NonNullable<CommitmentItem['verdict']>, string>> = {
  met: 'target met',
  missed: 'target missed',
  'not-yet-due': 'target not yet due',
  'cannot-be-said': 'whether the target is met cannot be said',
};

function standingInWords(one: CommitmentItem): string {
  return [statusInWords(one), one.verdict && VERDICT_WORDS[one.verdict]].filter(Boolean).join(', ');
}

function statusInWords({ status, overdueDays, claimedOn, pendingMove }: CommitmentItem): string {
  const asked = pendingMove ? `, ${expectedInWords({ anticipated: pendingMove })} asked for` : '';
  if (status === 'claimed' && claimedOn) return `Claimed on ${longDate(claimedOn)}${asked}`;
  const refused = status === 'refused' ? 'Claim refused' : 'Open';
  return overdueDays === null
    ? `${refused}${asked}`
    : `${refused}, ${counted(overdueDays, 'day')} past${asked}`;
}

/** Silence is no failure: it is said since when nothing was recorded. */
function silenceInWords({ lastWordOn }: CommitmentItem): string {
  return `nothing recorded since ${longDate(lastWordOn)}`;
}

const QUESTION_STATUS: Readonly<Record<QuestionItem['status'], string>> = {
  open: 'Not answered',
  'part-answered': 'Answered in part',
  'taken-away': 'Taken away',
  answered: 'Answered',
  settled: 'Settled',
};

function ofQuestions({ unanswered }: ToRaise, { bodies }: PackNames): Section {
  const lines = unanswered.map((one): Cell[] => [
    { text: one.title, path: `/${one.area}/questions/${one.id}` },
    { text: nameIn(bodies, one.to), note: `asked by ${nameIn(bodies, one.office ?? one.askedBy)}` },
    { text: longDate(one.askedOn), note: `${counted(one.ageDays, 'day')} ago` },
    { text: QUESTION_STATUS[one.status] },
  ]);
  return {
    ...{ id: 'questions', heading: 'Questions that await an answer', lines },
    ...{
      columns: ['Question', 'To whom', 'Asked', 'Where it stands'],
      nothing: 'No question awaits an answer.',
    },
  };
}

function ofFindings({ findings }: ToRaise, { bodies }: PackNames): Section {
  const of = (some: readonly FindingItem[], why: (one: FindingItem) => string): Cell[][] =>
    some.map((one) => [
      { text: one.title, path: `/${one.area}/findings/${one.id}` },
      { text: one.addressee ? nameIn(bodies, one.addressee) : '' },
      { text: expectedWithDay(one) },
      { text: why(one) },
    ]);
  const { overdue, due, notAgreed, claimed, assured } = findings;
  return {
    ...{ id: 'findings', heading: 'Findings of inspections that wait for somebody' },
    columns: ['Finding', 'For whom', 'To be complete', 'Why it is raised'],
    lines: [
      ...of(
        overdue,
        ({ overdueDays }) => `${counted(overdueDays ?? 0, 'day')} past, and not claimed as done`,
      ),
      ...of(due, () => 'Falls due'),
      ...of(notAgreed, () => 'Its date moved, and nobody has said that they agree'),
      ...of(claimed, () => 'Claimed as done, and not assured'),
      ...of(assured, () => 'Assured, and not closed by the inspectorate'),
    ],
    nothing: 'No finding waits for anybody.',
  };
}

function ofFigures({ figures, since }: ToRaise, { measures }: PackNames): Section {
  const lines = figures.map((change): Cell[] => {
    const { area, measure, period, breakdown, before, after, kind } = change as Change & { measure: string };
    const path = pathOfReference(change.about, area);
    return [
      {
        text: [measures.get(measure) ?? measure, breakdown, period && periodInWords(period)]
          .filter(Boolean)
          .join(', '),
        ...(path && { path }),
      },
      { text: valueInWords(before?.value) },
      { text: valueInWords(after?.value) },
      { text: kind.replaceAll('-', ' '), note: longDate(change.effectiveOn) },
    ];
  });
  return {
    ...{ id: 'figures', heading: 'Figures that changed since the last meeting', lines },
    columns: ['Figure', 'Before', 'Now', 'What happened'],
    nothing: since ? 'No figure changed since then.' : NO_MEETING,
  };
}

function ofLeaning({ leaning }: ToRaise, { measures }: PackNames): Section {
  const lines = leaning.map(({ about, area, title, kind, cites, effectiveOn }): Cell[] => {
    const path = pathOfReference(about, area);
    const { measure, period, breakdown } = cites;
    return [
      { text: title, note: `${kind}, ${longDate(effectiveOn)}`, ...(path && { path }) },
      {
        text: [measures.get(measure) ?? measure, breakdown, periodInWords(period)].filter(Boolean).join(', '),
      },
      { text: valueInWords(cites.value) },
      { text: valueInWords(cites.now?.value) },
    ];
  });
  return {
    ...{ id: 'leaning', heading: 'Said with figures that have changed since', lines },
    columns: ['What was said', 'Figure', 'As it was quoted', 'Now'],
    nothing: 'Whatever figure was quoted still stands.',
  };
}

const NO_MEETING = 'No meeting that was held before is on record, so nothing can be said since when.';

function valueInWords(value: string | null | undefined): string {
  return value ? separated(value) : 'none';
}

/** From what to what: nobody need open the page to know. */
function datesOf(stands: ToRaise['moved'][number]['stands']): Cell {
  if (!stands) return { text: '' };
  const [due, first] = [stands.due, stands.originalDue].map((one) => expectedInWords({ anticipated: one }));
  const asked = stands.pendingMove && expectedInWords({ anticipated: stands.pendingMove });
  const notes = [first !== due && `first on record: ${first}`, asked && `asked for: ${asked}`].filter(
    Boolean,
  );
  return { text: due ?? '', ...(notes.length > 0 && { note: notes.join('; ') }) };
}

function ofMoves({ moved, since }: ToRaise): Section {
  const lines = moved.map((one): Cell[] => [
    { text: one.title, path: `/${one.area}/${one.kind}s/${one.subject}` },
    { text: typeInWords(one.type) },
    datesOf(one.stands),
    { text: longDate(one.effectiveOn, one.precision) },
  ]);
  return {
    ...{ id: 'moves', heading: 'Dates that moved since the last meeting', lines },
    columns: ['What', 'What was said', 'Where its date stands', 'When'],
    nothing: since ? 'No date moved since then.' : NO_MEETING,
  };
}

/** What is raised no more, so that nobody drops a promise unseen. */
function ofEndings({ ended, since }: ToRaise, { bodies }: PackNames): Section {
  const lines = ended.map((one: TimelineEntry): Cell[] => [
    { text: one.title, path: `/${one.area}/commitments/${one.subject}` },
    { text: typeInWords(one.type) },
    { text: nameIn(bodies, one.office ?? whoseAct(one)) },
    { text: longDate(one.effectiveOn, one.precision) },
  ]);
  return {
    ...{ id: 'endings', heading: 'Commitments withdrawn or replaced since the last meeting', lines },
    columns: ['Commitment', 'What was said', 'By whom', 'When'],
    nothing: since ? 'None was withdrawn or replaced since then.' : NO_MEETING,
  };
}

function ofResponses({ responses }: ToRaise): Section {
  const lines = responses.map((one: OpenResponse): Cell[] => [
    { text: one.title, path: `/${one.area}/inspections/${one.inspection}/response` },
    { text: longDate(one.dueOn) },
    {
      text:
        one.daysPast === null
          ? `Day ${one.day} of 56`
          : `None recorded here, ${counted(one.daysPast, 'day')} past the last day`,
    },
  ]);
  return {
    ...{ id: 'responses', heading: 'Responses to inspections (section 55, Police Act 1996)', lines },
    ...{ columns: ['Report', 'Last day', 'Where it stands'], nothing: 'No clock runs.' },
  };
}

function ofNotes({ notes, unheard }: ToRaise, { bodies, meetings }: PackNames): Section {
  const lines = [...unheard, ...notes].map((one: MeetingItem): Cell[] => [
    { text: one.title, path: `/${one.area}/meetings/${one.id}` },
    { text: nameIn(bodies, one.body) },
    { text: one.on ? longDate(one.on) : 'no day' },
    {
      text: stateOfNotes(one),
      ...(one.notes.notedAt.length > 0 && {
        note: `noted at ${one.notes.notedAt.map((id) => meetings.get(id) ?? id).join('; ')}`,
      }),
    },
  ]);
  return {
    ...{ id: 'notes', heading: 'Meetings with notes that are not agreed, or nothing recorded', lines },
    columns: ['Meeting', 'Of whom', 'Day', 'Its notes'],
    nothing: 'The notes of every meeting are agreed.',
  };
}

function stateOfNotes({ status, notes }: MeetingItem): string {
  if (status !== 'held') return 'Called for that day, and nothing recorded of it';
  return notes.status === 'none' ? 'No notes on record' : 'Published, not agreed';
}
