import { givenWhenThen } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { RegisterBook } from '../../book';
import type { PlansEvent } from '../../register.events';
import {
  ADOPTED,
  LATER,
  PLAN,
  adopted,
  mayor,
  office,
  officePaper,
  road,
  said,
  successors,
  young,
} from '../../testing/plans';
import { adoptPlan, type AdoptPlanInput } from './adopt-plan.decider';

const register = givenWhenThen<AdoptPlanInput, RegisterBook, PlansEvent, GivenPaper>(adoptPlan);
const given = { by: office, given: {} };
const plan: AdoptPlanInput = {
  ...{ area: 'kent', effectiveOn: '2022-04', id: PLAN, title: 'Making Kent Safer' },
  ...{ from: '2022-04', until: '2025', priorities: [road, { ...young, setFor: 'kent-police' }] },
};

describe('adopt-plan', () => {
  it('21. a plan is adopted once in its area, with its period and its priorities, from a paper or without', () => {
    const fromPaper = { ...plan, paper: officePaper.id, place: 'section 1' };
    register.when(fromPaper, { by: office, given: { paper: officePaper } }).then([
      {
        type: 'register.plan-adopted',
        ...{ schema: 1, effectiveOn: ADOPTED, precision: 'month', access: 'public' },
        source: { paper: 'paper-o', place: 'section 1' },
        about: [
          ...[`plan:kent/${PLAN}`, `priority:kent/${PLAN}/road-danger`, `priority:kent/${PLAN}/young-people`],
          ...['body:kent-pcc', 'paper:paper-o'],
        ],
        data: {
          ...{ area: 'kent', plan: PLAN, succeeds: null, title: 'Making Kent Safer' },
          ...{ from: '2022-04', until: '2025' },
          priorities: [
            { number: 1, priority: 'road-danger', title: road.title, setFor: null },
            { number: 2, priority: 'young-people', title: young.title, setFor: 'kent-police' },
          ],
        },
      },
    ]);
    register.given([adopted()]).when(plan, given).thenRefused('register.plan-exists');
    register.when({ ...plan, effectiveOn: '2022-13' }, given).thenRefused('register.bad-date');
    register.when({ ...plan, paper: 'lost' }, given).thenRefused('register.unknown-paper');
  });

  it('21. it is the local policing body that adopts, or its successor, which may write down what it did', () => {
    const bodies = { bodies: successors };
    const early = { ...plan, paper: officePaper.id };
    register.when(plan, { by: mayor, given: bodies }).thenRefused('register.paper-missing');
    const [before] = register.when(early, { by: mayor, given: { ...bodies, paper: officePaper } }).events();
    expect(before).toMatchObject({ for: 'kent-pcc', data: { plan: PLAN } });
    expect(before?.about).toContain('body:kent-pcc');
    expect(before?.data).not.toHaveProperty('secondHand');
    const late = { ...plan, effectiveOn: '2025-02-01' };
    const [after] = register.when(late, { by: mayor, given: bodies }).events();
    expect(after?.about).toContain('body:kent-mayor');
    expect(after).not.toHaveProperty('for');
    register.when({ ...plan, for: 'kent-police' }, given).thenRefused('register.other-actor');
  });

  it('22. each priority has an id and a number of its own, and none need be known', () => {
    const twice = { ...plan, priorities: [road, { ...young, id: road.id }] };
    register.when(twice, given).thenRefused('register.priority-twice', {
      fields: [{ field: '/priorities/1/id' }],
    });
    const number = { ...plan, priorities: [road, { ...young, number: 1 }] };
    register.when(number, given).thenRefused('register.number-twice', {
      fields: [{ field: '/priorities/1/number' }],
    });
    expect(register.when({ ...plan, priorities: [] }, given).events()).toHaveLength(1);
  });

  it('23. its period begins and ends on a day, in a month or in a year, in that order, also still to come', () => {
    for (const [from, until] of [
      ...[['2022-04-01', '2025-05-04'] as const, ['2025', '2025'] as const, ['2027-04', null] as const],
      ['2025-12', '2025'] as const,
    ])
      expect(register.when({ ...plan, from, until }, given).events()).toMatchObject([
        { data: { from, until } },
      ]);
    const reversed = { ...plan, from: '2026-01', until: '2025' };
    register.when(reversed, given).thenRefused('register.period-reversed', { fields: [{ field: '/until' }] });
    const bad = { ...plan, from: 'spring 2022', until: '2025-02-30' };
    register.when(bad, given).thenRefused('register.bad-period', {
      fields: [{ field: '/from' }, { field: '/until' }],
    });
  });

  it('24. a plan that succeeds another names one that is on record by then, and each is succeeded once', () => {
    const next = { ...plan, id: 'next', effectiveOn: LATER, succeeds: PLAN };
    const [event] = register.given([adopted()]).when(next, given).events();
    expect(event).toMatchObject({ data: { succeeds: PLAN } });
    expect(event?.about).toContain(`plan:kent/${PLAN}`);
    register.when(next, given).thenRefused('register.unknown-plan', { fields: [{ field: '/succeeds' }] });
    register
      .given([adopted()])
      .when({ ...next, effectiveOn: '2022-01-01' }, given)
      .thenRefused('register.unknown-plan');
    register
      .given([adopted(), adopted({ plan: 'other', succeeds: PLAN })])
      .when(next, given)
      .thenRefused('register.already-succeeded');
  });

  it('29. where a plan stands is the fold of acts in effective order, whatever order they were entered in', () => {
    const varied = said('register.plan-varied', { title: 'Safer still' }, { effectiveOn: LATER });
    const older = said('register.plan-varied', { title: 'In between' }, { effectiveOn: '2022-06-01' });
    const { plans } = register.given([adopted(), varied, older]).state();
    expect(plans.get(PLAN)?.map(({ effectiveOn }) => effectiveOn)).toEqual([ADOPTED, '2022-06-01', LATER]);
  });
});
