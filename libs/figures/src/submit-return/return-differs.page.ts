import { RefusalError, lastDayOfMonth, Refusal, type Problem } from '@daybook/ledger';
import { longDate, readDate, type Visit } from '@daybook/pages';
import type { FigureReadings } from '../readings.page';
import type { FigureItem } from '../see-figures/figures.query';
import { KIND_WORDS, valueWithUnit } from '../see-figures/wording.page';
import type { ReturnFields } from './return-fields.page';

/**
 * Where a value differs from the one on record, says so in the words of the pages and fills in that entry as
 * the one to change; the person still has to declare the change.
 */
export async function namingWhatStands(
  readings: FigureReadings,
  visit: Visit,
  fields: ReturnFields,
  refusal: Refusal,
): Promise<[ReturnFields, Refusal]> {
  const { area = '' } = visit.params;
  const asOf = lastDayOf(readDate(fields.effective, true) ?? '');
  const lines = [...fields.lines];
  const named = async (problem: Problem): Promise<Problem> => {
    const i = Number(problem.field.split('/')[2]);
    const line = lines[i];
    if (problem.code !== 'figures.value-differs' || !line) return problem;
    const { measure, period, breakdown } = line;
    const found = await readings
      .figure(visit.person, { asOf }, { area, measure, period, breakdown })
      .catch(unlessRefused);
    if (!found) return problem;
    lines[i] = { ...line, of: line.of || found.item.id };
    return { ...problem, message: differsInWords(found.item) };
  };
  const problems = await Promise.all(refusal.fields.map(named));
  return [{ ...fields, lines }, Refusal.of(refusal.code, refusal.message, problems)];
}

function differsInWords(item: FigureItem): string {
  const { kind, unit, effectiveOn, precision } = item;
  const kindWord = KIND_WORDS[kind].word.toLowerCase();
  const since = `${kindWord}, effective ${longDate(effectiveOn, precision)}`;
  const how = 'say below what the change is; the entry that it changes is filled in';
  return `${valueWithUnit(item, unit)} is on record: ${since}. If the figure has changed, ${how}`;
}

function lastDayOf(date: string): string {
  return date.length === 7 ? lastDayOfMonth(date) : date;
}

function unlessRefused(error: unknown): undefined {
  if (error instanceof RefusalError) return undefined;
  throw error;
}
