import { givenWhenThen } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { RegisterBook } from '../book';
import type { PlansEvent } from '../register.events';
import { LAST, LATER, PLAN, adopted, office, officePaper, road, said } from '../testing/plans';
import type { HangingInput } from './hanging';
import { placeUnderPriority } from './place-under-priority/place-under-priority.decider';
import { planOn } from './plan-state';
import { takeFromPriority } from './take-from-priority/take-from-priority.decider';

const placing = givenWhenThen<HangingInput, RegisterBook, PlansEvent, GivenPaper>(placeUnderPriority);
const taking = givenWhenThen<HangingInput, RegisterBook, PlansEvent, GivenPaper>(takeFromPriority);
const given = { by: office, given: {} };
const ROBBERY = 'measure:kent/robbery';
const FINDING = 'finding:kent/kent-peel-2021-22-afi-05';
const place = {
  ...{ area: 'kent', plan: PLAN, priority: road.id, effectiveOn: LATER, references: [ROBBERY, FINDING] },
};
const placed = said('register.placed-under-priority', { references: [ROBBERY] });
const taken = said('register.taken-from-priority', { references: [ROBBERY] }, { effectiveOn: LAST });

const hangingOn = (example: typeof placing, day: string): string[] => [
  ...(planOn(example.state().plans.get(PLAN), day)?.placed.get(road.id)?.keys() ?? []),
];

describe('what hangs from a priority', () => {
  it('26. is placed there by reference: measures, findings, questions, commitments and decisions of the area', () => {
    const all = ['question', 'commitment', 'decision'].map((kind) => `${kind}:kent/its-id`);
    const references = [...place.references, ...all];
    placing
      .given([adopted()])
      .when({ ...place, references }, given)
      .then([
        {
          type: 'register.placed-under-priority',
          ...{ schema: 1, effectiveOn: LATER, precision: 'day', access: 'public' },
          about: [`plan:kent/${PLAN}`, `priority:kent/${PLAN}/${road.id}`, 'body:kent-pcc', ...references],
          data: { area: 'kent', plan: PLAN, priority: road.id, references },
        },
      ]);
    const refusedFor = (reference: string, code: string): void =>
      placing
        .given([adopted()])
        .when({ ...place, references: [ROBBERY, reference] }, given)
        .thenRefused(code, { fields: [{ field: '/references/1' }] });
    for (const bad of ['robbery', 'meeting:kent/board', 'finding:kent/', 'measure:kent/a/b', 'paper:x'])
      refusedFor(bad, 'register.bad-reference');
    refusedFor('finding:essex/afi-1', 'register.other-area');
    refusedFor(ROBBERY, 'register.reference-twice');
  });

  it('26. figures hang as their measure', () => {
    const references = ['figure:kent/robbery/2022-07'];
    const { decided } = placing.given([adopted()]).when({ ...place, references }, given);
    expect(decided).toMatchObject({
      ...{ code: 'register.figure-not-measure' },
      fields: [{ message: expect.stringContaining(ROBBERY) as string }],
    });
  });

  it('27. is placed once under a priority that the plan had on that day, and taken only while it hangs there', () => {
    const book = placing.given([adopted(), placed]);
    book.when(place, given).thenRefused('register.already-placed', { fields: [{ field: '/references/0' }] });
    const take = { ...place, references: [ROBBERY] };
    const held = taking.given([adopted(), placed]);
    expect(held.when(take, given).events()).toMatchObject([{ type: 'register.taken-from-priority' }]);
    held.when({ ...take, references: [FINDING] }, given).thenRefused('register.not-placed');
    held.when({ ...take, effectiveOn: '2022-09-13' }, given).thenRefused('register.not-placed');
    const again = placing.given([adopted(), placed, taken]);
    expect(again.when({ ...take, effectiveOn: LAST }, given).events()).toHaveLength(1);
    placing
      .given([adopted()])
      .when({ ...place, priority: 'rural-crime' }, given)
      .thenRefused('register.unknown-priority');
    placing
      .given([adopted()])
      .when({ ...place, effectiveOn: '2022-01-01' }, given)
      .thenRefused('register.unknown-plan');
  });

  it('27. can still be taken from a priority that was dropped', () => {
    const dropped = said('register.plan-varied', { priorities: [] }, { effectiveOn: LAST });
    const take = { ...place, effectiveOn: LAST, references: [ROBBERY] };
    expect(taking.given([adopted(), placed, dropped]).when(take, given).events()).toHaveLength(1);
    const nothing = { ...take, priority: 'young-people' };
    const { decided } = taking.given([adopted(), placed, dropped]).when(nothing, given);
    expect(decided).toMatchObject({
      fields: [{ code: 'register.unknown-priority' }, { code: 'register.not-placed' }],
    });
  });

  it('28. need not be on record anywhere: the books of other slices cannot be read from here', () => {
    const references = ['commitment:kent/nobody-knows-it'];
    const events = placing
      .given([adopted()])
      .when({ ...place, references }, given)
      .events();
    expect(events).toHaveLength(1);
  });

  it('29. hangs there on every day between, whatever order was entered; what fits no longer changes nothing', () => {
    const book = placing.given([adopted(), taken, placed]);
    expect([hangingOn(book, '2022-09-13'), hangingOn(book, LATER), hangingOn(book, LAST)]).toEqual([
      ...[[], [ROBBERY], []],
    ]);
    const earlier = said(
      'register.placed-under-priority',
      { references: [ROBBERY] },
      { effectiveOn: '2022-05-01' },
    );
    const state = planOn(placing.given([adopted(), placed, earlier]).state().plans.get(PLAN), LAST);
    expect(state?.notFitting).toHaveLength(1);
    expect(state?.placed.get(road.id)?.get(ROBBERY)?.effectiveOn).toBe('2022-05-01');
  });

  it('30. what is read in a restricted paper is restricted', () => {
    const paper = { ...officePaper, access: 'restricted' } as const;
    const [event] = placing
      .given([adopted()])
      .when({ ...place, paper: paper.id }, { by: office, given: { paper } })
      .events();
    expect(event?.access).toBe('restricted');
  });
});
