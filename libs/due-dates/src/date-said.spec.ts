import { sameDate, sameDays, slip } from './date-said';
import { NOT_GIVEN, type Expected } from './expected';

const due = (anticipated: string, latest: string | null, earliest: string | null = null): Expected => ({
  ...{ anticipated, words: anticipated, earliest, latest },
});

describe('two due dates', () => {
  it('are the same where their days are, whatever the words', () => {
    expect(sameDate(due('by November 2022', '2022-11-30'), due('until the 30th', '2022-11-30'))).toBe(true);
    expect(sameDate(due('by November 2022', '2022-11-30'), due('by December', '2022-12-31'))).toBe(false);
  });

  it('are the same in words alone where neither has a day', () => {
    expect(sameDate(due('soon', null), due('soon', null))).toBe(true);
    expect(sameDate(due('soon', null), due('tbc', null))).toBe(false);
    expect(sameDate(NOT_GIVEN, NOT_GIVEN)).toBe(true);
  });

  it('have the same days where an empty field stands for none', () => {
    expect(sameDays({ earliest: '', latest: '2022-11-30' }, { latest: '2022-11-30' })).toBe(true);
    expect(sameDays({ latest: '2022-11-30' }, {})).toBe(false);
  });

  it('slip from the latest day of the one to that of the other', () => {
    const [first, later, open] = [due('a', '2022-11-30'), due('b', '2023-02-28'), due('soon', null)];
    const days = ([from, to]: [Expected, Expected]) => slip({ expected: from }, { expected: to });
    const pairs: [Expected, Expected][] = [
      [first, later],
      [later, first],
      [first, open],
      [open, first],
    ];
    expect(pairs.map(days)).toEqual([90, -90, null, null]);
  });
});
