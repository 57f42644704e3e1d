import { Ledger, isSealed, unseal, type Actor, type FreeText, type Source } from '@daybook/ledger';
import { Rows, type Audience, type Filter, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Kind, Severity, Status, Unit } from '../codes';
import { figureRef, measureRef, type OfFigure } from '../figures.events';
import { contentOf, measuresView } from '../see-measures/measures.view';
import type { Vintage } from '../vintages';
import { figuresView, type FigureRow } from './figures.view';

/**
 * What stands at a position: the vintage's own id, date and source, with the value that confirmations made
 * finer.
 */
export interface FigureItem extends OfFigure {
  readonly id: string;
  readonly index: number;
  readonly value: string | null;
  readonly unit: Unit | null;
  readonly status: Status;
  readonly kind: Kind;
  readonly printed: string | null;
  readonly withheldBy: string | null;
  readonly effectiveOn: string;
  readonly precision: 'day' | 'month';
  readonly recordedAt: string;
  readonly source: Source | null;
  readonly by: Actor;
  readonly for: string | null;
  readonly secondHand: boolean;
  readonly contradictsItself: boolean;
  /** Ids of the reports that confirm it. */
  readonly confirmedBy: readonly string[];
}

/** Free text as it is read: null where none was given; `erased` where its key was destroyed. */
export interface ReadText {
  readonly reason: string | null;
  readonly reasonErased: boolean;
}

/** One entry of a figure's history, with what the fold makes of it at the position. */
export interface VintageItem extends ReadText {
  readonly id: string;
  readonly index: number;
  readonly kind: Kind;
  readonly value: string | null;
  readonly status: Status;
  readonly printed: string | null;
  readonly withheldBy: string | null;
  /** This value less what stood before it, where both are exact. */
  readonly difference: string | null;
  readonly effectiveOn: string;
  readonly precision: 'day' | 'month';
  readonly recordedAt: string;
  readonly of: string | null;
  readonly severity: Severity | null;
  readonly source: Source | null;
  readonly by: Actor;
  readonly for: string | null;
  readonly secondHand: boolean;
  readonly contradictsItself: boolean;
  readonly stands: boolean;
  readonly explanation: (ReadText & Noted) | null;
  readonly enteredWrongly: (ReadText & Noted) | null;
}

/** An event about an entry: its explanation, or the mark that it was entered wrongly. */
export interface Noted {
  readonly id: string;
  readonly index: number;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly by: Actor;
  readonly for: string | null;
}

/**
 * One figure at a position; the answer is undefined where nothing stands. `period` and `breakdown` are
 * canonical.
 */
export class FigureQuery {
  constructor(
    readonly figure: OfFigure,
    readonly position: Position,
    readonly audience: Audience,
  ) {}
}

/** Every entry about one figure at a position, in order of effective date; undefined where none is. */
export class FigureHistoryQuery extends FigureQuery {}

/** The figures that stand at a position in an area, in order of measure, period and breakdown. */
export class FiguresQuery {
  constructor(
    readonly filter: { readonly area: string; readonly measure?: string },
    readonly position: Position,
    readonly audience: Audience,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

export interface FigureList {
  readonly items: readonly FigureItem[];
  readonly next?: string;
}

@QueryHandler(FigureQuery)
export class FigureHandler implements IQueryHandler<FigureQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ figure, position, audience }: FigureQuery): Promise<FigureItem | undefined> {
    const row = this.rows.at(figuresView, figureRef(figure), position, audience);
    const measure = this.rows.at(measuresView, measureRef(figure), position, audience);
    return row && itemOf(row, (measure && contentOf(measure)?.unit) ?? null);
  }
}

@QueryHandler(FiguresQuery)
export class FiguresHandler implements IQueryHandler<FiguresQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ filter, position, audience, page }: FiguresQuery): Promise<FigureList> {
    const { area, measure } = filter;
    const wanted: Filter = measure ? { area, measure } : { area };
    const { rows, next } = this.rows.list(figuresView, wanted, position, audience, page);
    const units = new Map<string, Unit | null>();
    const unitOf = (of: OfFigure): Unit | null => {
      const key = measureRef(of);
      if (!units.has(key)) {
        const row = this.rows.at(measuresView, key, position, audience);
        units.set(key, (row && contentOf(row)?.unit) ?? null);
      }
      return units.get(key) ?? null;
    };
    const items = rows.flatMap(({ row }) => itemOf(row, unitOf(row.figure)) ?? []);
    return { items, ...(next && { next }) };
  }
}

@QueryHandler(FigureHistoryQuery)
export class FigureHistoryHandler implements IQueryHandler<FigureHistoryQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute({ figure, position, audience }: FigureHistoryQuery): Promise<VintageItem[] | undefined> {
    const row = this.rows.at(figuresView, figureRef(figure), position, audience);
    if (!row) return undefined;
    const read = await this.reader(row.vintages);
    return row.vintages.map((vintage) => vintageItem(vintage, row.standing?.id === vintage.id, read));
  }

  /** Opens the sealed texts of a history, all keys at once. */
  private async reader(vintages: readonly Vintage[]): Promise<(text: FreeText) => ReadText> {
    const texts = vintages.flatMap((v) => [v.reason, v.explained?.reason, v.marked?.reason]).filter(isSealed);
    const keys = await this.ledger.keys.find(texts.map((t) => t.key));
    return (text) => {
      if (!text) return { reason: null, reasonErased: false };
      const key = keys.get(text.key);
      if (!key || key === 'erased') return { reason: null, reasonErased: true };
      return { reason: unseal(text, key), reasonErased: false };
    };
  }
}

export function itemOf({ figure, vintages, standing }: FigureRow, unit: Unit | null): FigureItem | undefined {
  const own = standing && vintages.find((v) => v.id === standing.id);
  if (!standing || !own) return undefined;
  const { area, measure, period, breakdown } = figure;
  return {
    area,
    measure,
    period,
    breakdown,
    id: standing.id,
    index: own.order,
    value: standing.value,
    unit,
    status: standing.status,
    kind: standing.kind,
    printed: standing.printed ?? null,
    withheldBy: standing.withheldBy ?? null,
    effectiveOn: standing.effectiveOn,
    precision: own.precision,
    recordedAt: own.recordedAt,
    source: own.source ?? null,
    by: own.by,
    for: own.for ?? null,
    secondHand: own.secondHand ?? false,
    contradictsItself: own.contradictsItself ?? false,
    confirmedBy: standing.named.slice(1),
  };
}

function vintageItem(v: Vintage, stands: boolean, read: (text: FreeText) => ReadText): VintageItem {
  const noted = (n: NonNullable<Vintage['explained'] | Vintage['marked']>): ReadText & Noted => {
    const { id, order, effectiveOn, recordedAt, by } = n;
    return { id, index: order, effectiveOn, recordedAt, by, for: n.for ?? null, ...read(n.reason) };
  };
  const own = read(v.reason);
  const explanation = v.explained ? noted(v.explained) : null;
  const { reason, reasonErased } = v.reason ? own : (explanation ?? own);
  return {
    id: v.id,
    index: v.order,
    kind: v.kind,
    value: v.value,
    status: v.status,
    printed: v.printed ?? null,
    withheldBy: v.withheldBy ?? null,
    difference: v.difference ?? null,
    effectiveOn: v.effectiveOn,
    precision: v.precision,
    recordedAt: v.recordedAt,
    reason,
    reasonErased,
    of: v.of ?? null,
    severity: v.severity ?? v.explained?.severity ?? null,
    source: v.source ?? null,
    by: v.by,
    for: v.for ?? null,
    secondHand: v.secondHand ?? false,
    contradictsItself: v.contradictsItself ?? false,
    stands,
    explanation,
    enteredWrongly: v.marked ? noted(v.marked) : null,
  };
}
