import {
  KINDS,
  LINE_OUTCOMES,
  UNITS,
  type CheckedLine,
  type CheckedReturn,
  type RecordedBefore,
} from '@daybook/figures';
import {
  LINE_ACTS,
  TRACKER_OUTCOMES,
  type CheckedTracker,
  type CheckedTrackerLine,
} from '@daybook/inspections';
import type { LineProblem } from '@daybook/identity';
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
import { access, status } from './parts';

const problem = object<LineProblem>({
  pointer: { ...text, description: 'RFC 6901, into the body that was sent.' },
  code: text,
  message: text,
});

const recorded = object<RecordedBefore>({
  id: uuid,
  value: orNull(decimal),
  status,
  kind: oneOf(KINDS),
  effectiveOn: date,
  withheldBy: orNull(text),
});

const line = object<CheckedLine>({
  number: { ...count, description: 'From 1, in the order sent.' },
  measure: text,
  period: { ...text, description: 'In its canonical form, where it could be read.' },
  breakdown: text,
  value: { ...orNull(text), description: 'As it would be kept, or, refused, as it was sent.' },
  unit: orNull(oneOf(Object.keys(UNITS))),
  outcome: {
    ...oneOf(LINE_OUTCOMES),
    description:
      '`differs`: refused until it says what the change is. `changed`: a change, with what it changes.',
  },
  kind: { ...orNull(oneOf(KINDS)), description: 'What it would be in the history of its figure.' },
  recorded: { ...orNull(recorded), description: 'What stands on the date of the return, before it.' },
  of: {
    ...orNull(text),
    description: 'The entry that a change names; where it named none, the one that stands.',
  },
  difference: orNull(decimal),
  declare: { ...list(text), description: 'What a value that differs could be declared as.' },
  access: orNull(access),
  flags: list(oneOf(['small-count', 'withheld'])),
  problems: list(problem),
});

const totals: Schema = object<CheckedReturn['totals']>({
  lines: count,
  new: count,
  confirmed: count,
  changed: count,
  contradicts: count,
  differs: count,
  refused: count,
  flagged: count,
});

const trackerLine = object<CheckedTrackerLine>({
  number: { ...count, description: 'From 1, in the order sent.' },
  finding: text,
  title: { ...orNull(text), description: 'Null where no such finding is on record.' },
  addressee: { ...orNull(text), description: 'Whom it concerns, where that can be said.' },
  effectiveOn: orNull(date),
  outcome: {
    ...oneOf(TRACKER_OUTCOMES),
    description: '`unchanged`: it says what is on record already, and nothing comes of it.',
  },
  acts: list(oneOf(LINE_ACTS)),
  from: { ...orNull(text), description: 'The date that stood on the day of the line, before it.' },
  to: { ...orNull(text), description: 'The date that the line gives.' },
  days: { ...orNull({ type: 'integer' }), description: 'How far the latest day moves.' },
  problems: list(problem),
});

/** What a look at a return, or at a tracker, answers with. */
export const checkSchemas = {
  CheckedReturn: object<CheckedReturn>({
    area: text,
    paper: text,
    effectiveOn: text,
    recordable: {
      ...flag,
      description: 'Whether all of it would be recorded as it is; else none of it would.',
    },
    totals,
    problems: list(problem),
    lines: list(line),
  }),
  CheckedTracker: object<CheckedTracker>({
    area: text,
    paper: orNull(text),
    effectiveOn: text,
    recordable: {
      ...flag,
      description: 'Whether all of it would be recorded as it is; else none of it would.',
    },
    totals: object<CheckedTracker['totals']>({
      lines: count,
      recorded: count,
      unchanged: count,
      refused: count,
      'date-given': count,
      'date-moved': count,
      progress: count,
      claim: count,
    }),
    problems: list(problem),
    lines: list(trackerLine),
  }),
};
