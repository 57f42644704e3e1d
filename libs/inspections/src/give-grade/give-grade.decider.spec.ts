import type { GivenPaper } from '@daybook/provenance';
import { givenWhenThen } from '@daybook/ledger/testing';
import type { InspectionsBook } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import {
  INSPECTION,
  LATER,
  PUBLISHED,
  inspected,
  inspector,
  inspectorsPaper,
  office,
  officePaper,
} from '../testing/facts';
import { graded } from '../testing/reports';
import { giveGrade, type GiveGradeInput } from './give-grade.decider';

const grades = givenWhenThen<GiveGradeInput, InspectionsBook, InspectionsEvent, GivenPaper>(giveGrade);
const asked: GiveGradeInput = {
  ...{ area: 'kent', inspection: INSPECTION, question: 'investigating-crime', effectiveOn: PUBLISHED },
  ...{ questionTitle: 'Investigating crime', grade: 'adequate' },
};
const by = { by: inspector, given: {} };
const known = grades.given([inspected()]);

describe('give-grade', () => {
  it("7. gives a grade of the scale of its inspection, and names that scale's grades for another", () => {
    known.when(asked, by).then([graded()]);
    const four = grades.given([inspected({ scale: 'peel-2014' })]);
    four.when({ ...asked, grade: 'good' }, by).then([graded({ grade: 'good' })]);
    four.when(asked, by).thenRefused('inspections.grade-of-another-scale', {
      fields: [
        {
          field: '/grade',
          message: `"adequate" is no grade of peel-2014. Its grades are: outstanding, good, requires improvement, inadequate.`,
        },
      ],
    });
    known.when({ ...asked, grade: 'Good' }, by).thenRefused('inspections.grade-of-another-scale');
  });

  it('5. gives none in an inspection without a scale, or in none at all', () => {
    const bare = grades.given([inspected({ scale: null })]);
    for (const grade of ['good', null])
      bare.when({ ...asked, grade }, by).thenRefused('inspections.no-scale');
    grades.when(asked, by).thenRefused('inspections.unknown-inspection');
  });

  it('8. may say that a question was not graded', () => {
    known.when({ ...asked, grade: null }, by).then([graded({ grade: null })]);
  });

  it('9. grades a question again only with another grade, and keeps both', () => {
    const before = grades.given([inspected(), graded()]);
    before.when(asked, by).thenRefused('inspections.grade-stands');
    before.when({ ...asked, effectiveOn: LATER }, by).thenRefused('inspections.grade-stands');
    before
      .when({ ...asked, grade: 'good', effectiveOn: LATER }, by)
      .then([graded({ grade: 'good' }, { effectiveOn: LATER })]);
    const both = before.given([graded({ grade: 'good' }, { effectiveOn: LATER })]);
    expect(
      both
        .state()
        .inspections.get(INSPECTION)
        ?.grades.map(({ data }) => data.grade),
    ).toEqual(['adequate', 'good']);
    before
      .when({ ...asked, question: 'responding-to-the-public' }, by)
      .then([graded({ question: 'responding-to-the-public' })]);
  });

  it('9. judges a grade by what stood on its own day, and one that is awaited like any other', () => {
    const later = grades.given([inspected(), graded({ grade: null }), graded({}, { effectiveOn: LATER })]);
    later
      .when({ ...asked, grade: null, effectiveOn: '2022-06-01' }, by)
      .thenRefused('inspections.grade-stands');
    later.when({ ...asked, effectiveOn: '2022-06-01' }, by).then([graded({}, { effectiveOn: '2022-06-01' })]);
  });

  it('10. is effective from the day of the report on, or of its recording where that is not known', () => {
    const early = { ...asked, effectiveOn: '2022-04-27' };
    known
      .when(early, by)
      .thenRefused('inspections.grade-before-report', { fields: [{ field: '/effectiveOn' }] });
    known.when({ ...asked, effectiveOn: LATER }, by).then([graded({}, { effectiveOn: LATER })]);
    const unknown = grades.given([inspected({ publishedOn: null })]);
    unknown.when(early, by).thenRefused('inspections.grade-before-report');
    unknown.when(asked, by).then([graded()]);
    const month = grades.given([inspected({ publishedOn: '2022-04' })]);
    month.when(early, by).then([graded({}, { effectiveOn: '2022-04-27' })]);
    month.when({ ...asked, effectiveOn: '2022-03-31' }, by).thenRefused('inspections.grade-before-report');
  });

  it('11. keeps the paper that published it first, and what was said of comparing', () => {
    const said = { comparability: 'A question of its own.', comparable: false };
    const first = { ...asked, ...said, firstPublishedIn: 'earlier' };
    const cited = [{ ...inspectorsPaper, id: 'earlier' }];
    known
      .when(first, { by: inspector, given: { cited } })
      .then([graded({ ...said, firstPublishedIn: 'earlier' })]);
    for (const other of [
      [],
      [{ ...inspectorsPaper, id: 'earlier', area: 'essex', access: 'restricted' as const }],
    ])
      known
        .when(first, { by: inspector, given: { cited: other } })
        .thenRefused('inspections.unknown-paper', { fields: [{ field: '/firstPublishedIn' }] });
  });

  it("12. is the inspectorate's own act, or written down by the office from a paper", () => {
    const other = { ...inspector, body: 'auditors' };
    known.when(asked, { by: other, given: {} }).thenRefused('inspections.not-yours');
    known.when(asked, { by: office, given: {} }).thenRefused('inspections.paper-missing');
    const source = { paper: officePaper.id, place: 'p. 1' };
    known
      .when({ ...asked, ...source }, { by: office, given: { paper: officePaper } })
      .then([graded({ secondHand: true }, { for: 'hmicfrs', paper: officePaper.id })]);
  });

  it('13. is restricted where its inspection is, or a paper that it names', () => {
    const closed = grades.given([inspected({}, { access: 'restricted' })]);
    closed.when({ ...asked, access: 'public' }, by).then([graded({}, { access: 'restricted' })]);
    const cited = [{ ...inspectorsPaper, access: 'restricted' as const }];
    const [fact] = known
      .when({ ...asked, firstPublishedIn: inspectorsPaper.id }, { by: inspector, given: { cited } })
      .events();
    expect(fact?.access).toBe('restricted');
  });

  it('3. tells of every wrong field at once', () => {
    known
      .when({ ...asked, grade: 'super', effectiveOn: '2022-13', firstPublishedIn: 'nowhere' }, by)
      .thenRefused('inspections.bad-entry', {
        fields: [{ field: '/effectiveOn' }, { field: '/firstPublishedIn' }, { field: '/grade' }],
      });
  });
});
