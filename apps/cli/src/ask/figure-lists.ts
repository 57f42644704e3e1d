import type { FiguresAsked, TriangleCell, TriangleRow } from '@daybook/figures';
import type { ListAnswer } from '../door/door';
import { ask, at, type Asking, type At } from './ask';
import { questions } from './questions';
import { listed, show, valueOf } from './show';
import { table, type Column } from './table';

export type FiguresWanted = FiguresAsked;
export interface TriangleWanted {
  readonly area: string;
  readonly measure: string;
}

/** The figures that are wanted, to the last page of them. */
export const askFigures = (asked: Asking & At & FiguresWanted): Promise<void> => {
  const { area, measure, period, status, kind, paper, changedSince, sort } = asked;
  const wanted = { area, measure, period, status, kind, paper, changedSince, sort };
  return ask(asked, (door) => door.many(questions.figures(at(asked), wanted)), show.figures);
};

export const askTriangle = (asked: Asking & At & TriangleWanted): Promise<void> => {
  const { area, measure } = asked;
  return ask(asked, (door) => door.many(questions.triangle(at(asked), { area, measure })), showTriangle);
};

/** A line for each figure, a column for each day; what a day changed is said beside the value. */
function showTriangle(answer: ListAnswer<TriangleRow>, colour: boolean): string {
  const days = [...new Set(answer.items.flatMap(({ cells }) => cells.map((c) => c.effectiveOn)))].sort();
  const through = days.map((day): Column<TriangleRow> => ({
    head: day,
    align: 'end',
    cell: ({ cells }) => {
      const cell = cells.filter(({ effectiveOn }) => effectiveOn <= day).at(-1);
      return cell ? cellOf(cell, cell.effectiveOn === day) : null;
    },
  }));
  const rows = table<TriangleRow>(
    [
      { head: 'Period', cell: (row) => row.period },
      { head: 'Breakdown', cell: (row) => row.breakdown },
      ...through,
    ],
    answer.items,
    colour,
  );
  return listed(answer, rows, 'figure');
}

function cellOf({ value, withheldBy, kind, change, difference }: TriangleCell, ofThatDay: boolean): string {
  if (change === 'none' || kind === null) return '(nothing stands)';
  const said = valueOf({ value, withheldBy, kind });
  if (!ofThatDay || change === 'first' || change === 'unchanged') return said;
  const by = difference === null ? '' : ` ${difference.startsWith('-') ? '' : '+'}${difference}`;
  return `${said} (${change === 'refined' ? 'more exact' : kind}${by})`;
}
