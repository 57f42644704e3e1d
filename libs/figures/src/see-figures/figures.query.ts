import { Ledger, type Actor, type FreeText, type Source } from '@daybook/ledger';
import { Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { disputeOf, type Dispute, type SaidOfEntry } from '../disputes';
import type { Kind, Severity, Status, Unit } from '../codes';
import { figureRef, measureRef, type OfFigure } from '../figures.events';
import { contentOf, measuresView } from '../see-measures/measures.view';
import { openTexts, type ReadText } from '@daybook/provenance';
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
  /** Who disputes the entry that stands, and since when; its history says why. */
  readonly disputed: Noted | null;
  /** The report that gave the value as it is shown, where another than the entry that stands did: more precisely. */
  readonly valueFrom: ValueFrom | null;
}

/** The report that a value was read in. */
export interface ValueFrom {
  readonly id: string;
  readonly index: number;
  readonly effectiveOn: string;
  readonly source: Source | null;
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
  /** Who says that it is not what they did or said, and whether they withdrew that again. */
  readonly disputed: DisputeNoted | null;
}

export type DisputeNoted = ReadText & Noted & { readonly withdrawn: (ReadText & Noted) | null };

/** An event about an entry: its explanation, the mark that it was entered wrongly, a dispute of it. */
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

@QueryHandler(FigureQuery)
export class FigureHandler implements IQueryHandler<FigureQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ figure, position, audience }: FigureQuery): Promise<FigureItem | undefined> {
    const row = this.rows.at(figuresView, figureRef(figure), position, audience);
    const measure = this.rows.at(measuresView, measureRef(figure), position, audience);
    return row && itemOf(row, (measure && contentOf(measure)?.unit) ?? null);
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
    const texts = [
      ...row.vintages.flatMap((v) => [v.reason, v.explained?.reason, v.marked?.reason]),
      ...row.disputes.flatMap((d) => [d.reason, d.withdrawn?.reason]),
    ];
    const read = await openTexts(this.ledger, texts);
    return row.vintages.map((vintage) => vintageItem(vintage, row, read));
  }
}

/** What stands of a figure, as a row tells it; undefined where nothing does. */
export function itemOf(
  { figure, vintages, standing, disputes }: FigureRow,
  unit: Unit | null,
): FigureItem | undefined {
  const own = standing && vintages.find((v) => v.id === standing.id);
  if (!standing || !own) return undefined;
  const dispute = disputeOf(disputes, standing.id);
  const finer = vintages.find((v) => v.id === standing.finer);
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
    valueFrom: finer
      ? { id: finer.id, index: finer.order, effectiveOn: finer.effectiveOn, source: finer.source ?? null }
      : null,
    disputed: dispute && !dispute.withdrawn ? notedOf(dispute) : null,
  };
}

/** When and by whom something was said about an entry. */
function notedOf(n: SaidOfEntry): Noted {
  const { id, order, effectiveOn, recordedAt, by } = n;
  return { id, index: order, effectiveOn, recordedAt, by, for: n.for ?? null };
}

type Read = (text: FreeText) => ReadText;

function disputeNoted(dispute: Dispute, read: Read): DisputeNoted {
  const { reason, withdrawn } = dispute;
  const taken = withdrawn ? { ...notedOf(withdrawn), ...read(withdrawn.reason) } : null;
  return { ...notedOf(dispute), ...read(reason), withdrawn: taken };
}

function vintageItem(v: Vintage, { standing, disputes }: FigureRow, read: Read): VintageItem {
  const noted = (n: SaidOfEntry): ReadText & Noted => ({ ...notedOf(n), ...read(n.reason) });
  const dispute = disputeOf(disputes, v.id);
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
    stands: standing?.id === v.id,
    explanation,
    enteredWrongly: v.marked ? noted(v.marked) : null,
    disputed: dispute ? disputeNoted(dispute, read) : null,
  };
}
