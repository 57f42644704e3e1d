/** Columns of a file of figures that an import reads, in the order in which files are written. */
export const READ_COLUMNS = [
  'measure',
  'period',
  'breakdown',
  'value',
  'status',
  'kind',
  'reason',
  'place',
  'of',
  'severity',
  'printed',
  'withheldBy',
] as const;
export type ReadColumn = (typeof READ_COLUMNS)[number];

/** What a file that Daybook gives says of each figure besides; an import passes these columns by. */
export const PASSED_COLUMNS = [
  'recordedKind',
  'title',
  'unit',
  'effectiveOn',
  'precision',
  'recordedAt',
  'paper',
  'by.role',
  'by.body',
  'for',
  'secondHand',
  'contradictsItself',
  'confirmedBy',
  'valueFrom.paper',
  'valueFrom.place',
  'id',
  'index',
] as const;
export type PassedColumn = (typeof PASSED_COLUMNS)[number];
