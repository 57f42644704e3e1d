import { eventId } from '@daybook/ledger/testing';
import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import type { FiguresEvent } from '../figures.events';
import { figuresViews } from '../figures.module';
import { DAY, LATER, corrected, defined, explanation, marked, otherPaper, reported } from '../testing/facts';
import { UnexplainedHandler, UnexplainedQuery, type UnexplainedList } from './unexplained.query';

const changed = reported({ value: '45', effectiveOn: LATER, paper: otherPaper.id, place: 'table 9' });
const facts: readonly FiguresEvent[] = [defined(), reported(), changed];

const open: ViewsOn[] = [];
afterEach(() => open.splice(0).forEach((views) => views.close()));

async function unexplained(
  told: readonly FiguresEvent[],
  at: { asOf?: string; basis?: number; audience?: Audience; after?: string; limit?: number } = {},
): Promise<UnexplainedList> {
  const views = await ViewsOn.facts(figuresViews, told);
  open.push(views);
  const { asOf = '2023-01-01', basis = views.size, audience = 'outside', ...page } = at;
  const query = new UnexplainedQuery({ area: 'kent' }, { asOf, basis }, audience, page);
  return new UnexplainedHandler(views.rows).execute(query);
}
const ids = async (...asked: Parameters<typeof unexplained>): Promise<string[]> =>
  (await unexplained(...asked)).items.map(({ id }) => id);

describe('unexplained changes', () => {
  it('68. say what changed from which paper to which, by how much and for how long', async () => {
    const { items } = await unexplained(facts);
    expect(items).toMatchObject([
      {
        ...{ measure: 'robbery', period: '2022-07', id: eventId(2), index: 2, unit: 'count' },
        from: { id: eventId(1), value: '40', paper: 'paper-1', place: 'table 1', effectiveOn: DAY },
        to: { id: eventId(2), value: '45', paper: 'paper-2', place: 'table 9', effectiveOn: LATER },
        ...{ difference: '5', effectiveOn: LATER, days: 62, stands: true, paperGivesNone: false },
      },
    ]);
    expect(await ids(facts, { asOf: '2022-10-30' })).toEqual([]);
    expect(await ids(facts, { basis: 2 })).toEqual([]);
  });

  it('68. leave the list on the day on which they are explained, and not before', async () => {
    const told = [...facts, explanation({ of: eventId(2), as: 'revised', effectiveOn: '2022-12-01' })];
    expect(await ids(told, { asOf: '2022-11-30' })).toEqual([eventId(2)]);
    expect(await ids(told, { asOf: '2022-12-01' })).toEqual([]);
    expect(await ids(told, { basis: 3 })).toEqual([eventId(2)]);
  });

  it('68. stay where a later figure took their place, and go where they were entered wrongly', async () => {
    const replaced = [...facts, corrected({ of: eventId(2), value: '46', effectiveOn: '2022-12-01' })];
    expect((await unexplained(replaced)).items).toMatchObject([{ id: eventId(2), stands: false }]);
    expect(await ids([...facts, marked({ of: eventId(2), effectiveOn: LATER })])).toEqual([]);
  });

  it('68. come about by a paper that is entered late, without any change of what it changed', async () => {
    const late = [defined(), changed, reported()];
    expect(await ids(late, { basis: 2 })).toEqual([]);
    expect((await unexplained(late)).items).toMatchObject([{ id: eventId(1), from: { id: eventId(2) } }]);
  });

  it('are in order of date, whatever their figures, a page at a time', async () => {
    const june = { period: '2022-06' };
    const told = [
      ...facts,
      reported({ ...june, value: '7' }),
      reported({ ...june, value: '8', effectiveOn: '2022-10-01', paper: otherPaper.id }),
      reported({ ...june, value: '9', effectiveOn: '2022-11-30', paper: 'paper-3' }),
    ];
    expect(await ids(told)).toEqual([eventId(4), eventId(2), eventId(5)]);
    const first = await unexplained(told, { limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual([eventId(4), eventId(2)]);
    const rest = await unexplained(told, { limit: 2, after: first.next });
    expect([rest.items.map(({ id }) => id), rest.next]).toEqual([[eventId(5)], undefined]);
  });

  it('are not told to those outside where the change is restricted', async () => {
    const closed = [defined(), reported(), { ...changed, access: 'restricted' } as const];
    expect(await ids(closed)).toEqual([]);
    expect(await ids(closed, { audience: 'inside' })).toEqual([eventId(2)]);
  });
});
