import type { ViewStatus } from '@daybook/read-model';
import { ukDate } from '@daybook/ledger';
import type { Daybook } from './open-daybook';

export interface StatusAnswer {
  readonly store: 'embedded';
  /** The ledger size: how many records it holds. */
  readonly size: number;
  readonly today: string;
  /** Whether every view runs and has passed every record. */
  readonly current: boolean;
  readonly views: readonly (ViewStatus & { readonly lag: number })[];
}

export async function statusOf({ store, projection, clock }: Daybook): Promise<StatusAnswer> {
  const size = await store.size();
  const views = projection.statuses().map((view) => ({ ...view, lag: Math.max(0, size - view.position) }));
  const current = views.every((view) => !view.stopped && view.lag === 0);
  return { store: 'embedded', size, today: ukDate(clock.now()), current, views };
}
