import type { FigureItem } from '@daybook/figures';
import fc from 'fast-check';
import type { Target } from '../../scrutiny.events';
import { compareTarget, isHeld, targetDueOn, type TargetCompared } from './target-compared';

const MEASURE = { title: 'Police officers', unit: 'fte' } as const;
const target = (parts: Partial<Target> = {}): Target => ({
  ...{ measure: 'officers', breakdown: {}, value: '4144.9', sense: 'at-least', counting: 'yearly' },
  ...{ periods: ['FY2022-23'], ...parts },
});
/** What a comparison reads of a figure. */
const figure = (value: string | null, parts: Partial<FigureItem> = {}): FigureItem =>
  ({ value, status: 'A', withheldBy: null, ...parts }) as FigureItem;

/** When it is looked at; without a measure: none is on record. */
interface At {
  readonly day?: string;
  readonly dueLatest?: string | null;
  readonly measure?: typeof MEASURE | null;
}

function compared(
  parts: Partial<Target>,
  figures: readonly (FigureItem | undefined)[],
  at: At = {},
): TargetCompared {
  const { day = '2023-06-27', dueLatest = null, measure = MEASURE } = at;
  return compareTarget(target(parts), { dueLatest }, { measure: measure ?? undefined, figures }, day);
}
const verdict = (...of: Parameters<typeof compared>) => {
  const { verdict: said, why } = compared(...of);
  return why ?? said;
};

describe('a target beside its figures', () => {
  it('79. is due on the latest day of the date that stands, else on the last day of its last period', () => {
    expect(targetDueOn(target(), { dueLatest: '2023-06-07' })).toBe('2023-06-07');
    expect(targetDueOn(target({ periods: ['2023-Q2', '2022'] }), { dueLatest: null })).toBe('2023-06-30');
    expect(targetDueOn(target({ periods: ['2023-04--'] }), { dueLatest: null })).toBeNull();
    const figures = [figure('4200')];
    expect(verdict({}, figures, { day: '2023-03-31' })).toBe('not-yet-due');
    expect(verdict({}, figures, { day: '2023-04-01' })).toBe('met');
    expect(verdict({}, figures, { day: '2023-06-07', dueLatest: '2023-06-07' })).toBe('not-yet-due');
  });

  it('80. is met or missed where its figures leave no doubt, digit for digit', () => {
    expect(verdict({}, [figure('4144.90')])).toBe('met');
    expect(verdict({}, [figure('4144.89')])).toBe('missed');
    expect(verdict({ sense: 'at-most', value: '2' }, [figure('2.1')])).toBe('missed');
    expect(verdict({ sense: 'exactly', value: '2' }, [figure('2.0')])).toBe('met');
    expect(compared({}, [figure('4200.0')])).toMatchObject({
      value: '4200.0',
      difference: '55.1',
      why: null,
    });
  });

  it('80. counts the sum of its periods, exactly, where it is cumulative', () => {
    const savings = { value: '7.3', counting: 'cumulative', periods: ['FY2022-23', 'FY2021-22'] } as const;
    expect(compared(savings, [figure('0.1'), figure('7.2')])).toMatchObject({ verdict: 'met', value: '7.3' });
    expect(compared(savings, [figure('0.1'), figure('7.19')])).toMatchObject({
      ...{ verdict: 'missed', difference: '-0.01' },
    });
  });

  it('80. keeps the bounds of inexact figures', () => {
    expect(verdict({ value: '70' }, [figure('>=70')])).toBe('met');
    expect(verdict({ value: '71' }, [figure('>=70')])).toBe('undecidable');
    expect(verdict({ value: '70' }, [figure('<70')])).toBe('missed');
    expect(verdict({ value: '5', sense: 'exactly' }, [figure('~5')])).toBe('undecidable');
    expect(compared({ value: '71' }, [figure('>=70')])).toMatchObject({ value: '>=70', difference: null });
  });

  it('81. says why nothing can be said', () => {
    const two = { counting: 'cumulative', periods: ['FY2022-23', 'FY2021-22'] } as const;
    expect(verdict({}, [figure('4200')], { measure: null })).toBe('no-measure');
    expect(verdict({}, [undefined])).toBe('no-figure');
    expect(verdict({}, [figure(null, { status: 'O' })])).toBe('no-figure');
    expect(verdict({}, [figure(null, { status: 'Q', withheldBy: 'kent-police' })])).toBe('withheld');
    expect(verdict(two, [figure('4200'), undefined])).toBe('incomplete');
    expect(verdict({}, [figure('4200', { status: 'F' })])).toBe('forecast');
    expect(compared(two, [figure('4200'), undefined])).toMatchObject({
      ...{ verdict: 'cannot-be-said', value: null },
      figures: [{ period: 'FY2022-23', figure: { value: '4200' } }, { figure: null }],
    });
  });

  it('82. is held against nothing once it is withdrawn or superseded', () => {
    expect(['open', 'claimed', 'discharged', 'refused', 'withdrawn', 'superseded'].map(isHeldIn)).toEqual([
      ...[true, true, true, true, false, false],
    ]);
  });

  it('80. is judged as every number that its figures may stand for would be', () => {
    const whole = fc.integer({ min: -10, max: 10 });
    const value = whole.chain((n) =>
      fc.constantFrom(String(n), `${n}.0`, `>=${n}`, `<=${n}`, `>${n}`, `<${n}`, `~${n}`, `${n}..${n + 2}`),
    );
    const sense = fc.constantFrom('at-least' as const, 'at-most' as const, 'exactly' as const);
    const values = fc.array(value, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(values, whole, sense, (given, wanted, as) => {
        const periods = given.map((_, i) => `FY20${10 + i}-${11 + i}`);
        const counting = given.length === 1 ? 'yearly' : 'cumulative';
        const said = verdict(
          { value: String(wanted), sense: as, counting, periods },
          given.map((one) => figure(one)),
        );
        expect(said).toBe(naive(given, wanted, as));
      }),
      { numRuns: 300 },
    );
  });
});

function isHeldIn(status: string): boolean {
  return isHeld(status as Parameters<typeof isHeld>[0]);
}

/** Far beyond every number of the property, in tenths. */
const FAR = 10_000;

/** The numbers that a value may stand for, in tenths: from and to. */
function tenths(value: string): [number, number] {
  const [, sign = '', low = '', high = low] = /^(~|>=|<=|>|<)?(-?\d+)(?:\.0)?(?:\.\.(-?\d+))?$/.exec(value)!;
  const [from, to] = [Number(low) * 10, Number(high) * 10];
  const spans: Record<string, [number, number]> = {
    ...{ '': [from, to], '~': [-FAR, FAR], '>=': [from, FAR], '<=': [-FAR, to] },
    ...{ '>': [from + 1, FAR], '<': [-FAR, to - 1] },
  };
  return spans[sign]!;
}

function naive(values: readonly string[], wanted: number, sense: Target['sense']): string {
  const spans = values.map(tenths);
  const from = spans.reduce((sum, [low]) => sum + low, 0);
  const to = spans.reduce((sum, [, high]) => sum + high, 0);
  const holds = (n: number): boolean =>
    sense === 'at-least' ? n >= wanted * 10 : sense === 'at-most' ? n <= wanted * 10 : n === wanted * 10;
  const all = Array.from({ length: to - from + 1 }, (_, i) => holds(from + i));
  return all.every(Boolean) ? 'met' : all.some(Boolean) ? 'undecidable' : 'missed';
}
