import type { Refusal } from '@daybook/ledger';
import { readSheet, type SheetKind, type SheetRead } from '@daybook/sheets';
import { PASSED_COLUMNS, READ_COLUMNS, type ReadColumn } from '../file-columns';

export const MOST_FILE_LINES = 1_000;

/** Files of figures: each line is one figure, and one file becomes one return. */
export const FIGURES_FILE: SheetKind<ReadColumn> = {
  slice: 'figures',
  read: READ_COLUMNS,
  passed: PASSED_COLUMNS,
  needed: ['measure', 'period', 'value', 'place'],
  filled: { measure: 'the id of the measure', period: 'the period, such as 2022-07' },
  texts: ['reason', 'place', 'printed'],
  most: MOST_FILE_LINES,
  words: { one: 'figure', many: 'figures', taker: 'One return' },
};

export type FileRead = SheetRead<ReadColumn>;

/** Reads a file of figures, or says everything that is wrong with its form. */
export function readFigures(bytes: Uint8Array): FileRead | Refusal {
  return readSheet(FIGURES_FILE, bytes);
}
