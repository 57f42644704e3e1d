import { randomUUID } from 'node:crypto';
import { isDate } from '@daybook/ledger';
import { dateFields, fieldsOf, readDate, type DateFields } from '@daybook/pages';

/** The fields of one line of the form, by their names in the command. */
export const LINE_FIELDS = [
  'measure',
  'period',
  'breakdown',
  'value',
  'status',
  'withheldBy',
  'kind',
  'of',
  'reason',
  'severity',
  'place',
  'printed',
] as const;
export type LineField = (typeof LINE_FIELDS)[number];
export type LineFields = Readonly<Record<LineField, string>>;

/** Fields that stand apart, under "More about this figure". */
const FURTHER: readonly LineField[] = [
  'breakdown',
  'status',
  'withheldBy',
  'kind',
  'of',
  'reason',
  'severity',
  'printed',
];

/**
 * What was typed. It lives in the form alone: reasons are sealed when recorded, and must not rest in a
 * session.
 */
export interface ReturnFields {
  /** The command's id, made when the form was first shown: sent twice, it is recorded once. */
  readonly commandId: string;
  readonly paper: string;
  readonly effective: DateFields;
  readonly for: string;
  readonly lines: readonly LineFields[];
}

/** What a link may fill in: which figure, and what is to happen to it. Never a value or a free text. */
const FROM_LINK: readonly LineField[] = ['measure', 'period', 'breakdown', 'kind', 'of'];

export const MOST_FORM_LINES = 20;

/** A form to begin with, with what a link already says of its paper and date, and of its first line. */
export function newReturn(query: Readonly<Record<string, string>>): ReturnFields {
  const { paper = '', effectiveOn = '' } = query;
  const effective = isDate(effectiveOn) ? fieldsOf(effectiveOn) : { day: '', month: '', year: '' };
  const line = lineOf((field) => (FROM_LINK.includes(field) ? query[field] : undefined));
  return { commandId: randomUUID(), paper, effective, for: '', lines: [line] };
}

export function emptyLine(): LineFields {
  return lineOf(() => undefined);
}

function lineOf(read: (field: LineField) => string | undefined): LineFields {
  return Object.fromEntries(LINE_FIELDS.map((field) => [field, (read(field) ?? '').trim()])) as LineFields;
}

/** Reads the form as it was sent. */
export function readReturn(form: Readonly<Record<string, string>>): ReturnFields {
  const sent = Object.keys(form).flatMap((name) => /^lines-(\d{1,3})-measure$/.exec(name)?.[1] ?? []);
  const lines = sent.slice(0, MOST_FORM_LINES).map((i) => lineOf((field) => form[`lines-${i}-${field}`]));
  return {
    commandId: form['command-id'] || randomUUID(),
    paper: form.paper ?? '',
    effective: dateFields(form, 'effectiveOn'),
    for: form.for ?? '',
    lines: lines.length > 0 ? lines : [emptyLine()],
  };
}

/** The same as hidden fields, for the page that asks whether all is right. */
export function hiddenFields({
  commandId,
  paper,
  effective,
  for: body,
  lines,
}: ReturnFields): readonly [string, string][] {
  return [
    ['command-id', commandId],
    ['paper', paper],
    ['for', body],
    ['effectiveOn-day', effective.day],
    ['effectiveOn-month', effective.month],
    ['effectiveOn-year', effective.year],
    ...lines.flatMap((line, i) =>
      LINE_FIELDS.map((field): [string, string] => [`lines-${i}-${field}`, line[field]]),
    ),
  ];
}

/** The command's body. What was left empty is left out, and a report names no entry that it changes. */
export function returnBody(fields: ReturnFields, area: string): Record<string, unknown> {
  const lines = fields.lines.map((line) => {
    const said = line.kind === '' ? { ...line, of: '' } : line;
    return Object.fromEntries(Object.entries(said).filter(([, typed]) => typed !== ''));
  });
  const body = { area, paper: fields.paper, effectiveOn: readDate(fields.effective, true) ?? '', lines };
  return fields.for === '' ? body : { ...body, for: fields.for };
}

/** Where a problem is shown: at its own field, or at the first field of its line, or nowhere. */
export function anchorOf(id: string, fields: ReturnFields): string | undefined {
  if (id === 'effectiveOn') return 'effectiveOn-day';
  if (id === 'paper' || id === 'for') return id;
  const [, line, field] = /^lines-(\d+)(?:-(\w+))?$/.exec(id) ?? [];
  if (line === undefined || Number(line) >= fields.lines.length) return undefined;
  return `lines-${line}-${LINE_FIELDS.find((known) => known === field) ?? 'measure'}`;
}

/** Whether anything under "More about this figure" was filled in, or is wrong. */
export function showsMore(line: LineFields, i: number, at: Readonly<Record<string, string>>): boolean {
  return FURTHER.some((field) => line[field] !== '' || at[`lines-${i}-${field}`] !== undefined);
}
