import type { Person } from '@daybook/identity';
import type { Actor } from '@daybook/ledger';
import type { FigureReadings } from '../readings.page';

/** How an entry was sent: in which return, and who of its body wrote it and approved it under four eyes. */
export interface SentIn {
  /** The record that begins the return; undefined for what was said of one figure alone. */
  readonly return?: number;
  readonly author?: string;
  readonly approver?: string;
}

/**
 * Read from the entry's own record and the first of its commit: a return names its approver once, in the
 * record that begins it.
 */
export async function sentIn(
  readings: Pick<FigureReadings, 'record'>,
  person: Person,
  index: number,
): Promise<SentIn> {
  const own = await readings.record(person, index);
  if (own.restricted) return {};
  const { commit, by, data } = own.record;
  if (commit.n === 1) return approval(by, data);
  const first = await readings.record(person, index - commit.n + 1);
  if (first.restricted || first.record.type !== 'figures.return-submitted') return approval(by, data);
  return { return: first.index, ...approval(by, first.record.data) };
}

function approval(by: Actor, data: unknown): SentIn {
  const { approvedBy } = data as { readonly approvedBy?: Actor };
  return approvedBy ? { author: by.person, approver: approvedBy.person } : {};
}
