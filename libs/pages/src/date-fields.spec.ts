import { readDate } from './date-fields';

describe('a GOV.UK date input', () => {
  it.each([
    ['14', '9', '2022', '2022-09-14'],
    ['01', '09', '2022', '2022-09-01'],
    ['14', 'September', '2022', '2022-09-14'],
    ['14', 'sep', '2022', '2022-09-14'],
  ])('reads %s %s %s', (day, month, year, date) => {
    expect(readDate({ day, month, year })).toBe(date);
  });

  it.each([
    ['30', '2', '2022'],
    ['', '9', '2022'],
    ['14', '13', '2022'],
    ['14', '', '2022'],
    ['14', '9', '22'],
    ['１４', '9', '2022'],
    ['-1', '9', '2022'],
  ])('reads no date from %s %s %s', (day, month, year) => {
    expect(readDate({ day, month, year })).toBeUndefined();
  });

  it('reads a month where that is enough', () => {
    expect(readDate({ day: '', month: '9', year: '2022' }, true)).toBe('2022-09');
  });
});
