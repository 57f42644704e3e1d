import { publicReader } from '@daybook/identity';
import type { PagePosition, Visit } from './page';
import { timeBar } from './time-bar';

const visit: Visit = {
  person: publicReader,
  path: '/kent/figures',
  params: {},
  query: { breakdown: 'district=medway' },
  form: {},
  at: {},
  link: (path) => path,
};
const now: PagePosition = { asOf: '2024-06-03', basis: 10, today: '2024-06-03', latest: 10 };
const facts = { knownThen: 4, firstRecordedAt: '2022-09-01T09:00:00.000Z' };

describe('the time bar says where in time a page stands', () => {
  it('now', () => {
    const bar = timeBar(visit, now, facts);
    expect([bar.past, bar.words, bar.title, bar.other]).toEqual([
      false,
      'Position today, using everything recorded',
      undefined,
      undefined,
    ]);
  });

  it('in the past, using everything since, with the other reading one link away', () => {
    const bar = timeBar(visit, { ...now, asOf: '2022-10-31' }, facts);
    expect(bar.words).toBe('The position on 31 October 2022, using everything recorded since');
    expect(bar.other).toEqual({
      words: 'See the position on 31 October 2022 as this ledger knew it on that day',
      href: '/kent/figures?breakdown=district%3Dmedway&as-of=2022-10-31&basis=4',
    });
    expect(bar.now).toBe('/kent/figures?breakdown=district%3Dmedway');
  });

  it('in the past, its other reading leaves out further ledger sizes, which may lie beyond it', () => {
    const compared = { ...visit, query: { from: '2022-09-13', 'from-basis': '6' } };
    const bar = timeBar(compared, { ...now, asOf: '2022-10-31' }, facts, undefined, ['from-basis']);
    expect(bar.other?.href).toBe('/kent/figures?from=2022-09-13&as-of=2022-10-31&basis=4');
    expect(bar.now).toBe('/kent/figures?from=2022-09-13&from-basis=6');
  });

  it('in the past, as the ledger knew it then, with the way to the first reading', () => {
    const bar = timeBar(visit, { ...now, asOf: '2022-10-31', basis: 4 }, facts);
    expect(bar.words).toBe('The position on 31 October 2022, as this ledger knew it on that day');
    expect(bar.other?.href).toBe('/kent/figures?breakdown=district%3Dmedway&as-of=2022-10-31');
    expect(bar.notes).toEqual(['6 later records of 10 records not used.']);
  });

  it('today, from a part of the ledger', () => {
    const bar = timeBar(visit, { ...now, basis: 1 }, facts);
    expect([bar.past, bar.words, bar.other]).toEqual([
      true,
      'The position today, using the first 1 record of this ledger alone',
      undefined,
    ]);
  });

  it('before the ledger began', () => {
    const before = { ...now, asOf: '2017-12-06' };
    expect(timeBar(visit, { ...before, basis: 0 }, { ...facts, knownThen: 0 }).notes).toEqual([
      'This ledger had nothing in it then. Its first record was made on 1 September 2022.',
    ]);
    expect(timeBar(visit, before, { ...facts, knownThen: 0 }).notes).toEqual([
      'Everything here was entered later: this ledger was begun on 1 September 2022.',
    ]);
  });

  it('counts the day of its first record by the UK calendar, not by UTC', () => {
    const nearMidnight = { knownThen: 0, firstRecordedAt: '2022-08-31T23:30:00.000Z' };
    expect(timeBar(visit, { ...now, asOf: '2022-08-31' }, nearMidnight).notes).toEqual([
      'Everything here was entered later: this ledger was begun on 1 September 2022.',
    ]);
  });

  it('when a basis inside a return was asked for', () => {
    const { notes } = timeBar(visit, { ...now, basis: 3, roundedFrom: 5 }, facts);
    expect(notes.at(-1)).toBe('You asked for 5 records: inside a return, and half of one is never shown.');
  });

  it('and keeps what was typed where the date was none', () => {
    const problem = { message: 'Enter a real date', fields: { day: '31', month: '2', year: '2022' } };
    expect(timeBar(visit, now, facts, problem)).toMatchObject({ problem, form: { fields: problem.fields } });
  });
});
