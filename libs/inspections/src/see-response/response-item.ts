import type { FreeText } from '@daybook/ledger';
import { type ReadText, saidItem, type SaidItem } from '@daybook/provenance';
import type { CopiedTo, ResponseAction } from '../codes';
import { type CLOCK_STATUSES, dayNumber, type WhyNoClock } from '../response-clock';
import type { ResponseStep } from '../see-inspections/inspections.view';
import { judge, type Judged, type Lacking, type Lacks, type Responded } from './response';

export interface InvitationItem extends SaidItem {
  readonly commentsBy: string;
}

/** Comments of the chief officer, as far as they can still be read; or that none came. */
export interface CommentsItem extends SaidItem {
  readonly arrived: boolean;
  readonly comments: string | null;
  readonly commentsErased: boolean;
}

export interface AnswerItem extends SaidItem {
  readonly finding: string;
  readonly action: ResponseAction;
  readonly answer: string | null;
  readonly answerErased: boolean;
  /** The answer that it replaced. */
  readonly of: string | null;
  /** Whether it is the answer that counts. */
  readonly stands: boolean;
}

export interface PublicationItem extends SaidItem {
  /** The inspection that it was published in answer to; it may answer others as well. */
  readonly inspection: string;
  readonly answersAlso: readonly string[];
  readonly reply: string | null;
  readonly replyErased: boolean;
  readonly url: string | null;
  /** Its day on the clock; null where there is no clock. */
  readonly day: number | null;
  readonly complete: boolean;
  readonly uncovered: readonly string[];
  readonly missing: readonly Lacking[];
}

export interface CopyItem {
  readonly to: CopiedTo;
  /** Null: outstanding. */
  readonly sentOn: string | null;
  readonly sent: SaidItem | null;
}

/** A recommendation that the response is to cover. */
export interface RecommendationItem {
  readonly finding: string;
  readonly number: number | null;
  readonly reference: string | null;
  readonly title: string;
  readonly addressees: readonly string[];
  readonly covered: boolean;
  /** The event id of the answer that counts. */
  readonly answer: string | null;
}

/** The response to a report, or to a cause of concern of it, as it stood on a day. */
export interface ResponseToOne {
  readonly area: string;
  readonly inspection: string;
  /** The finding id of the cause of concern; null: the report. */
  readonly concern: string | null;
  readonly title: string;
  /** When the report, or the cause of concern, was published. */
  readonly publishedOn: string | null;
  readonly dueOn: string | null;
  readonly day: number | null;
  readonly status: (typeof CLOCK_STATUSES)[number];
  readonly daysLate: number | null;
  readonly daysPast: number | null;
  readonly why: WhyNoClock | null;
  readonly respondedOn: string | null;
  readonly complete: boolean;
  readonly uncovered: readonly string[];
  readonly missing: readonly Lacking[];
  readonly copies: readonly CopyItem[];
  readonly recommendations: readonly RecommendationItem[];
  readonly invited: InvitationItem | null;
  readonly comments: readonly CommentsItem[];
  readonly answers: readonly AnswerItem[];
  readonly publications: readonly PublicationItem[];
}

export interface ResponseItem extends ResponseToOne {
  /** The responses to its accelerated causes of concern, each with its own clock. */
  readonly accelerated: readonly ResponseToOne[];
}

type Read = (text: FreeText) => ReadText;

/** The free text of a step, where it may have one. */
export function textOf(step: ResponseStep): FreeText {
  switch (step.type) {
    case 'inspections.comments-recorded':
      return step.data.comments;
    case 'inspections.recommendation-answered':
      return step.data.answer;
    case 'inspections.response-published':
      return step.data.reply;
    case 'inspections.comments-invited':
    case 'inspections.copy-sent':
      return null;
    default: {
      const never: never = step;
      throw new Error(`Unknown step ${(never as { type: string }).type}`);
    }
  }
}

/**
 * A response as it is answered, as of a day. `replyDueOn`: the day that the inspection set itself, which counts
 * where there is no clock.
 */
export function responseTo(
  of: Responded & { readonly title: string; readonly replyDueOn: string | null },
  asOf: string,
  read: Read,
): ResponseToOne {
  const { area, inspection, concern, title, replyDueOn } = of;
  const judged = judge(of, asOf);
  const { clock, respondedOn, complete, uncovered, missing, invited } = judged;
  const publishedOn = concern?.raised.accelerated?.publishedOn ?? of.report.publishedOn;
  return {
    ...{ area, inspection, concern: concern?.finding ?? null, title, publishedOn },
    dueOn: clock.dueOn ?? replyDueOn,
    ...{ day: clock.day, status: clock.status },
    daysLate: clock.status === 'late' ? clock.daysLate : null,
    daysPast: clock.status === 'none-recorded' ? clock.daysPast : null,
    why: clock.status === 'not-applicable' ? clock.why : null,
    ...{ respondedOn, complete, uncovered, missing },
    copies: judged.copies.map(({ to, sent }) => ({
      ...{ to, sentOn: sent?.effectiveOn ?? null, sent: sent && saidItem(sent) },
    })),
    recommendations: judged.recommendations.map(({ row: { finding, raised }, answer, covered }) => {
      const { number, reference, title: words, addressees } = raised;
      return { finding, number, reference, title: words, addressees, covered, answer: answer?.id ?? null };
    }),
    invited: invited && { ...saidItem(invited), commentsBy: invited.data.commentsBy },
    comments: judged.comments.map((step) => {
      const { reason: comments, reasonErased: commentsErased } = read(step.data.comments);
      return { ...saidItem(step), arrived: step.data.arrived, comments, commentsErased };
    }),
    answers: answersIn(judged, read),
    publications: judged.publications.map(({ step, lacks }) => {
      const day =
        clock.day === null || publishedOn === null ? null : dayNumber(publishedOn, step.effectiveOn);
      return { ...publication(step, lacks, read), day };
    }),
  };
}

function answersIn({ answers, recommendations }: Judged, read: Read): readonly AnswerItem[] {
  const standing = new Set(recommendations.map(({ answer }) => answer?.id));
  return answers.map((step) => {
    const { reason: answer, reasonErased: answerErased } = read(step.data.answer);
    const { finding, action, of } = step.data;
    return { ...saidItem(step), finding, action, answer, answerErased, of, stands: standing.has(step.id) };
  });
}

function publication(
  step: Judged['publications'][number]['step'],
  { uncovered, missing }: Lacks,
  read: Read,
): Omit<PublicationItem, 'day'> {
  const { inspection, answersAlso, url } = step.data;
  const { reason: reply, reasonErased: replyErased } = read(step.data.reply);
  const complete = uncovered.length + missing.length === 0;
  return {
    ...saidItem(step),
    inspection,
    answersAlso,
    reply,
    replyErased,
    url,
    complete,
    uncovered,
    missing,
  };
}
