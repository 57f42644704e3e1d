import {
  CHANGE_KINDS,
  DEFINED_AGAIN,
  KINDS,
  SEVERITIES,
  UNITS,
  type ChangeItem,
  type EntryChanged,
  type Rejudged,
  type ReplayItem,
  type Stood,
} from '@daybook/figures';
import { INSPECTION_CHANGES, STATUSES, type AddresseeMoved } from '@daybook/inspections';
import { SCRUTINY_CHANGES, type SubjectMoved } from '@daybook/scrutiny';
import type { Change } from '@daybook/runtime';
import {
  count,
  date,
  decimal,
  flag,
  list,
  object,
  oneOf,
  orNull,
  text,
  uuid,
  type Schema,
} from '../json-schema';
import { precision, readText, source, status, written } from './parts';

const said = { value: orNull(decimal), status, printed: orNull(text), withheldBy: orNull(text) };
const stood = orNull(object<Stood>({ id: uuid, kind: oneOf(KINDS), ...said, effectiveOn: date }));

/** What a change has, whether between two positions or as a step of a history. */
export const changeMembers: Readonly<Record<keyof ChangeItem, Schema>> = {
  area: text,
  measure: text,
  period: orNull(text),
  breakdown: orNull(text),
  unit: orNull(oneOf(Object.keys(UNITS))),
  id: { ...uuid, description: 'The event that made the change; its dates, writer, paper and reason follow.' },
  index: count,
  kind: oneOf(CHANGE_KINDS),
  before: { ...stood, description: 'What stood of the figure before the change.' },
  after: { ...stood, description: 'What stands of it after the change.' },
  difference: { ...orNull(decimal), description: '`after` less `before`, where both are exact.' },
  entry: orNull(
    object<EntryChanged>({
      id: uuid,
      index: count,
      ...said,
      effectiveOn: date,
      precision,
      kindBefore: { ...orNull(oneOf(KINDS)), description: 'Null where it was not on record before.' },
      kind: oneOf(KINDS),
    }),
  ),
  definition: orNull(
    object<NonNullable<ChangeItem['definition']>>({
      change: orNull(text),
      fromPeriod: orNull(text),
      definedAgain: {
        ...orNull(oneOf(DEFINED_AGAIN)),
        description: 'Null where the measure was not defined before.',
      },
    }),
  ),
  of: orNull(uuid),
  severity: orNull(oneOf(SEVERITIES)),
  ...written,
  precision,
  source: orNull(source),
  secondHand: flag,
  contradictsItself: flag,
  ...readText,
};

/** How an act moved a finding, for one addressee. */
const moved: Record<keyof AddresseeMoved, Schema> = {
  addressee: text,
  statusBefore: orNull(oneOf(STATUSES)),
  statusAfter: oneOf(STATUSES),
  anticipatedBefore: orNull(text),
  anticipatedAfter: orNull(text),
};

/** How an act moved a meeting, a question, a commitment or a decision. */
const subject: Record<keyof SubjectMoved, Schema> = {
  kind: oneOf(['meeting', 'question', 'commitment', 'decision']),
  id: text,
  title: orNull(text),
  statusBefore: orNull(text),
  statusAfter: orNull(text),
  dueBefore: {
    ...orNull(text),
    description: 'When a meeting is, a commitment is due, or a decision takes effect, before the act.',
  },
  dueAfter: orNull(text),
};

const TYPES = [
  'figures.measure-defined',
  'figures.measure-redefined',
  'figures.figure-reported',
  'figures.figure-revised',
  'figures.figure-corrected',
  'figures.figure-restated',
  'figures.figure-withdrawn',
  'figures.change-explained',
  'figures.entry-marked-wrong',
  'figures.transcription-disputed',
  'figures.dispute-withdrawn',
] as const satisfies readonly ReplayItem['type'][];

export const changesSchemas = {
  Change: object<Change>({
    ...changeMembers,
    measure: { ...orNull(text), description: 'Null where no figure changed.' },
    kind: oneOf([...CHANGE_KINDS, ...INSPECTION_CHANGES, ...SCRUTINY_CHANGES]),
    about: { ...text, description: 'The reference of what changed.' },
    inspection: orNull(text),
    finding: orNull(text),
    addressees: list(object<AddresseeMoved>(moved)),
    graded: orNull(object<NonNullable<Change['graded']>>({ question: text, grade: orNull(text) })),
    subject: {
      ...orNull(object<SubjectMoved>(subject)),
      description: 'The meeting, question, commitment or decision that changed; null of all else.',
    },
    standingDiffers: {
      ...flag,
      description: 'Whether what changed reads otherwise at the later position than at the earlier one.',
    },
  }),
  ReplayStep: object<ReplayItem>({
    n: { ...count, description: 'Its number in the history at this position, from 1.' },
    type: oneOf(TYPES),
    ...changeMembers,
    rejudged: {
      ...list(object<Rejudged>({ id: uuid, index: count, kindBefore: oneOf(KINDS), kind: oneOf(KINDS) })),
      description: 'Older entries of the figure that are judged otherwise after this step.',
    },
  }),
};
