import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
  type SymbolType,
} from 'd3-shape';
import type { Bound, Mark } from './chart';
import type { ValueScale } from './chart-scale';

/** The part of a drawing in which lines stand, by its edges. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One value as it is drawn. `hollow` says that it is not the last word; `stem` leads to where a bound ends. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly shape: string;
  readonly hollow: boolean;
  readonly stem?: string;
  /** How high the stem ends. */
  readonly tip?: number;
  readonly missing: boolean;
}

const MARK_SIZE = 64;
const SYMBOLS: readonly SymbolType[] = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolStar,
  symbolWye,
  symbolCross,
];

/** A mark of a line's own shape, at a place. */
export function pointAt(x: number, y: number, style: number): Pick<Point, 'x' | 'y' | 'shape' | 'missing'> {
  const shape = symbol(SYMBOLS[style % SYMBOLS.length], MARK_SIZE)() ?? '';
  return { x, y, shape, missing: false };
}

/** A value as a mark: a cross at the foot of the plot where it has no value. */
export function pointOf(
  { step, value, apart }: Mark,
  style: number,
  at: (step: number) => number,
  y: ValueScale,
  plot: Plot,
): Point {
  const x = at(step);
  if (!value) return { ...pointAt(x, plot.bottom - 4, style), shape: CROSSED, hollow: false, missing: true };
  const low = y.at(value.low);
  return {
    ...pointAt(x, low, style),
    hollow: apart !== undefined || value.bound !== 'exact',
    ...stemOf(value.bound, x, low, y.at(value.high), plot),
  };
}

const CROSSED = 'M-5,-5L5,5M-5,5L5,-5';
const STEM = 26;

/** From an inexact value towards where the true one may be: up, down, or to the other end of a range. */
function stemOf(
  bound: Bound,
  x: number,
  low: number,
  high: number,
  { top, bottom }: Plot,
): Pick<Point, 'stem' | 'tip'> {
  switch (bound) {
    case 'range':
      return { stem: `M${x},${low}V${high}M${x - 5},${high}H${x + 5}`, tip: high };
    case 'at-least':
    case 'more-than':
      return arrow(x, low, Math.max(top - 8, low - STEM), 5);
    case 'at-most':
    case 'less-than':
      return arrow(x, low, Math.min(bottom, low + STEM), -5);
    case 'exact':
    case 'around':
      return {};
    default: {
      const never: never = bound;
      throw new Error(`Unknown bound ${String(never)}`);
    }
  }
}

function arrow(x: number, from: number, tip: number, back: number): Pick<Point, 'stem' | 'tip'> {
  return { stem: `M${x},${from}V${tip}M${x - 4},${tip + back}L${x},${tip}L${x + 4},${tip + back}`, tip };
}
