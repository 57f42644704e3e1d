import { eventId } from '@daybook/ledger/testing';
import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import { paperRef, type FiguresEvent, type ReturnSubmitted } from '../figures.events';
import { figuresViews } from '../figures.module';
import { PaperFiguresHandler, PaperFiguresQuery } from '../see-papers/paper-figures.query';
import { DAY, LATER, corrected, defined, otherPaper, paper, reported } from '../testing/facts';
import { ReturnHandler, ReturnQuery, ReturnsHandler, ReturnsQuery, type ReturnList } from './returns.query';

function heading(parts: Partial<ReturnSubmitted> & { paper?: string; lines: number }): ReturnSubmitted {
  const { paper: id = paper.id, lines, ...own } = parts;
  return {
    ...{ type: 'figures.return-submitted', schema: 1, effectiveOn: DAY, precision: 'day', access: 'public' },
    about: [paperRef(id)],
    data: { area: 'kent', paper: id, lines },
    ...own,
  };
}

const later = { effectiveOn: LATER, paper: otherPaper.id };
const june = { period: '2022-06' };
const secret = { period: '2022-05', access: 'restricted' } as const;
/** Two returns of the first paper about a later one of the second, a correction, and one behind closed doors. */
const facts: readonly FiguresEvent[] = [
  defined(),
  heading({ ...later, lines: 2 }),
  reported({ ...later, value: '40' }),
  reported({ ...later, ...june, value: '9' }),
  heading({ lines: 2, for: 'kent-police' }),
  reported({ value: '40' }),
  reported({ ...june, value: '8' }),
  corrected({ of: eventId(2), value: '46', effectiveOn: '2022-12-01', paper: null }),
  heading({ lines: 1, access: 'restricted' }),
  reported({ ...secret, value: '77' }),
];

let views: ViewsOn;
beforeAll(async () => {
  views = await ViewsOn.facts(figuresViews, facts);
});
afterAll(() => views.close());

interface At {
  readonly asOf?: string;
  readonly basis?: number;
  readonly audience?: Audience;
}
const at = ({ asOf = '2023-01-01', basis = views.size }: At) => ({ asOf, basis });
const list = (
  filter: { paper?: string; body?: string } = {},
  where: At = {},
  page: { after?: string; limit?: number } = {},
): Promise<ReturnList> =>
  new ReturnsHandler(views.rows).execute(
    new ReturnsQuery({ area: 'kent', ...filter }, at(where), where.audience ?? 'outside', page),
  );
const one = (index: number, where: At = {}) =>
  new ReturnHandler(views.rows).execute(new ReturnQuery(index, at(where), () => where.audience ?? 'outside'));
const figuresOf = (id: string, where: At = {}) =>
  new PaperFiguresHandler(views.rows).execute(
    new PaperFiguresQuery(id, at(where), () => where.audience ?? 'outside'),
  );

describe('returns, read', () => {
  it('are listed newest effective first, whatever the order in which they were recorded', async () => {
    const { items } = await list();
    expect(items.map(({ index, effectiveOn }) => [index, effectiveOn])).toEqual([
      [1, LATER],
      [4, DAY],
    ]);
    expect(items[1]).toMatchObject({ paper: 'paper-1', lines: 2, for: 'kent-police', precision: 'day' });
  });

  it('say what became of their figures at the position', async () => {
    const became = async (index: number, where: At = {}) => (await one(index, where))?.became;
    expect(await became(4)).toMatchObject({
      figures: 2,
      stands: 0,
      corrected: 1,
      unexplained: 1,
      confirmedSince: 1,
    });
    expect(await became(4, { asOf: '2022-11-30' })).toMatchObject({
      stands: 1,
      corrected: 0,
      unexplained: 1,
    });
    expect(await became(4, { asOf: DAY })).toMatchObject({ stands: 2, unexplained: 0, confirmedSince: 0 });
    expect(await became(1, { basis: 4 })).toMatchObject({ stands: 2, confirmsEarlier: 0 });
    expect(await became(1, { basis: 7 })).toMatchObject({ stands: 2, confirmsEarlier: 1 });
    const { items } = await list();
    expect(items[1]?.became).toEqual(await became(4));
  });

  it('give each figure as it was sent, with what took its place and what stands', async () => {
    const found = await one(4);
    expect(found?.figures).toMatchObject([
      {
        ...{ period: '2022-07', value: '40', kind: 'first-release', became: 'corrected', unit: 'count' },
        ...{
          confirmedBy: ['paper-2'],
          changedBy: { id: eventId(7), value: '46' },
          standing: { value: '46' },
        },
      },
      {
        period: '2022-06',
        value: '8',
        became: 'unexplained',
        changedBy: { id: eventId(3), paper: 'paper-2' },
      },
    ]);
  });

  it('are not there before their date, at a smaller ledger, or at another record', async () => {
    expect(await one(1, { asOf: '2022-10-30' })).toBeUndefined();
    expect(await one(4, { basis: 4 })).toBeUndefined();
    expect(await one(5)).toBeUndefined();
    expect((await list({}, { asOf: '2022-09-13' })).items).toEqual([]);
  });

  it('are filtered by paper and by whose they are, and read a page at a time', async () => {
    const indexes = async (...asked: Parameters<typeof list>) =>
      (await list(...asked)).items.map(({ index }) => index);
    expect(await indexes({ paper: 'paper-2' })).toEqual([1]);
    expect(await indexes({ body: 'kent-police' })).toContain(4);
    expect(await indexes({ body: 'essex-police' })).toEqual([]);
    const first = await list({}, {}, { limit: 1 });
    expect(first.items.map(({ index }) => index)).toEqual([1]);
    expect(await indexes({}, {}, { after: first.next, limit: 1 })).toEqual([4]);
  });

  it('tell those outside nothing of a restricted one: not that it is there, not its figures, not a count', async () => {
    expect(await one(8)).toBeUndefined();
    expect((await list({}, { audience: 'inside' })).items.map(({ index }) => index)).toEqual([1, 8, 4]);
    expect(await one(8, { audience: 'inside' })).toMatchObject({ figures: [{ value: '77' }] });
    expect((await figuresOf('paper-1')).totals.figures).toBe(2);
    expect((await figuresOf('paper-1', { audience: 'inside' })).totals.figures).toBe(3);
  });
});

describe('what a paper put on record', () => {
  it('is every entry that cites it, in ledger order, whatever return brought it', async () => {
    const { figures, totals } = await figuresOf('paper-1', { audience: 'inside' });
    expect(figures.map(({ index, became }) => [index, became])).toEqual([
      [5, 'corrected'],
      [6, 'unexplained'],
      [9, 'stands'],
    ]);
    expect(totals).toMatchObject({ figures: 3, stands: 1, corrected: 1, unexplained: 1 });
  });

  it('is nothing for a paper that no entry cites', async () => {
    expect(await figuresOf('paper-9')).toMatchObject({ figures: [], totals: { figures: 0 } });
  });
});
