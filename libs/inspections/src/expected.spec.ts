import { NOT_GIVEN } from '@daybook/due-dates';
import { readExpected } from './expected';

const SAID = '2022-10-31';

describe('readExpected', () => {
  it.each([
    ['2022-11-30', '2022-11-30', '2022-11-30', '2022-11-30'],
    ['30 November 2022', '2022-11-30', '2022-11-30', '2022-11-30'],
    ['1st Sept. 2023', '2023-09-01', '2023-09-01', '2023-09-01'],
    ['30/11/2022', '2022-11-30', '2022-11-30', '2022-11-30'],
    ['2022-11', '2022-11', '2022-11-01', '2022-11-30'],
    ['February 2024', '2024-02', '2024-02-01', '2024-02-29'],
    [' Feb  2023. ', '2023-02', '2023-02-01', '2023-02-28'],
    ['in may 2023', '2023-05', '2023-05-01', '2023-05-31'],
  ])('40. %j is written as %s, with its days', (text, anticipated, earliest, latest) => {
    const words = text.trim().replace(/\s+/g, ' ');
    expect(readExpected({ anticipated: text }, SAID)).toEqual({ anticipated, words, earliest, latest });
  });

  it.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['2023/24', '2023-04-01', '2024-03-31'],
    ['Q1 2023/24', '2023-04-01', '2023-06-30'],
    ['quarter 4 of 2023/24', '2024-01-01', '2024-03-31'],
    ['end of 2023', '2023-12-31', '2023-12-31'],
    ['by the end of 2023', null, '2023-12-31'],
    ['by the end of February 2023', null, '2023-02-28'],
    ['by 30 November 2022', null, '2022-11-30'],
    ['to November 2023', null, '2023-11-30'],
    ['until November 2023', null, '2023-11-30'],
    ['up to November 2023', null, '2023-11-30'],
    ['until the end of 2023', null, '2023-12-31'],
    ['12 to 16 weeks', '2023-01-23', '2023-02-20'],
    ['12-16 weeks', '2023-01-23', '2023-02-20'],
    ['three to six months', '2023-01-31', '2023-04-30'],
    ['4 months', '2023-02-28', '2023-02-28'],
    ['within 12 weeks', SAID, '2023-01-23'],
    ['in the next year', null, null],
    ['within 1 year', SAID, '2023-10-31'],
    ['in 10 days', '2022-11-10', '2022-11-10'],
  ])('41. %j leaves the days from %s to %s', (anticipated, earliest, latest) => {
    expect(readExpected({ anticipated }, SAID)).toEqual({
      ...{ anticipated, words: anticipated },
      ...{ earliest, latest },
    });
  });

  it.each([
    ['around December 2023', '2023-12-01', '2023-12-31'],
    ['By around December 2023', null, '2023-12-31'],
    ['about 30 November 2022', '2022-11-30', '2022-11-30'],
    ['early 2023', '2023-01-01', '2023-12-31'],
    ['late 2023', '2023-01-01', '2023-12-31'],
    ['towards the end of 2023', '2023-01-01', '2023-12-31'],
    ['by towards the end of November 2023', null, '2023-11-30'],
    ['mid-December 2023', '2023-12-01', '2023-12-31'],
    ['around 12 weeks', '2023-01-23', '2023-01-23'],
  ])('42. a hedge moves no day: %j is from %s to %s', (anticipated, earliest, latest) => {
    expect(readExpected({ anticipated }, SAID)).toMatchObject({ anticipated, earliest, latest });
  });

  it.each([
    'summer 2023',
    'when the deputy directs it',
    'Q1 2023',
    '16 to 12 weeks',
    '31 November 2022',
    'soon',
    'to be confirmed',
    'until further notice',
    'towards the end of the programme',
  ])('43. words that name no days are kept, with both ends open: %s', (anticipated) => {
    const open = { anticipated, words: anticipated, earliest: null, latest: null };
    expect(readExpected({ anticipated }, SAID)).toEqual(open);
  });

  it('43. no date is said to be none', () => {
    expect(readExpected({ anticipated: null }, SAID)).toEqual(NOT_GIVEN);
    expect(readExpected({ anticipated: ' ' }, SAID)).toEqual(NOT_GIVEN);
  });

  it.each([
    ['2023-13', 'inspections.bad-month'],
    ['2023-00', 'inspections.bad-month'],
    ['2023-1', 'inspections.bad-month'],
    ['2023-24', 'inspections.bad-month'],
    ['2023-02-30', 'inspections.bad-date'],
    ['2023-13-01', 'inspections.bad-date'],
    ['2022-11-30T00:00:00Z', 'inspections.bad-date'],
  ])('44. what is written as a date or month and is none is refused: %s', (anticipated, code) => {
    expect(readExpected({ anticipated }, SAID, '/to')).toMatchObject({ field: '/to', code });
  });

  it('45. days that are sent stand before those of the words', () => {
    const sent = { anticipated: 'summer 2023', earliest: '2023-06-01', latest: '2023-08-31' };
    expect(readExpected(sent, SAID)).toEqual({ ...sent, words: 'summer 2023' });
    const narrower = { anticipated: '2023-06', latest: '2023-06-15' };
    expect(readExpected(narrower, SAID)).toMatchObject({ earliest: '2023-06-01', latest: '2023-06-15' });
  });

  it.each([
    [{ earliest: '2023-02-30' }, '/lines/1/earliest', 'inspections.bad-date'],
    [{ latest: '2023-06' }, '/lines/1/latest', 'inspections.bad-date'],
    [{ earliest: '2023-09-01', latest: '2023-08-31' }, '/lines/1/latest', 'inspections.days-reversed'],
    [
      { anticipated: 'end of 2022', earliest: '2023-01-01' },
      '/lines/1/earliest',
      'inspections.days-reversed',
    ],
    [{ anticipated: '2023-06', latest: '2023-07-01' }, '/lines/1/latest', 'inspections.day-outside'],
    [{ anticipated: null, latest: '2023-07-01' }, '/lines/1/to', 'inspections.words-missing'],
  ])('45. %j is refused at %s', (sent, field, code) => {
    const found = readExpected({ anticipated: 'soon', ...sent }, SAID, '/lines/1/to');
    expect(found).toMatchObject({ field, code });
  });
});
