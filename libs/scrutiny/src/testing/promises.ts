import type { Actor, Decider, Fact } from '@daybook/ledger';
import { eventId, givenWhenThen, type Circumstances, type Example } from '@daybook/ledger/testing';
import type { GivenPaper, PaperOnRecord } from '@daybook/provenance';
import type { ScrutinyBook } from '../book';
import { acceptCommitment } from '../commitments/accept-commitment/accept-commitment.decider';
import type { DeedInput } from '../commitments/act-on-commitment';
import { ALL_DEEDS, isPromisees, type Deed } from '../commitments/acting-on';
import { acceptDischarge, refuseDischarge } from '../commitments/answer-claim/answer-claim.decider';
import { claimCommitment } from '../commitments/claim-commitment/claim-commitment.decider';
import {
  reopenCommitment,
  supersedeCommitment,
  withdrawCommitment,
} from '../commitments/end-commitment/end-commitment.decider';
import {
  agreeCommitmentMove,
  askCommitmentMove,
  refuseCommitmentMove,
} from '../commitments/move-date/move-date.decider';
import { reportCommitmentProgress } from '../commitments/report-commitment-progress/report-commitment-progress.decider';
import type { CommitmentEvent, ScrutinyEvent } from '../scrutiny.events';
import {
  COMMITMENT,
  LATER,
  LATER_STILL,
  act,
  because,
  bodies,
  called,
  dated,
  force,
  held,
  made,
  office,
  type When,
} from './facts';

const DECIDERS = {
  'accept-commitment': acceptCommitment,
  'ask-commitment-move': askCommitmentMove,
  'agree-commitment-move': agreeCommitmentMove,
  'refuse-commitment-move': refuseCommitmentMove,
  'report-commitment-progress': reportCommitmentProgress,
  'claim-commitment': claimCommitment,
  'accept-discharge': acceptDischarge,
  'refuse-discharge': refuseDischarge,
  'withdraw-commitment': withdrawCommitment,
  'supersede-commitment': supersedeCommitment,
  'reopen-commitment': reopenCommitment,
} satisfies Record<Deed, object>;

type Deciding = Decider<DeedInput, ScrutinyBook, ScrutinyEvent & Fact, GivenPaper>;

/** Examples of one deed. */
export function examplesOf(deed: Deed): Example<DeedInput, ScrutinyBook, ScrutinyEvent, GivenPaper> {
  return givenWhenThen(DECIDERS[deed] as unknown as Deciding);
}

/** Whose part each deed is in the made-up book: the force promised, to the office. */
export function partyOf(deed: Deed): Actor {
  return isPromisees(deed) ? office : force;
}

/** The date that the made-up action was first due on, and the one that is asked for. */
export const DUE = '2023-05-31';
export const DUE_LATER = '2023-09-30';

/** What a deed of the made-up action says that is a party's own, unless it says otherwise. */
export function asked(parts: Partial<DeedInput> & Record<string, unknown> = {}): DeedInput {
  const own = { reason: because, evidence: because, report: because, to: '2023-12-31' };
  return { area: 'kent', commitment: COMMITMENT, effectiveOn: LATER_STILL, ...own, ...parts };
}

/** By whom, with the area's bodies and the paper that the command names. */
export function by(who: Actor, paper?: PaperOnRecord): Circumstances<GivenPaper> {
  return { by: who, given: { bodies, ...(paper && { paper }) } };
}

/** The same read in a paper. */
export function from(paper: PaperOnRecord, parts: Record<string, unknown> = {}): DeedInput {
  return asked({ paper: paper.id, place: 'p. 1', ...parts });
}

type OfType<Type extends CommitmentEvent['type']> = Extract<CommitmentEvent, { readonly type: Type }>;

const UNSAID = {
  ...{ office: null, reason: null, evidence: null, cites: [], supersededBy: null },
  ...{ report: null, taken: null, planned: null },
};

/** An act about the made-up action: `said('discharge-claimed', {}, { effectiveOn: LATER })`. */
export function said<Name extends string>(
  name: `scrutiny.${Name}` extends CommitmentEvent['type'] ? Name : never,
  parts: Record<string, unknown> = {},
  when: When = {},
): OfType<Extract<CommitmentEvent['type'], `scrutiny.${Name}`>> {
  const type = `scrutiny.${name as string}` as CommitmentEvent['type'];
  const data = { commitment: COMMITMENT, ...UNSAID, ...parts } as unknown as OfType<typeof type>['data'];
  return act(type, data as never, { effectiveOn: LATER, ...when }) as never;
}

/** Another date that was asked for, which is `pending` unless it says otherwise. */
export function moveAsked(to: string, parts: Record<string, unknown> = {}, when: When = {}) {
  const move = { of: actId(-1), from: dated(DUE), to: dated(to), askedBy: null, agreement: 'pending' };
  return said('commitment-move-asked', { ...move, ...parts }, when);
}

/** A meeting and its action: what every standing begins with. */
export const BEGINNING: readonly ScrutinyEvent[] = [called(), held(), made({ due: dated(DUE) })];

/** The id of the n-th act after the beginning, from 0; of -1, that of the making. */
export function actId(n: number): string {
  return eventId(BEGINNING.length + n);
}

const claimed = said('discharge-claimed');
const accepted = said('discharge-accepted', { of: actId(0) });
const refused = said('discharge-refused', { of: actId(0) });

/** Where a commitment can stand, and the acts, all of one day, that bring it there. */
export const STANDINGS = {
  open: [],
  'open, taken on': [said('commitment-accepted')],
  'open, a move asked for': [moveAsked(DUE_LATER)],
  'open, its move agreed': [moveAsked(DUE_LATER), said('commitment-move-agreed', { of: actId(0) })],
  'open, its move refused': [moveAsked(DUE_LATER), said('commitment-move-refused', { of: actId(0) })],
  claimed: [claimed],
  'claimed, a move asked for': [claimed, moveAsked(DUE_LATER)],
  discharged: [claimed, accepted],
  'discharged, a move asked for': [claimed, moveAsked(DUE_LATER), accepted],
  refused: [claimed, refused],
  'claimed again': [claimed, refused, claimed],
  withdrawn: [said('commitment-withdrawn')],
  superseded: [said('commitment-superseded')],
  'open, once discharged': [claimed, accepted, said('commitment-reopened')],
} as const satisfies Record<string, readonly CommitmentEvent[]>;
export type Standing = keyof typeof STANDINGS;

/** The deed, after what brings the action to a standing. */
export function ready(deed: Deed, standing: Standing) {
  return examplesOf(deed).given(BEGINNING).given(STANDINGS[standing]);
}

/** A standing that a deed fits. */
export const FITS: Record<Deed, Standing> = {
  'accept-commitment': 'open',
  'ask-commitment-move': 'open',
  'agree-commitment-move': 'open, a move asked for',
  'refuse-commitment-move': 'open, a move asked for',
  'report-commitment-progress': 'open',
  'claim-commitment': 'open',
  'accept-discharge': 'claimed',
  'refuse-discharge': 'claimed',
  'withdraw-commitment': 'open',
  'supersede-commitment': 'open',
  'reopen-commitment': 'discharged',
};
export const OF_EITHER: readonly Deed[] = ['withdraw-commitment', 'supersede-commitment'];
export const OF_PROMISEE = ALL_DEEDS.filter(isPromisees);
export const OF_OWNER = ALL_DEEDS.filter((deed) => !isPromisees(deed) && !OF_EITHER.includes(deed));
/** The deed, after what it fits. */
export const fitting = (deed: Deed) => ready(deed, FITS[deed]);
export const whole = (parts: Record<string, unknown>): unknown => expect.objectContaining(parts);
/** Its own, and not written down for another. */
export const noFor = expect.not.objectContaining({ for: expect.anything() as string }) as unknown;

/** The same acts about a commitment that others made. */
export function promised(deed: Deed, owner: string, to: string | null) {
  const beginning: readonly ScrutinyEvent[] = [called(), held(), made({ owner, to, due: dated(DUE) })];
  return examplesOf(deed).given(beginning).given(STANDINGS[FITS[deed]]);
}
