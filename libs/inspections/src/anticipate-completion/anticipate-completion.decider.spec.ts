import type { GivenPaper } from '@daybook/provenance';
import { eventId, givenWhenThen } from '@daybook/ledger/testing';
import type { InspectionsBook } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import {
  AFI,
  LATER,
  LATER_STILL,
  act,
  anticipated,
  dated,
  force,
  forcePaper,
  grouped,
  inspected,
  inspector,
  inspectorsPaper,
  office,
  otherForce,
  raised,
} from '../testing/facts';
import { given } from '../testing/history';
import { anticipateCompletion, type AnticipateCompletionInput } from './anticipate-completion.decider';

const book = givenWhenThen<AnticipateCompletionInput, InspectionsBook, InspectionsEvent, GivenPaper>(
  anticipateCompletion,
);
const own = { by: force, given: {} };
const OTHER = 'kent-peel-2021-22-afi-02';
const asked: AnticipateCompletionInput = {
  ...{ area: 'kent', finding: AFI, effectiveOn: LATER, anticipated: '2022-11' },
};
const NOVEMBER = { anticipated: '2022-11', words: '2022-11', earliest: '2022-11-01', latest: '2022-11-30' };
const data = { area: 'kent', findings: [AFI], addressees: ['kent-police'], expected: NOVEMBER };
const fact = {
  ...{ type: 'inspections.completion-anticipated', schema: 1, effectiveOn: LATER, precision: 'day' },
  ...{ access: 'public', about: [`finding:kent/${AFI}`, 'body:kent-police'] },
};
const open = given(book, [inspected(), inspector], [raised(), inspector]);
const two = given(
  book,
  [inspected(), inspector],
  [raised(), inspector],
  [raised({ finding: OTHER }), inspector],
);

describe('anticipate-completion', () => {
  it('46. the addressee says when, with the days that its words leave', () => {
    open.when(asked, own).then([{ ...fact, data }]);
    const words = { ...asked, anticipated: 'around  December 2023 ' };
    const december = { earliest: '2023-12-01', latest: '2023-12-31' };
    const said = { anticipated: 'around December 2023', words: 'around December 2023', ...december };
    open.when(words, own).then([{ ...fact, data: { ...data, expected: said } }]);
  });

  it('46. the office writes it down from a paper, second-hand where that is not of the addressee', () => {
    const paper = { ...asked, paper: 'paper-f', place: 'p. 2' };
    const about = [...fact.about, 'paper:paper-f'];
    const transcribed = { ...fact, about, for: 'kent-police', source: { paper: 'paper-f', place: 'p. 2' } };
    open.when(paper, { by: office, given: { paper: forcePaper } }).then([{ ...transcribed, data }]);
    open
      .when(paper, { by: office, given: { paper: inspectorsPaper } })
      .then([{ ...transcribed, data: { ...data, secondHand: true } }]);
    open.when(asked, { by: office, given: {} }).thenRefused('inspections.paper-missing');
  });

  it('46. nobody else says it', () => {
    open.when(asked, { by: otherForce, given: {} }).thenRefused('inspections.not-yours');
    open.when(asked, { by: inspector, given: {} }).thenRefused('inspections.not-yours');
  });

  it('46. of several addressees it is about the one named, or the one whose people say it', () => {
    const addressees = ['kent-police', 'kent-pcc', 'home-office'];
    const several = given(book, [inspected(), inspector], [raised({ addressees }), inspector]);
    several.when(asked, own).then([{ ...fact, data }]);
    const its = { ...data, addressees: ['kent-pcc'] };
    const about = [fact.about[0], 'body:kent-pcc'];
    several.when(asked, { by: office, given: {} }).then([{ ...fact, about, data: its }]);
    several
      .when(
        { ...asked, for: 'home-office', paper: 'paper-i' },
        { by: office, given: { paper: inspectorsPaper } },
      )
      .then([expect.objectContaining({ for: 'home-office' })]);
    several.when({ ...asked, addressee: 'kent-pcc' }, own).thenRefused('inspections.not-yours');
    several.when({ ...asked, addressee: 'essex-police' }, own).thenRefused('inspections.not-an-addressee');
    several.when(asked, { by: inspector, given: {} }).thenRefused('inspections.addressee-missing');
  });

  it('46. what is wrong with it comes back at once', () => {
    open
      .when({ ...asked, anticipated: '2023-13', effectiveOn: '2022-04-27' }, own)
      .thenRefused('inspections.bad-entry', {
        fields: [
          expect.objectContaining({ field: '/effectiveOn', code: 'inspections.before-its-finding' }),
          expect.objectContaining({ field: '/anticipated', code: 'inspections.bad-month' }),
        ],
      });
    open.when({ ...asked, finding: 'afi-9' }, own).thenRefused('inspections.unknown-finding');
  });

  it('47. no date lies wholly before the finding', () => {
    open.when({ ...asked, anticipated: '2022-03' }, own).thenRefused('inspections.due-before-finding', {
      fields: [expect.objectContaining({ field: '/anticipated' })],
    });
    open.when({ ...asked, anticipated: '2022-04' }, own).events();
    const month = { effectiveOn: '2022-04-30', precision: 'month' } as const;
    const known = given(book, [inspected(), inspector], [raised({}, month), inspector]);
    known.when({ ...asked, anticipated: '2022-04-02' }, own).events();
  });

  it('48. a date is the first only where none stands on its day', () => {
    const standing = given(open, [anticipated('2022-11-30', { effectiveOn: LATER }), force]);
    standing.when({ ...asked, anticipated: '2023-02' }, own).thenRefused('inspections.date-stands', {
      detail: { standing: eventId(2), anticipated: '2022-11-30' },
    });
    standing
      .when({ ...asked, anticipated: '30 November 2022' }, own)
      .thenRefused('inspections.nothing-changes');
    standing.when({ ...asked, anticipated: null }, own).thenRefused('inspections.date-stands');
    standing.when({ ...asked, effectiveOn: '2022-09-13', anticipated: '2022-10' }, own).events();
    const set = given(
      book,
      [inspected(), inspector],
      [raised({ completeBy: dated('2022-10-01') }), inspector],
    );
    set.when(asked, own).thenRefused('inspections.date-stands', { detail: { standing: eventId(1) } });
  });

  it('48. that no date was given is on record as such, once', () => {
    const none = { anticipated: null, words: null, earliest: null, latest: null };
    open.when({ ...asked, anticipated: null }, own).then([{ ...fact, data: { ...data, expected: none } }]);
    const known = given(open, [anticipated(null, { effectiveOn: LATER }), force]);
    known.when({ ...asked, anticipated: null }, own).thenRefused('inspections.nothing-changes');
    known.when(asked, own).then([{ ...fact, data }]);
  });

  it.each(['closed', 'withdrawn'] as const)('48. a finding that is %s takes no date', (ending) => {
    const ended = given(open, [act(`inspections.finding-${ending}`, {}), inspector]);
    ended.when(asked, own).thenRefused('inspections.finding-ended');
    ended.when({ ...asked, effectiveOn: '2022-09-13' }, own).events();
  });

  it('49. it is the date of all that share the plan item on its day, for the same addressee', () => {
    const shared = given(two, [grouped([AFI, OTHER]), force]);
    const both = { ...data, findings: [AFI, OTHER] };
    const about = [`finding:kent/${AFI}`, `finding:kent/${OTHER}`, 'body:kent-police'];
    shared.when({ ...asked, finding: OTHER }, own).then([{ ...fact, about, data: both }]);
    shared.when({ ...asked, effectiveOn: '2022-09-13' }, own).then([expect.objectContaining({ data })]);
    const apart = given(shared, [grouped([OTHER], {}, { effectiveOn: LATER_STILL }), force]);
    apart.when({ ...asked, effectiveOn: LATER_STILL }, own).then([expect.objectContaining({ data })]);
    const ended = given(shared, [act('inspections.finding-closed', { findings: [OTHER] }), inspector]);
    ended.when(asked, own).then([{ ...fact, data }]);
  });

  it('49. it moves no date of another finding that shares the item', () => {
    const others = given(
      two,
      [
        act('inspections.completion-anticipated', { findings: [OTHER], expected: dated('2022-12-31') }),
        force,
      ],
      [grouped([AFI, OTHER]), force],
    );
    others.when(asked, own).thenRefused('inspections.date-stands', { detail: { finding: OTHER } });
    others.when({ ...asked, anticipated: '2022-12-31' }, own).events();
  });

  it('49. it is restricted where one of them is', () => {
    const restricted = raised({ finding: OTHER }, { access: 'restricted' });
    const shared = given(open, [restricted, inspector], [grouped([AFI, OTHER]), force]);
    shared.when(asked, own).then([expect.objectContaining({ access: 'restricted' })]);
  });
});
