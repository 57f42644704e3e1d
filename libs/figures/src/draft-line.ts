import type { Problem } from '@daybook/ledger';
import { contentOn, type FiguresBook } from './book';
import { dimensionsOf, parseBreakdown } from './breakdown';
import {
  DECLARATIONS,
  FORECAST,
  MISSING,
  NORMAL,
  STATUSES,
  SUPPRESSED,
  UNITS,
  isStatus,
  type Declaration,
  type Status,
} from './codes';
import { figureRef, type MeasureContent, type ObservationEvent, type OfFigure } from './figures.events';
import type { Line, Observed, ReadLine, Say, Setting, Unrecorded } from './line';
import { parsePeriod } from './period';
import { NOT_RECORDED, accessOf, ruleOnChange, ruleOnReport } from './rulings';
import { compareDecimals, decimalPlaces, parseValue } from './value';
import { NOTHING, asOn, judge, type FigureRecord, type Standing } from './vintages';

/** The book as it will be once the lines before this one are recorded. */
export class Working {
  private readonly changed = new Map<string, FigureRecord>();
  private lines = 0;

  constructor(readonly book: FiguresBook) {}

  record(figure: OfFigure): FigureRecord {
    const key = figureRef(figure);
    return this.changed.get(key) ?? this.book.figures.get(key) ?? NOTHING;
  }

  /** `at` points to the line, and stands for the id that it has not got yet. */
  add(figure: OfFigure, at: string, entry: Unrecorded): void {
    const record = this.record(figure);
    this.lines += 1;
    const order = Number.MAX_SAFE_INTEGER - 10_000 + this.lines;
    const added = { ...entry, id: at, order, recordedAt: NOT_RECORDED };
    this.changed.set(figureRef(figure), { ...record, entries: [...record.entries, added] });
  }

  /** The same book with one figure's record replaced, to decide as if an entry were absent. */
  replace(figure: OfFigure, record: FigureRecord): void {
    this.changed.set(figureRef(figure), record);
  }
}

/**
 * Turns one line into the event that it becomes, or into every problem that it has. `at` is the JSON pointer
 * to the line. The event is also added to `working`, so that a later line of the same return sees it.
 */
export function draftLine(
  line: Line,
  at: string,
  setting: Setting,
  working: Working,
): ObservationEvent | Problem[] {
  const problems: Problem[] = [];
  const say: Say = (field, code, message, detail) =>
    problems.push({ field: `${at}/${field}`, code: `figures.${code}`, message, ...(detail && { detail }) });
  const read = readLine(line, setting, working, say);
  if (!read || problems.length > 0) return problems;
  checkDates(read, setting, stoodBefore(read.figure, setting, working), say);
  if (problems.length > 0) return problems;
  const record = working.record(read.figure);
  const settled = { ...setting, access: accessOf(read, line, record, setting.access) };
  const { event, entry } =
    read.declared === 'report' || read.declared === 'unexplained'
      ? ruleOnReport(read, line, record, settled, say)
      : ruleOnChange(read, line, record, settled, say);
  if (problems.length > 0 || !event) return problems;
  working.add(read.figure, at, entry);
  return event;
}

/**
 * What stood on the line's date, and whether it was read in no place: a line that repeats it is held to
 * nothing that it was not held to itself.
 */
interface Stood {
  readonly standing?: Standing;
  readonly known: boolean;
  readonly placed: boolean;
}

function stoodBefore(figure: OfFigure | undefined, { effectiveOn }: Setting, working: Working): Stood {
  const record = figure ? asOn(working.record(figure), effectiveOn) : NOTHING;
  const { standing } = judge(record);
  const own = record.entries.find(({ id }) => id === standing?.id);
  return { standing, known: record.entries.length > 0, placed: !!own?.source?.place };
}

/** Whether a report says again what stands: the same digits, or again nothing, withheld by the same body. */
function repeats(line: Line, standing: Standing | undefined): boolean {
  if (!standing || (line.kind || 'report') !== 'report') return false;
  if ((line.value || null) !== standing.value) return false;
  return standing.value !== null || (line.withheldBy || undefined) === standing.withheldBy;
}

function readLine(line: Line, setting: Setting, working: Working, say: Say): ReadLine | undefined {
  const measure = working.book.measures.get(line.measure);
  const period = parsePeriod(line.period);
  const breakdown = parseBreakdown(line.breakdown ?? '');
  const declared = readDeclaration(line, setting, say);
  const figure =
    period && breakdown !== undefined
      ? { area: setting.area, measure: line.measure, period: period.canonical, breakdown }
      : undefined;
  const stood = stoodBefore(figure, setting, working);
  const again = repeats(line, stood.standing);
  if (setting.paper && !line.place?.trim() && !(again && !stood.placed))
    say('place', 'place-missing', 'Say where in the paper this figure stands: a paragraph, table or row.');
  if (!measure)
    say(
      'measure',
      'unknown-measure',
      `No measure "${line.measure}" is defined in ${setting.area}. Define it first.`,
    );
  if (!period)
    say(
      'period',
      'bad-period',
      `"${line.period}" is not a period. Write a day, month, quarter, year or span, such as 2022-07.`,
    );
  if (breakdown === undefined)
    say(
      'breakdown',
      'bad-breakdown',
      'Write a breakdown as dimension=value;dimension=value, in lower-case words.',
    );
  if (!measure) return undefined;
  const content = contentOn(measure, setting.effectiveOn);
  const known = new Set(content.dimensions.map((d) => d.name));
  for (const name of dimensionsOf(breakdown ?? ''))
    if (!known.has(name) && !stood.known)
      say('breakdown', 'unknown-dimension', `${line.measure} has no dimension "${name}".`);
  const observed = readObservation(line, declared, { ...content, again }, setting, say);
  if (!period || !figure) return undefined;
  return { figure, period, measure, declared, observed };
}

function readDeclaration(line: Line, setting: Setting, say: Say): Declaration {
  const declared = DECLARATIONS.find((d) => d === (line.kind || 'report'));
  if (!declared) {
    say(
      'kind',
      'unknown-kind',
      `"${line.kind}" cannot be declared. Use ${DECLARATIONS.join(', ')} or leave it empty.`,
    );
    return 'report';
  }
  if (declared === 'unexplained' && (setting.by.role !== 'office' || !setting.for))
    say(
      'kind',
      'not-transcribing',
      'Only the office, transcribing a paper, may say that it changes a figure without a reason.',
    );
  return declared;
}

function readObservation(
  line: Line,
  declared: Declaration,
  { unit, decimals, again }: MeasureContent & { readonly again: boolean },
  setting: Setting,
  say: Say,
): Observed {
  if (line.unit && line.unit !== unit)
    say(
      'unit',
      'wrong-unit',
      `${line.measure} is counted in ${UNITS[unit].label} (${unit}), not ${line.unit}.`,
    );
  if (declared === 'withdrawn') return readWithdrawal(line, say);
  const status = readStatus(line, say);
  if (!line.value) return readMissing(line, status, again || !!setting.for, say);
  const value = parseValue(line.value);
  if (!value) {
    say(
      'value',
      'bad-value',
      `"${line.value}" is not a value. Write digits without separators, such as 1839, 85.0, ~31 or >=70.`,
    );
  } else {
    const places = Math.max(decimalPlaces(value.low), decimalPlaces(value.high));
    if (places > decimals && !again)
      say(
        'value',
        'too-many-decimals',
        `${line.measure} has at most ${decimals} decimal places; "${line.value}" has ${places}.`,
      );
    const belowNought = value.bound === 'less-than' && compareDecimals(value.low, '0') <= 0;
    if (!UNITS[unit].signed && (value.low.startsWith('-') || belowNought))
      say(
        'value',
        'negative-value',
        `${line.measure} is counted in ${UNITS[unit].label}, which cannot be below 0.`,
      );
  }
  if (line.withheldBy) say('withheldBy', 'withheld-with-value', 'A withheld figure has no value.');
  if (status && STATUSES[status].missing)
    say(
      'status',
      'status-without-value',
      `Status ${status} (${STATUSES[status].meaning}) goes with no value.`,
    );
  return { value: line.value, status: status ?? NORMAL };
}

function readStatus(line: Line, say: Say): Status | undefined {
  if (!line.status) return undefined;
  if (isStatus(line.status)) return line.status;
  say(
    'status',
    'unknown-status',
    `"${line.status}" is not an observation status. Use a code of the SDMX list, such as A, P or O.`,
  );
  return undefined;
}

function readWithdrawal(line: Line, say: Say): Observed {
  if (line.value)
    say('value', 'value-on-withdrawal', 'A withdrawal takes the value away. Leave the value empty.');
  const status = readStatus(line, say) ?? (line.withheldBy ? SUPPRESSED : MISSING);
  if (!STATUSES[status].missing) sayValueless(status, say);
  return { value: null, status };
}

function sayValueless(status: Status, say: Say): void {
  const meaning = STATUSES[status].meaning.toLowerCase();
  say(
    'status',
    'status-with-value',
    `Status ${status} (${meaning}) goes with a value, and there is none here.`,
  );
}

/** `unasked`: a transcription, or a repetition of what stands, says no reason where it has none. */
function readMissing(line: Line, status: Status | undefined, unasked: boolean, say: Say): Observed {
  if (line.withheldBy && !line.reason && !unasked)
    say('reason', 'reason-missing', 'Say why the figure is withheld.');
  if (line.withheldBy) {
    if (status && !STATUSES[status].missing) sayValueless(status, say);
    return { value: null, status: status ?? SUPPRESSED };
  }
  if (!status || !STATUSES[status].missing)
    say(
      'value',
      'value-missing',
      'Give a value, or the status that says why there is none (O missing, Q suppressed, L, M).',
    );
  return { value: null, status: status ?? MISSING };
}

/**
 * No value before its period ends (forecasts and targets excepted; a withdrawal has none); no line before
 * its measure's start.
 */
function checkDates(
  { figure, period, measure, observed, declared }: ReadLine,
  setting: Setting,
  { standing }: Stood,
  say: Say,
): void {
  const { effectiveOn } = setting;
  if (effectiveOn < measure.start)
    say(
      'measure',
      'before-measure-start',
      `${figure.measure} is defined from ${measure.start}; this would be effective on ${effectiveOn}.`,
    );
  const foretold = observed.status === FORECAST || measure.defined.comparatorKind === 'target';
  const again = standing?.value === observed.value && standing.status === observed.status;
  if (foretold || declared === 'withdrawn' || again) return;
  const earliest = period.end ?? period.start;
  if (effectiveOn < earliest)
    say(
      'period',
      'period-not-ended',
      `${figure.period} ${period.end ? 'ends' : 'starts'} on ${earliest}, after ${effectiveOn}. ` +
        'Only forecasts (status F) and targets may come before.',
    );
}
