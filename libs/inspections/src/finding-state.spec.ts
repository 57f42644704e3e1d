import { eventId, recorded } from '@daybook/ledger/testing';
import { ViewsOn } from '@daybook/read-model/testing';
import fc from 'fast-check';
import { actOf, raisedOf } from './acts';
import { inspectionsBook, stateOn } from './book';
import { STATUSES } from './codes';
import { stateOf } from './finding-state';
import { findingRef, type FindingAct } from './inspections.events';
import { findingsView } from './see-findings/findings.view';
import { AFI, LAST, LATER, LATER_STILL, act, raised } from './testing/facts';
import { ADDRESSEES, DAYS, day, history, told } from './testing/chart-histories';
import { standing } from './testing/chart-oracle';

const days = Array.from({ length: DAYS + 2 }, (_, n) => day(n));

describe('where a finding stands', () => {
  it('37. is as the rules say, in whatever order its acts come, late or on one day', () => {
    const seen = new Set<string>();
    const shuffled = history.chain(({ first, acts }) =>
      fc.record({
        raised: fc.constant(raisedOf(first.record, 0)),
        acts: fc.constant(acts),
        given: fc.shuffledSubarray([...acts], { minLength: acts.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ raised, acts, given }) => {
        for (const addressee of ADDRESSEES)
          for (const asOf of days) {
            const by = given.filter(({ record }) => record.effectiveOn <= asOf);
            const state = stateOf(
              raised,
              by.map(({ index, record }) => actOf(record, index)),
              addressee,
            );
            const known = acts.filter(({ record }) => record.effectiveOn <= asOf);
            expect(told(state)).toEqual(standing(known, addressee));
            seen.add(state.status);
          }
      }),
      { numRuns: 200 },
    );
    expect(seen).toEqual(new Set(STATUSES));
  });

  it('37. is in the book of a command what it is in the view', () => {
    fc.assert(
      fc.property(history, ({ first, acts }) => {
        const all = [first, ...acts].map(({ record }) => record);
        const book = all.reduce((so, event) => inspectionsBook.evolve(so, event), inspectionsBook.initial());
        for (const addressee of ADDRESSEES)
          for (const asOf of days) {
            const known = acts.filter(({ record }) => record.effectiveOn <= asOf);
            const state = stateOn(book.findings.get(AFI)!, addressee, asOf);
            expect(told(state)).toEqual(standing(known, addressee));
          }
      }),
    );
  });

  it('37. is so at every position and to either audience, when each event is given twice', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ first, acts }) => {
        const views = await ViewsOn.facts(
          [findingsView],
          [first, ...acts].map(({ record }) => record),
        );
        try {
          for (let basis = 1; basis <= views.size; basis += 1)
            for (const asOf of days)
              for (const audience of ['inside', 'outside'] as const) {
                const row = views.rows.at(findingsView, findingRef('kent', AFI), { asOf, basis }, audience)!;
                const known = acts.filter(
                  ({ index, record }) =>
                    index < basis &&
                    record.effectiveOn <= asOf &&
                    (audience === 'inside' || record.access === 'public'),
                );
                for (const addressee of ADDRESSEES)
                  expect(told(stateOf(row.raised!, row.acts, addressee))).toEqual(standing(known, addressee));
              }
        } finally {
          views.close();
        }
      }),
      { numRuns: 20 },
    );
  });

  it('29. an older claim, entered late, takes nothing away from what was said of the one after it', () => {
    const at = (fact: FindingAct, index: number) => actOf(recorded(fact, { index }), index);
    const claim = at(act('inspections.discharge-claimed', {}, { effectiveOn: LATER_STILL }), 1);
    const of = { of: eventId(1) };
    const assured = at(act('inspections.discharge-assured', of, { effectiveOn: LAST }), 2);
    const late = at(act('inspections.discharge-claimed', {}, { effectiveOn: LATER }), 3);
    const finding = raisedOf(recorded(raised()), 0);
    const state = stateOf(finding, [claim, assured, late], 'kent-police');
    expect(state).toMatchObject({ status: 'assured', claim: { id: eventId(3), again: [eventId(1)] } });
    expect(state.notFitting).toEqual([]);
  });
});
