import type { ChartShown, Drawing } from '@daybook/pages';
import fc from 'fast-check';
import { STATUSES, type Status } from '../../codes';
import type { MeasureItem } from '../../see-measures/measures.query';
import { content } from '../../testing/facts';
import type { FigureItem } from '../figures.query';
import { chartOf } from './chart.page';
import { chartLines, type Compared } from './chart-lines';

const measure = (parts: Partial<MeasureItem> = {}): MeasureItem => ({
  ...content,
  area: 'kent',
  id: 'robbery',
  start: '2015-01-01',
  breaks: [],
  ...parts,
});

const figure = (period: string, value: string | null, parts: Partial<FigureItem> = {}): FigureItem => ({
  area: 'kent',
  measure: 'robbery',
  period,
  breakdown: '',
  id: `id-${period}`,
  index: 1,
  value,
  unit: 'count',
  status: value === null ? 'O' : 'A',
  kind: 'first-release',
  printed: null,
  withheldBy: null,
  effectiveOn: '2022-09-14',
  precision: 'day',
  recordedAt: '2022-09-14T09:00:00.000Z',
  source: null,
  by: { person: 'p', role: 'force', body: 'kent-police' },
  for: null,
  secondHand: false,
  contradictsItself: false,
  confirmedBy: [],
  disputed: null,
  valueFrom: null,
  ...parts,
});

const months = (year: number, values: readonly (string | null)[], from = 1): FigureItem[] =>
  values.map((value, i) => figure(`${year}-${String(from + i).padStart(2, '0')}`, value));

function shown(
  items: readonly FigureItem[],
  parts: Partial<MeasureItem> = {},
  compared: Compared[] = [],
): ChartShown {
  const chart = chartOf(measure(parts), items, compared);
  if ('why' in chart) throw new Error(chart.why);
  return chart;
}

const wide = (chart: ChartShown): Drawing => chart.drawings[0]!;
const notes = (chart: ChartShown): string[] => wide(chart).notes.flatMap(({ words }) => words);

describe('a chart', () => {
  it('says in a sentence where the series goes, and what is not the last word', () => {
    const items = months(2022, ['40', '38', '51', null]);
    const chart = shown([...items, figure('2022-05', '45', { status: 'P' })]);
    expect(chart.title).toBe('Robberies, Kent, by month');
    expect(chart.summary).toBe(
      'From 40 in January 2022 to 45 in May 2022; highest 51 in March 2022, lowest 38 in February 2022; ' +
        '1 missing, 1 provisional.',
    );
    expect(notes(chart)).toEqual(['missing', 'provisional']);
    expect(wide(chart).lines[0]?.points.map(({ hollow, missing }) => [hollow, missing])).toEqual([
      [false, false],
      [false, false],
      [false, false],
      [false, true],
      [true, false],
    ]);
  });

  it('leaves a gap where a figure is missing, or nothing is on record', () => {
    const path = (items: FigureItem[]): number => wide(shown(items)).lines[0]!.path.split('M').length - 1;
    expect(path(months(2022, ['1', '2', '3', '4']))).toBe(1);
    expect(path(months(2022, ['1', '2', null, '4', '5']))).toBe(2);
    expect(path([...months(2022, ['1', '2']), ...months(2022, ['3', '4'], 4)])).toBe(2);
  });

  it('draws each year over the months where months come round again, and compares the latest', () => {
    const chart = shown([
      ...months(2019, ['30', '31']),
      ...months(2021, ['20', '21']),
      ...months(2022, ['25', '26']),
    ]);
    expect(wide(chart).lines.map(({ label }) => label?.words)).toEqual([['2022'], ['2021'], ['2019']]);
    expect(chart.summary).toContain(
      '26 in February 2022 stands beside 21 in February 2021 and 31 in February 2019',
    );
    expect(chart.table).toEqual({
      first: 'Period',
      heads: ['2022', '2021', '2019'],
      rows: [
        { head: 'January', cells: ['25', '20', '30'] },
        { head: 'February', cells: ['26', '21', '31'] },
      ],
    });
  });

  it('breaks the line where the definition changed, and says so', () => {
    const stamped = { id: 'b', index: 3, effectiveOn: '2022-05-01', recordedAt: '2022-05-01T09:00:00.000Z' };
    const breaks = [{ ...stamped, change: 'By victim.', fromPeriod: '2022-03' }];
    const drawing = wide(shown(months(2022, ['1', '2', '3', '4']), { breaks }));
    expect(drawing.breaks.map(({ label }) => label.words)).toEqual([['definition changed, March 2022']]);
    expect(drawing.lines[0]!.path.split('M')).toHaveLength(3);
    const [before, after] = [drawing.lines[0]!.points[1]!.x, drawing.lines[0]!.points[2]!.x];
    expect(drawing.breaks[0]!.x).toBeGreaterThan(before);
    expect(drawing.breaks[0]!.x).toBeLessThan(after);
  });

  it('never joins an inexact value to others, and says its bound', () => {
    const chart = shown(months(2022, ['60', '61', '>=70', '62', '63']));
    const [line] = wide(chart).lines;
    expect(line!.path.split('M')).toHaveLength(3);
    expect(line!.points[2]).toMatchObject({ hollow: true, stem: expect.stringContaining('M') as string });
    expect(notes(chart)).toEqual(['70 or more']);
    expect(chart.summary).toContain('highest 63 in May 2022, lowest 60 in January 2022; 1 inexact');
  });

  it('begins its scale at nought, or says where it is cut', () => {
    expect(shown(months(2022, ['10', '40'])).cut).toBeUndefined();
    const cut = shown(months(2022, ['11825', '13524']));
    expect(cut.cut).toContain('The scale begins at 11,000, not at 0');
    expect(wide(cut).cutAt).toBe('11,000');
  });

  it('draws periods of one kind, and says what it leaves out', () => {
    const items = [
      ...months(2022, ['1', '2']),
      figure('R12-2022-02', '20'),
      figure('2022-02', '1', { breakdown: 'sex=male' }),
    ];
    expect(shown(items).left).toBe(
      'Not drawn: 1 figure for periods other than months and 1 figure of parts of the whole.',
    );
  });

  it('draws what the measure is compared with as a line of its own, named on the line', () => {
    const national = measure({
      id: 'n',
      title: 'Robberies, England and Wales',
      comparatorOf: 'robbery',
      comparatorKind: 'national',
    });
    const target = measure({ id: 't', title: 'Target', comparatorOf: 'robbery', comparatorKind: 'target' });
    const other = measure({
      id: 'o',
      title: 'In percent',
      unit: 'percent',
      comparatorOf: 'robbery',
      comparatorKind: 'other',
    });
    const chart = shown(months(2022, ['40', '41', '42']), {}, [
      { measure: national, figures: months(2022, ['50', '51', '52']) },
      { measure: target, figures: [figure('2022', '45')] },
      { measure: other, figures: months(2022, ['1', '2', '3']) },
    ]);
    const { lines } = wide(chart);
    expect(lines.map(({ label }) => label?.words.join(' '))).toEqual(['Kent', 'England and Wales', 'Target']);
    expect(new Set(lines.map(({ points }) => points[0]?.shape)).size).toBe(3);
    expect(chart.title).toBe('Robberies, Kent, by month, with England and Wales and the target');
    expect(chart.left).toBe('Not drawn: In percent.');
    expect(chart.table.rows[0]?.cells).toEqual(['40', '50', '45, 2022']);
  });

  it.each<[string, readonly FigureItem[], string]>([
    ['no figure', [], 'No figure of the whole is on record'],
    ['one', months(2022, ['7', null]), 'One month has a value: 7 in January 2022'],
    ['none with a value', months(2022, [null, null]), 'None of 2 figures has a value'],
  ])('is not drawn of %s, and says why', (_, items, words) => {
    expect(chartOf(measure(), items, [])).toEqual({ why: expect.stringContaining(words) as string });
  });
});

const decimals = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map(String),
  fc.constantFrom('0', '0.00', '-0.5', '99.9', '123456789012345678901234567890', '0.00000000000000000001'),
);
const values = fc.oneof(
  { weight: 4, arbitrary: decimals },
  fc.tuple(fc.constantFrom('~', '>=', '<=', '>', '<'), decimals).map(([bound, n]) => `${bound}${n}`),
  fc.constant('5..6'),
  fc.constant(null),
);
const periods = fc.oneof(
  fc
    .tuple(fc.integer({ min: 2010, max: 2024 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
  fc.constantFrom(
    '2022',
    '2021',
    'FY2021-22',
    '2022-Q3',
    'R12-2017-09',
    'R12-2016-09',
    '2017-11-08',
    '2022-08-01--',
  ),
);
const figures = fc.uniqueArray(
  fc
    .tuple(
      periods,
      values,
      fc.constantFrom('', '', '', 'sex=male'),
      fc.constantFrom(...(Object.keys(STATUSES) as Status[])),
    )
    .map(([period, value, breakdown, status]) => figure(period, value, { breakdown, status })),
  { selector: (f) => `${f.period} ${f.breakdown}`, maxLength: 60 },
);

/** Every number that a path holds in absolute coordinates. */
function numbersIn(path: string): number[] {
  return (path.match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g) ?? []).map(Number);
}

describe('every chart', () => {
  const setting = fc.record({
    items: figures,
    compared: fc.array(fc.tuple(figures, fc.constantFrom('national', 'target', 'benchmark', 'other')), {
      maxLength: 5,
    }),
    frequency: fc.constantFrom('month', 'quarter', 'irregular', 'rolling-12-months'),
    from: fc.option(periods),
  });

  it('is drawn without failing, with finite coordinates inside its box', () => {
    fc.assert(
      fc.property(setting, ({ items, compared, frequency, from }) => {
        const stamped = {
          id: 'b',
          index: 1,
          effectiveOn: '2022-01-01',
          recordedAt: '2022-01-01T00:00:00.000Z',
        };
        const of = measure({ frequency, breaks: [{ ...stamped, change: 'c', fromPeriod: from }] });
        const others = compared.map(([own, comparatorKind], i): Compared => ({
          measure: measure({ id: `c${i}`, title: `Compared ${i}`, comparatorOf: of.id, comparatorKind }),
          figures: own,
        }));
        const chart = chartOf(of, items, others);
        if ('why' in chart) return;
        for (const { width, height, lines, xTicks, yTicks, breaks, notes: said } of chart.drawings) {
          const texts = [
            ...xTicks,
            ...said,
            ...breaks.map(({ label }) => label),
            ...lines.flatMap(({ label }) => label ?? []),
          ];
          const xs = [...texts.map(({ x }) => x), ...lines.flatMap(({ points }) => points.map(({ x }) => x))];
          const ys = [
            ...texts.map(({ y }) => y),
            ...yTicks.map(({ y }) => y),
            ...lines.flatMap(({ points }) => points.map(({ y }) => y)),
          ];
          for (const x of xs) expect(x >= 0 && x <= width).toBe(true);
          for (const y of ys) expect(y >= 0 && y <= height).toBe(true);
          for (const n of lines
            .flatMap(({ path, points }) => [path, ...points.map(({ stem }) => stem ?? '')])
            .flatMap(numbersIn))
            expect(n >= -10 && n <= Math.max(width, height) + 10).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('draws or names every figure of the measure', () => {
    fc.assert(
      fc.property(figures, (items) => {
        const { lines, left } = chartLines(measure(), items, []);
        const drawn = lines.flatMap(({ marks }) => marks).length;
        if (drawn < items.length) expect(left.length).toBeGreaterThan(0);
      }),
    );
  });
});
