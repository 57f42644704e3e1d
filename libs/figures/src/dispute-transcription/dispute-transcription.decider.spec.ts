import type { Actor } from '@daybook/ledger';
import { eventId, givenWhenThen, recorded } from '@daybook/ledger/testing';
import type { FiguresBook } from '../book';
import { disputeOf } from '../disputes';
import type { FiguresEvent } from '../figures.events';
import type { GivenPaper } from '../setting';
import {
  DAY,
  LATER,
  because,
  corrected,
  defined,
  disputeWithdrawn,
  disputed,
  figure,
  force,
  inspector,
  marked,
  office,
  reported,
} from '../testing/facts';
import { judge } from '../vintages';
import {
  disputeTranscription,
  withdrawDispute,
  type DisputeTranscriptionInput,
} from './dispute-transcription.decider';

type Given = readonly (readonly [fact: FiguresEvent, by: Actor])[];
const deciders = {
  dispute: givenWhenThen<DisputeTranscriptionInput, FiguresBook, FiguresEvent, GivenPaper>(
    disputeTranscription,
  ),
  withdraw: givenWhenThen<DisputeTranscriptionInput, FiguresBook, FiguresEvent, GivenPaper>(withdrawDispute),
};
const given = (what: keyof typeof deciders, history: Given) =>
  deciders[what].given(history.map(([fact, by], index) => recorded(fact, { index, by })));

/** The measure is the force's; the office wrote the entry down for it. */
const ENTRY = eventId(1);
const DISPUTE = eventId(2);
const transcribed: Given = [
  [defined(), force],
  [reported({ for: 'kent-police' }), office],
];
const inDispute: Given = [...transcribed, [disputed({ of: ENTRY }), force]];
const asked: DisputeTranscriptionInput = { area: 'kent', of: ENTRY, reason: because, effectiveOn: LATER };
const by = (actor: Actor) => ({ by: actor, given: {} });
const fact = (access: 'public' | 'restricted' = 'public') => ({
  ...{ schema: 1, effectiveOn: LATER, precision: 'day', access },
  about: ['figure:kent/robbery/2022-07', 'measure:kent/robbery'],
});
const REF = 'figure:kent/robbery/2022-07';

describe('dispute-transcription', () => {
  it('45. the body whose act it is says that it is not what it said', () => {
    given('dispute', transcribed)
      .when(asked, by(force))
      .then([
        {
          ...fact(),
          type: 'figures.transcription-disputed',
          data: { ...figure, of: ENTRY, reason: because },
        },
      ]);
  });

  it("45. so does the measure's owner, where the act is another body's", () => {
    const history: Given = [
      [defined(), force],
      [reported({ for: 'hmicfrs' }), office],
    ];
    given('dispute', history)
      .when(asked, by(force))
      .then([
        {
          ...fact(),
          type: 'figures.transcription-disputed',
          data: { ...figure, of: ENTRY, reason: because },
        },
      ]);
  });

  it('45. also a change that was written down is disputed', () => {
    const change = corrected({ of: ENTRY, for: 'kent-police' });
    const history: Given = [...transcribed, [change, office]];
    given('dispute', history)
      .when({ ...asked, of: eventId(2) }, by(force))
      .then([
        {
          ...fact(),
          type: 'figures.transcription-disputed',
          data: { ...figure, of: eventId(2), reason: because },
        },
      ]);
  });

  it('45. neither its writer nor a body that it does not concern', () => {
    given('dispute', transcribed).when(asked, by(office)).thenRefused('figures.not-yours');
    given('dispute', transcribed).when(asked, by(inspector)).thenRefused('figures.not-yours');
  });

  it('45. what a body wrote itself is no transcription', () => {
    const own: Given = [
      [defined(), force],
      [reported(), force],
    ];
    given('dispute', own).when(asked, by(force)).thenRefused('figures.not-a-transcription');
    const other: Given = [
      [defined(), force],
      [reported(), inspector],
    ];
    given('dispute', other).when(asked, by(force)).thenRefused('figures.not-a-transcription');
  });

  it('45. says why, from no day before the entry', () => {
    given('dispute', transcribed)
      .when({ ...asked, reason: null }, by(force))
      .thenRefused('figures.reason-missing', { fields: [expect.objectContaining({ field: '/reason' })] });
    given('dispute', transcribed)
      .when({ ...asked, effectiveOn: '2022-09-13' }, by(force))
      .thenRefused('figures.before-its-vintage', {
        fields: [expect.objectContaining({ field: '/effectiveOn' })],
      });
    given('dispute', transcribed)
      .when({ ...asked, reason: null, effectiveOn: 'soon' }, by(force))
      .thenRefused('figures.bad-dispute', {
        fields: [
          expect.objectContaining({ field: '/effectiveOn' }),
          expect.objectContaining({ field: '/reason' }),
        ],
      });
    given('dispute', transcribed)
      .when({ ...asked, of: eventId(9) }, by(force))
      .thenRefused('figures.unknown-entry');
  });

  it('46. what it disputes keeps its kind and goes on standing', () => {
    const judgedBefore = judge(given('dispute', transcribed).state().figures.get(REF)!);
    const book = given('dispute', inDispute).state();
    expect(judge(book.figures.get(REF)!)).toEqual(judgedBefore);
    expect(disputeOf(book.disputes.get(REF)!, ENTRY)).toMatchObject({ id: DISPUTE, by: force });
  });

  it('47. an entry is disputed once at a time', () => {
    given('dispute', inDispute).when(asked, by(force)).thenRefused('figures.already-disputed');
  });

  it('47. the body that disputes withdraws it, and may dispute again', () => {
    given('withdraw', inDispute)
      .when({ ...asked, reason: null }, by(force))
      .then([
        {
          ...fact(),
          type: 'figures.dispute-withdrawn',
          data: { ...figure, of: ENTRY, dispute: DISPUTE, reason: null },
        },
      ]);
    const withdrawn: Given = [...inDispute, [disputeWithdrawn({ of: ENTRY, dispute: DISPUTE }), force]];
    const { disputes } = given('withdraw', withdrawn).state();
    expect(disputeOf(disputes.get(REF)!, ENTRY)?.withdrawn).toMatchObject({ by: force });
    given('dispute', withdrawn)
      .when(asked, by(force))
      .then([
        {
          ...fact(),
          type: 'figures.transcription-disputed',
          data: { ...figure, of: ENTRY, reason: because },
        },
      ]);
    given('withdraw', withdrawn).when(asked, by(force)).thenRefused('figures.not-disputed');
  });

  it('47. nobody else withdraws it, and not before it was said', () => {
    given('withdraw', inDispute).when(asked, by(inspector)).thenRefused('figures.not-yours');
    given('withdraw', inDispute)
      .when({ ...asked, effectiveOn: DAY }, by(force))
      .thenRefused('figures.before-its-vintage', {
        fields: [expect.objectContaining({ field: '/effectiveOn' })],
      });
    given('withdraw', transcribed).when(asked, by(force)).thenRefused('figures.not-disputed');
  });

  it('48. a mark that it was entered wrongly answers it: both stay, and nothing is left to dispute', () => {
    const history: Given = [...inDispute, [marked({ of: ENTRY }), office]];
    const book = given('dispute', history).state();
    expect(judge(book.figures.get(REF)!).vintages[0]).toMatchObject({ kind: 'entered-wrongly' });
    expect(disputeOf(book.disputes.get(REF)!, ENTRY)).toMatchObject({ id: DISPUTE });
    const unDisputed: Given = [...transcribed, [marked({ of: ENTRY }), office]];
    given('dispute', unDisputed).when(asked, by(force)).thenRefused('figures.already-marked');
  });

  it('49. of a restricted entry it is restricted, and so is its withdrawal', () => {
    const closed: Given = [
      [defined(), force],
      [reported({ for: 'kent-police', access: 'restricted' }), office],
    ];
    given('dispute', closed)
      .when(asked, by(force))
      .then([
        {
          ...fact('restricted'),
          type: 'figures.transcription-disputed',
          data: { ...figure, of: ENTRY, reason: because },
        },
      ]);
    given('withdraw', [...closed, [disputed({ of: ENTRY, access: 'restricted' }), force]])
      .when(asked, by(force))
      .then([
        {
          ...fact('restricted'),
          type: 'figures.dispute-withdrawn',
          data: { ...figure, of: ENTRY, dispute: DISPUTE, reason: because },
        },
      ]);
  });
});
