import type { Access } from '@daybook/ledger';
import type { Declaration, Severity } from './codes';
import { SEVERITIES, severityIn } from './codes';
import type { ObservationEvent } from './figures.events';
import { redefinitionsBy } from './book';
import {
  entryOfLine,
  factOf,
  observationOf,
  type Line,
  type ReadLine,
  type Say,
  type Setting,
  type Settled,
  type Unrecorded,
} from './line';
import { asOn, judge, type Act, type FigureRecord, type Standing } from './vintages';

type Ruling = { event?: ObservationEvent; entry: Unrecorded };
/** Stands for the instant at which a line will be recorded, while it is being decided. */
export const NOT_RECORDED = '';
type Change = Exclude<Declaration, 'report' | 'unexplained'>;

/**
 * Who may read a line. A line of a restricted measure, and a change of a restricted entry is restricted,
 * whatever is asked; otherwise what is asked counts, and where nothing is asked a line is restricted if any
 * entry of its figure is.
 */
export function accessOf(
  { declared, measure }: ReadLine,
  line: Line,
  { entries, marks }: FigureRecord,
  asked: Access | undefined,
): Access {
  if (measure.access === 'restricted') return 'restricted';
  const closed = entries.filter((e) => e.access === 'restricted' && !marks.some((m) => m.of === e.id));
  const isChange = declared !== 'report' && declared !== 'unexplained';
  if (isChange && closed.some((e) => e.id === line.of)) return 'restricted';
  return asked ?? (closed.length > 0 ? 'restricted' : 'public');
}

/**
 * A report is judged against what stood on its own effective date: it may be the first release, confirm what
 * agrees with it, or contradict its own paper; a value that differs is refused unless the office,
 * transcribing, says that the paper gives no reason.
 */
export function ruleOnReport(
  read: ReadLine,
  line: Line,
  record: FigureRecord,
  setting: Settled,
  say: Say,
): Ruling {
  const entry = entryOfLine(read, line, setting, 'reported');
  const { standing } = judge(asOn(record, setting.effectiveOn));
  if (standing && read.declared === 'report' && wouldBeUnexplained(entry, record))
    say('value', 'value-differs', differsMessage(standing), {
      recorded: recorded(standing),
      declare: canDeclare(standing),
    });
  const saysNotWhy = read.declared === 'unexplained' ? { saysNotWhy: true as const } : {};
  const data = { ...observationOf(read, line, setting), ...saysNotWhy };
  return { entry, event: { ...factOf(read, line, setting), type: 'figures.figure-reported', data } };
}

/** What the fold would make of it decides, so that the two can never disagree. */
function wouldBeUnexplained(entry: Unrecorded, record: FigureRecord): boolean {
  const draft = { ...entry, id: NOT_RECORDED, order: Number.MAX_SAFE_INTEGER, recordedAt: NOT_RECORDED };
  const withIt = { ...record, entries: [...record.entries, draft] };
  const kindIn = (r: FigureRecord): string | undefined =>
    judge(r).vintages.find((v) => v.id === draft.id)?.kind;
  return kindIn(asOn(withIt, entry.effectiveOn)) === 'unexplained' && kindIn(withIt) !== 'contradicts';
}

function canDeclare({ kind }: Standing): readonly Change[] {
  return kind === 'withdrawn' ? ['revised', 'corrected'] : ['revised', 'corrected', 'restated', 'withdrawn'];
}

/** What stands, for a program that has to name it. */
function recorded({ id, value, status, kind, effectiveOn }: Standing): Record<string, unknown> {
  return { id, value, status, kind, effectiveOn };
}

export function shown(standing: Pick<Standing, 'value' | 'effectiveOn' | 'kind'>): string {
  const value = standing.value ?? (standing.kind === 'withdrawn' ? 'withdrawn' : 'no value');
  return `${value} (${standing.kind}, effective ${standing.effectiveOn})`;
}

function differsMessage(standing: Standing): string {
  const kinds = canDeclare(standing).join(', ');
  const ask = `If it has changed, declare it (${kinds}) and name that entry.`;
  return `The recorded figure is ${shown(standing)}, entry ${standing.id}. ${ask}`;
}

/**
 * A declared change names the vintage that it changes, which must stand on the change's own effective date.
 */
export function ruleOnChange(
  read: ReadLine,
  line: Line,
  record: FigureRecord,
  setting: Settled,
  say: Say,
): Ruling {
  const act = read.declared as Change;
  const entry = entryOfLine(read, line, setting, act);
  const before = judge(asOn(record, setting.effectiveOn)).standing;
  checkNamed(line, record, before, setting, say);
  checkReason(act, line, setting, say);
  if (before && act !== 'restated' && act !== 'withdrawn' && sameAs(read, before))
    say('value', 'nothing-changes', `The recorded figure is ${shown(before)} already. Nothing would change.`);
  if (before?.kind === 'withdrawn' && act === 'withdrawn')
    say('kind', 'nothing-changes', 'The figure is withdrawn already.');
  if (before?.kind === 'withdrawn' && act === 'restated')
    say('kind', 'withdrawn', 'The figure is withdrawn. A value after that is declared revised or corrected.');
  if (read.observed.value === null && act !== 'withdrawn')
    say('value', 'value-missing', 'Give the value that it changes to, or declare it withdrawn.');
  return { entry, event: changeEvent(act, read, line, setting, say) };
}

function sameAs({ observed }: ReadLine, standing: Standing): boolean {
  return observed.value === standing.value && observed.status === standing.status;
}

function checkNamed(
  line: Line,
  record: FigureRecord,
  before: Standing | undefined,
  setting: Setting,
  say: Say,
): void {
  const detail = { recorded: before ? recorded(before) : null };
  const stands = before
    ? `What stands on ${setting.effectiveOn} is ${shown(before)}, entry ${before.id}.`
    : `Nothing stands on ${setting.effectiveOn}.`;
  if (!line.of) return say('of', 'of-missing', `Name the entry that this changes. ${stands}`, detail);
  const named = record.entries.find((e) => e.id === line.of && e.recordedAt !== NOT_RECORDED);
  if (named && before?.named.includes(named.id)) return;
  if (!named)
    return say(
      'of',
      'unknown-entry',
      `No entry ${line.of} is on record about this figure. ${stands}`,
      detail,
    );
  if (named.effectiveOn > setting.effectiveOn)
    return say(
      'of',
      'before-its-vintage',
      `The entry that it changes is effective on ${named.effectiveOn}; the change cannot be earlier.`,
    );
  say('of', 'not-standing', `Entry ${line.of} no longer stands. ${stands}`, detail);
}

function checkReason(act: Act, line: Line, setting: Setting, say: Say): void {
  const needed = act === 'corrected' || act === 'withdrawn';
  if (needed && !line.reason && !setting.for)
    say(
      'reason',
      'reason-missing',
      act === 'corrected' ? 'Say what the error was.' : 'Say why the figure is withdrawn.',
    );
}

function changeEvent(
  act: Change,
  read: ReadLine,
  line: Line,
  setting: Settled,
  say: Say,
): ObservationEvent | undefined {
  const fact = factOf(read, line, setting);
  const data = { ...observationOf(read, line, setting), of: line.of ?? '' };
  switch (act) {
    case 'revised':
      return { ...fact, type: 'figures.figure-revised', data };
    case 'corrected':
      return {
        ...fact,
        type: 'figures.figure-corrected',
        data: { ...data, severity: severityOf(line, setting, say) },
      };
    case 'withdrawn':
      return { ...fact, type: 'figures.figure-withdrawn', data };
    case 'restated': {
      const redefinition = redefinitionBy(read, setting.effectiveOn);
      if (redefinition) return { ...fact, type: 'figures.figure-restated', data: { ...data, redefinition } };
      say(
        'kind',
        'no-redefinition',
        `No redefinition of ${read.figure.measure} is on record by ${setting.effectiveOn}. Record it first.`,
      );
      return undefined;
    }
    default: {
      const never: never = act;
      throw new Error(`Unknown change ${String(never)}`);
    }
  }
}

/** The latest redefinition effective by a day. */
export function redefinitionBy({ measure }: Pick<ReadLine, 'measure'>, day: string): string | undefined {
  return redefinitionsBy(measure, day).at(-1)?.id;
}

export function severityOf(
  line: Pick<Line, 'severity'>,
  setting: Pick<Setting, 'for'>,
  say: Say,
): Severity | null {
  const severity = severityIn(line.severity);
  if (line.severity && !severity)
    say('severity', 'unknown-severity', `Severity is ${SEVERITIES.join(' or ')}.`);
  else if (!severity && !setting.for)
    say('severity', 'severity-missing', 'Say whether the error was minor or substantial.');
  return severity;
}
