import type { CheckedLine, CheckedReturn } from '@daybook/figures';
import type { Problem, Refusal } from '@daybook/ledger';
import { printable, table, type Column } from '../ask/table';

/** A checked line with the line of the file on which it begins. */
export type LineInFile = CheckedLine & { readonly line: number };

const PARTS = [
  ['new', 'new'],
  ['confirmed', 'confirmed'],
  ['changed', 'declared as changed'],
  ['contradicts', 'contradicting their own paper'],
  ['differs', 'differing from the record'],
  ['refused', 'refused'],
] as const;

/** Totals, then every line with what would come of it. */
export function checkInWords(
  checked: Omit<CheckedReturn, 'lines'> & { readonly lines: readonly LineInFile[] },
  colour: boolean,
): string {
  const { totals, recordable, lines } = checked;
  const said = PARTS.flatMap(([part, words]) => (totals[part] > 0 ? [`${totals[part]} ${words}`] : []));
  const flagged = totals.flagged > 0 ? ` ${totals.flagged} to look at twice.` : '';
  const end = recordable
    ? 'All of it can be recorded; nothing was: this was a dry run.'
    : 'None of it can be recorded as it is.';
  return `${totals.lines} ${totals.lines === 1 ? 'line' : 'lines'}: ${said.join(', ')}.${flagged} ${end}\n\n${table(COLUMNS, lines, colour)}`;
}

const COLUMNS: readonly Column<LineInFile>[] = [
  { head: 'Line', cell: ({ line }) => line, align: 'end' },
  { head: 'Measure', cell: ({ measure }) => measure },
  { head: 'Period', cell: ({ period }) => period },
  { head: 'Breakdown', cell: ({ breakdown }) => breakdown },
  { head: 'Value', cell: ({ value }) => value ?? 'none', align: 'end' },
  { head: 'Outcome', cell: ({ outcome, kind }) => (outcome === 'changed' ? kind : outcome) },
  { head: 'Recorded', cell: ({ recorded }) => recorded && (recorded.value ?? 'none'), align: 'end' },
  { head: 'Changes entry', cell: ({ of }) => of },
  { head: 'Could be', cell: ({ declare }) => declare.join(', ') },
  { head: 'Look twice', cell: ({ flags }) => flags.join(', ') },
];

/** A sentence and its code, then a table of what is wrong, where in the file. */
export function problemsInWords({ code, message, fields, detail }: Refusal, colour: boolean): string {
  const columns: Column<Problem>[] = [
    { head: 'Line', cell: ({ detail }) => place(detail?.line), align: 'end' },
    { head: 'Column', cell: ({ detail, field }) => place(detail?.column) || headingOf(field) },
    { head: 'Code', cell: (problem) => problem.code },
    { head: 'What to do', cell: (problem) => problem.message },
  ];
  const sole = fields.length === 1 && fields[0]?.message === message;
  const shown = sole ? columns.slice(0, 3) : columns;
  const more = typeof detail.more === 'number' ? `and ${detail.more.toLocaleString('en-GB')} more\n` : '';
  return `${printable(message)} (${code})\n\n${table(shown, fields, colour)}${more}`;
}

function place(part: unknown): string {
  return typeof part === 'string' || typeof part === 'number' ? String(part) : '';
}

/** What is said once, on the command line: `/effectiveOn` is `--effective-on`. */
function headingOf(field: string): string {
  const name = /^\/(area|paper|effectiveOn|for)$/.exec(field)?.[1];
  return name ? `--${name.replace('effectiveOn', 'effective-on')}` : '';
}
