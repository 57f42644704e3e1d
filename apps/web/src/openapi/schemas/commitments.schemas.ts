import {
  COMMITMENT_KINDS,
  COMMITMENT_STATUSES,
  COUNTINGS,
  DATE_OUTCOMES,
  SENSES,
  VERDICTS,
  WHY_NOT_SAID,
  type ClaimItem,
  type CommitmentEventItem,
  type CommitmentInFull,
  type CommitmentItem,
  type DueItem,
  type ProgressItem,
  type Target,
  type TargetCompared,
} from '@daybook/scrutiny';
import type { ReasonedItem, SaidItem } from '@daybook/provenance';
import type { CitedFigure } from '@daybook/runtime';
import {
  count,
  date,
  decimal,
  flag,
  list,
  object,
  oneOf,
  orNull,
  reference,
  text,
  uuid,
  type Schema,
} from '../json-schema';
import { readText, said } from './parts';
import { citation, told } from './told';

const orText = orNull(text);
const day = orNull(date);
/** Days, forward or back. */
const signed: Schema = orNull({ type: 'integer' });
const due: Schema = {
  ...orText,
  description: '`2023-11` for a month, `2023-06-07` for a day, else the words; null: no date is given.',
};
const verdict: Schema = {
  ...orNull(oneOf(VERDICTS)),
  description:
    "What its measure's figures say of a target; null of what is none, or was withdrawn or superseded.",
};
const reasoned = orNull(object<ReasonedItem>({ ...said, ...readText }));

const target = object<Target>({
  measure: text,
  breakdown: { type: 'object', additionalProperties: text },
  value: decimal,
  sense: oneOf(SENSES),
  counting: { ...oneOf(COUNTINGS), description: 'The figure of its one period, or the sum of its periods’.' },
  periods: list(text),
});

const commitment: Record<keyof CommitmentItem, Schema> = {
  ...{ area: text, id: text, kind: oneOf(COMMITMENT_KINDS), title: text },
  owner: { ...text, description: 'The body or office that promised.' },
  ownerBody: {
    ...text,
    description: 'The body that the owner is of; the owner itself, where it is within none.',
  },
  to: { ...orText, description: 'To whom; null: not said.' },
  ...{ meeting: orText, item: orText },
  priority: { ...orText, description: '`<plan>/<priority>`.' },
  about: { ...list(text), description: 'References that it was made about.' },
  status: oneOf(COMMITMENT_STATUSES),
  ...{ due, dueWords: orText },
  dueEarliest: { ...day, description: 'The first and the last day that the words leave room for.' },
  dueLatest: day,
  originalDue: {
    ...orText,
    description: 'The first date on record, by effective date; it is kept for ever.',
  },
  moves: { ...count, description: 'How often the date that stands changed.' },
  slipDays: {
    ...signed,
    description: 'From the latest day first on record to the one that stands; null where either has none.',
  },
  overdueDays: {
    ...orNull(count),
    description: 'Past the latest day, of what is open or refused; null where it is not overdue.',
  },
  pendingMove: { ...orText, description: 'The date that is asked for, and neither agreed nor refused.' },
  ...{ madeOn: date, takenOn: day, claimedOn: day, acceptedOn: day },
  lastWordOn: { ...date, description: 'The day of the latest act about it.' },
  target: orNull(target),
  verdict,
};

const dated = object<DueItem>({
  ...{ ...said, ...readText, due, words: orText, earliest: day, latest: day },
  from: { ...orText, description: 'The date that it took, or was to take, the place of; null: none stood.' },
  days: signed,
  askedBy: orText,
  outcome: {
    ...oneOf(DATE_OUTCOMES),
    description: '`first`, `agreed` and `not-given` (nobody says whether it was agreed) stand or stood.',
  },
  answered: reasoned,
});

const claim = object<ClaimItem<CitedFigure>>({
  ...{ ...said, evidence: orText, evidenceErased: flag, cites: list(reference('CitedFigure')) },
  counts: { ...flag, description: 'Whether it is the claim that counts.' },
  ...{ accepted: reasoned, refused: reasoned },
});

const comparison = object<TargetCompared>({
  verdict: oneOf(VERDICTS),
  why: { ...orNull(oneOf(WHY_NOT_SAID)), description: 'Why it cannot be said; else null.' },
  dueOn: { ...day, description: 'The day after which it is held against its figures.' },
  ...{ measureTitle: orText, unit: orText },
  value: { ...orNull(decimal), description: 'The figure of its one period, or the sum, with its bound.' },
  difference: { ...orNull(decimal), description: 'That less the target’s value, where it is exact.' },
  figures: list(object({ period: text, figure: orNull(reference('Figure')) })),
});

const inFull = object<CommitmentInFull<CitedFigure>>({
  ...commitment,
  ...{ promise: orText, promiseErased: flag, office: orText },
  ...{ meetingTitle: orText, meetingOn: day, itemTitle: orText },
  ...{ made: object<SaidItem>(said), taken: orNull(object<SaidItem>(said)) },
  comparison: { ...orNull(comparison), description: 'A target beside its figures.' },
  dates: {
    ...list(dated),
    description: 'Every date that it had or that was asked for, the first on record first.',
  },
  progress: list(
    object<ProgressItem>({ ...said, report: orText, taken: orText, planned: orText, erased: flag }),
  ),
  claims: list(claim),
  ...{ ended: reasoned, supersededBy: orText, reopened: reasoned },
  history: list(reference('CommitmentEvent')),
});

const happened = object<CommitmentEventItem>({
  ...told,
  of: { ...orNull(uuid), description: 'The event that it answers.' },
  ...{ from: due, to: due, askedBy: orText, supersededBy: orText },
  cites: list(citation),
});

/** The list of commitments, and one of them in full. */
export const commitmentsSchemas = {
  Commitment: object<CommitmentItem>(commitment),
  CommitmentInFull: inFull,
  CommitmentEvent: happened,
};
