import type { FigureItem } from '@daybook/figures';
import { referencesOf, type Hanging } from './hanging';

/** What can move under a priority between two positions. */
export const MOVED_KINDS = [
  'hangs-since',
  'no-longer-hangs',
  'figure-published',
  'figure-changed',
  'status-changed',
  'date-moved',
  'amended',
] as const;
export type MovedKind = (typeof MOVED_KINDS)[number];

/** One thing that reads otherwise at the later of two positions. */
export interface MovedItem {
  /** What moved: `figure:kent/…`, `commitment:kent/…`. */
  readonly reference: string;
  readonly kind: MovedKind;
  readonly title: string;
  /** With whom a finding moved; null of all else. */
  readonly addressee: string | null;
  /** Canonical, of a figure. */
  readonly period: string | null;
  readonly breakdown: string | null;
  /** A value, a status or a date as it stood and as it stands; null: none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What hangs from a priority at a position, with every figure of its measures. */
export interface HangingThen {
  readonly hanging: Hanging;
  readonly figures: readonly FigureItem[];
}

/** A line of something that moves: its status, and the date that stands. */
interface Line {
  readonly reference: string;
  readonly title: string;
  readonly addressee: string | null;
  readonly status: string | null;
  readonly date: string | null;
  readonly amendments: number;
}

/**
 * What moved under a priority between two positions: what came to hang from it or no longer does, figures
 * that were published or changed, statuses and dates. Each thing is compared as it reads at either; what it
 * went through in between is in its own history.
 */
export function movedBetween(area: string, before: HangingThen, after: HangingThen): MovedItem[] {
  const [had, has] = [referencesOf(area, before.hanging), referencesOf(area, after.hanging)];
  const [was, is] = [linesOf(area, before.hanging), linesOf(area, after.hanging)];
  const came = firsts(is).filter(({ reference }) => !had.has(reference));
  const went = firsts(was).filter(({ reference }) => !has.has(reference));
  return [
    ...came.map((line) => ({ ...moved(line, 'hangs-since'), after: line.status })),
    ...went.map((line) => ({ ...moved(line, 'no-longer-hangs'), before: line.status })),
    ...is.flatMap((line) =>
      ofLine(
        was.find((one) => isSame(one, line)),
        line,
      ),
    ),
    ...ofFigures(before, after, had),
  ];
}

function linesOf(area: string, hanging: Hanging): Line[] {
  const { measures, findings, questions, commitments, decisions } = hanging;
  const bare = { addressee: null, status: null, date: null, amendments: 0 } as const;
  return [
    ...measures.map(({ id, title }) => ({ ...bare, reference: `measure:${area}/${id}`, title })),
    ...findings.map(({ finding, title, addressee, status, anticipated }) => ({
      ...{ reference: `finding:${area}/${finding}`, title, addressee, status, date: anticipated },
      amendments: 0,
    })),
    ...questions.map(({ id, title, status }) => ({
      ...{ ...bare, reference: `question:${area}/${id}`, title, status },
    })),
    ...commitments.map(({ id, title, status, due }) => ({
      ...{ ...bare, reference: `commitment:${area}/${id}`, title, status, date: due },
    })),
    ...decisions.map(({ id, title, status, amendments }) => ({
      ...{ ...bare, reference: `decision:${area}/${id}`, title, status, amendments },
    })),
  ];
}

/** One line of each thing: a finding has several. */
function firsts(lines: readonly Line[]): Line[] {
  return lines.filter(({ reference }, n) => lines.findIndex((one) => one.reference === reference) === n);
}

function isSame(a: Line, b: Line): boolean {
  return a.reference === b.reference && a.addressee === b.addressee;
}

function moved({ reference, title, addressee }: Line, kind: MovedKind): MovedItem {
  const nothing = { period: null, breakdown: null, before: null, after: null };
  return { reference, kind, title, addressee, ...nothing };
}

function ofLine(was: Line | undefined, is: Line): MovedItem[] {
  if (!was) return [];
  const changed = (kind: MovedKind, before: string | null, after: string | null): MovedItem[] =>
    before === after ? [] : [{ ...moved(is, kind), before, after }];
  return [
    ...changed('status-changed', was.status, is.status),
    ...changed('date-moved', was.date, is.date),
    ...changed('amended', String(was.amendments), String(is.amendments)),
  ];
}

/** Figures of measures that hung from it already: those that came, and those that read otherwise. */
function ofFigures(before: HangingThen, after: HangingThen, had: ReadonlySet<string>): MovedItem[] {
  const titles = new Map(after.hanging.measures.map(({ id, title }) => [id, title]));
  const known = new Map(before.figures.map((figure) => [referenceOf(figure), figure]));
  return after.figures.flatMap((figure): MovedItem[] => {
    const { area, measure, period } = figure;
    const title = titles.get(measure);
    if (title === undefined || !had.has(`measure:${area}/${measure}`)) return [];
    const [reference, was] = [referenceOf(figure), known.get(referenceOf(figure))];
    if (was && reads(was) === reads(figure)) return [];
    return [
      {
        ...{ reference, kind: was ? 'figure-changed' : 'figure-published', title, addressee: null },
        ...{ period, breakdown: breakdownOf(figure), before: was?.value ?? null, after: figure.value },
      },
    ];
  });
}

function reads({ value, status }: FigureItem): string {
  return `${value ?? ''} ${status}`;
}

function breakdownOf({ breakdown }: FigureItem): string | null {
  return breakdown === '' ? null : breakdown;
}

function referenceOf(figure: FigureItem): string {
  const { area, measure, period } = figure;
  return `figure:${[area, measure, period, breakdownOf(figure)].filter((part) => part !== null).join('/')}`;
}
