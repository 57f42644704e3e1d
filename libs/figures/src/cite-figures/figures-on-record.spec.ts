import type { FiguresEvent } from '../figures.events';
import { eventId, recorded } from '@daybook/ledger/testing';
import { figuresBook } from '../book';
import { DAY, defined, LATER, marked, reported, revised, withdrawn } from '../testing/facts';
import { figureOnRecord } from './figures-on-record';

const JULY = { measure: 'robbery', period: '2022-07' };
const bookOf = (facts: readonly FiguresEvent[]) =>
  facts.map((fact, index) => recorded(fact, { index })).reduce(figuresBook.evolve, figuresBook.initial());
const found = (facts: readonly FiguresEvent[], named = JULY) => figureOnRecord(bookOf(facts), 'kent', named);

describe('a figure, as other slices are given it', () => {
  it('says which vintage stood on a day, and what each was', () => {
    const figure = found([defined(), reported(), revised({ of: eventId(1) })])!;
    expect(figure).toMatchObject({ ref: 'figure:kent/robbery/2022-07', access: 'public' });
    expect(['2022-09-13', DAY, LATER].map(figure.stoodOn)).toEqual([undefined, eventId(1), eventId(2)]);
    expect([...figure.vintages]).toEqual([
      [eventId(1), { effectiveOn: DAY, value: '40', withdraws: false, access: 'public' }],
      [eventId(2), { effectiveOn: LATER, value: '45', withdraws: false, access: 'public' }],
    ]);
    const gone = found([defined(), reported(), withdrawn({ of: eventId(1) })])!;
    expect(gone.vintages.get(eventId(2))).toMatchObject({ value: null, withdraws: true });
  });

  it('is named by any spelling of its period, and is unknown where nothing is on record', () => {
    const facts = [defined(), reported({ period: 'FY2022-23' })];
    expect(found(facts, { ...JULY, period: '2022/23' })?.ref).toBe('figure:kent/robbery/FY2022-23');
    for (const period of ['2022-07', 'last July']) expect(found(facts, { ...JULY, period })).toBeUndefined();
    const part = { ...JULY, breakdown: 'place=home' };
    expect(found([defined(), reported()], part)).toBeUndefined();
    expect(found([defined(), reported({ breakdown: 'place=home' })], part)).toBeDefined();
  });

  it('leaves out what was entered wrongly, and is restricted with its measure', () => {
    const wrong = found([defined(), reported(), marked({ of: eventId(1) })])!;
    expect([wrong.vintages.size, wrong.stoodOn(LATER)]).toEqual([0, undefined]);
    const closed = { ...defined(), access: 'restricted' as const };
    expect(found([closed, reported()])?.access).toBe('restricted');
  });
});
