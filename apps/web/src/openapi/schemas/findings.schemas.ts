import type { Expected } from '@daybook/due-dates';
import {
  ADDRESSEE_KINDS,
  DAYS_OF_PARTIES,
  FINDING_KINDS,
  MISSING_PARTS,
  STATUSES,
  TEXT_NAMES,
  type AddresseeItem,
  type ClaimItem,
  type CompletionItem,
  type DisputeItem,
  type FindingCounts,
  type FindingInFull,
  type FindingItem,
  type Gaps,
  type HistoryItem,
  type NamedText,
  type ReasonedItem,
  type SaidItem,
  type Standing,
} from '@daybook/inspections';
import {
  count,
  date,
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

const days = orNull(count);
const day = orNull(date);
const orText = orNull(text);
/** Days, forward or back. */
const signed: Schema = orNull({ type: 'integer' });

const anticipated: Schema = {
  ...orText,
  description: '`2022-11` for a month, `2022-11-30` for a day, else the words; null: none was given.',
};
const kind = oneOf(FINDING_KINDS);

const dated = {
  anticipated,
  earliest: { ...day, description: 'The first and the last day that the words leave room for.' },
  latest: day,
};
const stands = {
  status: oneOf(STATUSES),
  ...dated,
  originalAnticipated: { ...orText, description: 'The first date on record, by effective date.' },
  noDateGiven: flag,
  moves: count,
  slipDays: {
    ...signed,
    description: 'From the latest day first on record to the one that stands; null where either has none.',
  },
  agreed: { ...orNull(flag), description: 'Whether the latest move is; null where nothing moved.' },
  overdueDays: {
    ...days,
    description: 'Past the latest day, of what is neither claimed nor ended; null where it is not overdue.',
  },
  claimedOn: day,
  declinedOn: day,
  assuredOn: day,
  closedOn: day,
  endedOn: { ...day, description: 'Closed, carried forward, superseded or withdrawn.' },
  monthOnly: {
    ...list(oneOf(DAYS_OF_PARTIES)),
    description: 'Which of those days are known to the month alone: each is its last day.',
  },
  gapDays: { ...days, description: 'How long it has waited for an assurance, or for the closing.' },
} satisfies Record<keyof Standing, Schema>;

const finding: Record<keyof FindingItem, Schema> = {
  // As the columns of a tracker's file, so that one can be read back.
  finding: text,
  addressee: {
    ...orText,
    description: 'Null of good practice that is addressed to nobody: it has no status.',
  },
  ...dated,
  id: { ...text, description: 'The finding, by the name of its address.' },
  ...{ area: text, inspection: text, kind, number: orNull(count), title: text },
  ...{ ...stands, status: orNull(stands.status) },
  ...{ question: orText, priority: orText },
  group: { ...orText, description: 'The group whose item of the improvement plan it shares.' },
};

const withReason = { ...said, ...readText };
const reasoned = orNull(object<ReasonedItem>(withReason));

const completion = object<CompletionItem>({
  ...withReason,
  ...{ ...dated, words: orText, setBy: text },
  from: { ...anticipated, description: 'The date before; null: this is the first on record.' },
  days: signed,
  declared: { ...flag, description: 'Recorded as a move; else a date of which an older one made one.' },
  askedBy: orText,
  agreed: orNull(object<SaidItem>(said)),
});

const addressee = object<AddresseeItem>({
  ...{ addressee: text, addresseeKind: oneOf(ADDRESSEE_KINDS), ...stands },
  accepted: reasoned,
  dispute: orNull(object<DisputeItem>({ ...withReason, answered: reasoned })),
  claim: orNull(
    object<ClaimItem>({
      ...{ ...said, evidence: orText, evidenceErased: flag },
      ...{ assured: reasoned, declined: reasoned },
    }),
  ),
  ...{ ended: reasoned, reopened: reasoned, goesOnAs: orText },
  gaps: object<Gaps>({
    claimedNotAssuredDays: days,
    assuredNotClosedDays: days,
    claimedNotClosedDays: days,
    claimedToAssuredDays: signed,
    assuredToClosedDays: signed,
    claimedToClosedDays: signed,
  }),
  missing: { ...list(oneOf(MISSING_PARTS)), description: 'What the inspectorate closed it without.' },
  completions: list(completion),
});

const happened = object<HistoryItem>({
  ...{ ...said, type: text, addressees: list(text), findings: list(text) },
  unfitting: {
    ...list(text),
    description: 'Addressees with whom it did not fit what stood before it, and changes nothing.',
  },
  of: { ...orNull(uuid), description: 'The event that it answers.' },
  ...{ from: anticipated, to: anticipated, askedBy: orText },
  goesOnAs: { ...orText, description: 'The finding that it goes on in, or that takes its place.' },
  group: orText,
  texts: list(object<NamedText>({ name: oneOf(TEXT_NAMES), text: orText, erased: flag })),
  enteredWrongly: orNull(object<SaidItem>(said)),
});

const { status, originalAnticipated, moves, slipDays, claimedOn, assuredOn, closedOn } = stands;
const inFull = object<FindingInFull>(
  {
    ...{ area: text, id: text, inspection: text, inspectionTitle: orText, inspectorate: orText, kind },
    ...{ number: orNull(count), reference: orText, title: text, question: orText, priority: orText },
    ...{ status, anticipated, originalAnticipated, moves, slipDays, claimedOn, assuredOn, closedOn },
    about: list(text),
    completeBy: orNull(object<Expected>({ anticipated, words: orText, earliest: day, latest: day })),
    acceleratedOn: day,
    recommendations: list(text),
    raised: object<SaidItem>(said),
    group: orNull(object({ id: text, title: orText, findings: list(text) })),
    addressees: list(addressee),
    history: list(reference('FindingEvent')),
  },
  {
    optional: [
      ...(['status', 'anticipated', 'originalAnticipated', 'moves', 'slipDays'] as const),
      ...(['claimedOn', 'assuredOn', 'closedOn'] as const),
    ],
    description: 'What stands is also at the top where there is one addressee.',
  },
);

/** The tracker of findings, and one of them in full. */
export const findingsSchemas = {
  Finding: object<FindingItem>(finding),
  FindingInFull: inFull,
  FindingEvent: happened,
  FindingCounts: object<FindingCounts>({
    on: date,
    ...{ open: count, accepted: count, disputed: count, claimed: count, assured: count, closed: count },
    ...{ carriedForward: count, superseded: count, withdrawn: count, total: count },
  }),
};
