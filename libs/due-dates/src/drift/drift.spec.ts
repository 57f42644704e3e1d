import { daysAfter } from '@daybook/ledger';
import { openTemplates } from '@daybook/pages';
import fc from 'fast-check';
import { drawDrift } from './draw-drift';
import { DRIFT_WORDS, driftShown, type DateInDrift, type Drift } from './drift.page';
import { expectedInWords, expectedWithDay, slipInWords } from './due-words';

const said = (effectiveOn: string, by = 'kent-police') => ({
  ...{
    id: `id-${effectiveOn}`,
    index: 7,
    effectiveOn,
    precision: 'day' as const,
    recordedAt: '2022-10-31T09:00:00Z',
  },
  ...{ by: { person: 'p', role: 'force' as const, body: by }, for: null, source: null },
  ...{ secondHand: false, access: 'public' as const },
});

const date = (anticipated: string, latest: string | null, parts: Partial<DateInDrift> = {}): DateInDrift => ({
  ...said('2022-10-31'),
  ...{ anticipated, words: anticipated, earliest: null, latest, setBy: 'kent-police' },
  ...{
    from: null,
    days: null,
    declared: false,
    askedBy: null,
    agreed: null,
    reason: null,
    reasonErased: false,
  },
  ...parts,
});

const first = date('2022-11', '2022-11-30');
const second = date('12 to 16 weeks', '2023-02-20', {
  ...{ effectiveOn: '2022-12-15', from: '2022-11', days: 82, declared: true },
  ...{ askedBy: 'kent-pcc', reason: 'Staff were lent elsewhere.' },
  agreed: said('2023-01-05', 'kent-pcc'),
});
const third = date('when it is staffed', null, { effectiveOn: '2023-03-01', from: '12 to 16 weeks' });
const item = (dates: readonly DateInDrift[], slipDays: number | null = null): Drift => ({
  ...{ key: 'kent-police', dates, slipDays, noDateGiven: false },
});
const words = { ...DRIFT_WORDS, title: 'How the date moved: Kent Police' };
const driftOf = (drift: Drift, asOf: string) => driftShown(drift, asOf, words);

describe('a due date in words', () => {
  it('is a month, a day, the words of a paper, or none', () => {
    const words = ['2022-11', '2022-11-30', 'around December 2023', null].map((anticipated) =>
      expectedInWords({ anticipated }),
    );
    expect(words).toEqual(['November 2022', '30 November 2022', 'around December 2023', 'no date given']);
  });

  it('says the latest day only where the words do not', () => {
    expect([first, second, third].map(expectedWithDay)).toEqual([
      'November 2022',
      '12 to 16 weeks (20 February 2023 at the latest)',
      'when it is staffed',
    ]);
  });

  it('moves later, earlier, by no days, or by none that is known', () => {
    const words = [90, -1, 0, null].map(slipInWords);
    expect(words).toEqual(['90 days later', '1 day earlier', 'by no days', 'by no known number of days']);
  });
});

describe('the drift of a due date', () => {
  it('is said in a sentence', () => {
    const sentences = [
      item([]),
      item([first], 0),
      item([first, second], 82),
      item([first, second, third]),
    ].map((one) => driftOf(one, '2023-04-01').summary);
    const began = 'November 2022 was the first date on record, said on 31 October 2022; ';
    expect(sentences).toEqual([
      'No date is on record.',
      `${began}it has not moved.`,
      `${began}now it is 12 to 16 weeks: 1 move (agreed), 82 days later in all.`,
      `${began}now it is when it is staffed: 2 moves (1 not agreed).`,
    ]);
    const none = { ...item([]), noDateGiven: true };
    expect(driftOf(none, '2023-04-01').summary).toBe('It was said that no date is given.');
  });

  it('is a table of every date: from which to which, who asked, why, and whether it is agreed', () => {
    const { rows } = driftOf(item([first, second, third]), '2023-04-01');
    expect(
      rows.map(({ from, to, days, askedBy, why, agreed }) => [from, to, days, askedBy, why, agreed]),
    ).toEqual([
      ['first on record', 'November 2022', '', '', '', ''],
      [
        'November 2022',
        '12 to 16 weeks (20 February 2023 at the latest)',
        '82 days later',
        'Kent PCC',
        'Staff were lent elsewhere.',
        'agreed by Kent PCC, 5 January 2023',
      ],
      ['12 to 16 weeks', 'when it is staffed', 'not known', 'not given', 'not given', 'Not agreed'],
    ]);
  });

  it('is drawn where two dates have a latest day; what is not agreed is hollow, what has no day is a gap', () => {
    expect(driftOf(item([first]), '2023-04-01').drawings).toEqual([]);
    expect(driftOf(item([first, third]), '2023-04-01').drawings).toEqual([]);
    const { drawings, marks } = driftOf(item([first, second, third]), '2023-04-01');
    const [wide] = drawings;
    expect(wide!.points.map(({ hollow, missing }) => [hollow, missing])).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
    expect(wide!.points[1]!.y).toBeLessThan(wide!.points[0]!.y);
    expect(wide!.path).toMatch(/^M[\d.]+,[\d.]+H[\d.]+V[\d.]+H[\d.]+$/);
    expect(marks).toBe('A hollow mark is a move that is not agreed. A cross is a date without a latest day.');
  });

  it('leads no line to a date that never took the place of another, where a slice counts so', () => {
    const proposed = date('2023-06', '2023-06-30', { effectiveOn: '2023-03-01', from: '2022-11', days: 212 });
    const own = {
      ...{ ...words, summary: 'It was November 2022, and is.', notAgreed: 'Proposed' },
      ...{ hollow: 'A hollow mark is a date proposed.', heads: { ...words.heads, agreed: 'Decided' } },
    };
    const counts = ({ from, agreed }: DateInDrift) => from === null || agreed !== null;
    const shown = driftShown(item([first, proposed], 0), '2023-04-01', own, counts);
    expect(shown).toMatchObject({ summary: own.summary, marks: own.hollow, heads: { agreed: 'Decided' } });
    expect(shown.rows.map(({ agreed, open }) => [agreed, open])).toEqual([
      ['', false],
      ['Proposed', true],
    ]);
    expect(shown.drawings[0]!.points).toHaveLength(2);
    expect(shown.drawings[0]!.path).toMatch(/^M[\d.]+,[\d.]+H[\d.]+$/);
    expect(driftOf(item([first, proposed], 212), '2023-04-01').drawings[0]!.path).toContain('V');
  });

  it('stays inside its box, whatever the dates', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((n) => daysAfter('2015-01-01', n));
    const point = fc.record({ said: day, due: fc.option(day, { nil: null }), firm: fc.boolean() });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), day, (points, asOf) => {
        for (const { plot, points: places, path, xTicks, yTicks } of drawDrift(points, asOf)) {
          for (const { x, y } of places) {
            expect(x >= plot.left && x <= plot.right).toBe(true);
            expect(y >= plot.top && y <= plot.bottom).toBe(true);
          }
          expect(path).toMatch(/^(M[\d.]+,[\d.]+H[\d.]+(V[\d.]+H[\d.]+)*)*$/);
          const gaps = yTicks.flatMap((a, i) => yTicks.slice(i + 1).map((b) => Math.abs(a.y - b.y)));
          expect(gaps.every((gap) => gap >= 17)).toBe(true);
          expect(xTicks.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('is shown with everything escaped, and the title and sentence on the drawing', () => {
    const drift = driftOf(item([first, { ...second, reason: '<b>late</b>' }]), '2023-04-01');
    const page =
      '{% from "libs/due-dates/src/drift/drift.njk" import driftFigure %}{{ driftFigure(drift, link) }}';
    const html = openTemplates().renderString(page, { drift, link: (to: string) => `${to}?asOf=2023-04-01` });
    expect(html).toContain('&lt;b&gt;late&lt;/b&gt;');
    expect(html).toContain('href="/ledger/7?asOf=2023-04-01"');
    expect(html).toContain(
      '<title id="drift-title-kent-police-narrow">How the date moved: Kent Police</title>',
    );
    expect(html.match(/<svg/g)).toHaveLength(2);
  });
});
