import type { Audience, Keyed, Position, Rows } from '@daybook/read-model';
import { figureRef, measureRef, type OfFigure } from '../figures.events';
import { figuresView, type FigureRow } from '../see-figures/figures.view';
import { measuresView, type MeasureRow } from '../see-measures/measures.view';
import { NOTHING } from '../vintages';
import { notesOf } from '../disputes';
import { changesOf, recordOf, saysAlike, withDisputes, type FigureChange } from './changes';

export const DEFINED_AGAIN = ['start-moved-back', 'nothing-changed'] as const;
export type DefinedAgain = (typeof DEFINED_AGAIN)[number];

/** That a measure was defined, its start moved back, or its definition changed. */
export interface DefinitionChange {
  readonly kind: 'defined' | 'redefined';
  readonly id: string;
  readonly index: number;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  /** What changed, in words; null where the measure was defined. */
  readonly change: string | null;
  readonly fromPeriod: string | null;
  /** Where the measure was defined already: whether its figures may be effective from an earlier day on now. */
  readonly definedAgain: DefinedAgain | null;
}

/** One change, and where it stands in the list. */
export type Found = {
  /** Where it stands: in order of the figure's reference, a measure's definition before its figures. */
  readonly key: string;
  /** Its place among the changes of one key, from 0. */
  readonly n: number;
  readonly area: string;
  readonly measure: string;
} & (
  | { readonly definition: DefinitionChange; readonly figure?: undefined }
  | {
      readonly figure: OfFigure;
      readonly change: FigureChange;
      /** Whether the figure reads otherwise at the later position than at the earlier one. */
      readonly standingDiffers: boolean;
      readonly definition?: undefined;
    }
);

/** Two positions, the first no later than the second on either clock, and whose figures are compared. */
export interface Compared {
  readonly filter: { readonly area: string; readonly measure?: string };
  readonly from: Position;
  readonly to: Position;
  readonly audience: Audience;
}

/** A place in the list, to go on after. */
export interface Place {
  readonly key: string;
  readonly n: number;
}

/** Rows of both positions that are read at once. */
const CHUNK = 1_000;

/**
 * The changes between two positions in their order, found as they are asked for, so that a page reads no
 * further than it goes. What is on record at the first position is on record at the second.
 */
export function* comparison(rows: Rows, compared: Compared, after?: Place): Generator<Found> {
  const definitions = definitionChanges(rows, compared).filter(isAfter(after));
  for (const found of figureChanges(rows, compared, after)) {
    while (definitions[0] && definitions[0].key < found.key) yield definitions.shift()!;
    yield found;
  }
  yield* definitions;
}

const isAfter =
  (place: Place | undefined) =>
  ({ key, n }: Found): boolean =>
    !place || key > place.key || (key === place.key && n > place.n);

function* figureChanges(rows: Rows, compared: Compared, after?: Place): Generator<Found> {
  const { from, to, audience } = compared;
  if (after) {
    const [a, b] = [from, to].map((at) => rows.at(figuresView, after.key, at, audience));
    if (b) yield* changesOfRow(after.key, a, b).filter(isAfter(after));
  }
  for (let place = after?.key; ;) {
    const page = { limit: CHUNK, ...(place !== undefined && { after: place }) };
    const [a, b] = [from, to].map((at) => rows.list(figuresView, filterOf(compared), at, audience, page));
    const known = new Map(a?.rows.map(({ key, row }) => [key, row]));
    for (const { key, row } of b?.rows ?? []) yield* changesOfRow(key, known.get(key), row);
    if (b?.next === undefined) return;
    place = b.next;
  }
}

function filterOf({ filter: { area, measure } }: Compared): Record<string, string> {
  return measure ? { area, measure } : { area };
}

function changesOfRow(key: string, a: FigureRow | undefined, b: FigureRow): Found[] {
  if (a && sizeOf(a) === sizeOf(b)) return [];
  const { figure } = b;
  const standingDiffers = !saysAlike(a?.standing ?? undefined, b.standing ?? undefined);
  const [earlier, later] = [a ? recordOf(a) : NOTHING, recordOf(b)];
  const known = new Set(notesOf(a?.disputes ?? []).map(({ id }) => id));
  const said = notesOf(b.disputes).filter(({ id }) => !known.has(id));
  return withDisputes(changesOf(earlier, later), said, earlier, later).map((change, n) => ({
    ...{ key, n, area: figure.area, measure: figure.measure },
    ...{ figure, change, standingDiffers },
  }));
}

/** Nothing is ever taken from a record: as long as before, it is as before. */
function sizeOf({ vintages, explanations, marks, disputes }: FigureRow): number {
  return vintages.length + explanations.length + marks.length + notesOf(disputes).length;
}

function definitionChanges(rows: Rows, { filter: { area, measure }, from, to, audience }: Compared): Found[] {
  const at = (position: Position): Keyed<MeasureRow>[] => {
    if (!measure) return rows.list(measuresView, { area }, position, audience).rows;
    const key = measureRef({ area, measure });
    const row = rows.at(measuresView, key, position, audience);
    return row ? [{ key, row }] : [];
  };
  const known = new Map(at(from).map(({ key, row }) => [key, row]));
  return at(to)
    .flatMap(({ key, row }) => {
      const of = { area: row.area, measure: row.measure };
      const before = `${figureRef({ ...of, period: '', breakdown: '' })}`;
      return definitionsBetween(known.get(key), row).map((definition, n) => ({
        key: before,
        n,
        ...of,
        definition,
      }));
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.n - b.n));
}

type Stamped = Pick<DefinitionChange, 'id' | 'index' | 'effectiveOn' | 'recordedAt'>;

/** The definition that the measure starts with, where it is new; then every new redefinition. */
function definitionsBetween(a: MeasureRow | undefined, b: MeasureRow): DefinitionChange[] {
  const stamp = ({ id, index, effectiveOn, recordedAt }: Stamped): Stamped => ({
    id,
    index,
    effectiveOn,
    recordedAt,
  });
  const start = earliest(b.definitions);
  const known = earliest(a?.definitions ?? []);
  const defined: DefinitionChange[] =
    start && start.id !== known?.id
      ? [
          {
            ...stamp(start),
            ...{
              kind: 'defined',
              change: null,
              fromPeriod: null,
              definedAgain: known ? 'start-moved-back' : null,
            },
          },
        ]
      : [];
  const redefined = b.redefinitions
    .filter(({ id }) => !a?.redefinitions.some((one) => one.id === id))
    .sort(inOrder)
    .map((one): DefinitionChange => {
      const { change, fromPeriod } = one;
      return { ...stamp(one), kind: 'redefined', change, fromPeriod, definedAgain: null };
    });
  return [...defined, ...redefined];
}

function earliest<Of extends Stamped>(definitions: readonly Of[]): Of | undefined {
  return [...definitions].sort(inOrder)[0];
}

function inOrder(a: Stamped, b: Stamped): number {
  return a.effectiveOn.localeCompare(b.effectiveOn) || a.index - b.index;
}
