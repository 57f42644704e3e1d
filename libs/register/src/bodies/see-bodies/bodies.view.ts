import type { Recorded } from '@daybook/ledger';
import { saidIn } from '@daybook/provenance';
import type { View } from '@daybook/read-model';
import { bodyState, withAct } from '../body-state';
import type { BodyAct } from '../../book';
import type { BodiesEvent } from '../../register.events';

/** All that was said of a body or an office of an area. */
export interface BodyRow {
  readonly area: string;
  readonly id: string;
  /** In effective order; a succession is said of both bodies. */
  readonly acts: readonly BodyAct[];
}

const TYPES: readonly string[] = [
  'register.body-registered',
  'register.office-filled',
  'register.office-vacated',
  'register.body-succeeded',
] satisfies readonly BodiesEvent['type'][];

function isOfBodies(record: Recorded): record is Recorded<BodiesEvent> {
  return TYPES.includes(record.type);
}

/** The place of a body in the view: several areas may have one in their registers. */
export function bodyKey(area: string, id: string): string {
  return `body:${area}/${id}`;
}

/** Every body and office that something is on record of, in each area. */
export const bodiesView: View<BodyRow> = {
  name: 'bodies',
  version: 1,
  key(record) {
    if (!isOfBodies(record)) return [];
    const { data } = record;
    const ids =
      'successor' in data ? [data.body, data.successor] : ['office' in data ? data.office : data.body];
    return ids.map((id) => bodyKey(data.area, id));
  },
  fold(row, { index, record }, key) {
    if (!isOfBodies(record)) return row;
    const { type, data } = record;
    const act = { ...saidIn(record, index), type, data } as BodyAct;
    const id = key.slice(bodyKey(data.area, '').length);
    return { area: data.area, id, acts: withAct(row?.acts ?? [], act) };
  },
  columns: ['area', 'id', 'kind'],
  values: ({ area, id, acts }) => ({ area, id, kind: bodyState(area, id, acts).content?.kind ?? null }),
};
