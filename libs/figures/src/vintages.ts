import type { Access, Actor, FreeText, Source } from '@daybook/ledger';
import type { Kind, Severity, Status } from './codes';
import { agree, difference, morePrecise } from './value';

/** What an entry itself declares; only a report is judged by what stands around it. */
export type Act = 'reported' | 'revised' | 'corrected' | 'restated' | 'withdrawn';

/**
 * One entry about a figure, as recorded. `order` is its place in ledger order (index, or revision in its
 * stream).
 */
export interface FigureEntry {
  readonly id: string;
  readonly order: number;
  readonly effectiveOn: string;
  readonly precision: 'day' | 'month';
  readonly recordedAt: string;
  readonly act: Act;
  readonly value: string | null;
  readonly status: Status;
  readonly printed?: string;
  readonly withheldBy?: string;
  readonly of?: string;
  readonly reason: FreeText;
  readonly severity?: Severity;
  readonly source?: Source;
  readonly by: Actor;
  readonly for?: string;
  readonly secondHand?: true;
  /** The office, transcribing, saw that the paper gives no reason for the change. */
  readonly saysNotWhy?: true;
  readonly access: Access;
}

/**
 * Why an unexplained change happened, said later; it turns the entry into a declared change from its own
 * date on.
 */
export interface Explanation {
  readonly id: string;
  readonly order: number;
  readonly of: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly as: 'revised' | 'corrected' | 'restated';
  readonly reason: FreeText;
  readonly severity?: Severity;
  readonly by: Actor;
  readonly for?: string;
}

/** That an entry is a slip of the pen; effective on the entry's own date. */
export interface WrongMark {
  readonly id: string;
  readonly order: number;
  readonly of: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly reason: FreeText;
  readonly by: Actor;
  readonly for?: string;
}

/** All that is on record about one figure, in no particular order. */
export interface FigureRecord {
  readonly entries: readonly FigureEntry[];
  readonly explanations: readonly Explanation[];
  readonly marks: readonly WrongMark[];
}

/**
 * An entry with what the fold makes of it. `difference` is its value less what stood before, where both are
 * exact.
 */
export interface Vintage extends FigureEntry {
  readonly kind: Kind;
  readonly difference?: string;
  readonly contradictsItself?: true;
  readonly explained?: Explanation;
  readonly marked?: WrongMark;
}

/** The entry that stands, with the value and status that later confirmations may have made more precise. */
export interface Standing {
  readonly id: string;
  readonly value: string | null;
  readonly status: Status;
  readonly printed?: string;
  readonly withheldBy?: string;
  readonly kind: Kind;
  readonly effectiveOn: string;
  /** Ids that a change may name: the standing entry and the reports that confirm it. */
  readonly named: readonly string[];
  /** The report that gave the value to more decimals than the entry that stands. */
  readonly finer?: string;
}

export interface Judged {
  /** In order of (effectiveOn, ledger order). */
  readonly vintages: readonly Vintage[];
  /** Undefined where nothing stands. */
  readonly standing?: Standing;
}

export const NOTHING: FigureRecord = { entries: [], explanations: [], marks: [] };

export function inEffectiveOrder(
  a: { effectiveOn: string; order: number },
  b: { effectiveOn: string; order: number },
): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  return a.order - b.order;
}

/** What was effective by a day. A mark counts wherever its entry does. */
export function asOn(record: FigureRecord, day: string): FigureRecord {
  const by = (x: { effectiveOn: string }): boolean => x.effectiveOn <= day;
  return {
    entries: record.entries.filter(by),
    explanations: record.explanations.filter(by),
    marks: record.marks.filter(by),
  };
}

/**
 * Judges every entry by what stood on its own effective date, in order of (effectiveOn, ledger order).
 *
 * A report is the first release where nothing stood, confirms a value that it agrees with, and is an
 * unexplained change where it differs. A report that differs from what the same paper put on record at
 * another place contradicts it: both are flagged and the one recorded first stands. A declared change keeps
 * its kind whatever is entered before it. An entry marked entered wrongly stays visible and all else is
 * judged as if it were absent.
 */
export function judge(record: FigureRecord): Judged {
  const entries = record.entries.map(unjudged).sort(inEffectiveOrder);
  const marks = new Map(record.marks.map((mark) => [mark.of, mark]));
  const explanations = firstByTarget(record.explanations);
  const contradictions = contradictionsAmong(entries.filter((e) => !marks.has(e.id)));
  let standing: Standing | undefined;
  const vintages = entries.map((entry): Vintage => {
    const marked = marks.get(entry.id);
    if (marked) return { ...entry, kind: 'entered-wrongly', marked };
    const flag = contradictions.flagged.has(entry.id) ? ({ contradictsItself: true } as const) : {};
    if (contradictions.later.has(entry.id)) return { ...entry, ...flag, kind: 'contradicts' };
    const explained = explanations.get(entry.id);
    const kind = kindOf(entry, explained, standing);
    const changed = standing && kind !== 'confirmed' ? difference(entry.value, standing.value) : undefined;
    standing = kind === 'confirmed' && standing ? confirm(standing, entry) : stand(entry, kind);
    return {
      ...entry,
      ...flag,
      kind,
      ...(explained && { explained }),
      ...(changed !== undefined && { difference: changed }),
    };
  });
  return standing ? { vintages, standing } : { vintages };
}

/** An entry without what an earlier judgment made of it. */
function unjudged(entry: FigureEntry): FigureEntry {
  const {
    kind: _1,
    difference: _2,
    contradictsItself: _3,
    explained: _4,
    marked: _5,
    ...own
  } = entry as Vintage;
  return own;
}

function firstByTarget(explanations: readonly Explanation[]): ReadonlyMap<string, Explanation> {
  const first = new Map<string, Explanation>();
  for (const one of [...explanations].sort(inEffectiveOrder)) if (!first.has(one.of)) first.set(one.of, one);
  return first;
}

function kindOf(
  entry: FigureEntry,
  explained: Explanation | undefined,
  standing: Standing | undefined,
): Kind {
  if (entry.act !== 'reported') return entry.act;
  if (explained) return explained.as;
  if (!standing) return entry.value === null ? 'missing' : 'first-release';
  if (agree(entry.value, standing.value)) return 'confirmed';
  return standing.kind === 'missing' ? 'first-release' : 'unexplained';
}

function stand(entry: FigureEntry, kind: Kind): Standing {
  const { id, value, status, printed, withheldBy, effectiveOn } = entry;
  return { id, value, status, printed, withheldBy, kind, effectiveOn, named: [id] };
}

/**
 * A confirmation changes neither value nor date, except that the more precise value, and a new status (with
 * who withholds), are carried.
 */
function confirm(standing: Standing, entry: FigureEntry): Standing {
  const finer = morePrecise(entry.value, standing.value);
  return {
    ...standing,
    status: entry.status,
    ...(entry.value === null && { withheldBy: entry.withheldBy }),
    ...(finer && { value: entry.value, printed: entry.printed, finer: entry.id }),
    named: [...standing.named, entry.id],
  };
}

/**
 * Reports that differ from what their own paper put on record at another place before; `later` holds those
 * reports.
 */
function contradictionsAmong(entries: readonly FigureEntry[]): { later: Set<string>; flagged: Set<string> } {
  const later = new Set<string>();
  const flagged = new Set<string>();
  const saidBy = new Map<string, FigureEntry[]>();
  for (const entry of [...entries].sort((a, b) => a.order - b.order)) {
    if (!entry.source) continue;
    const said = saidBy.get(entry.source.paper) ?? [];
    const others = entry.act === 'reported' ? said.filter((e) => contradicts(entry, e)) : [];
    if (others.length === 0) said.push(entry);
    else later.add(entry.id);
    saidBy.set(entry.source.paper, said);
    for (const { id } of others) flagged.add(id).add(entry.id);
  }
  return { later, flagged };
}

/** Whether two entries of one paper say different things about one figure, at two places. */
function contradicts(a: FigureEntry, b: FigureEntry): boolean {
  return a.source?.place !== b.source?.place && !agree(a.value, b.value);
}
