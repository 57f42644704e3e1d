import { Refusal } from '@daybook/ledger';
import type { Act } from './acts';
import { needsAssurance } from './addressees';
import { isLive, type FindingStatus } from './codes';
import { step, type AddresseeState } from './finding-state';
import type { FindingAct } from './inspections.events';

/** What becomes of a finding, by the commands that say so: the events, and what can be said to be done to it. */
const DEEDS = {
  'accept-finding': { type: 'inspections.finding-accepted', done: 'accepted' },
  'dispute-finding': { type: 'inspections.finding-disputed', done: 'disputed' },
  'answer-dispute': { type: 'inspections.dispute-answered', done: 'answered' },
  'claim-discharge': { type: 'inspections.discharge-claimed', done: 'claimed' },
  'assure-discharge': { type: 'inspections.discharge-assured', done: 'assured' },
  'decline-discharge': { type: 'inspections.discharge-declined', done: 'declined' },
  'close-finding': { type: 'inspections.finding-closed', done: 'closed' },
  'reopen-finding': { type: 'inspections.finding-reopened', done: 'reopened' },
  'carry-forward-finding': { type: 'inspections.finding-carried-forward', done: 'carried forward' },
  'supersede-finding': { type: 'inspections.finding-superseded', done: 'superseded' },
  'withdraw-finding': { type: 'inspections.finding-withdrawn', done: 'withdrawn' },
} as const;

/** A command by which one of the three parties says what becomes of a finding. */
export type Deed = keyof typeof DEEDS;
/** The event that a deed records. */
export type EventOf<D extends Deed> = Extract<FindingAct, { readonly type: (typeof DEEDS)[D]['type'] }>;
export const ALL_DEEDS = Object.keys(DEEDS) as readonly Deed[];

export function eventTypeOf<D extends Deed>(deed: D): (typeof DEEDS)[D]['type'] {
  return DEEDS[deed].type;
}

/** Whether an act would change the state, which must be that at the act's own place in effective order. */
export function fits(state: AddresseeState, deed: Deed, of: string | null): boolean {
  // A claim of what is claimed says nothing new; only an older one, entered later, makes one of another.
  if (deed === 'claim-discharge' && state.status === 'claimed') return false;
  // Of an act, `step` reads its type and what it is of; the rest is kept for whoever shows it.
  return step(state, { type: DEEDS[deed].type, data: { of } } as unknown as Act) !== undefined;
}

/** The deed or claim of the state that a deed is about: the dispute that it answers, the claim that it assures. */
export function subjectOf(state: AddresseeState, deed: Deed): string | null {
  if (deed === 'answer-dispute') return state.dispute?.said.id ?? null;
  return deed === 'assure-discharge' || deed === 'decline-discharge' ? (state.claim?.id ?? null) : null;
}

/** What any of the three parties could do with a finding in this state. */
export function possibleDeeds(state: AddresseeState): readonly Deed[] {
  const twoParties = !needsAssurance(state.addressee);
  return ALL_DEEDS.filter((deed) => {
    if (twoParties && (deed === 'assure-discharge' || deed === 'decline-discharge')) return false;
    return fits(state, deed, subjectOf(state, deed));
  });
}

/** Where a deed leads that goes nowhere from there. */
const LEADS_TO: Readonly<Partial<Record<Deed, FindingStatus>>> = {
  'accept-finding': 'accepted',
  'dispute-finding': 'disputed',
  'claim-discharge': 'claimed',
  'assure-discharge': 'assured',
};

/** Why a deed does not fit a state, with what stands and what could be done instead. */
export function misfit(
  { deed, of, finding, day }: { deed: Deed; of: string | null; finding: string; day: string },
  state: AddresseeState,
): Refusal {
  const { addressee, status } = state;
  const possible = possibleDeeds(state);
  const could = inWords(possible.map((one) => DEEDS[one].done));
  const message = `On ${day} ${finding} was ${status} for ${addressee}${since(state)}. ${could}`;
  const detail = { status, addressee, standing: subjectOf(state, deed), possible };
  return new Refusal(codeOf(deed, of, state), message, false, [], detail);
}

function since({ claim, accepted, dispute, ended, status }: AddresseeState): string {
  const by = { accepted, disputed: dispute?.said, claimed: claim?.said, assured: claim?.assured };
  const act = ended ?? by[status as keyof typeof by];
  const declined = claim?.declined ? `, its claim of ${claim.said.effectiveOn} declined` : '';
  return `${act ? `, from ${act.effectiveOn}` : ''}${declined}`;
}

function inWords(done: readonly string[]): string {
  const [last = '', ...others] = done.toReversed();
  if (done.length === 0) return 'It has ended for good.';
  return `It could be ${[others.toReversed().join(', '), last].filter(Boolean).join(' or ')}.`;
}

function codeOf(deed: Deed, of: string | null, state: AddresseeState): string {
  const { status, claim } = state;
  const standing = subjectOf(state, deed);
  if (deed === 'reopen-finding') return 'inspections.not-closed';
  if (!isLive(status)) return 'inspections.finding-ended';
  if (deed === 'answer-dispute' && status !== 'disputed') return 'inspections.not-disputed';
  if ((deed === 'assure-discharge' || deed === 'decline-discharge') && !claim)
    return 'inspections.not-claimed';
  if (standing !== of) return 'inspections.not-standing';
  const declinedAlready = deed === 'decline-discharge' && claim?.declined;
  return status === LEADS_TO[deed] || declinedAlready
    ? 'inspections.already-so'
    : 'inspections.status-differs';
}
