import { asOn, judge } from '../vintages';
import type { FigureRow } from './figures.view';

/**
 * Whether something other than a mere confirmation of the figure became effective after a UK day: an entry
 * of any other kind, an explanation, or a confirmation that brought a finer value or a newer status, so that
 * what stands is not what stood. What was entered wrongly counts as absent.
 */
export function changedSince({ vintages, explanations, marks, standing }: FigureRow, day: string): boolean {
  const said = vintages.filter(({ kind }) => kind !== 'entered-wrongly');
  const later = said.some(({ kind, effectiveOn }) => kind !== 'confirmed' && effectiveOn > day);
  if (later || said.some(({ explained }) => explained && explained.effectiveOn > day)) return true;
  const stood = judge(asOn({ entries: vintages, explanations, marks }, day)).standing;
  return stood?.value !== standing?.value || stood?.status !== standing?.status;
}
