import type { Person } from '@daybook/identity';
import { counted, longDate, nameOf, readDate } from '@daybook/pages';
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
  const effectiveOn = readDate(fields.effective, true) ?? '';
  return recordsInWords(person.body, {
    for: fields.for,
    paperTitle,
    effectiveOn,
    count: fields.lines.length,
  });
}

/** The same for whatever puts figures on record: a change of one figure may name no paper. */
export function recordsInWords(
  body: string,
  said: {
    readonly for: string;
    readonly paperTitle: string | undefined;
    /** A day, or a month. */
    readonly effectiveOn: string;
    readonly count: number;
  },
): string {
  const { effectiveOn: date, count, paperTitle } = said;
  const day = date.length === 7 ? longDate(`${date}-01`, 'month') : longDate(date);
  const acts = said.for && said.for !== body;
  const who = acts ? `${nameOf(body)} writes down for ${nameOf(said.for)}` : `${nameOf(body)} puts on record`;
  return `${who} ${counted(count, 'figure')}${paperTitle ? ` of “${paperTitle}”` : ''}, effective ${day}.`;
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
