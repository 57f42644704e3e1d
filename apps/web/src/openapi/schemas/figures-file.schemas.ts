import type { PassedColumn, ReadColumn } from '@daybook/figures';
import { count, date, decimal, flag, instant, text, uuid, type Schema } from '../json-schema';
import { precision, status } from './parts';

function said(schema: Schema, description: string): Schema {
  return { ...schema, description };
}

const value = 'Digits exactly as reported; an inexact value with its bound: ~31, >=70, <5, 5..6.';

/** The columns of a file of figures: what stands in each, for whoever reads one. */
export const figuresFileColumns: Readonly<Record<ReadColumn | PassedColumn, Schema>> = {
  measure: said(text, 'The id of the measure.'),
  period: said(
    text,
    'The reference period, in its canonical form: 2022-07, 2022-Q3, FY2021-22, R12-2022-07.',
  ),
  breakdown: said(text, 'dimension=value;dimension=value; empty for the whole.'),
  value: said(decimal, `${value} Empty where no value stands.`),
  status: said(status, 'SDMX observation status (CL_OBS_STATUS).'),
  kind: said(text, 'What an import of the line declares: empty, a report of what stands.'),
  reason: said(text, 'The reason that an import of the line gives: empty.'),
  place: said(text, 'Where in its paper the standing entry is found.'),
  of: said(text, 'The entry that an import of the line changes: empty.'),
  severity: said(text, 'How large the error was that an import of the line corrects: empty.'),
  printed: said(text, "The paper's own words for an inexact, missing or reformatted value."),
  withheldBy: said(text, 'The body that withheld the value.'),
  recordedKind: said(text, 'What the record makes of the standing entry.'),
  title: said(text, 'The title of the measure.'),
  unit: said(text, 'The unit of the measure.'),
  effectiveOn: said(date, 'The day on which the standing entry became effective.'),
  precision: said(precision, 'Whether that day is known, or only its month.'),
  recordedAt: said(instant, 'When the entry was recorded.'),
  paper: said(text, 'The paper that the entry stands in.'),
  'by.role': said(text, 'The role of whoever wrote the entry.'),
  'by.body': said(text, 'The body of whoever wrote the entry.'),
  for: said(text, 'Whose act it was, where that is another body.'),
  secondHand: said(flag, 'Whether the paper is not that of the body whose act it was.'),
  contradictsItself: said(flag, 'Whether the paper gives another value at another place.'),
  confirmedBy: said(text, 'The ids of the reports that confirm the entry, with spaces between.'),
  'valueFrom.paper': {
    ...text,
    description: 'The paper that gives the value to this many decimals, where it is another.',
  },
  'valueFrom.place': text,
  id: said(uuid, 'The id of the standing entry.'),
  index: said(count, 'The place of the entry in the ledger.'),
};

/** The columns of a revision triangle before those of its days. */
export const triangleColumns: Readonly<Record<string, Schema>> = {
  area: said(text, 'The area.'),
  measure: said(text, 'The id of the measure.'),
  period: said(text, 'The reference period.'),
  breakdown: said(text, 'dimension=value;dimension=value; empty for the whole.'),
};

/** The column of one day of a revision triangle. */
export function triangleCell(day: string): Schema {
  return said(decimal, `The value as it stood at the end of ${day}. ${value} Empty where none stood.`);
}
