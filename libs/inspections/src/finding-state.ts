import { inEffectiveOrder, type Said } from '@daybook/provenance';
import { type Act, type Raised } from './acts';
import { isLive, type FindingStatus } from './codes';
import { completionAfter, completionOfRaising, type Completion } from './completion';

/** What an addressee says is done, and what its local policing body said of that. */
export interface Claim {
  readonly id: string;
  readonly said: Said;
  /** Claims that repeat it: an older one, entered later, made them that. What is said of them is said of it. */
  readonly again: readonly string[];
  readonly assured: Said | null;
  readonly declined: Said | null;
}

/** Where a finding stands with one of its addressees. */
export interface AddresseeState {
  readonly addressee: string;
  readonly status: FindingStatus;
  readonly accepted: Said | null;
  /** The latest dispute, and the inspectorate's answer to it. */
  readonly dispute: { readonly said: Said; readonly answered: Said | null } | null;
  /** The claim that counts: the latest since the finding was raised or last reopened. */
  readonly claim: Claim | null;
  /** The act that ended it: closed, carried forward, superseded or withdrawn. */
  readonly ended: Act | null;
  readonly reopened: Said | null;
  readonly completion: Completion;
  /** Acts that did not fit what stood before them, by their ids: they are on record and change nothing. */
  readonly notFitting: readonly string[];
}

/**
 * Where a finding stands with an addressee, from all that was said of it: in order of (effectiveOn, ledger),
 * whatever order it comes in. Total: an act that does not fit what stood before it changes nothing.
 */
export function stateOf(raised: Raised, acts: readonly Act[], addressee: string): AddresseeState {
  const own = acts.filter(({ data }) => data.addressees.includes(addressee)).sort(inEffectiveOrder);
  return own.reduce(after, beginning(raised, addressee));
}

export function beginning(raised: Raised, addressee: string): AddresseeState {
  return {
    addressee,
    status: 'open',
    accepted: null,
    dispute: null,
    claim: null,
    ended: null,
    reopened: null,
    completion: completionOfRaising(raised),
    notFitting: [],
  };
}

/** The state after one more act, which is the next in effective order. */
export function after(state: AddresseeState, act: Act): AddresseeState {
  return step(state, act) ?? { ...state, notFitting: [...state.notFitting, act.id] };
}

/** Where the finding stands but for a dispute or a claim. */
function base({ accepted }: AddresseeState): FindingStatus {
  return accepted ? 'accepted' : 'open';
}

/** The next state; undefined where the act does not fit. */
export function step(state: AddresseeState, act: Act): AddresseeState | undefined {
  const { status, claim, dispute } = state;
  switch (act.type) {
    case 'inspections.completion-anticipated':
    case 'inspections.completion-moved':
      return isLive(status) ? withCompletion(state, act) : undefined;
    case 'inspections.move-agreed':
      return withCompletion(state, act);
    case 'inspections.progress-reported':
      return state;
    case 'inspections.finding-accepted':
      return status === 'open' || status === 'disputed'
        ? { ...state, accepted: act, status: 'accepted' }
        : undefined;
    case 'inspections.finding-disputed':
      return status === 'open' || status === 'accepted'
        ? { ...state, dispute: { said: act, answered: null }, status: 'disputed' }
        : undefined;
    case 'inspections.dispute-answered':
      return status === 'disputed' && dispute && dispute.said.id === act.data.of
        ? { ...state, dispute: { ...dispute, answered: act }, status: base(state) }
        : undefined;
    case 'inspections.discharge-claimed':
      return claimed(state, act);
    case 'inspections.discharge-assured':
      return isOf(claim, act.data.of) && isLive(status) && status !== 'assured'
        ? { ...state, claim: { ...claim, assured: act, declined: null }, status: 'assured' }
        : undefined;
    case 'inspections.discharge-declined':
      return isOf(claim, act.data.of) && (status === 'claimed' || status === 'assured')
        ? { ...state, claim: { ...claim, assured: null, declined: act }, status: base(state) }
        : undefined;
    case 'inspections.finding-closed':
      return ended(state, act, 'closed');
    case 'inspections.finding-carried-forward':
      return ended(state, act, 'carried-forward');
    case 'inspections.finding-superseded':
      return ended(state, act, 'superseded');
    case 'inspections.finding-withdrawn':
      return ended(state, act, 'withdrawn');
    case 'inspections.finding-reopened':
      return status === 'closed'
        ? { ...state, claim: null, ended: null, reopened: act, status: base(state) }
        : undefined;
    default: {
      const never: never = act;
      throw new Error(`Unknown act ${(never as { type: string }).type}`);
    }
  }
}

function withCompletion(state: AddresseeState, act: Act): AddresseeState | undefined {
  const completion = completionAfter(state.completion, act);
  return completion && { ...state, completion };
}

function ended(state: AddresseeState, act: Act, status: FindingStatus): AddresseeState | undefined {
  return isLive(state.status) ? { ...state, ended: act, status } : undefined;
}

function claimed(state: AddresseeState, act: Act): AddresseeState | undefined {
  const { status, claim } = state;
  if (status === 'claimed' && claim)
    return { ...state, claim: { ...claim, again: [...claim.again, act.id] } };
  if (status !== 'open' && status !== 'accepted') return undefined;
  const first = { id: act.id, said: act, again: [], assured: null, declined: null };
  return { ...state, claim: first, status: 'claimed' };
}

/** Whether an act that names a claim is of the one that counts. */
function isOf(claim: Claim | null, of: string): claim is Claim {
  return claim !== null && (claim.id === of || claim.again.includes(of));
}
