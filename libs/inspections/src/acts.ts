import type { Recorded } from '@daybook/ledger';
import { saidIn, type Said } from '@daybook/provenance';
import type { FindingAct, FindingContent, FindingRaised } from './inspections.events';

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

export function actOf(record: Recorded<FindingAct>, order: number): Act {
  return { ...saidIn(record, order), type: record.type, data: record.data } as Act;
}

export function raisedOf(record: Recorded<FindingRaised>, order: number): Raised {
  const { secondHand: _secondHand, ...content } = record.data;
  return { ...saidIn(record, order), ...content, about: record.about };
}
