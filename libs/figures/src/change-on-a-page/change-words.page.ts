import { longDate, nameOf, readDate, type DateFields } from '@daybook/pages';
import type { Unit } from '../codes';
import { STATUSES, isStatus } from '../codes';
import { lookAgain } from '../fill-in-a-form/look-again.page';
import type { FigureItem, VintageItem } from '../see-figures/figures.query';
import { periodInWords, valueWithUnit } from '../see-figures/wording.page';
import { parsePeriod } from '../period';
import { rightOf, type ChangeFields } from './change-fields.page';
import { entryInWords, type ChangeKind } from './kinds.page';

/** What a sentence about a change speaks of. */
export interface Spoken {
  readonly kind: ChangeKind;
  readonly fields: ChangeFields;
  /** The body that writes, and the body whose act it is. */
  readonly writer: string;
  readonly acting: string;
  /** The figure as its page heads it: "Robberies, July 2022". */
  readonly figure: string;
  readonly period: string;
  readonly unit: Unit | null;
  /** What stands, or the entry that something is said of. */
  readonly entry: VintageItem | FigureItem;
}

const AS: Readonly<Record<string, string>> = {
  revised: 'a revision, because more data arrived',
  restated: 'a restatement, because the definition changed',
};

/** What will be recorded, in one or two sentences. */
export function changeSentences(spoken: Spoken): readonly string[] {
  const { kind, fields, writer, acting } = spoken;
  const who =
    acting === writer ? nameOf(writer) : `${nameOf(writer)} writes down for ${nameOf(acting)} that it`;
  const day = kind === 'entered-wrongly' ? '' : `, effective ${dayInWords(fields.effective)}`;
  const how = fields.severity === '' || kind !== 'corrected' ? '' : `, a ${fields.severity} error`;
  const why =
    fields.reason === ''
      ? kind === 'corrected' || kind === 'withdrawn' || kind === 'explained'
        ? 'The reason is not given.'
        : undefined
      : `The reason given: “${fields.reason}”`;
  return [`${who} ${deed(spoken)}${day}${how}.`, ...(why ? [why] : [])];
}

function deed(spoken: Spoken): string {
  const { kind, fields, figure, unit, entry } = spoken;
  const was = valueWithUnit(entry, unit);
  const fromTo = `${figure}, from ${was} to ${newValue(spoken)}`;
  switch (kind) {
    case 'revised':
      return `revises ${fromTo}`;
    case 'corrected':
      return `corrects ${fromTo}`;
    case 'restated':
      return `restates ${fromTo}, after the definition changed`;
    case 'withdrawn':
      return fields.withheldBy
        ? `withdraws ${figure}, which stood at ${was}, and withholds the value`
        : `withdraws ${figure}, which stood at ${was}`;
    case 'explained': {
      const large = fields.severity === '' ? 'an error' : `a ${fields.severity} error`;
      const what = AS[fields.as] ?? `a correction of ${large}`;
      return `explains the change of ${figure} to ${entryInWords(entry, unit)}: it was ${what}`;
    }
    case 'entered-wrongly':
      return `marks an entry of ${figure} as entered wrongly, ${entryInWords(entry, unit)}: ${rightInWords(spoken)}`;
    case 'disputed':
      return `disputes what ${nameOf(entry.by.body)} wrote down for it about ${figure}: ${entryInWords(entry, unit)}`;
    case 'dispute-withdrawn':
      return (
        `withdraws its dispute of what ${nameOf(entry.by.body)} wrote down for it about ${figure}: ` +
        entryInWords(entry, unit)
      );
    default: {
      const never: never = kind;
      throw new Error(`Unknown change ${String(never)}`);
    }
  }
}

function newValue({ fields, unit }: Spoken): string {
  const status = isStatus(fields.status) ? fields.status : 'A';
  const value = valueWithUnit({ value: fields.value || null, status, withheldBy: null }, unit);
  return status === 'A' ? value : `${value} (${STATUSES[status].meaning.toLowerCase()})`;
}

/** What the paper really says: all that differs from the entry. */
function rightInWords(spoken: Spoken): string {
  const { fields, entry, period } = spoken;
  const right = rightOf(fields, period, entry);
  if (!right) return 'the paper has no such figure';
  const canonical = parsePeriod(fields.period)?.canonical;
  const parts = [
    'value' in right || 'status' in right ? `the value is ${newValue(spoken)}` : '',
    'period' in right ? `the period is ${canonical ? periodInWords(canonical) : fields.period}` : '',
    'effectiveOn' in right ? `it is effective ${dayInWords(fields.effective)}` : '',
    'place' in right ? `it stands in ${fields.place}` : '',
    'printed' in right
      ? fields.printed
        ? `it is printed as “${fields.printed}”`
        : 'nothing else is printed'
      : '',
  ].filter((part) => part !== '');
  return `in the paper, ${parts.join(', ')}`;
}

/** A typed day, or month, in words. */
export function dayInWords(effective: DateFields): string {
  const date = readDate(effective, true) ?? '';
  return date.length === 7 ? longDate(`${date}-01`, 'month') : longDate(date);
}

/** What to think of before it is recorded. */
export function lookAgainAtChange({ kind, fields, unit }: Spoken): readonly string[] {
  if (kind === 'withdrawn') return lookAgain({ withheldBy: fields.withheldBy }, unit);
  const hasValue = kind === 'revised' || kind === 'corrected' || kind === 'restated';
  const isRight = kind === 'entered-wrongly' && fields.right !== 'none';
  return hasValue || isRight ? lookAgain({ value: fields.value }, unit) : [];
}
