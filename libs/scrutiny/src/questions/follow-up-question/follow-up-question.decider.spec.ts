import { givenWhenThen, recorded } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { ScrutinyBook } from '../../book';
import type { ScrutinyEvent } from '../../scrutiny.events';
import {
  asked,
  because,
  called,
  force,
  LATER,
  LATER_STILL,
  MET,
  office,
  panel,
  panelPaper,
  QUESTION,
} from '../../testing/facts';
import { answered, followedUp, given, settled } from '../../testing/questions';
import { ageDays, questionOn } from '../question-state';
import { followUpQuestion, type FollowUpQuestionInput } from './follow-up-question.decider';

const following = givenWhenThen<FollowUpQuestionInput, ScrutinyBook, ScrutinyEvent, GivenPaper>(
  followUpQuestion,
);
const put = following.given([called(), recorded(asked(), { by: office })]);
const further: FollowUpQuestionInput = {
  ...{ area: 'kent', question: QUESTION, effectiveOn: LATER, words: because },
};
const by = (actor = office, paper?: GivenPaper['paper']) => ({ by: actor, given: given({ paper }) });
const about = [`question:kent/${QUESTION}`, 'body:kent-pcc'];

describe('follow-up-question', () => {
  it('40. the body that asked asks again, in words', () => {
    put.when(further, by()).then([{ ...followedUp(), about }]);
    for (const other of [force, panel]) put.when(further, by(other)).thenRefused('scrutiny.not-yours');
    put
      .when({ ...further, words: null }, by())
      .thenRefused('scrutiny.words-missing', { fields: [expect.objectContaining({ field: '/words' })] });
  });

  it('40. what the panel asked is followed up by the panel, or by the office from a paper', () => {
    const panels = following.given([called(), asked({}, { for: 'kent-panel', paper: 'paper-p' })]);
    expect(panels.when(further, by(panel)).events()).toHaveLength(1);
    const fromPaper = { ...further, words: null, paper: 'paper-p', place: 'p. 1' };
    expect(panels.when(fromPaper, by(office, panelPaper)).events()).toMatchObject([{ for: 'kent-panel' }]);
    panels.when(further, by(office)).thenRefused('scrutiny.paper-missing');
  });

  it('40. it waits for an answer again, also once it was settled, from the first asking on', () => {
    const answeredOnce = put.given([answered(), settled()]);
    const again = answeredOnce.given([followedUp({ title: 'Why calls still wait' })]);
    const state = questionOn(again.state().question.get(QUESTION)!.acts, LATER_STILL);
    expect(state).toMatchObject({ status: 'open', title: 'Why calls still wait', settled: null });
    expect(ageDays(state!, LATER_STILL)).toBe((Date.parse(LATER_STILL) - Date.parse(MET)) / 86_400_000);
  });
});
