import { Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Kind, Unit } from '../codes';
import { measureRef, type OfFigure } from '../figures.events';
import { figuresView, type FigureRow } from '../see-figures/figures.view';
import { contentOf, measuresView } from '../see-measures/measures.view';
import { sinceThen, type Became } from '../since';

/** A figure at a vintage that somebody quoted. */
export interface Quoted {
  readonly figure: string;
  readonly vintage: string;
}

/** What stands of a figure. */
export interface StandsNow {
  readonly id: string;
  readonly index: number;
  readonly value: string | null;
  readonly kind: Kind;
  readonly effectiveOn: string;
}

/** A vintage that somebody quoted, and what became of it by the position. */
export interface QuotedFigure extends OfFigure, Quoted {
  /** The title of its measure; null where that is not on record for this reader. */
  readonly title: string | null;
  readonly unit: Unit | null;
  /** As the vintage gave it. */
  readonly reported: string | null;
  /** Whether the vintage still stands, itself or as a report that confirms what does. */
  readonly stands: boolean;
  readonly became: Became;
  /** Null: nothing does. */
  readonly now: StandsNow | null;
}

/**
 * What became of vintages that were quoted, in the order in which they are asked about; undefined for one
 * that is not on record at the position for this reader.
 */
export class QuotedFiguresQuery {
  constructor(
    readonly quoted: readonly Quoted[],
    readonly position: Position,
    readonly audience: Audience,
  ) {}
}

@QueryHandler(QuotedFiguresQuery)
export class QuotedFiguresHandler implements IQueryHandler<QuotedFiguresQuery> {
  constructor(private readonly rows: Rows) {}

  async execute(query: QuotedFiguresQuery): Promise<(QuotedFigure | undefined)[]> {
    const { quoted, position, audience } = query;
    return quoted.map((one) => {
      const row = this.rows.at(figuresView, one.figure, position, audience);
      const told = row && quotedFigure(row, one);
      if (!told) return undefined;
      const measure = this.rows.at(measuresView, measureRef(told), position, audience);
      const content = measure && contentOf(measure);
      return { ...told, title: content?.title ?? null, unit: content?.unit ?? null };
    });
  }
}

/** The same of one figure, without what its measure says. */
export function quotedFigure(
  { figure, vintages, standing }: FigureRow,
  quoted: Quoted,
): Omit<QuotedFigure, 'title' | 'unit'> | undefined {
  const since = sinceThen(vintages).find(({ vintage }) => vintage.id === quoted.vintage);
  if (!since) return undefined;
  const own = standing && vintages.find(({ id }) => id === standing.id);
  const now = standing &&
    own && {
      ...{ id: standing.id, index: own.order, value: standing.value },
      ...{ kind: standing.kind, effectiveOn: standing.effectiveOn },
    };
  return {
    ...{ ...figure, ...quoted, reported: since.vintage.value },
    ...{ stands: since.became === 'stands', became: since.became, now: now ?? null },
  };
}
