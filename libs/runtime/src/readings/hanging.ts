import { MeasuresQuery, type MeasureItem, type MeasureList } from '@daybook/figures';
import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import {
  FindingsAboutQuery,
  FindingsQuery,
  type FindingAbout,
  type FindingItem,
  type FindingList,
} from '@daybook/inspections';
import type { HangingKind } from '@daybook/register';
import {
  CommitmentsQuery,
  DecisionsQuery,
  QuestionsQuery,
  type CommitmentItem,
  type CommitmentList,
  type DecisionItem,
  type DecisionList,
  type QuestionItem,
  type QuestionList,
} from '@daybook/scrutiny';
import type { ResolvedPosition } from '../positions';

/** What hangs from a priority, as its reader may read it. A finding has a line for each addressee. */
export interface Hanging {
  readonly measures: readonly MeasureItem[];
  readonly findings: readonly FindingItem[];
  readonly questions: readonly QuestionItem[];
  readonly commitments: readonly CommitmentItem[];
  readonly decisions: readonly DecisionItem[];
}

/** How much hangs from a priority; each finding counts once, whoever it is addressed to. */
export interface HangingCounts {
  readonly measures: number;
  readonly findings: number;
  readonly questions: number;
  readonly commitments: number;
  readonly decisions: number;
  readonly unanswered: number;
  /** Findings and commitments past the latest day of the date that stands. */
  readonly overdue: number;
}

/** Everything of an area that can hang from a priority, at a position, as one reader may read it. */
export interface ThingsOfArea extends Hanging {
  readonly area: string;
  /** The priorities that findings say themselves that they are about, by finding. */
  readonly about: ReadonlyMap<string, readonly string[]>;
}

export async function thingsOfArea(
  dispatcher: Pick<Dispatcher, 'query'>,
  person: Person,
  position: ResolvedPosition,
  area: string,
): Promise<ThingsOfArea> {
  const audienceIn = (one: string) => audienceFor(person, one);
  const audience = audienceIn(area);
  const wanted = { area, sort: 'id' } as const;
  const ofPriorities = { area, beginning: `priority:${area}/` };
  const [measures, findings, about, questions, commitments, decisions] = await Promise.all([
    dispatcher.query<MeasureList>(person, 'measures', new MeasuresQuery({ area }, position, audience)),
    dispatcher.query<FindingList>(person, 'findings', new FindingsQuery(wanted, position, audienceIn)),
    dispatcher.query<FindingAbout[]>(
      person,
      'findings',
      new FindingsAboutQuery(ofPriorities, position, audience),
    ),
    dispatcher.query<QuestionList>(person, 'questions', new QuestionsQuery(wanted, position, audienceIn)),
    dispatcher.query<CommitmentList>(
      person,
      'commitments',
      new CommitmentsQuery(wanted, { position, audienceIn }),
    ),
    dispatcher.query<DecisionList>(person, 'decisions', new DecisionsQuery({ area }, position, audienceIn)),
  ]);
  return {
    ...{ area, measures: measures.items, findings: findings.items, questions: questions.items },
    ...{ commitments: commitments.items, decisions: decisions.items },
    about: new Map(about.map((one) => [one.finding, one.about])),
  };
}

/** A priority, and the references that were placed under it. */
export interface PriorityHung {
  readonly plan: string;
  readonly priority: string;
  readonly placed: readonly string[];
}

type SaysWhere = Pick<CommitmentItem, 'id' | 'priority' | 'about'>;

/** What hangs from a priority: what was placed under it, and what says itself that it is about it. */
export function hangingFrom(things: ThingsOfArea, { plan, priority, placed }: PriorityHung): Hanging {
  const { area, about } = things;
  const own = `priority:${area}/${plan}/${priority}`;
  const known = new Set(placed);
  const isPlaced = (kind: HangingKind, id: string): boolean => known.has(`${kind}:${area}/${id}`);
  const hangs = (kind: HangingKind) => (one: SaysWhere) =>
    isPlaced(kind, one.id) || one.priority === `${plan}/${priority}` || one.about.includes(own);
  return {
    measures: things.measures.filter(({ id }) => isPlaced('measure', id)),
    findings: things.findings.filter(
      ({ finding }) => isPlaced('finding', finding) || about.get(finding)?.includes(own),
    ),
    questions: things.questions.filter(hangs('question')),
    commitments: things.commitments.filter(hangs('commitment')),
    decisions: things.decisions.filter(hangs('decision')),
  };
}

/** The references of what hangs from a priority. */
export function referencesOf(area: string, hanging: Hanging): ReadonlySet<string> {
  return new Set(eachOf(area, hanging).map(({ reference }) => reference));
}

/** Something that can hang from a priority. */
export interface CanHang {
  readonly kind: HangingKind;
  readonly reference: string;
  readonly title: string;
}

/** Everything that can, each once. */
export function canHangOf(things: ThingsOfArea): CanHang[] {
  return [...new Map(eachOf(things.area, things).map((one) => [one.reference, one])).values()];
}

/** A finding as often as it has addressees. */
function eachOf(area: string, hanging: Hanging): CanHang[] {
  const { measures, findings, questions, commitments, decisions } = hanging;
  const of = (kind: HangingKind, all: readonly { readonly id: string; readonly title: string }[]) =>
    all.map(({ id, title }): CanHang => ({ kind, reference: `${kind}:${area}/${id}`, title }));
  return [
    ...[...of('measure', measures), ...of('finding', findings), ...of('question', questions)],
    ...[...of('commitment', commitments), ...of('decision', decisions)],
  ];
}

export function countsOf(hanging: Hanging): HangingCounts {
  const { measures, findings, questions, commitments, decisions } = hanging;
  const distinct = (lines: readonly FindingItem[]): number =>
    new Set(lines.map(({ finding }) => finding)).size;
  const isOverdue = (one: { readonly overdueDays: number | null }): boolean => one.overdueDays !== null;
  return {
    ...{ measures: measures.length, findings: distinct(findings), questions: questions.length },
    ...{ commitments: commitments.length, decisions: decisions.length },
    unanswered: questions.filter(({ unanswered }) => unanswered).length,
    overdue: distinct(findings.filter(isOverdue)) + commitments.filter(isOverdue).length,
  };
}
