import { givenWhenThen, sealedText } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { RegisterBook } from '../../book';
import type { PlansEvent } from '../../register.events';
import { LAST, LATER, PLAN, adopted, office, road, said, young } from '../../testing/plans';
import { planOn } from '../plan-state';
import { varyPlan, type VaryPlanInput } from './vary-plan.decider';

const register = givenWhenThen<VaryPlanInput, RegisterBook, PlansEvent, GivenPaper>(varyPlan);
const plan = register.given([adopted()]);
const given = { by: office, given: {} };
const vary = { area: 'kent', plan: PLAN, effectiveOn: LATER };
const reason = sealedText('The election was put off.');

describe('vary-plan', () => {
  it('25. a variation says what is otherwise from its day on, and the rest stays', () => {
    plan.when({ ...vary, until: '2026', reason }, given).then([
      {
        type: 'register.plan-varied',
        ...{ schema: 1, effectiveOn: LATER, precision: 'day', access: 'public' },
        about: [`plan:kent/${PLAN}`, 'body:kent-pcc'],
        data: { area: 'kent', plan: PLAN, title: null, until: '2026', priorities: null, reason },
      },
    ]);
    const priorities = [{ ...young, number: 1 }];
    const [anew] = plan.when({ ...vary, priorities }, given).events();
    const acts = plan.given([anew!]).state().plans.get(PLAN);
    expect(planOn(acts, LATER)).toMatchObject({
      ...{ title: 'Making Kent Safer', until: '2025' },
      priorities: [{ number: 1, priority: 'young-people', title: young.title, setFor: null }],
      former: [{ priority: { priority: 'road-danger' }, until: { effectiveOn: LATER } }],
    });
    expect(planOn(acts, '2022-09-13')).toMatchObject({
      priorities: [{ number: 1 }, { number: 2 }],
      former: [],
    });
  });

  it('25. a priority that comes back is no longer a former one', () => {
    const without = said('register.plan-varied', { priorities: [] });
    const back = plan.given([without]).when({ ...vary, effectiveOn: LAST, priorities: [road] }, given);
    const acts = plan
      .given([without, ...back.events()])
      .state()
      .plans.get(PLAN);
    expect(planOn(acts, LAST)?.former.map(({ priority }) => priority.priority)).toEqual(['young-people']);
  });

  it('25. what changes nothing is refused, and so is what the plan could not have been adopted with', () => {
    for (const same of [{}, { title: 'Making Kent Safer' }, { until: '2025', priorities: [road, young] }])
      plan.when({ ...vary, ...same }, given).thenRefused('register.nothing-changes');
    plan.when({ ...vary, until: '2021' }, given).thenRefused('register.period-reversed');
    plan.when({ ...vary, priorities: [road, road] }, given).thenRefused('register.bad-entry', {
      fields: [{ code: 'register.priority-twice' }, { code: 'register.number-twice' }],
    });
  });

  it('25. it is judged by the plan as it stood on its own day', () => {
    plan
      .when({ ...vary, effectiveOn: '2022-04-01', until: '2026' }, given)
      .thenRefused('register.unknown-plan');
    plan.when({ ...vary, plan: 'another', until: '2026' }, given).thenRefused('register.unknown-plan');
    const longer = plan.given([said('register.plan-varied', { until: '2026' }, { effectiveOn: LAST })]);
    expect(longer.when({ ...vary, until: '2026' }, given).events()).toHaveLength(1);
    longer.when({ ...vary, effectiveOn: LAST, until: '2026' }, given).thenRefused('register.nothing-changes');
  });

  it('30. what is said of a restricted plan is restricted', () => {
    const own = register.given([adopted({}, { access: 'restricted' })]);
    const [event] = own.when({ ...vary, until: '2026' }, given).events();
    expect(event?.access).toBe('restricted');
  });
});
