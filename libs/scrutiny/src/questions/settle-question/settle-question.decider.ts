import { Refusal, type FreeText } from '@daybook/ledger';
import { actsFor, sameBody } from '@daybook/provenance';
import {
  actOnQuestion,
  askerOf,
  missing,
  standsAlready,
  textIn,
  type Asked,
  type QuestionInput,
} from '../act-on-question';

export interface SettleQuestionInput extends QuestionInput {
  readonly reason?: FreeText;
}

/** The body that asked is satisfied, or asks no longer. */
export const settleQuestion = actOnQuestion<'scrutiny.question-settled', SettleQuestionInput>({
  type: 'scrutiny.question-settled',
  partyOf: askerOf,
  misfit: (input, asked) => settledAlready(input, asked) ?? ofItsOwn(asked),
  says({ reason }, { state, setting }) {
    if (!reason && state.status !== 'answered' && !setting.acting.for)
      return [missing('/reason', 'scrutiny.reason-missing', 'Say why it needs no full answer.')];
    return { data: { reason: textIn(reason) } };
  },
});

function settledAlready({ question }: SettleQuestionInput, asked: Asked): Refusal | undefined {
  const { status, settled } = asked.state;
  if (status !== 'settled') return undefined;
  const message = `Question "${question}" was settled on ${settled?.effectiveOn} already.`;
  return standsAlready('scrutiny.question-settled', asked, message);
}

/** Whoever is asked puts an end to no question: the office writes it down from the asking body's own paper. */
function ofItsOwn({ state, setting, context }: Asked): Refusal | undefined {
  const { by, given } = context;
  const { acting, actor } = setting;
  if (!acting.for || !actsFor(by.body, state.asked.data.to, given.bodies)) return undefined;
  if (sameBody(given.paper?.issuedBy ?? '', actor, given.bodies)) return undefined;
  const message = `Only ${actor} can say that what it asked ${state.asked.data.to} is settled. Name its own paper.`;
  return new Refusal('scrutiny.not-its-paper', message, false, [
    { field: '/paper', code: 'scrutiny.not-its-paper', message },
  ]);
}
