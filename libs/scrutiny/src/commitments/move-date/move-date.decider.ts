import type { FreeText, Problem } from '@daybook/ledger';
import { sameBody } from '@daybook/provenance';
import {
  actOnCommitment,
  missing,
  needsReason,
  textIn,
  type DeedInput,
  type Own,
  type Standing,
} from '../act-on-commitment';
import { dueOf } from '../commitment-state';
import { checkNotBefore, isProblem, readDue } from '../due';
import { checkBodyKnown } from '../../setting';

export interface AskMoveInput extends Omit<DeedInput, 'of'> {
  /** A day, a month or words. */
  readonly to: string;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly reason?: FreeText;
  readonly askedBy?: string | null;
  readonly agreement?: 'not-given' | null;
}

export interface AnswerMoveInput extends DeedInput {
  readonly reason?: FreeText;
}

/** Another date is asked for, or a first one. Until it is agreed, what stood stands. */
export const askCommitmentMove = actOnCommitment<'ask-commitment-move', AskMoveInput>({
  deed: 'ask-commitment-move',
  party: 'owner',
  does: 'ask for another date',
  needs: needsReason('Say why another date is asked for.'),
  says: moveAsked,
});

export const agreeCommitmentMove = actOnCommitment<'agree-commitment-move', DeedInput>({
  deed: 'agree-commitment-move',
  party: 'promisee',
  own: 'scrutiny.own-move',
  does: 'agree that its date moves',
  says: () => ({}),
});

export const refuseCommitmentMove = actOnCommitment<'refuse-commitment-move', AnswerMoveInput>({
  deed: 'refuse-commitment-move',
  party: 'promisee',
  own: 'scrutiny.own-move',
  does: 'refuse that its date moves',
  needs: needsReason('Say why the date is not to move.'),
  says: ({ reason }) => ({ reason: textIn(reason) }),
});

function moveAsked(
  input: AskMoveInput,
  { state, setting, book, context }: Standing,
): Own<'ask-commitment-move'> | readonly Problem[] {
  const { to: anticipated, earliest, latest, askedBy, agreement } = input;
  const { made } = state;
  const to = readDue({ anticipated, earliest, latest }, setting.effectiveOn, made.data, book, '/to');
  const problems = [
    ...(isProblem(to) ? [to] : checkNotBefore(to, made, '/to')),
    ...(!isProblem(to) && to.anticipated === null ? missing('/to', 'scrutiny.date-missing', NO_DATE) : []),
    ...checkBodyKnown(input.area, askedBy, '/askedBy', context),
    ...(agreement && !isWrittenDown(made.data.to, setting, context)
      ? missing('/agreement', OWN_AGREEMENT, ASK_FOR_IT)
      : []),
  ];
  if (problems.length > 0 || isProblem(to)) return problems;
  return {
    ...{ of: state.standing?.id ?? null, from: dueOf(state), to, reason: textIn(input.reason) },
    askedBy: askedBy ?? (setting.acting.for ? null : setting.actor),
    agreement: agreement ?? 'pending',
  };
}

/** Another body's asking is written down from a paper; the office's own only from one of whom it promised. */
function isWrittenDown(
  to: string | null,
  { acting }: Standing['setting'],
  { by, given }: Standing['context'],
): boolean {
  if (acting.for) return true;
  const issuer = given.paper?.issuedBy;
  return by.role === 'office' && !!issuer && to !== null && sameBody(issuer, to, given.bodies);
}

const NO_DATE = 'Say which date is asked for, in the words it was said in: "to be confirmed" is one.';
const OWN_AGREEMENT = 'scrutiny.agreement-of-own';
const ASK_FOR_IT =
  'That a paper does not say whether a date was agreed is only said of what is read in one. Leave it out: the date stands when it is agreed.';
