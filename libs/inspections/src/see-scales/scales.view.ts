import type { Recorded } from '@daybook/ledger';
import { type Said, saidIn } from '@daybook/provenance';
import type { View } from '@daybook/read-model';
import type { InspectionsEvent } from '../inspections.events';

export interface ScaleRow {
  readonly area: string;
  readonly scale: string;
  readonly title: string;
  readonly grades: readonly string[];
  readonly defined: Said;
}

/** Every scale that was defined, by its area and id (`scale:kent/audit-3`). */
export const scalesView: View<ScaleRow> = {
  name: 'scales',
  version: 1,
  key(record) {
    const { type, data } = record as Recorded<InspectionsEvent>;
    return type === 'inspections.scale-defined' ? [`scale:${data.area}/${data.scale}`] : [];
  },
  fold(known, { index, record }) {
    const event = record as Recorded<InspectionsEvent>;
    if (event.type !== 'inspections.scale-defined') return known;
    const { area, scale, title, grades } = event.data;
    return { area, scale, title, grades, defined: saidIn(event, index) };
  },
  columns: ['area'],
  values: ({ area }) => ({ area }),
};
