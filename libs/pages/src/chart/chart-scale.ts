import { separated } from '../wording/numbers';
import { scaleLinear } from 'd3-scale';
import type { DrawnValue, Line } from './chart';

/** An axis of values: where a value stands, and what is written beside it. */
export interface ValueScale {
  /** From a decimal to a place; the only step at which a value becomes a float, and only to be drawn. */
  at(decimal: string): number;
  readonly ticks: readonly { readonly y: number; readonly words: string }[];
  /** What the scale begins at, where that is not nought. */
  readonly cutAt?: string;
}

/** Below this share of the greatest value, what differs would be too flat to see on a scale from nought. */
const FLAT = 0.3;
const TICKS = 5;

/** A scale for every value of the lines, over the height between two places. */
export function valueScale(lines: readonly Line[], bottom: number, top: number): ValueScale {
  const numbers = lines.flatMap(({ marks, level }) => [
    ...marks.flatMap(({ value }) => (value ? ends(value) : [])),
    ...(level ? ends(level.at) : []),
  ]);
  const [least, most] = [Math.min(...numbers, Infinity), Math.max(...numbers, -Infinity)];
  const [low, high] = numbers.length === 0 ? [0, 1] : domain(least, most);
  const scale = scaleLinear().domain([low, high]).nice(TICKS).range([bottom, top]);
  const [first = 0] = scale.domain();
  const ticks = scale.ticks(TICKS).map((n) => ({ y: scale(n), words: tickWords(n) }));
  return {
    at: (decimal) => scale(Number(decimal)),
    ticks,
    ...(first > 0 && { cutAt: tickWords(first) }),
  };
}

/** From nought, unless all lies so close together that nothing could be seen of it; then the chart says so. */
function domain(least: number, most: number): [number, number] {
  if (least === most) return [Math.min(0, least), Math.max(0, most) || 1];
  const spread = most - least;
  if (least > 0 && spread < FLAT * most) return [Math.max(0, least - spread / 4), most + spread / 4];
  return [Math.min(0, least), Math.max(0, most)];
}

function ends({ low, high }: DrawnValue): number[] {
  return [Number(low), Number(high)];
}

/** A tick is no reported value: a long one is shortened. */
function tickWords(n: number): string {
  const size = Math.abs(n);
  if (size >= 1e15) return n.toExponential(1).replace('-', '−');
  if (size >= 1e6) return new Intl.NumberFormat('en-GB', { notation: 'compact' }).format(n).replace('-', '−');
  const text = String(Number(n.toPrecision(12)));
  return /e/.test(text) ? text : separated(text);
}
