import type { CheckedTracker, CheckedTrackerLine } from '@daybook/inspections';
import { table, type Column } from '../ask/table';

/** A checked line with the line of the file on which it begins. */
type LineInFile = CheckedTrackerLine & { readonly line: number };

const PARTS = [
  ['date-given', 'with a first date'],
  ['date-moved', 'with a date that moves'],
  ['progress', 'with progress'],
  ['claim', 'claimed'],
  ['unchanged', 'with nothing new'],
  ['refused', 'refused'],
] as const;

/** Totals, then every line with what would come of it. */
export function trackerInWords(
  checked: Omit<CheckedTracker, 'lines'> & { readonly lines: readonly LineInFile[] },
  colour: boolean,
): string {
  const { totals, recordable, lines } = checked;
  const said = PARTS.flatMap(([part, words]) => (totals[part] > 0 ? [`${totals[part]} ${words}`] : []));
  const end = recordable
    ? 'All of it can be recorded; nothing was: this was a dry run.'
    : 'None of it can be recorded as it is.';
  const count = `${totals.lines} ${totals.lines === 1 ? 'line' : 'lines'}`;
  return `${count}: ${said.join(', ')}. ${end}\n\n${table(COLUMNS, lines, colour)}`;
}

const COLUMNS: readonly Column<LineInFile>[] = [
  { head: 'Line', cell: ({ line }) => line, align: 'end' },
  { head: 'Finding', cell: ({ finding }) => finding },
  { head: 'Addressee', cell: ({ addressee }) => addressee },
  { head: 'Outcome', cell: ({ outcome, acts }) => (outcome === 'recorded' ? acts.join(', ') : outcome) },
  { head: 'From', cell: ({ from }) => from },
  { head: 'To', cell: ({ to }) => to },
  { head: 'Days', cell: ({ days }) => days, align: 'end' },
];
