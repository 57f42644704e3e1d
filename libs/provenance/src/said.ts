import type { Access, Actor, Precision, Recorded, Source } from '@daybook/ledger';

/** When, by whom and where something was said. `order` is its place in ledger order. */
export interface Said {
  readonly id: string;
  readonly order: number;
  readonly effectiveOn: string;
  readonly precision: Precision;
  readonly recordedAt: string;
  readonly by: Actor;
  readonly for: string | null;
  readonly source: Source | null;
  readonly secondHand: boolean;
  readonly access: Access;
}

/** A mark that an entry was entered wrongly. */
export interface Marked extends Said {
  readonly of: string;
}

type Placed = Recorded & { readonly data: { readonly secondHand?: true } };

export function saidIn(record: Placed, order: number): Said {
  const { id, effectiveOn, precision, recordedAt, by, source, access, data } = record;
  return {
    ...{ id, order, effectiveOn, precision, recordedAt, by, access },
    for: record.for ?? null,
    source: source ?? null,
    secondHand: data.secondHand ?? false,
  };
}

/** The order in which a history is folded: by effective date, then as it was recorded. */
export function inEffectiveOrder(a: Pick<Said, 'effectiveOn' | 'order'>, b: typeof a): number {
  return a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.order - b.order;
}

/** Puts one into a history in effective order, which is changed. What comes in that order goes to its end. */
export function insertInOrder<One extends Pick<Said, 'effectiveOn' | 'order'>>(
  history: One[],
  one: One,
): void {
  let [from, to] = [0, history.length];
  const last = history.at(-1);
  if (last && inEffectiveOrder(last, one) <= 0) from = to;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (inEffectiveOrder(history[middle]!, one) <= 0) from = middle + 1;
    else to = middle;
  }
  history.splice(from, 0, one);
}

/** What an answer says of when, by whom and where something was said, and its place in the ledger. */
export interface SaidItem extends Omit<Said, 'order'> {
  readonly index: number;
}

export function saidItem(said: Said): SaidItem {
  const { id, order, effectiveOn, precision, recordedAt, by, source, secondHand, access } = said;
  return {
    ...{ id, index: order, effectiveOn, precision, recordedAt, by },
    for: said.for,
    ...{ source, secondHand, access },
  };
}

/** Who may read what is said of things: no more people than may read each of them. */
export function accessOf(asked: Access | undefined, of: readonly (Access | undefined)[]): Access {
  return asked === 'restricted' || of.includes('restricted') ? 'restricted' : 'public';
}
