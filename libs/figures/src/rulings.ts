import type { Declaration, Severity } from './codes';
import { SEVERITIES } from './codes';
import type { ObservationEvent } from './figures.events';
import { entryOfLine, factOf, observationOf, type Line, type ReadLine, type Say, type Setting } from './line';
import { agree } from './value';
import { asOn, contradicts, judge, type Act, type FigureEntry, type FigureRecord, type Standing } from './vintages';

type Ruling = { event?: ObservationEvent; entry: Omit<FigureEntry, 'id' | 'order' | 'recordedAt'> };
type Change = Exclude<Declaration, 'report' | 'unexplained'>;

/**
 * A report is judged against what stood on its own effective date: it may be the first release, confirm what agrees
 * with it, or contradict its own paper; a value that differs is refused unless the office, transcribing, says that the paper gives no reason.
 */
export function ruleOnReport(read: ReadLine, line: Line, record: FigureRecord, setting: Setting, say: Say): Ruling {
  const entry = entryOfLine(read, line, setting, 'reported');
  const { standing } = judge(asOn(record, setting.effectiveOn));
  const marked = new Set(record.marks.map((m) => m.of));
  const contradiction = record.entries.some((e) => !marked.has(e.id) && contradicts(entry, e));
  if (standing && !contradiction && read.declared === 'report' && differs(entry.value, standing))
    say('value', 'value-differs', differsMessage(standing), { recorded: recorded(standing), declare: CAN_DECLARE });
  const saysNotWhy = read.declared === 'unexplained' ? { saysNotWhy: true as const } : {};
  const data = { ...observationOf(read, line, setting), ...saysNotWhy };
  return { entry, event: { ...factOf(read, line, setting), type: 'figures.figure-reported', data } };
}

const CAN_DECLARE = ['revised', 'corrected', 'restated', 'withdrawn'];

/** What stands, for a program that has to name it. */
function recorded({ id, value, status, kind, effectiveOn }: Standing): Record<string, unknown> {
  return { id, value, status, kind, effectiveOn };
}

function differs(value: string | null, standing: Standing): boolean {
  return !agree(value, standing.value) && standing.kind !== 'missing';
}

export function shown(standing: Pick<Standing, 'value' | 'effectiveOn' | 'kind'>): string {
  const value = standing.value ?? (standing.kind === 'withdrawn' ? 'withdrawn' : 'no value');
  return `${value} (${standing.kind}, effective ${standing.effectiveOn})`;
}

function differsMessage(standing: Standing): string {
  return `The recorded figure is ${shown(standing)}, entry ${standing.id}. If it has changed, declare it revised, corrected, restated or withdrawn, and name that entry.`;
}

/** A declared change names the vintage that it changes, which must stand on the change's own effective date. */
export function ruleOnChange(read: ReadLine, line: Line, record: FigureRecord, setting: Setting, say: Say): Ruling {
  const act = read.declared as Change;
  const entry = entryOfLine(read, line, setting, act);
  const before = judge(asOn(record, setting.effectiveOn)).standing;
  checkNamed(line, record, before, setting, say);
  checkReason(act, line, setting, say);
  if (before && act !== 'restated' && act !== 'withdrawn' && sameAs(read, before))
    say('value', 'nothing-changes', `The recorded figure is ${shown(before)} already. Nothing would change.`);
  if (before?.kind === 'withdrawn' && act === 'withdrawn')
    say('kind', 'nothing-changes', 'The figure is withdrawn already.');
  if (read.observed.value === null && act !== 'withdrawn')
    say('value', 'value-missing', 'Give the value that it changes to, or declare it withdrawn.');
  return { entry, event: changeEvent(act, read, line, setting, say) };
}

function sameAs({ observed }: ReadLine, standing: Standing): boolean {
  return observed.value === standing.value && observed.status === standing.status;
}

function checkNamed(line: Line, record: FigureRecord, before: Standing | undefined, setting: Setting, say: Say): void {
  const detail = { recorded: before ? recorded(before) : null };
  const stands = before ? `What stands on ${setting.effectiveOn} is ${shown(before)}, entry ${before.id}.` : `Nothing stands on ${setting.effectiveOn}.`;
  if (!line.of) return say('of', 'of-missing', `Name the entry that this changes. ${stands}`, detail);
  if (before?.named.includes(line.of)) return;
  const named = record.entries.find((e) => e.id === line.of);
  if (!named) return say('of', 'unknown-entry', `No entry ${line.of} is on record about this figure. ${stands}`, detail);
  if (named.effectiveOn > setting.effectiveOn)
    return say('of', 'before-its-vintage', `A change cannot be effective on ${setting.effectiveOn}, before the entry that it changes (${named.effectiveOn}).`);
  say('of', 'not-standing', `Entry ${line.of} no longer stands. ${stands}`, detail);
}

function checkReason(act: Act, line: Line, setting: Setting, say: Say): void {
  const needed = act === 'corrected' || act === 'withdrawn';
  if (needed && !line.reason && !setting.for)
    say('reason', 'reason-missing', act === 'corrected' ? 'Say what the error was.' : 'Say why the figure is withdrawn.');
}

function changeEvent(act: Change, read: ReadLine, line: Line, setting: Setting, say: Say): ObservationEvent | undefined {
  const fact = factOf(read, line, setting);
  const data = { ...observationOf(read, line, setting), of: line.of ?? '' };
  switch (act) {
    case 'revised':
      return { ...fact, type: 'figures.figure-revised', data };
    case 'corrected':
      return { ...fact, type: 'figures.figure-corrected', data: { ...data, severity: severityOf(line, setting, say) } };
    case 'withdrawn':
      return { ...fact, type: 'figures.figure-withdrawn', data };
    case 'restated': {
      const redefinition = redefinitionBy(read, setting.effectiveOn);
      if (redefinition) return { ...fact, type: 'figures.figure-restated', data: { ...data, redefinition } };
      say('kind', 'no-redefinition', `No change of ${read.figure.measure}'s definition is recorded by ${setting.effectiveOn}. Record the redefinition first.`);
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
  const effective = measure.redefinitions.filter((r) => r.effectiveOn <= day);
  return effective.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)).at(-1)?.id;
}

export function severityOf(line: Pick<Line, 'severity'>, setting: Pick<Setting, 'for'>, say: Say): Severity | null {
  const severity = SEVERITIES.find((s) => s === line.severity) ?? null;
  if (line.severity && !severity) say('severity', 'unknown-severity', `Severity is ${SEVERITIES.join(' or ')}.`);
  else if (!severity && !setting.for) say('severity', 'severity-missing', 'Say whether the error was minor or substantial.');
  return severity;
}
