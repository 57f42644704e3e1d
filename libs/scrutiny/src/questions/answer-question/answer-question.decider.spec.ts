import { eventId, givenWhenThen } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { ScrutinyBook } from '../../book';
import type { ScrutinyEvent } from '../../scrutiny.events';
import {
  asked,
  because,
  called,
  CALLED,
  force,
  forcePaper,
  LATER,
  LATER_STILL,
  MEETING,
  office,
  officePaper,
  otherForce,
  panel,
  QUESTION,
} from '../../testing/facts';
import { answered, CITE, FIGURE, given, REVISED, robbery, settled } from '../../testing/questions';
import { questionOf } from '../question-state';
import { answerQuestion, type AnswerQuestionInput } from './answer-question.decider';

const answering = givenWhenThen<AnswerQuestionInput, ScrutinyBook, ScrutinyEvent, GivenPaper>(answerQuestion);
const put = answering.given([called(), asked()]);
const full: AnswerQuestionInput = {
  ...{ area: 'kent', question: QUESTION, effectiveOn: LATER },
  ...{ extent: 'full', answer: because },
};
const by = (actor = force, more: Partial<GivenPaper> = {}) => ({ by: actor, given: given(more) });
const about = [`question:kent/${QUESTION}`, 'body:kent-chief-constable'];
/** What the office or the force says is said for the office that was asked. */
const office_ = { office: 'kent-chief-constable' };
const statusOf = (example: typeof put) => questionOf(example.state().question.get(QUESTION)!.acts)?.status;

describe('answer-question', () => {
  it('34. whoever is asked answers', () => {
    put.when(full, by()).then([{ ...answered(office_), about }]);
    for (const other of [panel, otherForce]) put.when(full, by(other)).thenRefused('scrutiny.not-yours');
    const toTheOffice = answering.given([called(), asked({ to: 'kent-pcc' })]);
    expect(toTheOffice.when(full, by(office)).events()).toMatchObject([{ data: { office: null } }]);
    toTheOffice.when(full, by(force)).thenRefused('scrutiny.not-yours');
  });

  it('34. the office writes the answer of another body down, from a paper', () => {
    put.when(full, by(office)).thenRefused('scrutiny.paper-missing');
    const from = (paper: GivenPaper['paper']) =>
      put.when({ ...full, paper: paper!.id, place: 'p. 1' }, by(office, { paper })).events();
    expect(from(forcePaper)).toMatchObject([{ for: 'kent-police', source: { paper: 'paper-f' } }]);
    expect(from(officePaper)).toMatchObject([{ data: { secondHand: true } }]);
  });

  it('34. one question, on record', () => {
    answering.given([called()]).when(full, by()).thenRefused('scrutiny.unknown-question');
  });

  it.each(['full', 'part'] as const)(
    '35. an answer in %s has words, where a body gives its own',
    (extent) => {
      const wordless = { ...full, extent, answer: null };
      put
        .when(wordless, by())
        .thenRefused('scrutiny.answer-missing', { fields: [expect.objectContaining({ field: '/answer' })] });
      const transcribed = { ...wordless, paper: 'paper-f' };
      expect(put.when(transcribed, by(office, { paper: forcePaper })).events()).toHaveLength(1);
    },
  );

  it('35. one who takes it away need not say anything yet', () => {
    const away = { ...full, extent: 'taken-away', answer: null } as const;
    put.when(away, by()).then([{ ...answered({ ...office_, extent: 'taken-away', answer: null }), about }]);
  });

  it('36. nothing is said to a question before it was put', () => {
    put.when({ ...full, effectiveOn: CALLED }, by()).thenRefused('scrutiny.before-it-was-asked', {
      fields: [expect.objectContaining({ field: '/effectiveOn' })],
    });
  });

  it('37. a full answer closes it; one in part, or taken away, leaves it unanswered', () => {
    expect(statusOf(put)).toBe('open');
    expect(statusOf(put.given([answered({ extent: 'part' })]))).toBe('part-answered');
    expect(statusOf(put.given([answered({ extent: 'taken-away' })]))).toBe('taken-away');
    expect(statusOf(put.given([answered({ extent: 'taken-away' }), answered()]))).toBe('answered');
  });

  it('38. what was answered in full is added to in part, and is not answered a second time', () => {
    const once = put.given([answered()]);
    const later = { ...full, effectiveOn: LATER_STILL };
    for (const extent of ['full', 'taken-away'] as const)
      once.when({ ...later, extent }, by()).thenRefused('scrutiny.question-answered', {
        detail: { status: 'answered', standing: eventId(2), since: LATER },
      });
    expect(once.when({ ...later, extent: 'part' }, by()).events()).toHaveLength(1);
    expect(statusOf(once.given([answered({ extent: 'part' })]))).toBe('answered');
  });

  it('38. on the day that it is of: an answer before the one on record is recorded', () => {
    const once = put.given([answered({}, { effectiveOn: LATER_STILL })]);
    expect(once.when(full, by()).events()).toHaveLength(1);
  });

  it('39. what is settled waits for no answer: what stands is named', () => {
    put
      .given([settled()])
      .when(full, by())
      .thenRefused('scrutiny.question-settled', {
        retryable: false,
        detail: { status: 'settled', standing: eventId(2), since: LATER },
      });
  });

  it('31. it is answered at a meeting and an item that are on record', () => {
    const there = { ...full, meeting: MEETING, item: '2' };
    const [fact] = put.when(there, by()).events();
    expect(fact).toMatchObject({ data: { meeting: MEETING, item: '2' } });
    expect(fact!.about).toContain(`meeting:kent/${MEETING}`);
    put.when({ ...there, item: 'B9' }, by()).thenRefused('scrutiny.unknown-item');
  });

  it('33. an answer to a restricted question is restricted, and one under a private item', () => {
    const closed = answering.given([called(), asked({}, { access: 'restricted' })]);
    expect(closed.when(full, by()).events()).toMatchObject([{ access: 'restricted' }]);
    const private_ = { ...full, meeting: MEETING, item: '3' };
    expect(put.when(private_, by()).events()).toMatchObject([{ access: 'restricted' }]);
  });

  it('43. it may rest on figures, each at the vintage quoted', () => {
    const citing = { ...full, cites: [CITE] };
    const cites = [{ figure: FIGURE, vintage: REVISED, value: null }];
    put
      .when(citing, by(force, { figures: [robbery()] }))
      .then([{ ...answered({ ...office_, cites }), about: [...about, FIGURE] }]);
    put
      .when(citing, by(force, { figures: [undefined] }))
      .thenRefused('scrutiny.unknown-figure', { fields: [expect.objectContaining({ field: '/cites/0' })] });
  });

  it('45. it is restricted where a figure is that it rests on', () => {
    const citing = { ...full, cites: [CITE] };
    const closed = [robbery({ access: 'restricted' })];
    expect(put.when(citing, by(force, { figures: closed })).events()).toMatchObject([
      { access: 'restricted' },
    ]);
  });
});
