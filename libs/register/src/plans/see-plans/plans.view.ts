import type { Recorded } from '@daybook/ledger';
import { inEffectiveOrder, saidIn } from '@daybook/provenance';
import type { View } from '@daybook/read-model';
import type { PlanAct } from '../../book';
import { planRef, type PlansEvent } from '../../register.events';

/** All that was said of a plan, in effective order. */
export interface PlanRow {
  readonly area: string;
  readonly plan: string;
  readonly acts: readonly PlanAct[];
}

const TYPES: readonly string[] = [
  'register.plan-adopted',
  'register.plan-varied',
  'register.placed-under-priority',
  'register.taken-from-priority',
] satisfies readonly PlansEvent['type'][];

function isOfPlans(record: Recorded): record is Recorded<PlansEvent> {
  return TYPES.includes(record.type);
}

/** Every plan of every area, by its reference (`plan:kent/making-kent-safer`). */
export const plansView: View<PlanRow> = {
  name: 'plans',
  version: 1,
  key: (record) => (isOfPlans(record) ? [planRef(record.data.area, record.data.plan)] : []),
  fold(row, { index, record }) {
    if (!isOfPlans(record)) return row;
    const { type, data } = record;
    const act = { ...saidIn(record, index), type, data } as PlanAct;
    const acts = [...(row?.acts ?? []), act].sort(inEffectiveOrder);
    return { area: data.area, plan: data.plan, acts };
  },
  columns: ['area', 'plan'],
  values: ({ area, plan }) => ({ area, plan }),
};
