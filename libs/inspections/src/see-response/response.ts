import type { Said } from '@daybook/provenance';
import { bodiesOf } from '../addressees';
import { COPIED_TO, type CopiedTo } from '../codes';
import { stateOf } from '../finding-state';
import type { ResponseAct } from '../inspections.events';
import { isOfResponse } from '../responding';
import { clockOn, type Clock, type ClockedReport } from '../response-clock';
import type { FindingRow } from '../see-findings/findings.view';
import type { ResponseStep } from '../see-inspections/inspections.view';

type StepOf<Type extends ResponseAct['type']> = Extract<ResponseStep, { readonly type: Type }>;
export type Invitation = StepOf<'inspections.comments-invited'>;
export type Comments = StepOf<'inspections.comments-recorded'>;
export type Answer = StepOf<'inspections.recommendation-answered'>;
export type Publication = StepOf<'inspections.response-published'>;
export type Copy = StepOf<'inspections.copy-sent'>;

/** What a response lacks beside answers. */
export const LACKING = [
  /** The chief officer's comments, or that none came. */
  'comments',
  /** A reply to the comments that came. */
  'reply',
] as const;
export type Lacking = (typeof LACKING)[number];

/** A finding that is raised: what is to be answered, or what carries it. */
export type RaisedRow = FindingRow & { readonly raised: NonNullable<FindingRow['raised']> };

/** What a response is judged by: the report or the cause of concern, and all that was said of it by a day. */
export interface Responded {
  readonly area: string;
  readonly inspection: string;
  readonly report: ClockedReport;
  /** The accelerated cause of concern that it answers; null: the report. */
  readonly concern: RaisedRow | null;
  /** The inspection's findings. */
  readonly findings: readonly RaisedRow[];
  /** In effective order. */
  readonly steps: readonly ResponseStep[];
}

/** What is still to be said, or was when a response was published. */
export interface Lacks {
  /** Findings ids of recommendations without an answer. */
  readonly uncovered: readonly string[];
  readonly missing: readonly Lacking[];
}

export interface Judged extends Lacks {
  readonly clock: Clock;
  /** The day of the first publication. */
  readonly respondedOn: string | null;
  /** Whether the latest publication lacked nothing. */
  readonly complete: boolean;
  readonly recommendations: readonly {
    readonly row: RaisedRow;
    readonly answer: Answer | null;
    readonly covered: boolean;
  }[];
  readonly invited: Invitation | null;
  readonly comments: readonly Comments[];
  readonly answers: readonly Answer[];
  readonly publications: readonly { readonly step: Publication; readonly lacks: Lacks }[];
  readonly copies: readonly { readonly to: CopiedTo; readonly sent: Copy | null }[];
}

/** The state of a response at the end of a day, of what is known to be effective by then. */
export function judge(of: Responded, asOf: string): Judged {
  const { area, inspection, concern, report } = of;
  const own = of.steps.filter(({ data }) => isOfResponse(data, inspection, concern?.finding ?? null));
  const comments = own.filter(is('inspections.comments-recorded'));
  const asked = recommendationsOf(of);
  const answers = of.steps
    .filter(is('inspections.recommendation-answered'))
    .filter(({ data }) => asked.some(({ finding }) => finding === data.finding));
  const published = own.filter(is('inspections.response-published'));
  const copies = own.filter(is('inspections.copy-sent'));
  const lacksOn = (day: string, replied: boolean): Lacks => ({
    uncovered: asked
      .filter((row) => toBeAnswered(row, area, day) && !answerOn(answers, row.finding, day))
      .map(({ finding }) => finding),
    missing: missingOn(comments, day, replied),
  });
  const publications = published.map((step, i) => {
    const replied = published.slice(0, i + 1).some(({ data }) => data.reply !== null);
    return { step, lacks: lacksOn(step.effectiveOn, replied) };
  });
  const respondedOn = published[0]?.effectiveOn ?? null;
  const { publishedOn } = concern?.raised.accelerated ?? report;
  const clock = clockOn({ ...report, publishedOn }, asOf, respondedOn);
  // Where no response is asked for, none lacks anything.
  const wanted = clock.status === 'not-applicable' ? NOTHING_LACKS : lacksOn(asOf, false);
  const lacks = publications.at(-1)?.lacks ?? wanted;
  return {
    ...lacks,
    ...{ clock, respondedOn },
    complete: respondedOn !== null && lacks.uncovered.length + lacks.missing.length === 0,
    recommendations: asked.flatMap((row) => {
      const answer = answerOn(answers, row.finding, asOf) ?? null;
      if (!answer && !toBeAnswered(row, area, asOf)) return [];
      return { row, answer, covered: !lacks.uncovered.includes(row.finding) };
    }),
    invited: own.filter(is('inspections.comments-invited')).at(-1) ?? null,
    ...{ comments, answers, publications },
    copies: COPIED_TO.map((to) => ({ to, sent: copies.find(({ data }) => data.to === to) ?? null })),
  };
}

const NOTHING_LACKS: Lacks = { uncovered: [], missing: [] };

function is<Type extends ResponseAct['type']>(type: Type) {
  return (step: ResponseStep): step is StepOf<Type> => step.type === type;
}

/** The recommendations that a response is to cover: those of the report, or those that its concern carries. */
function recommendationsOf({ area, concern, findings }: Responded): readonly RaisedRow[] {
  return findings.filter(
    ({ finding, raised }) =>
      raised.kind === 'recommendation' &&
      raised.addressees.some((addressee) => bodiesOf(area).includes(addressee)) &&
      (!concern || concern.raised.recommendations.includes(finding)),
  );
}

/** Whether there was anything to answer on a day: not where the inspectorate had taken it back by then. */
function toBeAnswered({ raised, acts }: RaisedRow, area: string, day: string): boolean {
  const byThen = acts.filter(({ effectiveOn }) => effectiveOn <= day);
  return raised.addressees
    .filter((addressee) => bodiesOf(area).includes(addressee))
    .some((addressee) => stateOf(raised, byThen, addressee).status !== 'withdrawn');
}

function answerOn(answers: readonly Answer[], finding: string, day: string): Answer | undefined {
  return answers.findLast((answer) => answer.data.finding === finding && isBy(answer, day));
}

/** Comments that came after a day could not be published on it; that none came may be said later. */
function missingOn(comments: readonly Comments[], day: string, replied: boolean): readonly Lacking[] {
  const arrived = comments.filter(({ data }) => data.arrived);
  if (arrived.some((one) => isBy(one, day))) return replied ? [] : ['reply'];
  return comments.length > 0 && arrived.length === 0 ? [] : ['comments'];
}

/** Whether something was said by a day. What is known by its month alone may have been said on its first day. */
function isBy({ effectiveOn, precision }: Said, day: string): boolean {
  return precision === 'month' ? effectiveOn.slice(0, 7) <= day.slice(0, 7) : effectiveOn <= day;
}
