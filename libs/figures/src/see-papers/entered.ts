import type { Actor } from '@daybook/ledger';
import type { Audience, Position, Rows } from '@daybook/read-model';
import { setImmediate } from 'node:timers/promises';
import type { Kind, Status, Unit } from '../codes';
import { figureRef, measureRef, type OfFigure } from '../figures.events';
import { figuresView, type FigureRow } from '../see-figures/figures.view';
import { contentOf, measuresView } from '../see-measures/measures.view';
import { sinceThen, type Became, type Since } from '../since';
import type { Vintage } from '../vintages';
import { citedView } from './cited.view';

/** An entry as another one refers to it. */
export interface EntryNamed {
  readonly id: string;
  readonly index: number;
  readonly kind: Kind;
  readonly value: string | null;
  readonly status: Status;
  readonly withheldBy: string | null;
  readonly effectiveOn: string;
  readonly precision: 'day' | 'month';
  readonly paper: string | null;
  readonly place: string | null;
}

/** A figure as a paper or a return put it on record, and what became of it by the position. */
export interface EnteredFigure extends OfFigure {
  readonly id: string;
  readonly index: number;
  /** What it was when it came: a first release, a confirmation, a change. */
  readonly kind: Kind;
  /** As it was sent. */
  readonly value: string | null;
  readonly unit: Unit | null;
  readonly status: Status;
  readonly printed: string | null;
  readonly withheldBy: string | null;
  readonly place: string | null;
  readonly effectiveOn: string;
  readonly precision: 'day' | 'month';
  readonly recordedAt: string;
  readonly by: Actor;
  readonly for: string | null;
  readonly secondHand: boolean;
  readonly became: Became;
  /** Its paper gives another value at another place. */
  readonly contradictsItself: boolean;
  /** The id of the entry that it only confirms. */
  readonly confirms: string | null;
  /** The papers that confirmed it since, in order of date. */
  readonly confirmedBy: readonly string[];
  /** What took its place. */
  readonly changedBy: EntryNamed | null;
  /** What stands at the position. */
  readonly standing: EntryNamed | null;
}

/** An entry of a paper, read for one audience. */
export interface Entered extends Since {
  readonly row: FigureRow;
}

/** How many figures are read before others get their turn. */
const AT_ONCE = 500;

/**
 * Everything that a paper put on record by a position, in ledger order, each figure read as its area lets the
 * reader see it. A paper may be cited in the book of another area than its own.
 */
export async function enteredBy(
  rows: Rows,
  paper: string,
  position: Position,
  audienceIn: (area: string) => Audience,
): Promise<readonly Entered[]> {
  const found: Entered[] = [];
  const { rows: cited } = rows.list(citedView, { paper }, position, 'inside');
  for (const [i, { key, row: about }] of cited.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await setImmediate();
    const audience = audienceIn(about.figure.area);
    if (audience === 'outside' && !rows.at(citedView, key, position, audience)) continue;
    const row = rows.at(figuresView, figureRef(about.figure), position, audience);
    if (!row) continue;
    for (const since of sinceThen(row.vintages))
      if (since.vintage.source?.paper === paper) found.push({ ...since, row });
  }
  return found.sort((a, b) => a.vintage.order - b.vintage.order);
}

/** The units of measures at a position, each looked up once. */
export function unitsAt(
  rows: Rows,
  position: Position,
  audienceIn: (area: string) => Audience,
): (figure: OfFigure) => Unit | null {
  const known = new Map<string, Unit | null>();
  return (figure) => {
    const key = measureRef(figure);
    if (!known.has(key)) {
      const row = rows.at(measuresView, key, position, audienceIn(figure.area));
      known.set(key, (row && contentOf(row)?.unit) ?? null);
    }
    return known.get(key) ?? null;
  };
}

export function enteredItem(entered: Entered, unitOf: (figure: OfFigure) => Unit | null): EnteredFigure {
  const { vintage: v, row, became, changedBy, confirms, confirmedBy } = entered;
  const { area, measure, period, breakdown } = row.figure;
  return {
    area,
    measure,
    period,
    breakdown,
    id: v.id,
    index: v.order,
    kind: v.kind,
    value: v.value,
    unit: unitOf(row.figure),
    status: v.status,
    printed: v.printed ?? null,
    withheldBy: v.withheldBy ?? null,
    place: v.source?.place ?? null,
    effectiveOn: v.effectiveOn,
    precision: v.precision,
    recordedAt: v.recordedAt,
    by: v.by,
    for: v.for ?? null,
    secondHand: v.secondHand ?? false,
    became,
    contradictsItself: v.contradictsItself ?? false,
    confirms: confirms?.id ?? null,
    confirmedBy: [...new Set(confirmedBy.flatMap(({ source }) => source?.paper ?? []))],
    changedBy: changedBy ? named(changedBy) : null,
    standing: standingOf(row),
  };
}

/** What stands, with the value and status that confirmations carried. */
function standingOf({ standing, vintages }: FigureRow): EntryNamed | null {
  const own = standing && vintages.find(({ id }) => id === standing.id);
  if (!standing || !own) return null;
  const { value, status, withheldBy } = standing;
  return { ...named(own), value, status, withheldBy: withheldBy ?? null };
}

export function named(vintage: Vintage, value = vintage.value): EntryNamed {
  const { id, order, kind, status, effectiveOn, precision, source } = vintage;
  return {
    ...{ id, index: order, kind, value, status, withheldBy: vintage.withheldBy ?? null },
    ...{ effectiveOn, precision, paper: source?.paper ?? null, place: source?.place ?? null },
  };
}
