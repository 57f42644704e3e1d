import type { Actor } from '@daybook/ledger';
import type { GivenPaper } from '@daybook/provenance';
import { DECISION, act, bodies, decided, office, type When } from './facts';

/** The office of the commissioner, which decides by itself. */
export const COMMISSIONER = 'kent-police-and-crime-commissioner';
export const withCommissioner: NonNullable<GivenPaper['bodies']> = new Map([
  ...bodies,
  [
    COMMISSIONER,
    { id: COMMISSIONER, kind: 'office', title: COMMISSIONER, within: 'kent-pcc', succeededBy: null },
  ],
]);

/** Who gives a command, the office where it is not said, and what its decider is given. */
export function from(by: Actor = office, more: Partial<GivenPaper> = {}) {
  return { by, given: { bodies: withCommissioner, ...more } };
}

/** The commissioner's decision, and what may become of it. */
export const ownDecision = (parts: Parameters<typeof decided>[0] = {}, when: When = {}) =>
  decided({ office: COMMISSIONER, ...parts }, when);
export const calledIn = (when: When = {}) =>
  act('scrutiny.decision-called-in', { decision: DECISION, reason: null }, when);
export const reviewed = (when: When = {}) =>
  act('scrutiny.decision-reviewed', { decision: DECISION, outcome: 'supported', report: null }, when);
export const rescinded = (when: When = {}) =>
  act('scrutiny.decision-rescinded', { decision: DECISION, reasons: null }, when);
