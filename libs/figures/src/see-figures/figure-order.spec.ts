import fc from 'fast-check';
import { reported } from '../testing/facts';
import { entry } from '@daybook/ledger/testing';
import { figureRef } from '../figures.events';
import { compare, placeOf, type Placed } from './figure-order';
import { FIGURE_SORTS, readFiguresWanted, type FigureSort } from './figures-wanted';
import { figuresView, type FigureRow } from './figures.view';

function placed(sort: FigureSort, ...said: readonly Parameters<typeof reported>[0][]): Placed[] {
  return said.map((parts) => {
    const told = entry(reported(parts), { index: 0 });
    const row = figuresView.fold(undefined, told, '') as FigureRow;
    return placeOf(figureRef(row.figure), row, sort);
  });
}
const order = (sort: FigureSort, ...values: readonly (string | null)[]): (string | null)[] => {
  const said = values.map((value, i) => ({
    value,
    status: (value === null ? 'O' : 'A') as 'A',
    period: `20${10 + i}`,
  }));
  const places = placed(sort, ...said).map((place, i) => ({ place, value: values[i]! }));
  return places.sort((a, b) => compare(a.place, b.place, sort)).map(({ value }) => value);
};

describe('the order of figures', () => {
  it('by value compares digits, never floats; without a value is last, both ways', () => {
    const given = ['9007199254740993', null, '9007199254740992', '-1', '10', '9.5'];
    expect(order('value', ...given)).toEqual([
      '-1',
      '9.5',
      '10',
      '9007199254740992',
      '9007199254740993',
      null,
    ]);
    expect(order('-value', ...given)).toEqual([
      '9007199254740993',
      '9007199254740992',
      '10',
      '9.5',
      '-1',
      null,
    ]);
  });

  it('by value puts an inexact value beside the exact one of its number', () => {
    expect(order('value', '>70', '70', '<70', '71', '>=70', '~70', '<=70')).toEqual([
      '<70',
      '<=70',
      '~70',
      '70',
      '>=70',
      '>70',
      '71',
    ]);
  });

  it('by period goes by the calendar, whatever the kinds of period', () => {
    const periods = ['FY2021-22', '2022-07', '2022-Q3', '2021', '2022-08-01--', 'R12-2022-07'];
    const sorted = placed('period', ...periods.map((period) => ({ period })))
      .map((place, i) => ({ place, period: periods[i] }))
      .sort((a, b) => compare(a.place, b.place, 'period'))
      .map(({ period }) => period);
    expect(sorted).toEqual(['2021', 'FY2021-22', 'R12-2022-07', '2022-07', '2022-Q3', '2022-08-01--']);
  });

  it('is total in every sort: one comes before the other, and what comes between stays between', () => {
    const figure = fc.record({
      value: fc.constantFrom('1', '1.0', '10', '~1', '>=1', '1..2', '-3', null),
      period: fc.constantFrom('2022-07', '2022-Q3', '2022', '2022-08-01--', 'R2-2022-07'),
      effectiveOn: fc.constantFrom('2022-09-14', '2022-10-31'),
      breakdown: fc.constantFrom('', 'sex=male', 'sex=female'),
    });
    fc.assert(
      fc.property(fc.tuple(figure, figure, figure), fc.constantFrom(...FIGURE_SORTS), (three, sort) => {
        const said = three.map((f) => ({ ...f, status: (f.value === null ? 'O' : 'A') as 'A' }));
        const [a, b, c] = placed(sort, ...said) as [Placed, Placed, Placed];
        expect(Math.sign(compare(a, b, sort)) + Math.sign(compare(b, a, sort)) === 0).toBe(true);
        if (compare(a, b, sort) <= 0 && compare(b, c, sort) <= 0)
          expect(compare(a, c, sort)).toBeLessThanOrEqual(0);
        if (a.key !== b.key) expect(compare(a, b, sort)).not.toBe(0);
      }),
    );
  });
});

describe('what is asked of a list', () => {
  it('is read in any spelling of a period', () => {
    expect(readFiguresWanted({ area: 'kent', period: '2022-07-01/2022-07-31' })).toEqual({
      area: 'kent',
      period: '2022-07',
      sort: 'measure',
    });
  });

  it('is refused with everything that is wrong with it', () => {
    const wrong = {
      area: 'kent',
      period: 'soon',
      status: '1',
      kind: 'x',
      changedSince: '2022-02-30',
      sort: 'name',
    };
    const refused = (): unknown => {
      try {
        return readFiguresWanted(wrong);
      } catch (error) {
        return error;
      }
    };
    expect(refused()).toMatchObject({
      refusal: {
        code: 'figures.bad-filter',
        fields: [
          { field: '/period', code: 'figures.bad-period' },
          { field: '/status', code: 'figures.unknown-status' },
          { field: '/kind', code: 'figures.unknown-kind' },
          { field: '/changedSince', code: 'figures.bad-date' },
          { field: '/sort', code: 'figures.unknown-sort' },
        ],
      },
    });
  });
});
