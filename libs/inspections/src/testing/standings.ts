import { eventId } from '@daybook/ledger/testing';
import type { FindingAct, InspectionsEvent } from '../inspections.events';
import { LATER, act, inspected, raised, type When } from './facts';

/** An inspection and its finding: what every standing begins with. */
export const BEGINNING: readonly InspectionsEvent[] = [inspected(), raised()];

/** The id of the n-th act after the beginning, from 0. */
export function actId(n: number): string {
  return eventId(BEGINNING.length + n);
}

const on: When = { effectiveOn: LATER };
export const accepted = act('inspections.finding-accepted', {}, on);
export const disputed = act('inspections.finding-disputed', {}, on);
export const claimed = act('inspections.discharge-claimed', {}, on);
export const closed = act('inspections.finding-closed', {}, on);
const assured = (n: number): FindingAct => act('inspections.discharge-assured', { of: actId(n) }, on);
const declined = (n: number): FindingAct => act('inspections.discharge-declined', { of: actId(n) }, on);
const answered = (n: number): FindingAct => act('inspections.dispute-answered', { of: actId(n) }, on);
const reopened = act('inspections.finding-reopened', {}, on);

/** Where a finding can stand, and the acts, all of one day, that bring it there. */
export const STANDINGS = {
  open: [],
  accepted: [accepted],
  disputed: [disputed],
  'disputed, once accepted': [accepted, disputed],
  'open, its dispute answered': [disputed, answered(0)],
  claimed: [claimed],
  'claimed, once accepted': [accepted, claimed],
  'open, its claim declined': [claimed, declined(0)],
  'disputed, its claim declined': [claimed, declined(0), disputed],
  assured: [claimed, assured(0)],
  'assured after all': [claimed, declined(0), assured(0)],
  closed: [claimed, assured(0), closed],
  'closed, once accepted': [accepted, closed],
  'open, once closed': [claimed, assured(0), closed, reopened],
  'carried-forward': [act('inspections.finding-carried-forward', {}, on)],
  superseded: [act('inspections.finding-superseded', {}, on)],
  withdrawn: [act('inspections.finding-withdrawn', {}, on)],
} as const satisfies Record<string, readonly FindingAct[]>;
export type Standing = keyof typeof STANDINGS;
