import {
  BECAME,
  EXPECTED_FREQUENCIES,
  EXPECTED_STATES,
  KINDS,
  UNITS,
  type EnteredFigure,
  type EntryNamed,
  type ExpectedItem,
  type ReturnItem,
  type ReturnWithLines,
  type Totals,
  type UnexplainedChange,
} from '@daybook/figures';
import type { PaperWithFigures, ReturnFileItem } from '@daybook/runtime';
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
import { actor, precision, status, written } from './parts';
import { paper } from './register.schemas';

const unit = orNull(oneOf(Object.keys(UNITS)));
const ofFigure = { area: text, measure: text, period: text, breakdown: text };

const entryNamed = object<EntryNamed>({
  id: uuid,
  index: count,
  kind: oneOf(KINDS),
  value: orNull(decimal),
  status,
  withheldBy: orNull(text),
  effectiveOn: date,
  precision,
  paper: orNull(text),
  place: orNull(text),
});

const became: Schema = {
  ...oneOf(BECAME),
  description:
    'By the position. `stands`: it, or what it confirms, still answers for the figure. `revised` to `unexplained`: the first change that took its place. `released`: it stated an absence, and a value has come. `contradicts`: its paper said otherwise elsewhere first.',
};

const entered = object<EnteredFigure>({
  ...ofFigure,
  id: uuid,
  index: count,
  kind: oneOf(KINDS),
  value: orNull(decimal),
  unit,
  status,
  printed: orNull(text),
  withheldBy: orNull(text),
  place: orNull(text),
  ...written,
  precision,
  secondHand: flag,
  became,
  contradictsItself: flag,
  confirms: orNull(uuid),
  confirmedBy: { ...list(text), description: 'Papers that confirmed it since.' },
  changedBy: orNull(entryNamed),
  standing: orNull(entryNamed),
});

const totals = object<Totals>(
  {
    figures: count,
    stands: count,
    revised: count,
    corrected: count,
    restated: count,
    withdrawn: count,
    unexplained: count,
    released: count,
    contradicts: count,
    enteredWrongly: count,
    confirmedSince: count,
    confirmsEarlier: count,
    contradictsItself: count,
  },
  {
    description:
      'How many figures became what: `stands` to `enteredWrongly` add up to `figures`; the last three count across them.',
  },
);

const returned: Record<keyof ReturnItem, Schema> = {
  area: text,
  id: uuid,
  index: { ...count, description: 'Its heading; its figures are the next `lines` records.' },
  paper: text,
  lines: count,
  ...written,
  precision,
  approvedBy: { ...orNull(actor), description: 'Who approved it, where its body has four eyes on.' },
  became: totals,
};

const expected = object<ExpectedItem>({
  area: text,
  measure: text,
  title: orNull(text),
  owner: orNull(text),
  period: text,
  frequency: oneOf(EXPECTED_FREQUENCIES),
  daysAfter: count,
  due: date,
  state: oneOf(EXPECTED_STATES),
  days: { ...count, description: 'How late it came, or how long it has not come.' },
  receivedOn: orNull(date),
  precision: orNull(precision),
  paper: orNull(text),
  entry: orNull(uuid),
  index: orNull(count),
  calendar: { ...uuid, description: 'The event that set the calendar by which it is due.' },
});

const unexplained = object<UnexplainedChange>({
  ...ofFigure,
  id: uuid,
  index: count,
  unit,
  from: entryNamed,
  to: entryNamed,
  difference: orNull(decimal),
  ...written,
  days: { ...count, description: 'From its effective date to `asOf`.' },
  stands: flag,
  paperGivesNone: flag,
});

/** What is answered about returns, calendars, papers and unexplained changes. */
export const returnsSchemas = {
  EnteredFigure: entered,
  Totals: totals,
  Return: object<ReturnItem>(returned),
  ReturnFile: object<ReturnFileItem>({
    index: { ...count, description: 'The heading of the return.' },
    area: text,
    paper: text,
    effectiveOn: date,
    precision,
    for: orNull(text),
    name: { ...orNull(text), description: 'Null where it was erased.' },
    sha256: { ...orNull(text), description: 'Of the bytes of the file, in hex; null where it was erased.' },
  }),
  ReturnWithFigures: object<ReturnWithLines>({ ...returned, figures: list(reference('EnteredFigure')) }),
  Expected: expected,
  UnexplainedChange: unexplained,
  PaperWithFigures: object<PaperWithFigures>({
    ...paper,
    figures: list(reference('EnteredFigure')),
    totals: reference('Totals'),
  }),
};
