import { Refusal, type Access, type Decider, type Problem, type SealedText } from '@daybook/ledger';
import { figuresBook, findEntry, type FiguresBook, type FoundEntry } from '../book';
import { disputeOf, type Dispute } from '../disputes';
import {
  figureRef,
  measureRef,
  type DisputeEvent,
  type DisputeWithdrawn,
  type TranscriptionDisputed,
} from '../figures.events';
import { readEffectiveOn, type GivenPaper } from '../setting';

export interface DisputeTranscriptionInput {
  readonly area: string;
  /** The event id of the entry. */
  readonly of: string;
  readonly reason?: SealedText | null;
  readonly effectiveOn: string;
}

type DisputeDecider<Event extends DisputeEvent> = Decider<
  DisputeTranscriptionInput,
  FiguresBook,
  Event,
  GivenPaper
>;

const NOT_YOURS =
  "Only the body whose act it is, or the measure's owner, may dispute what another body wrote down for it.";

/**
 * The body concerned says that an entry is not what it did or said. The entry goes on standing, and shows
 * that it is disputed, until the body withdraws the dispute or the writer marks the entry as entered wrongly.
 */
export const disputeTranscription: DisputeDecider<TranscriptionDisputed> = {
  ...figuresBook,
  decide(input, book, { by, today }) {
    const found = findEntry(book, input.of);
    if (found instanceof Refusal) return found;
    const { entry, measure, record, figure } = found;
    if (!entry.for || entry.for === entry.by.body)
      return new Refusal(
        'figures.not-a-transcription',
        'The body that this entry is about wrote it itself. Revise, correct or withdraw the figure instead.',
      );
    if (entry.by.body === by.body || ![entry.for, measure.defined.owner].includes(by.body))
      return new Refusal('figures.not-yours', NOT_YOURS);
    if (record.marks.some((m) => m.of === input.of))
      return new Refusal('figures.already-marked', `Entry ${input.of} is marked entered wrongly already.`);
    const known = standingDispute(found, book);
    if (known)
      return new Refusal(
        'figures.already-disputed',
        `Entry ${input.of} is disputed by ${known.by.body} already, since ${known.effectiveOn}.`,
      );
    const since = { day: entry.effectiveOn, what: 'The entry' };
    const fact = said(input, found, since, today);
    if (fact instanceof Refusal) return fact;
    const { of, reason = null } = input;
    return [{ ...fact, type: 'figures.transcription-disputed', data: { ...figure, of, reason } }];
  },
};

/** The body that disputes an entry accepts it after all. Both stay on record. */
export const withdrawDispute: DisputeDecider<DisputeWithdrawn> = {
  ...figuresBook,
  decide(input, book, { by, today }) {
    const found = findEntry(book, input.of);
    if (found instanceof Refusal) return found;
    const dispute = standingDispute(found, book);
    if (!dispute) return new Refusal('figures.not-disputed', `Nobody disputes entry ${input.of}.`);
    if (dispute.by.body !== by.body)
      return new Refusal(
        'figures.not-yours',
        `Only ${dispute.by.body}, which disputes it, may withdraw that.`,
      );
    const since = { day: dispute.effectiveOn, what: 'The dispute' };
    const fact = said(input, found, since, today, false);
    if (fact instanceof Refusal) return fact;
    const { of, reason = null } = input;
    const data = { ...found.figure, of, dispute: dispute.id, reason };
    return [{ ...fact, type: 'figures.dispute-withdrawn', data }];
  },
};

function standingDispute({ figure, entry }: FoundEntry, book: FiguresBook): Dispute | undefined {
  const dispute = disputeOf(book.disputes.get(figureRef(figure)) ?? [], entry.id);
  return dispute?.withdrawn ? undefined : dispute;
}

/** What both events carry; or every problem with when and why. */
function said(
  { effectiveOn, reason }: DisputeTranscriptionInput,
  { figure, entry, measure }: FoundEntry,
  since: { readonly day: string; readonly what: string },
  today: string,
  needsReason = true,
): Pick<DisputeEvent, 'schema' | 'effectiveOn' | 'precision' | 'about' | 'access'> | Refusal {
  const date = readEffectiveOn(effectiveOn, today);
  const problems: Problem[] = [];
  if ('code' in date) problems.push(date);
  else if (date.effectiveOn < since.day)
    problems.push({
      field: '/effectiveOn',
      code: 'figures.before-its-vintage',
      message: `${since.what} is effective on ${since.day}; this cannot be earlier.`,
    });
  if (needsReason && !reason)
    problems.push({
      field: '/reason',
      code: 'figures.reason-missing',
      message: 'Say what is wrong with the entry, and what your own record says.',
    });
  if (problems.length > 0 || 'code' in date)
    return Refusal.of('figures.bad-dispute', 'The dispute was not recorded.', problems);
  const closed = entry.access === 'restricted' || measure.access === 'restricted';
  const access: Access = closed ? 'restricted' : 'public';
  return { schema: 1, ...date, about: [figureRef(figure), measureRef(figure)], access };
}
