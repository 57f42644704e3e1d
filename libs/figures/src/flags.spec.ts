import { flagsOf } from './flags';

describe('flags', () => {
  it.each(['0', '4', '~4', '<=4', '<5', '1..4'])('a count of %s may tell who the people are', (value) => {
    expect(flagsOf({ value }, 'count')).toEqual(['small-count']);
    expect(flagsOf({ value }, 'headcount')).toEqual(['small-count']);
  });

  it.each(['5', '~5', '>=3', '>1', '<6', '3..7', 'many', ''])('%s may not', (value) => {
    expect(flagsOf({ value }, 'count')).toEqual([]);
  });

  it('other units count no people, and a withheld value is flagged in any', () => {
    expect(flagsOf({ value: '2' }, 'percent')).toEqual([]);
    expect(flagsOf({ value: '2' }, null)).toEqual([]);
    expect(flagsOf({ value: null, withheldBy: 'kent-police' }, 'percent')).toEqual(['withheld']);
    expect(flagsOf({ value: null, status: 'Q' }, 'count')).toEqual(['withheld']);
    expect(flagsOf({ value: null, status: 'O' }, 'count')).toEqual([]);
  });
});
