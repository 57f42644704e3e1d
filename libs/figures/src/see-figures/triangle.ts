import type { Kind, Status } from '../codes';
import type { OfFigure } from '../figures.events';
import { difference } from '../value';
import { asOn, judge, type Standing } from '../vintages';
import type { FigureRow } from './figures.view';

/**
 * What a day made of a figure. `refined`: a confirmation brought a finer value or a newer status;
 * `explained`: an unexplained change was; `none`: nothing stands any more.
 */
export const CELL_CHANGES = ['first', 'changed', 'refined', 'explained', 'unchanged', 'none'] as const;
export type CellChange = (typeof CELL_CHANGES)[number];

/** A figure as it stood at the end of one day on which something about it became effective. */
export interface TriangleCell {
  readonly effectiveOn: string;
  /** The papers that the entries of that day stand in; none where no entry names one. */
  readonly papers: readonly string[];
  /** Null where the figure stands without a value, or nothing stands. */
  readonly value: string | null;
  readonly status: Status | null;
  readonly kind: Kind | null;
  readonly withheldBy: string | null;
  readonly change: CellChange;
  /** This value less the one of the cell before, where both are exact and it changed. */
  readonly difference: string | null;
}

/** A row of a revision triangle: a figure, through every day on which something about it became effective. */
export interface TriangleRow extends OfFigure {
  readonly cells: readonly TriangleCell[];
}

/**
 * The row of a figure. Each cell is judged from what was effective by its day, with everything that the row
 * knows, so that the last cell is what stands. Entries made wrongly are as if they were absent.
 */
export function triangleRow({ figure, vintages, explanations, marks }: FigureRow): TriangleRow {
  const said = vintages.filter(({ kind }) => kind !== 'entered-wrongly');
  const days = said.flatMap((v) => [v.effectiveOn, ...(v.explained ? [v.explained.effectiveOn] : [])]);
  let before: Standing | undefined;
  const cells = [...new Set(days)].sort().map((day): TriangleCell => {
    const { standing } = judge(asOn({ entries: vintages, explanations, marks }, day));
    const papers = said.filter((v) => v.effectiveOn === day).flatMap((v) => v.source?.paper ?? []);
    const change = changeOf(before, standing);
    const moved = change === 'changed' || change === 'refined';
    const step = before && moved ? difference(standing?.value ?? null, before.value) : undefined;
    before = standing;
    return {
      effectiveOn: day,
      papers: [...new Set(papers)].sort(),
      value: standing?.value ?? null,
      status: standing?.status ?? null,
      kind: standing?.kind ?? null,
      withheldBy: standing?.withheldBy ?? null,
      change,
      difference: step ?? null,
    };
  });
  const { area, measure, period, breakdown } = figure;
  return { area, measure, period, breakdown, cells };
}

function changeOf(before: Standing | undefined, after: Standing | undefined): CellChange {
  if (!after) return 'none';
  if (!before) return 'first';
  if (after.id !== before.id) return 'changed';
  if (after.value !== before.value || after.status !== before.status) return 'refined';
  return after.kind === before.kind ? 'unchanged' : 'explained';
}
