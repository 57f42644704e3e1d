import { Refusal, type Context } from '@daybook/ledger';
import { actsFor, bodyOf, sameBody, type Bodies, type GivenPaper } from '@daybook/provenance';
import { notYours, refused, type Spoken } from '../setting';
import type { CommitmentMade } from '../scrutiny.events';

type Promise = Pick<CommitmentMade['data'], 'commitment' | 'owner' | 'to'>;

/** Whether two are of one body: offices within it, its boards, what it succeeded. */
export function isOneBody(a: string, b: string, bodies?: Bodies): boolean {
  return sameBody(bodyOf(a, bodies), bodyOf(b, bodies), bodies);
}

/**
 * Of whom it was promised to: nobody else does their part, and the promiser's people write it down only from
 * a paper of theirs. `own` says what the promiser may not do with its own promise.
 */
export function promisee(
  promise: Promise,
  own: { readonly code: string; readonly does: string },
  { paper }: Spoken,
  { by, given }: Context<GivenPaper>,
): string | Refusal {
  const { commitment, owner, to } = promise;
  const { code, does } = own;
  if (to === null) {
    const message = `Nobody can ${does}: it is not on record to whom ${commitment} was promised. Supersede it by one that says so.`;
    return new Refusal('scrutiny.promised-to-nobody', message);
  }
  // Whoever comes after the promiser, or came before it, is as little the one to say.
  if (!isOneBody(by.body, owner, given.bodies)) return to;
  const only = `${owner} promised ${commitment} to ${to}, so only ${to} can ${does}.`;
  if (by.role !== 'office') return new Refusal(code, only);
  const how = `Name a paper of ${bodyOf(to, given.bodies)} in which it does.`;
  if (!paper) return new Refusal(code, `${only} ${how}`);
  const issuer = given.paper?.issuedBy;
  // Of a paper that is not on record the heading says so.
  if (issuer === undefined) return to;
  const theirs = isOneBody(issuer, to, given.bodies) && !isOneBody(issuer, owner, given.bodies);
  return theirs ? to : new Refusal('scrutiny.not-its-paper', `${only} ${paper} is ${issuer}’s. ${how}`);
}

/** Of either side: the one that `for` names, or for which the sender acts. */
export function eitherSide(
  promise: Promise,
  does: string,
  input: Spoken,
  context: Context<GivenPaper>,
): string | Refusal {
  const { owner, to } = promise;
  const { by, given } = context;
  const sides = to === null ? [owner] : [owner, to];
  const bodies = sides.map((side) => bodyOf(side, given.bodies));
  const named = input.for;
  const side = named
    ? sides.find((one, i) => one === named || bodies[i] === named)
    : sides.find((one) => actsFor(by.body, one, given.bodies));
  if (side === to && to !== null)
    return promisee(promise, { code: 'scrutiny.not-yours', does }, input, context);
  if (side !== undefined) return side;
  const who = bodies.join(' or ');
  if (by.role !== 'office')
    return refused('', [notYours(`Only ${who}, or the office from a paper, can ${does}.`)]);
  if (!named && to === null) return owner;
  const code = named ? 'scrutiny.other-actor' : 'scrutiny.side-missing';
  const message = `Say in "for" whose act it is to ${does}: ${who}.`;
  return refused(message, [{ field: '/for', code, message }]);
}
