import { daysBetween } from '@daybook/ledger';

/** A date that was promised, on the day on which it was said. `due` is its latest day; null where it has none. */
export interface DriftPoint {
  readonly said: string;
  readonly due: string | null;
  /** Whether it is the first on record, or its move was agreed. */
  readonly firm: boolean;
  /** That it never took the place of the one before, so that no line leads to its mark. */
  readonly aside?: boolean;
}

interface Text {
  readonly x: number;
  readonly y: number;
  readonly words: readonly string[];
}

/** Everything that a template needs to write the drift of a date as SVG; every number is inside the box. */
export interface DriftDrawing {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** When dates were said. */
  readonly xTicks: readonly Text[];
  /** The dates that were promised. */
  readonly yTicks: readonly Text[];
  /** Each date for as long as it stood. */
  readonly path: string;
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly hollow: boolean;
    readonly missing: boolean;
  }[];
}

const SIZES = [
  { name: 'wide', width: 760, height: 240 },
  { name: 'narrow', width: 320, height: 240 },
] as const;
/** Room of a row of text, and of the words "30 Sep 2022" with a gap. */
const ROW = 17;
const DATE_ROOM = 104;
const MONTH_ROOM = 64;
const PAD = 12;

/**
 * Draws how a date drifted up to a day, at a wide and at a narrow size: from left to right when it was said,
 * upwards what was promised. A date without a latest day is a gap, marked at the foot.
 */
export function drawDrift(points: readonly DriftPoint[], asOf: string): DriftDrawing[] {
  return SIZES.map((size) => drawAt(size, points, asOf));
}

function drawAt(size: (typeof SIZES)[number], points: readonly DriftPoint[], asOf: string): DriftDrawing {
  const plot = { left: DATE_ROOM, right: size.width - PAD, top: ROW * 2, bottom: size.height - ROW * 3 };
  const x = scale([...points.map(({ said }) => said), asOf], plot.left + PAD, plot.right - PAD);
  const dues = points.flatMap(({ due }) => due ?? []);
  const foot = plot.bottom - 4;
  const y = scale(dues, plot.bottom - ROW, plot.top + 6);
  const places = points.map(({ said, due, firm }) => ({
    ...{ x: x(said), y: due === null ? foot : y(due) },
    ...{ hollow: !firm, missing: due === null },
  }));
  return {
    ...{ ...size, plot },
    xTicks: apart(
      points.map(({ said }) => ({ x: x(said), y: plot.bottom + ROW + 2, words: dayAndYear(said) })),
      (a, b) => Math.abs(a.x - b.x) >= MONTH_ROOM,
    ),
    yTicks: apart(
      dues.map((due) => ({ x: plot.left - 6, y: y(due), words: [dayAndYear(due).join(' ')] })),
      (a, b) => Math.abs(a.y - b.y) >= ROW,
    ),
    path: stepsOf(
      places.filter((_, i) => !points[i]?.aside),
      x(asOf),
    ),
    points: places,
  };
}

/** From days to places; all in the middle where there is one day alone. */
function scale(days: readonly string[], from: number, to: number): (day: string) => number {
  const sorted = [...days].sort();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  const span = first === last ? 0 : daysBetween(first, last);
  if (span === 0) return () => (from + to) / 2;
  return (day) => from + ((to - from) * daysBetween(first, day)) / span;
}

/** Along while a date stands, then up or down to the next. */
function stepsOf(places: DriftDrawing['points'], end: number): string {
  return places
    .map((place, i) => {
      const [before, next] = [places[i - 1], places[i + 1]];
      if (place.missing) return '';
      const joined = before !== undefined && !before.missing;
      return `${joined ? 'V' : `M${tenth(place.x)},`}${tenth(place.y)}H${tenth(next?.x ?? end)}`;
    })
    .join('');
}

/** Those that do not touch another, the latest first. */
function apart(ticks: readonly Text[], clear: (a: Text, b: Text) => boolean): Text[] {
  return ticks.reduceRight<Text[]>(
    (kept, tick) => (kept.every((one) => clear(one, tick)) ? [...kept, tick] : kept),
    [],
  );
}

const SHORT = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function dayAndYear(day: string): [string, string] {
  return [`${Number(day.slice(8))} ${SHORT[Number(day.slice(5, 7)) - 1] ?? ''}`, day.slice(0, 4)];
}

function tenth(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
