import { longDate, timeAndDate } from './dates';
import { nameOf, whoWrote } from './names';
import { changeInWords, counted, inWords, separated } from './numbers';

describe('numbers', () => {
  it.each([
    ['13524', '13,524'],
    ['999', '999'],
    ['1000', '1,000'],
    ['1234567.8901', '1,234,567.8901'],
    ['85.0', '85.0'],
    ['-1087', '−1,087'],
    ['~31', 'around 31'],
    ['>=70', '70 or more'],
    ['<=5', '5 or fewer'],
    ['>200000', 'more than 200,000'],
    ['<1', 'less than 1'],
    ['5..6', '5 to 6'],
  ])('%s is read as %s, every digit kept', (value, words) => {
    expect(inWords(value)).toBe(words);
  });

  it.each([
    ['1087', '+1,087 (up 1,087)'],
    ['-12.5', '−12.5 (down 12.5)'],
    ['0.0', 'no change in value'],
  ])('a change of %s is said with its sign and in words', (difference, words) => {
    expect(changeInWords(difference)).toBe(words);
  });

  it('keeps what is no number as it is', () => {
    expect(separated('n/a')).toBe('n/a');
  });

  it('counts one and many', () => {
    expect([counted(1, 'record'), counted(1200, 'record'), counted(0, 'reply', 'replies')]).toEqual([
      '1 record',
      '1,200 records',
      '0 replies',
    ]);
  });
});

describe('dates and times', () => {
  it('a day, and a month where only that is known', () => {
    expect([longDate('2022-09-14'), longDate('2022-09-30', 'month')]).toEqual([
      '14 September 2022',
      'September 2022',
    ]);
  });

  it('an instant in UK time, in winter and in summer', () => {
    expect(timeAndDate('2022-12-31T16:05:00.000Z')).toBe('4:05pm on 31 December 2022');
    expect(timeAndDate('2022-06-30T23:30:00.000Z')).toBe('12:30am on 1 July 2022');
  });
});

describe('who', () => {
  const by = { role: 'office', body: 'kent-pcc' };
  it('a body by its id', () => {
    expect([nameOf('kent-police'), nameOf('hmicfrs'), nameOf('kent-pcc')]).toEqual([
      'Kent Police',
      'HMICFRS',
      'Kent PCC',
    ]);
  });

  it('a transcription names whose act it was, and who wrote it down', () => {
    expect(whoWrote({ by, for: 'kent-police' })).toBe(
      'Kent Police, transcribed by Kent PCC (office of the local policing body)',
    );
    expect(whoWrote({ by, for: null })).toBe('Kent PCC (office of the local policing body)');
  });
});
