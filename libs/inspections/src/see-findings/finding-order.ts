import type { FindingItem } from './finding-item';
import type { FindingSort, FindingSortField } from './findings-wanted';

/** An item's own place in every list: its area, its finding, its addressee. */
export function placeOf({ area, finding, addressee }: FindingItem): string {
  return `${area}/${finding}/${addressee ?? ''}`;
}

function sortedBy(field: FindingSortField, item: FindingItem): string | number | null {
  switch (field) {
    case 'id':
      return placeOf(item);
    case 'due':
      return item.latest;
    case 'slip':
      return item.slipDays;
    case 'moves':
      return item.moves;
    case 'gap':
      return item.gapDays;
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
export function compareItems(a: FindingItem, b: FindingItem, sort: FindingSort): number {
  const field = sort.replace('-', '') as FindingSortField;
  const [x, y] = [sortedBy(field, a), sortedBy(field, b)];
  const alike = placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0;
  if (x === y) return alike;
  if (x === null || y === null) return x === null ? 1 : -1;
  return (x < y ? -1 : 1) * (sort.startsWith('-') ? -1 : 1);
}
