import type { GivenPaper } from '@daybook/provenance';
import { givenWhenThen } from '@daybook/ledger/testing';
import type { InspectionsBook } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import { inspector, inspectorsPaper, office, officePaper } from '../testing/facts';
import { scaleDefined } from '../testing/reports';
import { defineScale, type DefineScaleInput } from './define-scale.decider';

const scales = givenWhenThen<DefineScaleInput, InspectionsBook, InspectionsEvent, GivenPaper>(defineScale);
const asked: DefineScaleInput = {
  ...{ area: 'kent', id: 'audit-3', title: 'Three levels of assurance', effectiveOn: '2022-04-28' },
  grades: ['substantial', 'limited', 'none'],
};
const by = { by: office, given: {} };

describe('define-scale', () => {
  it('6. records the grades of a scale, the best first', () => {
    scales.when(asked, by).then([scaleDefined()]);
    const known = scales.given([scaleDefined()]).state().scales.get('audit-3');
    expect(known).toEqual({ title: 'Three levels of assurance', grades: ['substantial', 'limited', 'none'] });
  });

  it('6. defines a scale once; two are known from the beginning', () => {
    scales
      .given([scaleDefined()])
      .when({ ...asked, grades: ['good', 'bad'] }, by)
      .thenRefused('inspections.scale-exists');
    for (const id of ['peel-2014', 'peel-2021'])
      scales.when({ ...asked, id }, by).thenRefused('inspections.scale-exists');
  });

  it('6. names each grade once', () => {
    scales
      .when({ ...asked, grades: ['good', 'limited', 'good'] }, by)
      .thenRefused('inspections.grade-twice', { fields: [{ field: '/grades/2' }] });
  });

  it("12. is of whoever defines it; the office writes down an inspectorate's from a paper", () => {
    const theirs = { ...asked, for: 'hmicfrs' };
    scales.when(asked, { by: inspector, given: {} }).then([{ ...scaleDefined(), about: ['body:hmicfrs'] }]);
    scales.when(theirs, by).thenRefused('inspections.paper-missing');
    const read = (paper: typeof officePaper) =>
      scales.when({ ...theirs, paper: paper.id, place: 'p. 1' }, { by: office, given: { paper } });
    const when = { for: 'hmicfrs' };
    read(inspectorsPaper).then([scaleDefined({}, { ...when, paper: inspectorsPaper.id })]);
    read(officePaper).then([scaleDefined({ secondHand: true }, { ...when, paper: officePaper.id })]);
    scales
      .when({ ...asked, for: 'kent-pcc' }, { by: inspector, given: {} })
      .thenRefused('inspections.other-actor');
  });

  it('3. is effective on a real day that is not in the future', () => {
    for (const [effectiveOn, code] of [
      ['2022-13', 'bad-date'],
      ['2026-01-16', 'future-date'],
    ] as const)
      scales.when({ ...asked, effectiveOn }, by).thenRefused(`inspections.${code}`);
  });
});
