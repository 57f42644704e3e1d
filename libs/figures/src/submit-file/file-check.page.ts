import { changeInWords, counted, longDate, nameOf } from '@daybook/pages';
import type { CheckedLine, CheckedReturn, LineOutcome } from '../check-return/check-lines';
import { isStatus } from '../codes';
import type { Flag } from '../flags';
import type { FileRead } from '../read-file/read-file';
import { breakdownInWords, periodInWords, valueWithUnit, KIND_WORDS } from '../see-figures/wording.page';
import type { MeasureItem } from '../see-measures/measures.query';
import { parseValue } from '../value';

/** What each outcome means, for the totals on top of the check page. */
const TOTALS: readonly (readonly [LineOutcome, (n: number) => string])[] = [
  ['new', (n) => `${counted(n, 'figure')} on record for the first time`],
  ['confirmed', (n) => `${counted(n, 'figure')} the same as on record: confirmed, and nothing changes`],
  ['changed', (n) => `${counted(n, 'figure')} changed, as the file says`],
  [
    'contradicts',
    (n) => `${counted(n, 'figure')} unlike what the same paper says at another place: kept, and flagged`,
  ],
  ['differs', (n) => `${counted(n, 'figure')} unlike what is on record, and the file does not say why`],
  ['refused', (n) => `${counted(n, 'figure')} that cannot be recorded`],
];

export function totalsInWords({ totals }: CheckedReturn): readonly string[] {
  return TOTALS.flatMap(([outcome, say]) => (totals[outcome] > 0 ? [say(totals[outcome])] : []));
}

const FLAGS: Readonly<Record<Flag, string>> = {
  'small-count': 'Fewer than 5: could anyone be recognised?',
  withheld: 'The value is withheld',
};

/** A line of the check page in words, with what the file says of it besides. */
export function rowInWords(line: CheckedLine, read: FileRead, measures: readonly MeasureItem[]): object {
  const { line: at = 0, cells } = read.lines[line.number - 1] ?? {};
  const { measure, period, breakdown, outcome, flags } = line;
  const fails = outcome === 'differs' || outcome === 'refused';
  return {
    at,
    title: measures.find(({ id }) => id === measure)?.title ?? measure,
    part: [periodInWords(period), breakdownInWords(breakdown)].filter((part) => part !== '').join(', '),
    value: valueNow(line, cells?.status ?? '', cells?.withheldBy ?? ''),
    fails,
    outcome: outcomeWord(line),
    words: fails ? problemsInWords(line) : [outcomeInWords(line)],
    codes: [...new Set(line.problems.map(({ code }) => code))],
    of: line.kind && cells?.kind ? line.of : null,
    reason: cells?.reason,
    severity: cells?.severity,
    place: cells?.place,
    flags: flags.map((flag) => FLAGS[flag]),
    restricted: line.access === 'restricted',
  };
}

function valueNow({ value, unit, kind }: CheckedLine, status: string, withheldBy: string): string {
  if (value !== null && !parseValue(value)) return value;
  if (value === null && !withheldBy && !isStatus(status) && kind !== 'withdrawn') return 'no value';
  const said = { value, status: isStatus(status) ? status : ('O' as const), withheldBy: withheldBy || null };
  return valueWithUnit(kind ? { ...said, kind } : said, unit);
}

function outcomeWord({ outcome, kind }: CheckedLine): string {
  if (outcome === 'differs') return 'Differs';
  if (outcome === 'refused') return 'Refused';
  if (outcome === 'new') return kind === 'missing' ? 'New, without a value' : 'New';
  return kind ? KIND_WORDS[kind].word : '';
}

function before({ recorded, unit }: CheckedLine): string {
  return recorded ? valueWithUnit(recorded, unit) : 'nothing';
}

function outcomeInWords(line: CheckedLine): string {
  const { outcome, recorded, difference } = line;
  const since = recorded ? longDate(recorded.effectiveOn) : '';
  if (outcome === 'new') return 'Nothing is on record for this before.';
  if (outcome === 'confirmed') return `The same as on record since ${since}.`;
  if (outcome === 'contradicts')
    return `The same paper says ${before(line)} at another place. Both are flagged.`;
  const change = difference === null ? '' : ` ${changeInWords(difference)}.`;
  return `Changes ${before(line)}, on record since ${since}.${change}`;
}

function problemsInWords(line: CheckedLine): readonly string[] {
  if (line.outcome !== 'differs') return line.problems.map(({ message }) => message);
  const kinds = line.declare.join(', ');
  const since = line.recorded ? longDate(line.recorded.effectiveOn) : '';
  return [
    `${before(line)} is on record since ${since}. If the figure has changed, write in its column “kind” what ` +
      `the change is: ${kinds}. The column “of” may stay empty.`,
  ];
}

/** Who says what from which file, as one sentence; `ready`: it can be recorded as it is. */
export function fileSentence(
  person: { readonly body: string },
  {
    for: body,
    day,
    file,
    paper,
    lines,
    ready,
  }: Readonly<Record<'for' | 'day' | 'file' | 'paper', string>> & { lines: number; ready: boolean },
): string {
  const who =
    body && body !== person.body
      ? `${nameOf(person.body)} ${ready ? 'writes' : 'would write'} down for ${nameOf(body)}`
      : `${nameOf(person.body)} ${ready ? 'puts' : 'would put'} on record`;
  const when = day.length === 7 ? longDate(`${day}-01`, 'month') : longDate(day);
  return `${who} ${counted(lines, 'figure')} of “${paper}”, effective ${when}, from the file “${file}”.`;
}
