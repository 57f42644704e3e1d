import { eventId, givenWhenThen, recorded } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { ScrutinyBook } from '../../book';
import type { ScrutinyEvent } from '../../scrutiny.events';
import {
  asked,
  because,
  called,
  force,
  LATER,
  office,
  officePaper,
  panel,
  panelPaper,
  QUESTION,
} from '../../testing/facts';
import { answered, given, settled } from '../../testing/questions';
import { settleQuestion, type SettleQuestionInput } from './settle-question.decider';

const settling = givenWhenThen<SettleQuestionInput, ScrutinyBook, ScrutinyEvent, GivenPaper>(settleQuestion);
const answeredOnce = settling.given([called(), recorded(asked(), { by: office }), answered()]);
const done: SettleQuestionInput = { area: 'kent', question: QUESTION, effectiveOn: LATER };
const by = (actor = office, paper?: GivenPaper['paper']) => ({ by: actor, given: given({ paper }) });
const about = [`question:kent/${QUESTION}`, 'body:kent-pcc'];

describe('settle-question', () => {
  it('41. the body that asked settles it, and nobody else', () => {
    answeredOnce.when(done, by()).then([{ ...settled(), about }]);
    for (const other of [force, panel]) answeredOnce.when(done, by(other)).thenRefused('scrutiny.not-yours');
  });

  it.each(['part', 'taken-away'] as const)('41. it says why where the answer was %s', (extent) => {
    const waiting = settling.given([called(), recorded(asked(), { by: office }), answered({ extent })]);
    waiting
      .when(done, by())
      .thenRefused('scrutiny.reason-missing', { fields: [expect.objectContaining({ field: '/reason' })] });
    const because_ = { ...done, reason: because };
    waiting.when(because_, by()).then([{ ...settled({ reason: because }), about }]);
  });

  it('41. it is settled once: what stands is named', () => {
    const twice = answeredOnce.given([settled()]);
    twice.when(done, by()).thenRefused('scrutiny.question-settled', {
      detail: { status: 'settled', standing: eventId(3), since: LATER },
    });
  });

  it('42. the office writes down that its own answer satisfied the panel from the panel’s paper alone', () => {
    const panels = { for: 'kent-panel', paper: 'paper-p' };
    const from = (paper: GivenPaper['paper'], to: string) =>
      settling
        .given([called(), asked({ to }, panels), answered()])
        .when({ ...done, paper: paper!.id, place: 'p. 1' }, by(office, paper));
    from(officePaper, 'kent-pcc').thenRefused('scrutiny.not-its-paper');
    expect(from(panelPaper, 'kent-pcc').events()).toMatchObject([{ for: 'kent-panel' }]);
    expect(from(officePaper, 'kent-chief-constable').events()).toMatchObject([{ for: 'kent-panel' }]);
  });
});
