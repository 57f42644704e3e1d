import type { Access, Actor, Precision, Recorded, Source } from '@daybook/ledger';
import type { FindingAct, FindingContent, FindingRaised } from './inspections.events';

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

type ActOf<Event extends FindingAct> = Event extends FindingAct
  ? Said & { readonly type: Event['type']; readonly data: Event['data'] }
  : never;

/** What was said of a finding after it was raised, with its place in the record. */
export type Act = ActOf<FindingAct>;

/** A finding as it was raised. */
export interface Raised extends Said, FindingContent {
  readonly area: string;
  readonly finding: string;
  readonly about: readonly string[];
}

/** A mark that an entry was entered wrongly. */
export interface Marked extends Said {
  readonly of: string;
}

const ACTS: ReadonlySet<string> = new Set<FindingAct['type']>([
  'inspections.completion-anticipated',
  'inspections.completion-moved',
  'inspections.move-agreed',
  'inspections.progress-reported',
  'inspections.finding-accepted',
  'inspections.finding-disputed',
  'inspections.dispute-answered',
  'inspections.discharge-claimed',
  'inspections.discharge-assured',
  'inspections.discharge-declined',
  'inspections.finding-closed',
  'inspections.finding-reopened',
  'inspections.finding-carried-forward',
  'inspections.finding-superseded',
  'inspections.finding-withdrawn',
]);

export function isFindingAct(record: Recorded): record is Recorded<FindingAct> {
  return ACTS.has(record.type);
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

export function actOf(record: Recorded<FindingAct>, order: number): Act {
  return { ...saidIn(record, order), type: record.type, data: record.data } as Act;
}

export function raisedOf(record: Recorded<FindingRaised>, order: number): Raised {
  const { secondHand: _secondHand, ...content } = record.data;
  return { ...saidIn(record, order), ...content, about: record.about };
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
