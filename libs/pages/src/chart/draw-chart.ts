import { scaleLinear } from 'd3-scale';
import { curveLinear, curveStepAfter, line as linePath } from 'd3-shape';
import type { Chart, Line, Mark } from './chart';
import { valueScale, type ValueScale } from './chart-scale';
import { pointAt, pointOf, type Plot, type Point } from './draw-mark';
import { Room, nameWidth, spread, textWidth } from './room';

/** How large a drawing is, in its own units; text in it is 14 of them high. */
export interface Size {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
}
export const SIZES: readonly Size[] = [
  { name: 'wide', width: 760, height: 400 },
  { name: 'narrow', width: 320, height: 360 },
];

interface Text {
  readonly x: number;
  readonly y: number;
  readonly words: readonly string[];
}
interface DrawnLine {
  /** Which of the colours, dashes and markers: by the line's place. */
  readonly style: number;
  readonly path: string;
  readonly points: readonly Point[];
  readonly label?: Text;
  /** From the line's last value to its label, where that had to move. */
  readonly lead?: string;
}

/** Everything that a template needs to write a chart as SVG; every number is finite and inside the box. */
export interface Drawing extends Size {
  readonly plot: Plot;
  readonly unit: string;
  readonly yTicks: ValueScale['ticks'];
  readonly xTicks: readonly Text[];
  readonly lines: readonly DrawnLine[];
  readonly breaks: readonly { readonly x: number; readonly label: Text }[];
  readonly notes: readonly Text[];
  readonly cutAt?: string;
}

export const TEXT = 14;
const ROW = 17;
const GAP = 10;
const TICK_ROOM = 6;
/** Between the lowest value and the foot of the plot: there stand marks without a value. */
const FOOT = 20;

/** Draws the lines into a box. At least one mark of them has a value. */
export function drawChart<Of extends Mark>(chart: Chart<Of>, unit: string, size: Size): Drawing {
  const { lines, breaks } = chart;
  const labelled = lines.map(({ label }) => wrap(label, size.name === 'narrow' ? 9 : 18));
  const labelRoom = Math.max(...labelled.flat().map(nameWidth)) + GAP + 4;
  const top = ROW * (breaks.length > 0 ? 3 : 2);
  const bottom = size.height - ROW * 2.5;
  const y = valueScale(lines, bottom - FOOT, top + 4);
  const left = Math.min(Math.max(...y.ticks.map(({ words }) => textWidth(words))) + GAP, size.width * 0.3);
  const right = size.width - Math.min(labelRoom, size.width * 0.35);
  const plot = { left, right, top, bottom };
  const at = stepScale(chart, plot);
  const room = new Room(plot.left, size.width, size.height);
  const drawn = lines.map((one, style) => drawLine(one, style, chart, at, y, plot));
  for (const point of drawn.flatMap(({ points }) => points)) {
    const { tip = point.y } = point;
    room.take(point.x - 5, Math.min(point.y, tip) - 5, 10, Math.abs(point.y - tip) + 10);
  }
  return {
    ...size,
    plot,
    unit,
    yTicks: y.ticks,
    xTicks: xTicks(chart, at, plot),
    lines: withLabels(drawn, labelled, plot),
    breaks: breaks.map(({ step, words }) => breakAt(at(step - 0.5), words, plot)),
    notes: lines.flatMap((one, i) => notesOf(one, drawn[i]?.points ?? [], room)),
    ...(y.cutAt && { cutAt: y.cutAt }),
  };
}

type StepScale = (step: number) => number;

function stepScale({ lines }: Pick<Chart, 'lines'>, { left, right }: Plot): StepScale {
  const steps = lines.flatMap(({ marks, level }) => [
    ...marks.map(({ step }) => step),
    ...(level ? [level.from, level.to] : []),
  ]);
  const [first, last] = [Math.min(...steps), Math.max(...steps)];
  const pad = 14;
  if (first === last) return () => (left + right) / 2;
  return scaleLinear()
    .domain([first, last])
    .range([left + pad, right - pad]);
}

function drawLine(
  { marks, level }: Line,
  style: number,
  { breaks, joins, holds }: Pick<Chart, 'breaks' | 'joins' | 'holds'>,
  at: StepScale,
  y: ValueScale,
  plot: Plot,
): DrawnLine {
  if (level) {
    const [x1, x2, height] = [at(level.from), at(level.to), y.at(level.at.low)];
    return {
      style,
      path: `M${x1},${height}L${x2},${height}`,
      points: [{ ...pointAt(x2, height, style), hollow: false }],
    };
  }
  const points = marks.map((mark) => pointOf(mark, style, at, y, plot));
  const draw = linePath<Point>(
    (point) => point.x,
    (point) => point.y,
  ).curve(holds ? curveStepAfter : curveLinear);
  const runs = runsOf(marks, (before, after) => {
    // The change is of the measure's own latest line: other years and what it is compared with go on.
    const broken = style === 0 && breaks.some(({ step }) => before.step < step && step <= after.step);
    return !broken && exact(before) && exact(after) && joins(before.step, after.step);
  });
  const paths = runs.map((run) => draw(run.map((i) => points[i]!)) ?? '');
  return { style, path: paths.join(''), points };
}

/** The marks in runs of those that follow one another unbroken, by their places. */
function runsOf(marks: readonly Mark[], joined: (before: Mark, after: Mark) => boolean): number[][] {
  const runs: number[][] = [];
  marks.forEach((mark, i) => {
    const before = marks[i - 1];
    if (before && joined(before, mark)) runs.at(-1)?.push(i);
    else runs.push([i]);
  });
  return runs.filter((run) => run.length > 1);
}

function exact({ value }: Mark): boolean {
  return value?.bound === 'exact';
}

/** Labels under the axis, as many as fit without touching. */
function xTicks<Of extends Mark>({ lines, underAxis }: Chart<Of>, at: StepScale, { bottom }: Plot): Text[] {
  const steps = new Map<number, readonly string[]>();
  for (const { marks } of lines) for (const mark of marks) steps.set(mark.step, underAxis(mark));
  const all = [...steps].sort(([a], [b]) => a - b);
  const widest = Math.max(0, ...all.flatMap(([, words]) => words.map(textWidth)));
  const ticks: Text[] = [];
  // From the last one back: the latest value is the one that people look for.
  for (const [step, words] of all.reverse()) {
    const x = at(step);
    const next = ticks.at(-1);
    if (!next || next.x - x >= widest + GAP / 2)
      ticks.push({ x, y: bottom + ROW + 2, words: words.filter((w) => w !== '') });
  }
  return ticks.reverse();
}

/** Names at the ends of the lines, moved apart where they would touch. */
function withLabels(
  drawn: readonly DrawnLine[],
  names: readonly (readonly string[])[],
  plot: Plot,
): DrawnLine[] {
  const ends = drawn.map(({ points }) => points.filter(({ missing }) => !missing).at(-1));
  const wanted = ends.map((end, i) => ({ y: end?.y ?? plot.bottom, height: (names[i]?.length ?? 1) * ROW }));
  const places = spread(wanted, plot.top - ROW, plot.bottom + TICK_ROOM);
  return drawn.map((line, i) => {
    const end = ends[i];
    if (!end) return line;
    const words = names[i] ?? [];
    const middle = places[i] ?? end.y;
    const x = plot.right + TICK_ROOM;
    const y = middle - ((words.length - 1) * ROW) / 2 + TEXT * 0.35;
    const far = Math.abs(middle - end.y) > 3 || x - end.x > GAP * 2.5;
    return {
      ...line,
      label: { x, y, words },
      ...(far && { lead: `M${end.x + 7},${end.y}L${x - 3},${middle}` }),
    };
  });
}

function breakAt(x: number, words: string, { left, right, top }: Plot): Drawing['breaks'][number] {
  const width = textWidth(words);
  const middle = Math.min(Math.max(x, left + width / 2 - ROW * 2), right + ROW * 3 - width / 2);
  return { x, label: { x: middle, y: top - ROW * 0.6, words: [words] } };
}

/** What sets figures apart, in a word at the first of each run that shares it. */
function notesOf({ marks, level }: Line, points: readonly Point[], room: Room): Text[] {
  if (level) return [];
  return marks.flatMap((mark, i): Text[] => {
    const inexact = mark.value && mark.value.bound !== 'exact';
    const apart = marks[i - 1]?.apart === mark.apart ? undefined : mark.apart;
    const words = [inexact ? mark.words : '', apart ?? ''].filter((word) => word !== '').join(', ');
    const point = points[i];
    if (words === '' || !point) return [];
    const place = room.beside(point.x, point.y, textWidth(words), ROW);
    return place ? [{ ...place, words: [words] }] : [];
  });
}

/** A name in lines of about so many characters. */
function wrap(name: string, most: number): string[] {
  const rows: string[] = [];
  for (const word of name.split(' ')) {
    const row = rows.at(-1);
    if (row !== undefined && row.length + word.length < most) rows[rows.length - 1] = `${row} ${word}`;
    else rows.push(word);
  }
  return rows;
}
