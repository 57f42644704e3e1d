import type { GivenPaper } from '@daybook/provenance';
import { eventId, givenWhenThen } from '@daybook/ledger/testing';
import type { InspectionsBook } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import { AFI, INSPECTION, force, inspected, office, raised } from '../testing/facts';
import {
  CONCERN,
  CONCERN_PUBLISHED,
  DAY_12,
  LAST_DAY,
  REC_1,
  REC_2,
  answered,
  concerned,
  recommended,
  words,
} from '../testing/responses';
import { answerRecommendation, type AnswerRecommendationInput } from './answer-recommendation.decider';

const answering = givenWhenThen<AnswerRecommendationInput, InspectionsBook, InspectionsEvent, GivenPaper>(
  answerRecommendation,
);
const reported = answering.given([inspected(), recommended(), recommended(REC_2)]);
const asked: AnswerRecommendationInput = {
  ...{ area: 'kent', inspection: INSPECTION, finding: REC_1 },
  ...{ effectiveOn: DAY_12, action: 'planned', answer: words },
};
const by = (actor = office) => ({ by: actor, given: {} });

describe('answer-recommendation', () => {
  it.each(['done', 'planned', 'nothing'] as const)('61. the body says what is done: %s', (action) => {
    reported.when({ ...asked, action }, by()).then([answered({ action })]);
  });

  it.each(['kent-police', 'kent-chief-constable', 'kent-pcc'])('61. of one addressed to %s', (addressee) => {
    const facts = [inspected(), recommended(REC_1, { addressees: ['home-office', addressee] })];
    answering.given(facts).when(asked, by()).then([answered()]);
  });

  it('61. an area for improvement is no recommendation here, nor is a cause of concern', () => {
    const facts = reported.given([raised(), concerned()]);
    for (const finding of [AFI, CONCERN])
      facts.when({ ...asked, finding }, by()).thenRefused('inspections.not-a-recommendation', {
        fields: [expect.objectContaining({ field: '/finding' })],
      });
  });

  it('61. what is for bodies elsewhere is answered by them', () => {
    const facts = [inspected(), recommended(REC_1, { addressees: ['essex-police', 'home-office'] })];
    answering.given(facts).when(asked, by()).thenRefused('inspections.not-addressed-here');
  });

  it('61. one of this report, and on record', () => {
    reported.when({ ...asked, finding: 'nowhere' }, by()).thenRefused('inspections.unknown-finding');
    reported
      .given([inspected({ inspection: 'another' })])
      .when({ ...asked, inspection: 'another' }, by())
      .thenRefused('inspections.other-inspection');
  });

  it('58. nobody else answers', () => {
    reported.when(asked, by(force)).thenRefused('inspections.not-yours');
  });

  it('62. a further answer names the one that it replaces', () => {
    const once = reported.given([answered()]);
    const later = { ...asked, effectiveOn: LAST_DAY };
    once.when(later, by()).thenRefused('inspections.already-answered', {
      fields: [expect.objectContaining({ field: '/of', detail: { standing: eventId(3) } })],
    });
    once
      .when({ ...later, of: eventId(3) }, by())
      .then([answered({ of: eventId(3) }, { effectiveOn: LAST_DAY })]);
    const twice = once.given([answered({ of: eventId(3) })]);
    twice.when({ ...later, of: eventId(3) }, by()).thenRefused('inspections.already-answered');
    once.when({ ...later, finding: REC_2, of: eventId(3) }, by()).thenRefused('inspections.unknown-answer');
  });

  it('62. on the day that it is of: what was answered later does not stand yet', () => {
    const once = reported.given([answered({}, { effectiveOn: LAST_DAY })]);
    once.when(asked, by()).then([answered()]);
  });

  it('60. not before its report; what an accelerated cause of concern carries, from that on', () => {
    const early = { ...asked, effectiveOn: CONCERN_PUBLISHED };
    reported.when(early, by()).thenRefused('inspections.before-its-report');
    reported
      .given([concerned()])
      .when(early, by())
      .then([answered({}, { effectiveOn: CONCERN_PUBLISHED })]);
  });

  it('67. an answer to a restricted recommendation is restricted', () => {
    const closed = { access: 'restricted' } as const;
    answering
      .given([inspected(), recommended(REC_1, {}, closed)])
      .when(asked, by())
      .then([answered({}, closed)]);
  });
});
