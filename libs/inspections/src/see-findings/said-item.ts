import type { Access, Actor, Precision, Source } from '@daybook/ledger';
import type { ReadText } from '@daybook/provenance';
import type { Said } from '../acts';

/** When, by whom and where something was said, and its place in the ledger. */
export interface SaidItem {
  readonly id: string;
  readonly index: number;
  readonly effectiveOn: string;
  readonly precision: Precision;
  readonly recordedAt: string;
  readonly by: Actor;
  /** The body whose act it is, where another wrote it down. */
  readonly for: string | null;
  readonly source: Source | null;
  readonly secondHand: boolean;
  readonly access: Access;
}

/** The same with the reason that was given, as far as it can still be read. */
export type ReasonedItem = SaidItem & ReadText;

export function saidItem(said: Said): SaidItem {
  const { id, order, effectiveOn, precision, recordedAt, by, source, secondHand, access } = said;
  return {
    ...{ id, index: order, effectiveOn, precision, recordedAt, by },
    for: said.for,
    ...{ source, secondHand, access },
  };
}
