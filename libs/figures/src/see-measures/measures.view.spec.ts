import { entry } from '@daybook/ledger/testing';
import fc from 'fast-check';
import type { MeasureEvent } from '../figures.events';
import { LATER, defined, redefinition, reported } from '../testing/facts';
import { contentOf, measuresView, type MeasureRow } from './measures.view';

const KEY = 'measure:kent/robbery';

/** The row on a day, as the engine makes it: events in order of date and ledger, through JSON. */
function rowOn(day: string, facts: readonly MeasureEvent[]): MeasureRow | undefined {
  return facts
    .map((fact, index) => entry(fact, { index }))
    .filter(({ record }) => record.effectiveOn <= day)
    .sort((a, b) => a.record.effectiveOn.localeCompare(b.record.effectiveOn) || a.index - b.index)
    .reduce<MeasureRow | undefined>((row, told) => {
      const next = measuresView.fold(row, told, KEY);
      return next && (JSON.parse(JSON.stringify(next)) as MeasureRow);
    }, undefined);
}

describe('the measures view', () => {
  it('keeps what is about a measure under its reference, and its area for lists', () => {
    expect(measuresView.key(entry(defined()).record)).toEqual([KEY]);
    expect(measuresView.key(entry(redefinition()).record)).toEqual([KEY]);
    expect(measuresView.key(entry(reported()).record)).toEqual([]);
    expect(measuresView.values(rowOn(LATER, [defined()])!)).toEqual({ area: 'kent' });
  });

  it('1. has no measure before its start', () => {
    expect(rowOn('2019-12-31', [defined()])).toBeUndefined();
    expect(contentOf(rowOn('2020-01-01', [defined()])!)).toMatchObject({ title: 'Robberies', decimals: 0 });
  });

  it('2. moves the start back when it is defined again, for whoever asks later', () => {
    const facts = [defined(), defined({ effectiveOn: '2015-04-01' })];
    expect(rowOn('2015-03-31', facts)).toBeUndefined();
    expect(rowOn('2015-04-01', facts)?.definitions.map((d) => d.effectiveOn)).toEqual(['2015-04-01']);
    expect(rowOn(LATER, facts)?.definitions.map((d) => d.effectiveOn)).toEqual(['2015-04-01', '2020-01-01']);
  });

  it('3. opens a break at a redefinition, and has the old content before it', () => {
    const change = redefinition({
      effectiveOn: '2022-04-01',
      fromPeriod: '2022-04',
      definition: 'By victim.',
      decimals: 1,
    });
    const facts = [defined(), change];
    expect(rowOn('2022-03-31', facts)?.redefinitions).toEqual([]);
    expect(contentOf(rowOn('2022-03-31', facts)!)).toMatchObject({ decimals: 0, unit: 'count' });
    const row = rowOn('2022-04-01', facts)!;
    expect(row.redefinitions).toMatchObject([
      { change: 'Counted by victim.', fromPeriod: '2022-04', index: 1 },
    ]);
    expect(contentOf(row)).toMatchObject({
      decimals: 1,
      definition: 'By victim.',
      title: 'Robberies',
      unit: 'count',
    });
  });

  it('3. applies redefinitions in order of date, however late they are entered', () => {
    const facts = [
      defined(),
      redefinition({ effectiveOn: '2022-04-01', title: 'B' }),
      redefinition({ effectiveOn: '2021-04-01', title: 'A', base: 'all crime' }),
    ];
    expect(contentOf(rowOn('2021-12-31', facts)!)).toMatchObject({ title: 'A', base: 'all crime' });
    expect(contentOf(rowOn(LATER, facts)!)).toMatchObject({ title: 'B', base: 'all crime' });
  });

  it('takes its events in any order, changes no row that it is given, and is without content while none is known', () => {
    const facts = [
      defined(),
      defined({ effectiveOn: '2015-04-01' }),
      redefinition({ title: 'B' }),
      redefinition(),
    ];
    const orders = fc.shuffledSubarray(
      facts.map((fact, index) => entry(fact, { index })),
      { minLength: facts.length },
    );
    fc.assert(
      fc.property(orders, (order) => {
        let row: MeasureRow | undefined;
        for (const told of order) {
          const before = JSON.stringify(row);
          const next = measuresView.fold(row, told, KEY);
          expect(JSON.stringify(row)).toBe(before);
          row = next;
        }
        expect(row?.definitions).toHaveLength(2);
        expect(row?.redefinitions).toHaveLength(2);
      }),
    );
    const only = measuresView.fold(undefined, entry(redefinition()), KEY);
    expect(contentOf(only!)).toBeUndefined();
  });
});
