import { mayRead, type Person, type Role } from '@daybook/identity';
import { ukDate, type EventStore, type StoreHealth } from '@daybook/ledger';
import type { Consumption, ViewStatus } from '@daybook/read-model';
import type { Daybook } from './open-daybook';

/** How far one view is, with nothing in it that tells of a restricted record. */
export interface ViewAnswer extends Pick<ViewStatus, 'view' | 'version' | 'position'> {
  /** Records in the ledger that it has not read. */
  readonly lag: number;
  /**
   * The record that it could not take; why, for whoever may read that record, since the words may quote it.
   */
  readonly stopped?: { readonly index: number; readonly reason?: string };
  /** Records below the position, and how many of them it consumed: for inspectors, who may read them all. */
  readonly records?: Consumption;
}

export interface StatusAnswer {
  /** What keeps the records, and whether this server holds all of them. */
  readonly store: StoreHealth['kind'];
  readonly storeState: StoreHealth['state'];
  /** Why it does not, for whoever is signed in for a force, an office or an inspectorate. */
  readonly storeReason?: string;
  /** The ledger size: how many records it holds. */
  readonly size: number;
  readonly today: string;
  /** Whether every view runs and has passed every record, and nothing keeps the views from going on. */
  readonly current: boolean;
  readonly views: readonly ViewAnswer[];
}

const INSIDE: readonly Role[] = ['force', 'office', 'inspector'];

export async function statusOf({ store, projection, clock }: Daybook, person: Person): Promise<StatusAnswer> {
  const size = await store.size();
  const views = await Promise.all(projection.statuses().map((view) => viewAnswer(view, size, store, person)));
  const { kind, state, reason } = store.health();
  const current =
    state === 'current' &&
    projection.failure() === undefined &&
    views.every((view) => !view.stopped && view.lag === 0);
  // It may name a stream, and so a thing that is not for everybody.
  const why = reason && INSIDE.includes(person.role) ? { storeReason: reason } : {};
  return { store: kind, storeState: state, ...why, size, today: ukDate(clock.now()), current, views };
}

async function viewAnswer(
  { view, version, position, stopped, records }: ViewStatus,
  size: number,
  store: Pick<EventStore, 'readAll'>,
  person: Person,
): Promise<ViewAnswer> {
  const sum = { inLedger: 0, consumed: 0 };
  for (const { inLedger, consumed } of Object.values(records)) {
    sum.inLedger += inLedger;
    sum.consumed += consumed;
  }
  const counted = person.areas === '*' ? { records: sum } : {};
  const at = { view, version, position, lag: Math.max(0, size - position), ...counted };
  if (!stopped) return at;
  const [entry] = await store.readAll(stopped.index, 1);
  const reason = entry && mayRead(person, entry.record) ? { reason: stopped.reason } : {};
  return { ...at, stopped: { index: stopped.index, ...reason } };
}
