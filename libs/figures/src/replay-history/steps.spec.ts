import { entry } from '@daybook/ledger/testing';
import fc from 'fast-check';
import { figuresView, type FigureRow } from '../see-figures/figures.view';
import { measuresView, type MeasureRow } from '../see-measures/measures.view';
import { defined, redefinition, reported } from '../testing/facts';
import { DAYS, day, history, inOrder, toldByRow, type Told } from '../testing/histories';
import { position } from '../testing/oracle';
import { definitionBy, doneBy, rowAfter, stepsOf, type Order, type Step } from './steps';

const FIGURE = 'figure:kent/robbery/2022-07';

function rowOf(ledger: readonly Told[]): FigureRow | undefined {
  return inOrder(ledger).reduce<FigureRow | undefined>(
    (row, told) => figuresView.fold(row, told, FIGURE),
    undefined,
  );
}

/** A random history, as a row of all of it, and its steps in an order. */
function stepped(ledger: readonly Told[], order: Order): { row: FigureRow; steps: Step[] } | undefined {
  const row = rowOf(ledger);
  return row && { row, steps: stepsOf([row], [], order) };
}

/** What stands, without what the second reading leaves out: printed words and names of confirmations. */
const stands = (told: {
  readonly stands?: { readonly id: string; readonly value: string | null };
}): unknown => told.stands && [told.stands.id, told.stands.value];

/** Explanations that came before what they explain are no steps, and change nothing until it comes. */
const last = <T>(all: readonly T[]): T | undefined => all[all.length - 1];

describe('the steps of a history', () => {
  it('73. are its events, in order of date or as they were recorded', () => {
    const rows = [defined(), reported({ effectiveOn: '2022-10-31' }), reported(), redefinition()].map(
      (fact, index) => entry(fact, { index }),
    );
    const figure = rows.reduce<FigureRow | undefined>(
      (row, told) => (figuresView.key(told.record).length > 0 ? figuresView.fold(row, told, FIGURE) : row),
      undefined,
    );
    const measure = rows.reduce<MeasureRow | undefined>(
      (row, told) => (measuresView.key(told.record).length > 0 ? measuresView.fold(row, told, 'm') : row),
      undefined,
    );
    const indexes = (order: Order): number[] =>
      stepsOf([figure!], [measure!], order).map(({ index }) => index);
    expect(indexes('effective')).toEqual([0, 2, 3, 1]);
    expect(indexes('recorded')).toEqual([0, 1, 2, 3]);
  });

  it('73. say of a measure that is defined again whether its start moved back', () => {
    const measure = [defined(), defined({ effectiveOn: '2015-04-01' })]
      .map((fact, index) => entry(fact, { index }))
      .reduce<MeasureRow | undefined>((row, told) => measuresView.fold(row, told, 'm'), undefined);
    const again = (order: Order): unknown[] =>
      stepsOf([], [measure!], order).map((step) => step.defines && definitionBy(step, order).definedAgain);
    expect(again('effective')).toEqual([null, 'nothing-changed']);
    expect(again('recorded')).toEqual([null, 'start-moved-back']);
  });

  it('74. in order of date leave, after the last step of a day, what stood as of that day', () => {
    fc.assert(
      fc.property(history, (ledger) => {
        const found = stepped(ledger, 'effective');
        if (!found) return;
        for (let n = 1; n <= DAYS; n += 1) {
          const step = last(found.steps.filter(({ effectiveOn }) => effectiveOn <= day(n)));
          if (!step) continue;
          const after = toldByRow(rowAfter(found.row, step, 'effective')) as never;
          expect(stands(after)).toEqual(stands(position(ledger, day(n), ledger.length)));
          if (step.effectiveOn === day(n)) expect(after).toEqual(position(ledger, day(n), ledger.length));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('74. in the order of recording leave, after each step, what stood with a ledger of that size', () => {
    fc.assert(
      fc.property(history, (ledger) => {
        const found = stepped(ledger, 'recorded');
        for (const step of found?.steps ?? [])
          expect(toldByRow(rowAfter(found!.row, step, 'recorded'))).toEqual(
            position(ledger, day(DAYS + 1), step.index + 1),
          );
      }),
      { numRuns: 500 },
    );
  });

  it.each(['effective', 'recorded'] as const)(
    '74. begin, each, where the one before it ended (%s)',
    (order) => {
      fc.assert(
        fc.property(history, (ledger) => {
          const found = stepped(ledger, order);
          let standing: unknown;
          for (const step of found?.steps ?? []) {
            if (!step.row) continue;
            const { change } = doneBy(step, order);
            expect(change.event.id).toBe(step.id);
            expect([change.before?.id, change.before?.value]).toEqual(standing ?? [undefined, undefined]);
            standing = [change.after?.id, change.after?.value];
            const after = rowAfter(step.row, step, order)?.standing;
            expect(standing).toEqual([after?.id, after?.value]);
          }
        }),
        { numRuns: 500 },
      );
    },
  );
});
