import { randomUUID } from 'node:crypto';
import { dateFields, fieldsOf, readDate, type DateFields } from '@daybook/pages';
import { STATUSES } from '../codes';
import type { FigureItem, VintageItem } from '../see-figures/figures.query';
import type { ChangeKind } from './kinds.page';

/** The texts of the form, by their names in it. */
const TEXTS = [
  'of',
  'for',
  'as',
  'value',
  'status',
  'printed',
  'severity',
  'reason',
  'withheldBy',
  'right',
  'period',
  'paper',
  'place',
] as const;
export type ChangeText = (typeof TEXTS)[number];

/** What was typed. It lives in the form alone until it is recorded: reasons are sealed, and rest nowhere. */
export interface ChangeFields extends Readonly<Record<ChangeText, string>> {
  /** The command's id, made when the form was first shown: sent twice, it is recorded once. */
  readonly commandId: string;
  readonly effective: DateFields;
}

const PLAIN = {
  ...{ of: '', for: '', as: '', value: '', status: '', printed: '', severity: '', reason: '' },
  ...{ withheldBy: '', right: '', period: '', paper: '', place: '' },
};
const NO_DATE: DateFields = { day: '', month: '', year: '' };

/** A form to begin with: what it changes, and for a wrong entry everything as it was entered. */
export function newChange(kind: ChangeKind, entry: VintageItem | FigureItem, period: string): ChangeFields {
  const begin = { ...PLAIN, commandId: randomUUID(), effective: NO_DATE, of: entry.id };
  const keeps = kind === 'corrected' || kind === 'restated';
  if (keeps && entry.status !== 'A' && !STATUSES[entry.status].missing)
    return { ...begin, status: entry.status };
  if (kind !== 'entered-wrongly') return begin;
  return {
    ...begin,
    value: entry.value ?? '',
    status: entry.status === 'A' ? '' : entry.status,
    printed: entry.printed ?? '',
    period,
    place: entry.source?.place ?? '',
    effective: dayOrMonth(entry),
  };
}

function dayOrMonth({ effectiveOn, precision }: Pick<VintageItem, 'effectiveOn' | 'precision'>): DateFields {
  const fields = fieldsOf(effectiveOn);
  return precision === 'month' ? { ...fields, day: '' } : fields;
}

/** Reads the form as it was sent. */
export function readChange(form: Readonly<Record<string, string>>): ChangeFields {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, (form[name] ?? '').trim()]));
  return {
    ...PLAIN,
    ...texts,
    commandId: form['command-id'] || randomUUID(),
    effective: dateFields(form, 'effectiveOn'),
  };
}

/** The same as hidden fields, for the page that asks whether all is right. */
export function hiddenChange(fields: ChangeFields): readonly [string, string][] {
  const { commandId, effective } = fields;
  return [
    ['command-id', commandId],
    ['effectiveOn-day', effective.day],
    ['effectiveOn-month', effective.month],
    ['effectiveOn-year', effective.year],
    ...TEXTS.map((name): [string, string] => [name, fields[name]]),
  ];
}

/** Which figure a change is about, in its canonical spelling, and whose act it is where that is another's. */
export interface ChangeOf {
  readonly area: string;
  readonly measure: string;
  readonly period: string;
  readonly breakdown: string;
  readonly for: string | undefined;
}

/** The command's body. What was left empty is left out; of a wrong entry only what differs is said. */
export function changeBody(
  kind: ChangeKind,
  fields: ChangeFields,
  { for: body, ...figure }: ChangeOf,
  entry: VintageItem | FigureItem,
): Record<string, unknown> {
  const { area } = figure;
  const { of, reason, paper, place, value, status, printed, severity, withheldBy } = fields;
  const effectiveOn = readDate(fields.effective, true) ?? '';
  const heading = { area, effectiveOn, for: body ?? '', paper };
  switch (kind) {
    case 'revised':
      return given({ ...figure, ...heading, of, value, status, printed, place, reason });
    case 'corrected':
      return given({ ...figure, ...heading, of, value, status, printed, place, reason, severity });
    case 'withdrawn':
      return given({ ...figure, ...heading, of, withheldBy, place, reason });
    case 'restated': {
      const { area: _area, ...named } = figure;
      const lines = [given({ ...named, of, value, status, printed, place, reason })];
      return { ...given(heading), lines };
    }
    case 'explained': {
      const large = fields.as === 'corrected' ? severity : '';
      const { for: whose } = fields;
      return given({
        ...heading,
        for: whose || heading.for,
        of,
        as: fields.as,
        reason,
        severity: large,
        place,
      });
    }
    case 'entered-wrongly':
      return { ...given({ area, of, reason }), right: rightOf(fields, figure.period, entry) };
    case 'disputed':
    case 'dispute-withdrawn':
      return given({ area, of, reason, effectiveOn });
    default: {
      const never: never = kind;
      throw new Error(`Unknown change ${String(never)}`);
    }
  }
}

function given(body: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(body).filter(([, typed]) => typed !== ''));
}

/** What the paper really says; null where it has no such figure. */
export function rightOf(
  fields: ChangeFields,
  period: string,
  entry: VintageItem | FigureItem,
): Record<string, string | null> | null {
  if (fields.right === 'none') return null;
  const entered = newChange('entered-wrongly', entry, period);
  const right: Record<string, string | null> = {};
  for (const name of ['value', 'status', 'printed', 'period', 'place'] as const)
    if (fields[name] !== entered[name]) right[name] = fields[name];
  if ('status' in right && right.status === '') right.status = 'A';
  if ('value' in right && right.value === '') right.value = null;
  const effectiveOn = readDate(fields.effective, true);
  if (effectiveOn !== readDate(entered.effective, true)) right.effectiveOn = effectiveOn ?? '';
  return right;
}

/** Where a problem of the command is shown: at its own field on the form, or nowhere. */
export function changeAnchor(id: string): string | undefined {
  const field = id.replace(/^(lines-0|right)-/, '');
  if (field === 'effectiveOn') return 'effectiveOn-day';
  if (field === 'kind' || field === 'of') return 'of';
  return TEXTS.find((known) => known === field);
}
