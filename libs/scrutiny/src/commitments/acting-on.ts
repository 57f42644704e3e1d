import { sameDate, type Expected } from '@daybook/due-dates';
import { Refusal } from '@daybook/ledger';
import type { CommitmentStatus } from '../codes';
import type { CommitmentAct } from '../histories';
import type { CommitmentEvent } from '../scrutiny.events';
import { isLive, pendingMove, step, type CommitmentState } from './commitment-state';

/** What is said of a commitment once it is made, by the commands that say so, and how it is said to be done. */
const DEEDS = {
  'accept-commitment': { type: 'scrutiny.commitment-accepted', done: 'taken on' },
  'ask-commitment-move': { type: 'scrutiny.commitment-move-asked', done: 'given another date' },
  'agree-commitment-move': { type: 'scrutiny.commitment-move-agreed', done: 'moved as asked' },
  'refuse-commitment-move': { type: 'scrutiny.commitment-move-refused', done: 'refused its move' },
  'report-commitment-progress': { type: 'scrutiny.commitment-progress-reported', done: 'reported on' },
  'claim-commitment': { type: 'scrutiny.discharge-claimed', done: 'claimed' },
  'accept-discharge': { type: 'scrutiny.discharge-accepted', done: 'accepted as kept' },
  'refuse-discharge': { type: 'scrutiny.discharge-refused', done: 'refused as not kept' },
  'withdraw-commitment': { type: 'scrutiny.commitment-withdrawn', done: 'withdrawn' },
  'supersede-commitment': { type: 'scrutiny.commitment-superseded', done: 'superseded' },
  'reopen-commitment': { type: 'scrutiny.commitment-reopened', done: 'reopened' },
} as const;

/** A command by which one side of a promise says what becomes of it. */
export type Deed = keyof typeof DEEDS;
/** The event that a deed records. */
export type EventOf<D extends Deed> = Extract<CommitmentEvent, { readonly type: (typeof DEEDS)[D]['type'] }>;
export const ALL_DEEDS = Object.keys(DEEDS) as readonly Deed[];

export function eventTypeOf<D extends Deed>(deed: D): (typeof DEEDS)[D]['type'] {
  return DEEDS[deed].type;
}

/** What of an act says whether it fits. */
export interface Doing {
  readonly deed: Deed;
  /** What it is of: the move that it answers, the claim. */
  readonly of: string | null;
  /** The date that it asks for. */
  readonly to?: Expected;
}

/** Whether an act would change the state, which must be that at the act's own place in effective order. */
export function fits(state: CommitmentState, { deed, of, to }: Doing): boolean {
  // What an older entry makes into a repetition is one; nobody says the same again.
  if (deed === 'claim-commitment' && state.status === 'claimed') return false;
  if (deed === 'ask-commitment-move' && dateAlready(state, to)) return false;
  const data = { of, to: to ?? state.made.data.due, agreement: 'pending' };
  // Of an act, `step` reads its type and these; the rest is kept for whoever shows it.
  return step(state, { type: DEEDS[deed].type, data } as unknown as CommitmentAct) !== undefined;
}

/** The date that stands, or is asked for, where that is the one that is asked for now. */
function dateAlready(state: CommitmentState, to: Expected | undefined): Expected | undefined {
  const dates = [state.standing?.expected, pendingMove(state)?.asked.data.to];
  return to && dates.find((date) => date && sameDate(date, to));
}

/** What a deed answers: the move that is asked for, the claim that counts. */
export function subjectOf(state: CommitmentState, deed: Deed): string | null {
  if (deed === 'agree-commitment-move' || deed === 'refuse-commitment-move')
    return pendingMove(state)?.asked.id ?? null;
  return deed === 'accept-discharge' || deed === 'refuse-discharge' ? (state.claim?.id ?? null) : null;
}

/** Whether only whoever it was promised to does it. */
export function isPromisees(deed: Deed): boolean {
  return /^(?:agree|refuse|reopen|accept-discharge)/.test(deed);
}

/** What either side could do with a commitment in this state. */
export function possibleDeeds(state: CommitmentState): readonly Deed[] {
  return ALL_DEEDS.filter(
    (deed) =>
      (state.made.data.to !== null || !isPromisees(deed)) &&
      fits(state, { deed, of: subjectOf(state, deed) }),
  );
}

/** Where a deed leads that goes nowhere from there. */
const LEADS_TO: Readonly<Partial<Record<Deed, CommitmentStatus>>> = {
  'claim-commitment': 'claimed',
  'accept-discharge': 'discharged',
  'refuse-discharge': 'refused',
  'withdraw-commitment': 'withdrawn',
  'supersede-commitment': 'superseded',
};

/** Why an act does not fit a state, with what stands and what could be done instead. */
export function misfit(doing: Doing, day: string, state: CommitmentState): Refusal {
  const { commitment } = state.made.data;
  const possible = possibleDeeds(state);
  const could = inWords(possible.map((one) => DEEDS[one].done));
  const message = `On ${day} ${commitment} ${standsIn(state)}. ${whyNot(doing, state)}${could}`;
  const standing = subjectOf(state, doing.deed);
  const detail = { status: state.status, standing, due: state.standing?.expected.anticipated, possible };
  return new Refusal(codeOf(doing, state), message, false, [], { ...detail, due: detail.due ?? null });
}

function standsIn({ status, claim, refused, ended, standing }: CommitmentState): string {
  const act = ended ?? (status === 'refused' ? refused : status === 'claimed' ? claim : null);
  const due = standing ? `, due ${standing.expected.anticipated}` : '';
  return `was ${status}${act ? ` since ${act.effectiveOn}` : ''}${ended ? '' : due}`;
}

function whyNot({ deed, to }: Doing, state: CommitmentState): string {
  const asked = pendingMove(state);
  if (deed === 'accept-commitment' && state.taken)
    return `It was taken on on ${state.taken.effectiveOn} already. `;
  const date = to && dateAlready(state, to);
  if (deed === 'ask-commitment-move' && date)
    return `${date.anticipated} ${date === state.standing?.expected ? 'stands' : 'is asked for'} already. `;
  if (!/-move$/.test(deed)) return '';
  return asked ? `Asked for, and not answered: ${asked.asked.data.to.anticipated}. ` : '';
}

function inWords(done: readonly string[]): string {
  const [last = '', ...others] = done.toReversed();
  return `It could be ${[others.toReversed().join(', '), last].filter(Boolean).join(' or ')}.`;
}

function codeOf({ deed, of }: Doing, state: CommitmentState): string {
  const { status, claim, repeated } = state;
  if (status === LEADS_TO[deed]) return 'scrutiny.already-so';
  if (deed === 'reopen-commitment') return 'scrutiny.not-ended';
  if (!isLive(status)) return 'scrutiny.commitment-ended';
  if (deed === 'accept-commitment' || deed === 'ask-commitment-move') return 'scrutiny.already-so';
  if (deed === 'accept-discharge' || deed === 'refuse-discharge')
    return status === 'claimed' && of !== claim?.id && !repeated.includes(of ?? '')
      ? 'scrutiny.not-standing'
      : 'scrutiny.not-claimed';
  if (of === null) return 'scrutiny.nothing-to-agree';
  return codeOfMove(deed === 'agree-commitment-move' ? 'agreed' : 'refused', of, state);
}

function codeOfMove(outcome: 'agreed' | 'refused', of: string, { asked }: CommitmentState): string {
  const move = asked.find((one) => one.asked.id === of);
  if (!move) return 'scrutiny.unknown-move';
  return move.outcome === outcome ? 'scrutiny.already-so' : 'scrutiny.move-answered';
}
