import { parsePeriod } from '../period';
import { compareDecimals, parseValue, type Value } from '../value';
import type { FigureRow } from './figures.view';
import type { FigureSort, SortField } from './figures-wanted';

/** What a figure is sorted by: its own place in the order, and its key where that is the same. */
export interface Placed {
  readonly key: string;
  /** Null where there is nothing to sort by; such figures come last, whichever way the order runs. */
  readonly by: readonly string[] | null;
}

/** A figure's place in an order. The order never depends on anything but the figure's row. */
export function placeOf(key: string, row: FigureRow, sort: FigureSort): Placed {
  return { key, by: placeBy(fieldOf(sort), row) };
}

function placeBy(field: SortField, { figure, standing }: FigureRow): readonly string[] | null {
  switch (field) {
    case 'measure':
      return [];
    case 'period': {
      const { start, end } = parsePeriod(figure.period) ?? { start: figure.period, end: '' };
      return [start, end ?? OPEN];
    }
    case 'value': {
      const value = parseValue(standing?.value ?? '');
      return value ? [value.low, value.high, String(BOUND_ORDER.indexOf(value.bound))] : null;
    }
    case 'effective':
      return standing ? [standing.effectiveOn] : null;
    default: {
      const never: never = field;
      throw new Error(`Unknown order ${String(never)}`);
    }
  }
}

/** A period without an end comes after those that have one. */
const OPEN = '9999-12-31';
/** Of two values with the same numbers: what lies below them first, what lies above them last. */
const BOUND_ORDER: readonly Value['bound'][] = [
  'less-than',
  'at-most',
  'around',
  'exact',
  'range',
  'at-least',
  'more-than',
];

/**
 * Less than nought where `a` comes before `b`. Values are compared as decimals, digit by digit, never as
 * floats, whatever their units; an inexact one by its lower end. Figures that come out alike stand in order
 * of measure, period and breakdown, whichever way the order runs.
 */
export function compare(a: Placed, b: Placed, sort: FigureSort): number {
  const down = sort.startsWith('-') ? -1 : 1;
  if (fieldOf(sort) === 'measure') return down * inCodePoints(a.key, b.key);
  if (a.by === null || b.by === null)
    return a.by === b.by ? inCodePoints(a.key, b.key) : a.by === null ? 1 : -1;
  const inParts = fieldOf(sort) === 'value' ? compareDecimals : inCodePoints;
  for (const [i, part] of a.by.entries()) {
    const order = inParts(part, b.by[i] ?? '0');
    if (order !== 0) return down * order;
  }
  return inCodePoints(a.key, b.key);
}

export function fieldOf(sort: FigureSort): SortField {
  return sort.replace('-', '') as SortField;
}

/** As SQLite orders text: by its UTF-8 bytes, which is by code point. */
function inCodePoints(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
