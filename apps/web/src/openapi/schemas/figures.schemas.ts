import {
  CELL_CHANGES,
  COMPARATORS,
  FREQUENCIES,
  KINDS,
  POLARITIES,
  SEVERITIES,
  UNITS,
  type Dimension,
  type FigureItem,
  type MeasureItem,
  type TriangleCell,
  type TriangleRow,
  type ValueFrom,
  type VintageItem,
} from '@daybook/figures';
import { count, date, decimal, flag, instant, list, object, oneOf, orNull, text, uuid } from '../json-schema';
import { disputeNoted, noted, notedOnly, precision, readText, source, status, written } from './parts';

const figure = object<FigureItem>({
  area: text,
  measure: text,
  period: {
    ...text,
    description: 'In its canonical form, such as 2022-07, 2022-Q3, FY2021-22 or R12-2022-07.',
  },
  breakdown: { ...text, description: 'dimension=value;dimension=value, or empty for the whole.' },
  id: uuid,
  index: count,
  value: orNull(decimal),
  unit: orNull(oneOf(Object.keys(UNITS))),
  status,
  kind: oneOf(KINDS),
  printed: orNull(text),
  withheldBy: orNull(text),
  ...written,
  precision,
  source: orNull(source),
  secondHand: flag,
  contradictsItself: flag,
  confirmedBy: list(uuid),
  disputed: notedOnly,
  valueFrom: {
    ...orNull(object<ValueFrom>({ id: uuid, index: count, effectiveOn: date, source: orNull(source) })),
    description: 'The report that gave the value to more decimals than the entry that stands.',
  },
});

const vintage = object<VintageItem>({
  id: uuid,
  index: count,
  kind: oneOf(KINDS),
  value: orNull(decimal),
  status,
  printed: orNull(text),
  withheldBy: orNull(text),
  difference: orNull(decimal),
  ...written,
  precision,
  ...readText,
  of: orNull(uuid),
  severity: orNull(oneOf(SEVERITIES)),
  source: orNull(source),
  secondHand: flag,
  contradictsItself: flag,
  stands: flag,
  explanation: noted,
  enteredWrongly: noted,
  disputed: disputeNoted,
});

const measure = object<MeasureItem>({
  area: text,
  id: text,
  title: text,
  unit: oneOf(Object.keys(UNITS)),
  decimals: count,
  frequency: oneOf(FREQUENCIES),
  polarity: oneOf(POLARITIES),
  definition: text,
  base: orNull(text),
  dimensions: list(object<Dimension>({ name: text, exclusive: flag, complete: flag })),
  owner: text,
  comparatorOf: orNull(text),
  comparatorKind: orNull(oneOf(COMPARATORS)),
  start: date,
  breaks: list(
    object<MeasureItem['breaks'][number]>({
      id: uuid,
      index: count,
      effectiveOn: date,
      recordedAt: instant,
      change: text,
      fromPeriod: orNull(text),
    }),
  ),
});

const triangleRow = object<TriangleRow>({
  area: text,
  measure: text,
  period: text,
  breakdown: text,
  cells: list(
    object<TriangleCell>({
      effectiveOn: { ...date, description: 'The day at whose end this stood.' },
      papers: list(text),
      value: orNull(decimal),
      status: orNull(status),
      kind: orNull(oneOf(KINDS)),
      withheldBy: orNull(text),
      change: oneOf(CELL_CHANGES),
      difference: orNull(decimal),
    }),
  ),
});

/** What the figures slice answers with. */
export const figuresSchemas = {
  Area: object<{ readonly id: string }>({ id: text }),
  Figure: figure,
  Measure: measure,
  TriangleRow: triangleRow,
  Vintage: vintage,
};
