import type { Person } from '@daybook/identity';
import { longDate, nameOf, readDate } from '@daybook/pages';
import { parseBreakdown } from '../breakdown';
import { STATUSES, isStatus } from '../codes';
import { lookAgain } from '../fill-in-a-form/look-again.page';
import { parsePeriod } from '../period';
import { breakdownInWords, periodInWords, valueWithUnit } from '../see-figures/wording.page';
import type { MeasureItem } from '../see-measures/measures.query';
import { parseValue } from '../value';
import { declaredInWords } from './return-choices.page';
import type { LineFields, ReturnFields } from './return-fields.page';

/** Who says what, of which paper, on which day: what will be recorded, as one sentence. */
export function checkSentence(person: Person, fields: ReturnFields, paperTitle: string): string {
  const date = readDate(fields.effective, true) ?? '';
  const day = date.length === 7 ? longDate(`${date}-01`, 'month') : longDate(date);
  const figures = fields.lines.length === 1 ? '1 figure' : `${fields.lines.length} figures`;
  const acts = fields.for && fields.for !== person.body;
  const who = acts
    ? `${nameOf(person.body)} writes down for ${nameOf(fields.for)}`
    : `${nameOf(person.body)} puts on record`;
  return `${who} ${figures} of “${paperTitle}”, effective ${day}.`;
}

/** One line of the check page, in words. What cannot be read yet stands as it was typed. */
export function checkRows(line: LineFields, measures: readonly MeasureItem[]): object {
  const measure = measures.find(({ id }) => id === line.measure);
  const period = parsePeriod(line.period)?.canonical;
  const breakdown = parseBreakdown(line.breakdown);
  const status = isStatus(line.status) ? line.status : 'A';
  const said = { value: line.value || null, status, withheldBy: line.withheldBy || null };
  const withdrawn = line.kind === 'withdrawn' && line.value === '';
  const readable =
    line.value === ''
      ? isStatus(line.status) || line.withheldBy !== ''
      : parseValue(line.value) !== undefined;
  return {
    figure: [
      measure?.title ?? line.measure,
      period ? periodInWords(period) : line.period,
      breakdown === undefined ? line.breakdown : breakdownInWords(breakdown),
    ].filter((part) => part !== ''),
    value: withdrawn
      ? 'withdrawn'
      : readable
        ? valueWithUnit(said, measure?.unit ?? null)
        : line.value || 'no value',
    status: status === 'A' ? undefined : STATUSES[status].meaning,
    declared: declaredInWords(line.kind),
    severity: line.severity,
    of: line.kind === '' ? '' : line.of,
    reason: line.reason,
    place: line.place,
    printed: line.printed,
    warnings: lookAgain(line, measure?.unit ?? null),
  };
}
