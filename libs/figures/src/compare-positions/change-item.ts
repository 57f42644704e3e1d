import type { Actor, FreeText, Recorded, Source } from '@daybook/ledger';
import { type Ledger } from '@daybook/ledger';
import type { Kind, Severity, Status, Unit } from '../codes';
import type { OfFigure } from '../figures.events';
import { openTexts, type ReadText } from '@daybook/provenance';
import { difference } from '../value';
import type { FigureEntry, Standing, Vintage } from '../vintages';
import type { ChangeKind, FigureChange } from './changes';
import type { DefinitionChange } from './comparison';

/** What stands of a figure before or after a change. */
export interface Stood {
  readonly id: string;
  readonly kind: Kind;
  readonly value: string | null;
  readonly status: Status;
  readonly printed: string | null;
  readonly withheldBy: string | null;
  readonly effectiveOn: string;
}

/** The entry that a change is about: what it says, and how it is judged before and after. */
export interface EntryChanged {
  readonly id: string;
  readonly index: number;
  readonly value: string | null;
  readonly status: Status;
  readonly printed: string | null;
  readonly withheldBy: string | null;
  readonly effectiveOn: string;
  readonly precision: 'day' | 'month';
  /** Null where the entry was not on record before. */
  readonly kindBefore: Kind | null;
  readonly kind: Kind;
}

/** What changed of a measure's definition. */
export type DefinitionChanged = Pick<DefinitionChange, 'change' | 'fromPeriod' | 'definedAgain'>;

/**
 * One change, with the event that made it: `id`, `index`, dates, who, paper and reason are that event's.
 * `period` and `breakdown` are null where a definition changed.
 */
export interface ChangeItem extends ReadText {
  readonly area: string;
  readonly measure: string;
  readonly period: string | null;
  readonly breakdown: string | null;
  readonly unit: Unit | null;
  readonly id: string;
  readonly index: number;
  readonly kind: ChangeKind;
  readonly before: Stood | null;
  readonly after: Stood | null;
  /** What stands after the change less what stood before it, where both are exact; null where nothing moved. */
  readonly difference: string | null;
  readonly entry: EntryChanged | null;
  readonly definition: DefinitionChanged | null;
  readonly of: string | null;
  readonly severity: Severity | null;
  readonly effectiveOn: string;
  readonly precision: 'day' | 'month';
  readonly recordedAt: string;
  readonly by: Actor;
  readonly for: string | null;
  readonly source: Source | null;
  readonly secondHand: boolean;
  readonly contradictsItself: boolean;
}

/** A change of a figure or of a definition, with the unit that its measure has. */
export type Changed = { readonly unit: Unit | null } & (
  | { readonly figure: OfFigure; readonly change: FigureChange; readonly definition?: undefined }
  | {
      readonly area: string;
      readonly measure: string;
      readonly definition: DefinitionChange;
      readonly figure?: undefined;
    }
);

/**
 * Tells changes in full: opens their sealed reasons, all keys at once, and reads the records of what a row
 * does not tell all of (explanations, marks, definitions).
 */
export async function tellChanges(ledger: Ledger, changes: readonly Changed[]): Promise<ChangeItem[]> {
  const indexes = changes.flatMap((c) => (c.figure && isEntry(c.change.event) ? [] : [indexOf(c)]));
  const records = new Map<number, Recorded>();
  for (const index of new Set(indexes)) {
    const [entry] = await ledger.store.readAll(index, 1);
    if (entry) records.set(index, entry.record);
  }
  const read = await openTexts(
    ledger,
    changes.flatMap((c) => (c.figure ? reasonsOf(c.change) : [])),
  );
  return changes.map((changed) => {
    const record = records.get(indexOf(changed));
    return changed.figure ? figureItem(changed, record, read) : definitionItem(changed, record);
  });
}

function indexOf(changed: Changed): number {
  return changed.figure ? changed.change.event.order : changed.definition.index;
}

function isEntry(event: FigureChange['event']): event is FigureEntry {
  return 'act' in event;
}

/** An entry's own reason; where it gives none, that of its explanation, as its history shows it. */
function reasonsOf({ event, kind, entry }: FigureChange): FreeText[] {
  const explained = kind === 'explained' || kind === 'rejudged' ? undefined : entry.explained?.reason;
  return [event.reason, ...(isEntry(event) && explained ? [explained] : [])];
}

function figureItem(
  { figure, change, unit }: Extract<Changed, { figure: OfFigure }>,
  record: Recorded | undefined,
  read: (text: FreeText) => ReadText,
): ChangeItem {
  const { event, kind, entry, was, before, after } = change;
  const [own = null, explained = null] = reasonsOf(change);
  const moved = movedBy(change);
  return {
    ...figure,
    unit,
    id: event.id,
    index: event.order,
    kind,
    before: before ? stood(before) : null,
    after: after ? stood(after) : null,
    difference: moved ?? null,
    entry: entrySaid(entry, was),
    definition: null,
    of: isEntry(event) ? (event.of ?? null) : event.of,
    severity: ('severity' in event ? event.severity : undefined) ?? null,
    effectiveOn: event.effectiveOn,
    precision: isEntry(event) ? event.precision : (record?.precision ?? 'day'),
    recordedAt: event.recordedAt,
    by: event.by,
    for: event.for ?? null,
    source: (isEntry(event) ? event.source : record?.source) ?? null,
    secondHand: isEntry(event) && (event.secondHand ?? false),
    contradictsItself: entry.contradictsItself ?? false,
    ...read(own ?? explained),
  };
}

/** Undefined where the same entry stands with the same value. */
function movedBy({ before, after }: FigureChange): string | undefined {
  if (!before || !after || (before.id === after.id && before.value === after.value)) return undefined;
  return difference(after.value, before.value);
}

function stood({ id, kind, value, status, printed, withheldBy, effectiveOn }: Standing): Stood {
  return {
    ...{ id, kind, value, status, effectiveOn },
    printed: printed ?? null,
    withheldBy: withheldBy ?? null,
  };
}

function entrySaid(entry: Vintage, was: Vintage | undefined): EntryChanged {
  const { id, order, value, status, printed, withheldBy, effectiveOn, precision, kind } = entry;
  return {
    ...{ id, index: order, value, status, effectiveOn, precision, kind },
    printed: printed ?? null,
    withheldBy: withheldBy ?? null,
    kindBefore: was?.kind ?? null,
  };
}

function definitionItem(
  { area, measure, definition, unit }: Extract<Changed, { definition: DefinitionChange }>,
  record: Recorded | undefined,
): ChangeItem {
  const { id, index, kind, effectiveOn, recordedAt, change, fromPeriod, definedAgain } = definition;
  if (!record) throw new Error(`The ledger does not hold record ${index}, which a view was folded from.`);
  return {
    ...{ area, measure, period: null, breakdown: null, unit, id, index, kind },
    ...{ before: null, after: null, difference: null, entry: null },
    definition: { change, fromPeriod, definedAgain },
    ...{ of: null, severity: null, effectiveOn, precision: record.precision, recordedAt, by: record.by },
    for: record.for ?? null,
    source: record.source ?? null,
    ...{ secondHand: false, contradictsItself: false, reason: null, reasonErased: false },
  };
}
