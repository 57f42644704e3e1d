import type { GivenPaper } from '@daybook/provenance';
import { givenWhenThen } from '@daybook/ledger/testing';
import { sharing, type InspectionsBook } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import {
  INSPECTION,
  LATER,
  LATER_STILL,
  PUBLISHED,
  force,
  forcePaper,
  grouped,
  inspected,
  inspector,
  office,
  otherForce,
  raised,
} from '../testing/facts';
import { given } from '../testing/history';
import { groupFindings, type GroupFindingsInput } from './group-findings.decider';

const book = givenWhenThen<GroupFindingsInput, InspectionsBook, InspectionsEvent, GivenPaper>(groupFindings);
const own = { by: force, given: {} };
const three = given(
  book,
  [inspected(), inspector],
  [raised({ finding: 'afi-1' }), inspector],
  [raised({ finding: 'afi-2' }), inspector],
  [raised({ finding: 'afi-3', addressees: ['kent-pcc', 'kent-police'] }), inspector],
  [raised({ finding: 'afi-4', addressees: ['kent-pcc'] }), inspector],
  [inspected({ inspection: 'other' }), inspector],
  [raised({ finding: 'afi-5', inspection: 'other' }), inspector],
);
const asked: GroupFindingsInput = {
  ...{ area: 'kent', inspection: INSPECTION, effectiveOn: LATER },
  ...{ id: 'group-1', title: 'Crime recording', findings: ['afi-2', 'afi-1'] },
};
const data = {
  ...{ area: 'kent', inspection: INSPECTION, group: 'group-1', title: 'Crime recording' },
  findings: ['afi-1', 'afi-2'],
};
const fact = {
  ...{ type: 'inspections.findings-grouped', schema: 1, effectiveOn: LATER, precision: 'day' },
  ...{
    access: 'public',
    about: ['finding:kent/afi-1', 'finding:kent/afi-2', `inspection:kent/${INSPECTION}`],
  },
};

describe('group-findings', () => {
  it('49. an addressee of all of them groups them, or the office from a paper', () => {
    three.when(asked, own).then([{ ...fact, data }]);
    const paper = { ...asked, paper: 'paper-f' };
    three
      .when(paper, { by: office, given: { paper: forcePaper } })
      .then([expect.objectContaining({ for: 'kent-police', about: [...fact.about, 'paper:paper-f'] })]);
    three.when(asked, { by: office, given: {} }).thenRefused('inspections.paper-missing');
    three.when(asked, { by: otherForce, given: {} }).thenRefused('inspections.not-yours');
    const its = { ...asked, findings: ['afi-3', 'afi-4'] };
    three.when(its, { by: office, given: {} }).then([expect.objectContaining({ type: fact.type })]);
    three.when(its, own).thenRefused('inspections.not-yours');
    three
      .when({ ...paper, for: 'hmicfrs' }, { by: office, given: { paper: forcePaper } })
      .thenRefused('inspections.other-actor');
  });

  it.each([
    ['afi-4', LATER, 'inspections.no-common-addressee', '/findings'],
    ['afi-5', LATER, 'inspections.other-inspection', '/findings/2'],
    ['afi-9', LATER, 'inspections.unknown-finding', '/findings/2'],
    ['afi-1', LATER, 'inspections.finding-twice', '/findings/2'],
  ])(
    '49. they are findings of one inspection, for one addressee: not %s',
    (one, effectiveOn, code, field) => {
      three
        .when({ ...asked, effectiveOn, findings: [...asked.findings, one] }, own)
        .thenRefused(code, { fields: [expect.objectContaining({ field })] });
    },
  );

  it('49. all of them were raised by then', () => {
    three.when({ ...asked, effectiveOn: '2022-04-27' }, own).thenRefused('inspections.before-its-finding');
    three.when({ ...asked, effectiveOn: PUBLISHED }, own).events();
    three.when({ ...asked, inspection: 'kent-1999' }, own).thenRefused('inspections.unknown-inspection');
  });

  it('49. a finding is in the latest group that names it', () => {
    const once = given(three, [grouped(['afi-1', 'afi-2', 'afi-3']), force]);
    const { groups } = once.state();
    const shares = (id: string, day: string) => sharing(groups, id, day);
    expect(shares('afi-1', LATER)).toEqual(['afi-1', 'afi-2', 'afi-3']);
    expect(shares('afi-1', '2022-09-13')).toEqual(['afi-1']);
    const [regrouped] = once.when({ ...asked, id: 'group-2', effectiveOn: LATER_STILL }, own).events();
    const after = given(once, [regrouped!, force]).state().groups;
    expect(sharing(after, 'afi-1', LATER_STILL)).toEqual(['afi-1', 'afi-2']);
    expect(sharing(after, 'afi-3', LATER_STILL)).toEqual(['afi-3']);
    expect(sharing(after, 'afi-3', LATER)).toEqual(['afi-1', 'afi-2', 'afi-3']);
  });

  it('49. grouping them as they are changes nothing', () => {
    const known = given(three, [grouped(['afi-1', 'afi-2'], {}, { effectiveOn: LATER }), force]);
    known.when({ ...asked, title: null }, own).thenRefused('inspections.nothing-changes');
    known.when(asked, own).then([{ ...fact, data }]);
    const apart = given(known, [grouped(['afi-2'], { group: 'alone' }, { effectiveOn: LATER }), force]);
    apart.when({ ...asked, title: null }, own).events();
  });

  it('21. good practice is in no group', () => {
    given(three, [raised({ finding: 'good', kind: 'good-practice' }), inspector])
      .when({ ...asked, findings: ['afi-1', 'good'] }, own)
      .thenRefused('inspections.good-practice', {
        fields: [expect.objectContaining({ field: '/findings/1' })],
      });
  });
});
