import { Ledger, refuse, ukDate } from '@daybook/ledger';
import { Rows, type Audience, type Filter, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Units } from '../compare-positions/changes.query';
import { tellChanges, type ChangeItem, type Changed } from '../compare-positions/change-item';
import type { Kind } from '../codes';
import { measureRef, type OfFigure } from '../figures.events';
import { itemOf, type FigureItem } from '../see-figures/figures.query';
import { figuresView, type FigureRow } from '../see-figures/figures.view';
import { measuresView, type MeasureRow } from '../see-measures/measures.view';
import { definitionBy, doneBy, rowAfter, stepsOf, type Order, type Step, type StepType } from './steps';

/** An older entry of the figure that is judged otherwise after a step. */
export interface Rejudged {
  readonly id: string;
  readonly index: number;
  readonly kindBefore: Kind;
  readonly kind: Kind;
}

/** One step of a history: its event, and what it changed. */
export interface ReplayItem extends ChangeItem {
  /** Its number in the history at this position, from 1. */
  readonly n: number;
  readonly type: StepType;
  readonly rejudged: readonly Rejudged[];
}

export interface ReplayList {
  readonly items: readonly ReplayItem[];
  readonly next?: string;
}

/** One step of many, and the position after it. */
export interface ReplayStep {
  /** How many steps there are; where there are none, nothing else is told. */
  readonly total: number;
  readonly item?: ReplayItem;
  /** The figures of the step's measure that stood after it, in order of period and breakdown. */
  readonly figures: readonly FigureItem[];
  /** How much was on record after the step, of all that is stepped through. */
  readonly onRecord: { readonly measures: number; readonly figures: number; readonly entries: number };
}

interface Replayed {
  readonly filter: { readonly area: string; readonly measure?: string };
  readonly order: Order;
  readonly position: Position;
  readonly audience: Audience;
}

/**
 * The history of an area or a measure at a position, event by event, in order of (effective date, ledger) or
 * as it was recorded. `from` is the UK day to begin at: effective, or recorded, on it or later.
 */
export class ReplayQuery implements Replayed {
  constructor(
    readonly filter: Replayed['filter'],
    readonly order: Order,
    readonly position: Position,
    readonly audience: Audience,
    readonly page: { readonly from?: string; readonly after?: string; readonly limit?: number } = {},
  ) {}
}

/**
 * One step: that of a number, the first from a day on, or the first of all. Beyond the end it is the last,
 * before the beginning the first.
 */
export class ReplayStepQuery implements Replayed {
  constructor(
    readonly filter: Replayed['filter'],
    readonly order: Order,
    readonly position: Position,
    readonly audience: Audience,
    readonly at: { readonly n?: number; readonly from?: string } = {},
  ) {}
}

@QueryHandler(ReplayQuery)
export class ReplayHandler implements IQueryHandler<ReplayQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute(query: ReplayQuery): Promise<ReplayList> {
    const { from, after, limit = Infinity } = query.page;
    const { steps } = read(this.rows, query);
    const begin = after === undefined ? placeFrom(steps, query.order, from) : numberIn(after);
    const end = Math.min(steps.length, begin + limit);
    const items = await tellSteps(this.ledger, this.rows, query, steps, begin, end);
    return { items, ...(end < steps.length && { next: String(end) }) };
  }
}

@QueryHandler(ReplayStepQuery)
export class ReplayStepHandler implements IQueryHandler<ReplayStepQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute(query: ReplayStepQuery): Promise<ReplayStep> {
    const { order, at } = query;
    const { steps, figures } = read(this.rows, query);
    const total = steps.length;
    const wanted = at.n === undefined ? placeFrom(steps, order, at.from) : at.n - 1;
    const place = Math.max(0, Math.min(total - 1, wanted));
    const step = steps[place];
    if (!step) return { total, figures: [], onRecord: { measures: 0, figures: 0, entries: 0 } };
    const [item] = await tellSteps(this.ledger, this.rows, query, steps, place, place + 1);
    const units = unitsAt(this.rows, query);
    const measure = measureOf(step);
    const stood = figures
      .filter(({ figure }) => figure.measure === measure)
      .flatMap((row) => rowAfter(row, step, order) ?? [])
      .flatMap((row) => itemOf(row, units.of(row.figure)) ?? []);
    return { total, ...(item && { item }), figures: stood, onRecord: countOf(steps.slice(0, place + 1)) };
  }
}

function read(
  rows: Rows,
  { filter: { area, measure }, order, position, audience }: Replayed,
): { readonly steps: Step[]; readonly figures: readonly FigureRow[] } {
  const wanted: Filter = measure ? { area, measure } : { area };
  const figures = rows.list(figuresView, wanted, position, audience).rows.map(({ row }) => row);
  const measures = measure
    ? [rows.at(measuresView, measureRef({ area, measure }), position, audience)]
    : rows.list(measuresView, { area }, position, audience).rows.map(({ row }) => row);
  const known = measures.filter((row): row is MeasureRow => row !== undefined);
  return { steps: stepsOf(figures, known, order), figures };
}

/** The place of the first step on a day or later; their number where there is none. */
function placeFrom(steps: readonly Step[], order: Order, from: string | undefined): number {
  if (from === undefined) return 0;
  const dayOf = (step: Step): string =>
    order === 'recorded' ? ukDate(new Date(step.recordedAt)) : step.effectiveOn;
  const place = steps.findIndex((step) => dayOf(step) >= from);
  return place < 0 ? steps.length : place;
}

function numberIn(after: string): number {
  if (/^\d{1,9}$/.test(after)) return Number(after);
  return refuse('request.bad-cursor', 'Pass as "after" only what an answer gave as "next".');
}

/** Refolds only the figures that these steps are about. */
async function tellSteps(
  ledger: Ledger,
  rows: Rows,
  query: Replayed,
  steps: readonly Step[],
  begin: number,
  end: number,
): Promise<ReplayItem[]> {
  const units = unitsAt(rows, query);
  const told = steps
    .slice(begin, end)
    .map((step, i) => ({ step, n: begin + i + 1, ...toldBy(step, query.order, units) }));
  const items = await tellChanges(
    ledger,
    told.map(({ changed }) => changed),
  );
  return items.map((item, i) => {
    const { n, step, rejudged } = told[i]!;
    return { n, type: step.type, ...item, rejudged };
  });
}

function toldBy(step: Step, order: Order, units: Units): { changed: Changed; rejudged: Rejudged[] } {
  if (step.defines) {
    const { area, measure } = step.defines;
    const definition = definitionBy(step, order);
    return { changed: { area, measure, definition, unit: units.of(step.defines) }, rejudged: [] };
  }
  const { figure } = step.row;
  const { change, rejudged } = doneBy(step, order);
  return {
    changed: { figure, change, unit: units.of(figure) },
    rejudged: rejudged.flatMap(({ entry, was }) =>
      was ? [{ id: entry.id, index: entry.order, kindBefore: was.kind, kind: entry.kind }] : [],
    ),
  };
}

function unitsAt(rows: Rows, { position, audience }: Replayed): Units {
  return new Units(rows, { to: position, audience });
}

function measureOf(step: Step): string {
  return step.defines ? step.defines.measure : step.row.figure.measure;
}

function countOf(steps: readonly Step[]): ReplayStep['onRecord'] {
  const measures = new Set<string>();
  const figures = new Set<string>();
  let entries = 0;
  for (const step of steps)
    if (step.defines) measures.add(step.defines.measure);
    else if ('act' in step.event) {
      entries += 1;
      figures.add(refOf(step.row.figure));
    }
  return { measures: measures.size, figures: figures.size, entries };
}

function refOf({ measure, period, breakdown }: OfFigure): string {
  return [measure, period, breakdown].join(' ');
}
