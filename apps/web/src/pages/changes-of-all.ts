import type { OtherChanges } from '@daybook/figures';
import { inspectionChangesTold } from '@daybook/inspections';
import type { Readings } from '@daybook/runtime';
import { SCRUTINY_CHANGES, scrutinyChangesTold } from '@daybook/scrutiny';

/** What other slices than figures say of their changes, on the page that compares two positions. */
export function changesOfAll(readings: Readings): OtherChanges {
  const inspections = inspectionChangesTold(readings);
  return {
    counted: (kinds) => {
      const [scrutiny, others] = parted(kinds, ({ kind }) => SCRUTINY_CHANGES.some((one) => one === kind));
      return [...inspections.counted(others), ...scrutinyChangesTold.counted(scrutiny)];
    },
    told: async (items, papers, where) => {
      const [scrutiny, others] = parted(items, (item) => 'subject' in item && item.subject !== null);
      return [
        ...(await inspections.told(others, papers, where)),
        ...scrutinyChangesTold.told(scrutiny, papers),
      ];
    },
  };
}

function parted<One>(all: readonly One[], isFirst: (one: One) => boolean): [One[], One[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
