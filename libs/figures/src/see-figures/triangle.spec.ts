import fc from 'fast-check';
import { explanation, reported, revised } from '../testing/facts';
import { entry } from '@daybook/ledger/testing';
import { DAYS, day, history, inOrder, type Told } from '../testing/histories';
import { changedSince } from './changed-since';
import { figuresView, type FigureRow } from './figures.view';
import { triangleRow } from './triangle';

const KEY = 'figure:kent/robbery/2022-07';

function rowOf(told: readonly Told[]): FigureRow | undefined {
  return inOrder(told).reduce<FigureRow | undefined>(
    (row, one) => figuresView.fold(row, one, KEY),
    undefined,
  );
}

const tell = (...facts: readonly Parameters<typeof entry>[0][]): FigureRow =>
  rowOf(facts.map((fact, index) => entry(fact, { index })) as Told[])!;
const first = reported({ value: '40', effectiveOn: '2022-09-14' });

describe('the revision triangle of a figure', () => {
  it('says of each day what it made of the figure', () => {
    const again = reported({ value: '40', effectiveOn: '2022-10-01', paper: 'paper-2' });
    const odd = reported({ value: '52', effectiveOn: '2022-10-31', paper: 'paper-3' });
    const row = tell(first, again, odd);
    const { id } = row.vintages[2]!;
    const explained = tell(
      first,
      again,
      odd,
      explanation({ of: id, as: 'corrected', effectiveOn: '2022-11-30' }),
    );
    expect(triangleRow(explained).cells).toMatchObject([
      { effectiveOn: '2022-09-14', value: '40', change: 'first', difference: null, papers: ['paper-1'] },
      { effectiveOn: '2022-10-01', value: '40', change: 'unchanged', papers: ['paper-2'] },
      { effectiveOn: '2022-10-31', value: '52', kind: 'unexplained', change: 'changed', difference: '12' },
      { effectiveOn: '2022-11-30', value: '52', kind: 'corrected', change: 'explained', difference: null },
    ]);
  });

  it('tells a finer value, and a newer status, from a mere confirmation', () => {
    const finer = reported({ value: '40.0', effectiveOn: '2022-10-01', paper: 'paper-2' });
    expect(triangleRow(tell(first, finer)).cells[1]).toMatchObject({ value: '40.0', change: 'refined' });
    const firm = reported({ value: '40', status: 'P', effectiveOn: '2022-10-01', paper: 'paper-2' });
    expect(triangleRow(tell(first, firm)).cells[1]).toMatchObject({ status: 'P', change: 'refined' });
  });

  it('ends with what stands, and has on each day what stood then, in any history', () => {
    fc.assert(
      fc.property(history, (told) => {
        const row = rowOf(told);
        if (!row) return;
        const { cells } = triangleRow(row);
        const stands = cells.at(-1);
        expect([stands?.value ?? null, stands?.status ?? null, stands?.kind ?? null]).toEqual([
          row.standing?.value ?? null,
          row.standing?.status ?? null,
          row.standing?.kind ?? null,
        ]);
        for (let n = 0; n <= DAYS; n += 1) {
          const then = rowOf(told.filter(({ record }) => record.effectiveOn <= day(n)));
          const cell = cells.filter(({ effectiveOn }) => effectiveOn <= day(n)).at(-1);
          expect(cell?.value ?? null).toEqual(then?.standing?.value ?? null);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('changed since a day', () => {
  const again = reported({ value: '40', effectiveOn: '2022-10-01', paper: 'paper-2' });
  const finer = reported({ value: '40.0', effectiveOn: '2022-10-01', paper: 'paper-2' });

  it('counts what came new, and what changed, after the day and not on it', () => {
    expect(changedSince(tell(first), '2022-09-13')).toBe(true);
    expect(changedSince(tell(first), '2022-09-14')).toBe(false);
    const id = tell(first).vintages[0]!.id;
    const more = revised({ of: id, value: '41', effectiveOn: '2022-10-01' });
    expect(changedSince(tell(first, more), '2022-09-30')).toBe(true);
    expect(changedSince(tell(first, more), '2022-10-01')).toBe(false);
  });

  it('counts no mere confirmation, but one that brought a finer value', () => {
    expect(changedSince(tell(first, again), '2022-09-14')).toBe(false);
    expect(changedSince(tell(first, finer), '2022-09-14')).toBe(true);
  });

  it('counts an explanation', () => {
    const odd = reported({ value: '52', effectiveOn: '2022-10-01', paper: 'paper-2' });
    const { id } = tell(first, odd).vintages[1]!;
    const said = explanation({ of: id, as: 'revised', effectiveOn: '2022-11-01' });
    expect(changedSince(tell(first, odd), '2022-10-01')).toBe(false);
    expect(changedSince(tell(first, odd, said), '2022-10-01')).toBe(true);
  });
});
