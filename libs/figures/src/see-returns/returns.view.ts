import type { Actor, Recorded } from '@daybook/ledger';
import type { View } from '@daybook/read-model';
import type { FiguresEvent, ReturnSubmitted } from '../figures.events';

/** A return, by its heading; its lines are the next `lines` records of the ledger. */
export interface ReturnRow {
  readonly area: string;
  readonly id: string;
  /** The heading's place in the ledger. */
  readonly index: number;
  readonly paper: string;
  readonly lines: number;
  readonly effectiveOn: string;
  readonly precision: 'day' | 'month';
  readonly recordedAt: string;
  readonly by: Actor;
  readonly for: string | null;
  /** The second person of the body who approved it, where it has four eyes on. */
  readonly approvedBy: Actor | null;
}

function isReturn(record: Recorded): record is Recorded<ReturnSubmitted> {
  return (record as Recorded<FiguresEvent>).type === 'figures.return-submitted';
}

/**
 * Every return of every area. Keys are in order of area, then the newest effective first, then the last
 * recorded first: lists are read in order of key.
 */
export const returnsView: View<ReturnRow> = {
  name: 'returns',
  version: 1,
  key: (record) =>
    isReturn(record)
      ? [`${record.data.area} ${backwards(record.effectiveOn)} ${backwards(placeOf(record.revision))}`]
      : [],
  fold(row, { index, record }) {
    if (!isReturn(record)) return row;
    const { area, paper, lines, approvedBy = null } = record.data;
    const { id, effectiveOn, precision, recordedAt, by, for: whose = null } = record;
    const stamped = { id, index, effectiveOn, precision, recordedAt };
    return { area, paper, lines, ...stamped, by, for: whose, approvedBy };
  },
  columns: ['index', 'paper', 'body', 'area'],
  values: ({ index, paper, area, by, for: whose }) => ({ index, paper, area, body: whose ?? by.body }),
};

/** Each digit's complement: what sorts last comes first. */
function backwards(text: string): string {
  return text.replaceAll(/\d/g, (digit) => String(9 - Number(digit)));
}

function placeOf(revision: number): string {
  return String(revision).padStart(15, '0');
}
