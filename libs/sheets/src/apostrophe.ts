/**
 * What spreadsheets take for a formula: these characters and their wide forms, also behind apostrophes, since
 * one apostrophe is taken off where a file is read.
 */
const LIKE_A_FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A text as a cell of a file: with an apostrophe before what a spreadsheet would take for a formula. */
export function cellOf(text: string): string {
  return LIKE_A_FORMULA.test(text) ? `'${text}` : text;
}

/** The text of a cell: without the apostrophe that keeps a spreadsheet from taking it for a formula. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && LIKE_A_FORMULA.test(cell) ? cell.slice(1) : cell;
}
