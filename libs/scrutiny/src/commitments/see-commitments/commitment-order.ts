import type { CommitmentItem } from './commitment-item';
import type { CommitmentSort, CommitmentSortField } from './commitments-wanted';

/** An item's own place in every list: its area and its id. */
export function placeOf({ area, id }: CommitmentItem): string {
  return `${area}/${id}`;
}

function sortedBy(field: CommitmentSortField, item: CommitmentItem): string | number | null {
  switch (field) {
    case 'id':
      return placeOf(item);
    case 'due':
      return item.dueLatest;
    case 'slip':
      return item.slipDays;
    case 'moves':
      return item.moves;
    case 'overdue':
      return item.overdueDays;
    default: {
      const never: never = field;
      throw new Error(`Unknown order ${String(never)}`);
    }
  }
}

/**
 * Less than nought where `a` comes before `b`. Items that have nothing to be sorted by come last, and those
 * that come out alike stand in order of id, whichever way the order runs.
 */
export function compareItems(a: CommitmentItem, b: CommitmentItem, sort: CommitmentSort): number {
  const field = sort.replace('-', '') as CommitmentSortField;
  const [x, y] = [sortedBy(field, a), sortedBy(field, b)];
  const alike = placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0;
  if (x === y) return alike;
  if (x === null || y === null) return x === null ? 1 : -1;
  return (x < y ? -1 : 1) * (sort.startsWith('-') ? -1 : 1);
}
