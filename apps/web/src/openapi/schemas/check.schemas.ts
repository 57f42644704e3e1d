import {
  KINDS,
  LINE_OUTCOMES,
  UNITS,
  type CheckedLine,
  type CheckedReturn,
  type RecordedBefore,
} from '@daybook/figures';
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

/** What a look at a return answers with. */
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
};
