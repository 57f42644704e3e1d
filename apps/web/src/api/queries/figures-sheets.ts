import { PASSED_COLUMNS, READ_COLUMNS, fileRowOf, type FigureItem, type TriangleRow } from '@daybook/figures';
import type { Many } from '@daybook/runtime';
import {
  figuresFileColumns,
  triangleCell,
  triangleColumns,
} from '../../openapi/schemas/figures-file.schemas';
import type { Asking, Sheet } from './api-query';

/**
 * Figures in the columns of a file that an import reads, and after them those that it passes by. Titles are
 * read at the position of the figures.
 */
export async function figuresSheet(
  { readings, person, asked }: Asking<'area', never>,
  { position, items }: Many<object>,
): Promise<Sheet> {
  const at = { asOf: position.asOf, basis: position.basis };
  const measures = await readings.measures(person, at, { area: asked.area });
  const titles = new Map(measures.items.map(({ id, title }) => [id, title]));
  const columns = [...READ_COLUMNS, ...PASSED_COLUMNS];
  const lines = (items as readonly FigureItem[]).map((item) => {
    const row = fileRowOf(item, titles.get(item.measure));
    return columns.map((name) => row[name]);
  });
  return { columns: columns.map((name) => ({ name, schema: figuresFileColumns[name] })), lines };
}

/**
 * A revision triangle as people lay it out: a line for each figure, a column for each day on which something
 * became effective, in it the value that stood at the day's end. Empty where nothing stood yet, or without a
 * value.
 */
export async function triangleSheet(
  _: Asking<'area' | 'measure', never>,
  { items }: Many<object>,
): Promise<Sheet> {
  const rows = items as readonly TriangleRow[];
  const days = [...new Set(rows.flatMap(({ cells }) => cells.map((cell) => cell.effectiveOn)))].sort();
  const columns = [
    ...Object.entries(triangleColumns).map(([name, schema]) => ({ name, schema })),
    ...days.map((day) => ({ name: day, schema: triangleCell(day) })),
  ];
  const lines = rows.map(({ area, measure, period, breakdown, cells }) => {
    let stood = '';
    const through = days.map((day) => {
      const cell = cells.find(({ effectiveOn }) => effectiveOn === day);
      if (cell) stood = cell.value ?? '';
      return stood;
    });
    return [area, measure, period, breakdown, ...through];
  });
  return { columns, lines };
}
