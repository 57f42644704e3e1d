import type { Actor, FreeText, Recorded } from '@daybook/ledger';
import type { DisputeEvent } from './figures.events';
import { inEffectiveOrder } from './vintages';

/** What a body said of an entry that was written down for it. `order` is its place in ledger order. */
export interface SaidOfEntry {
  readonly id: string;
  readonly order: number;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly reason: FreeText;
  readonly by: Actor;
  readonly for?: string;
}

export interface Dispute extends SaidOfEntry {
  /** The entry that is disputed. */
  readonly of: string;
  readonly withdrawn?: SaidOfEntry;
}

/** Adds one event to the disputes about a figure's entries. A withdrawal of none of them changes nothing. */
export function addDispute(
  disputes: readonly Dispute[],
  event: Recorded<DisputeEvent>,
  order: number,
): readonly Dispute[] {
  const { data, id, effectiveOn, recordedAt, by } = event;
  const said: SaidOfEntry = { id, order, effectiveOn, recordedAt, reason: data.reason, by, for: event.for };
  if (!('dispute' in data)) return [...disputes, { ...said, of: data.of }];
  return disputes.map((one) => (one.id === data.dispute ? { ...one, withdrawn: said } : one));
}

/** A dispute, or its withdrawal, as an event of its own. */
export interface DisputeNote extends SaidOfEntry {
  readonly of: string;
  readonly said: 'disputed' | 'dispute-withdrawn';
}

/** All that was said, each by itself. */
export function notesOf(disputes: readonly Dispute[]): readonly DisputeNote[] {
  return disputes.flatMap(({ withdrawn, ...dispute }): DisputeNote[] => [
    { ...dispute, said: 'disputed' },
    ...(withdrawn ? [{ ...withdrawn, of: dispute.of, said: 'dispute-withdrawn' as const }] : []),
  ]);
}

/** The disputes as they were when only some of what was said had been. */
export function disputesWhere(
  disputes: readonly Dispute[],
  counts: (said: SaidOfEntry) => boolean,
): readonly Dispute[] {
  return disputes
    .filter(counts)
    .map(({ withdrawn, ...dispute }) =>
      withdrawn && counts(withdrawn) ? { ...dispute, withdrawn } : dispute,
    );
}

/** The dispute of an entry that nobody withdrew; where all were withdrawn, the latest of them. */
export function disputeOf(disputes: readonly Dispute[], entry: string): Dispute | undefined {
  const about = disputes.filter(({ of }) => of === entry).sort(inEffectiveOrder);
  return about.find(({ withdrawn }) => !withdrawn) ?? about.at(-1);
}
