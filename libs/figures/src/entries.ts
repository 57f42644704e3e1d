import type { Recorded } from '@daybook/ledger';
import type { ChangeExplained, EntryMarkedWrong, FigureEvent, ObservationEvent } from './figures.events';
import type { Act, Explanation, FigureEntry, FigureRecord, WrongMark } from './vintages';

const ACTS: Readonly<Record<ObservationEvent['type'], Act>> = {
  'figures.figure-reported': 'reported',
  'figures.figure-revised': 'revised',
  'figures.figure-corrected': 'corrected',
  'figures.figure-restated': 'restated',
  'figures.figure-withdrawn': 'withdrawn',
};

/** Adds one event about a figure to what is on record about it. `order` is its place in ledger order. */
export function addTo(record: FigureRecord, event: Recorded<FigureEvent>, order: number): FigureRecord {
  switch (event.type) {
    case 'figures.figure-reported':
    case 'figures.figure-revised':
    case 'figures.figure-corrected':
    case 'figures.figure-restated':
    case 'figures.figure-withdrawn':
      return { ...record, entries: [...record.entries, entryOf(event, order)] };
    case 'figures.change-explained':
      return { ...record, explanations: [...record.explanations, explanationOf(event, order)] };
    case 'figures.entry-marked-wrong':
      return { ...record, marks: [...record.marks, markOf(event, order)] };
    default: {
      const never: never = event;
      throw new Error(`Not an event about a figure: ${(never as { type: string }).type}`);
    }
  }
}

function entryOf(event: Recorded<ObservationEvent>, order: number): FigureEntry {
  const { data, id, effectiveOn, precision, recordedAt, source, by } = event;
  return {
    id,
    order,
    effectiveOn,
    precision,
    recordedAt,
    act: ACTS[event.type],
    value: data.value,
    status: data.status,
    printed: data.printed,
    withheldBy: data.withheldBy,
    of: 'of' in data ? data.of : undefined,
    reason: data.reason,
    severity: 'severity' in data ? (data.severity ?? undefined) : undefined,
    source,
    by,
    for: event.for,
    secondHand: data.secondHand,
    saysNotWhy: 'saysNotWhy' in data ? data.saysNotWhy : undefined,
    access: event.access,
  };
}

function explanationOf(event: Recorded<ChangeExplained>, order: number): Explanation {
  const { data, id, effectiveOn, recordedAt, by } = event;
  const { of, as, reason, severity } = data;
  return { id, order, of, effectiveOn, recordedAt, as, reason, severity, by, for: event.for };
}

function markOf(event: Recorded<EntryMarkedWrong>, order: number): WrongMark {
  const { data, id, effectiveOn, recordedAt, by } = event;
  return { id, order, of: data.of, effectiveOn, recordedAt, reason: data.reason, by, for: event.for };
}
