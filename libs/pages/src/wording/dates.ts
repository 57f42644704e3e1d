const UK = 'Europe/London';
const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });
const ukDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: UK,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const ukTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: UK,
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
});

/** `2022-09-14` as "14 September 2022"; known only to the month, as "September 2022". */
export function longDate(date: string, precision: 'day' | 'month' = 'day'): string {
  return (precision === 'month' ? month : day).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

/** A month, `2022-09`, as "September 2022". */
export function longMonth(yearMonth: string): string {
  return month.format(new Date(`${yearMonth}-01T00:00:00Z`));
}

/** An instant as "4:05pm on 14 September 2022", UK time. */
export function timeAndDate(instant: string | Date): string {
  const at = new Date(instant);
  return `${clockTime(at)} on ${ukDay.format(at)}`;
}

/** The UK day of an instant, as "14 September 2022". */
export function dayOf(instant: string | Date): string {
  return ukDay.format(new Date(instant));
}

function clockTime(at: Date): string {
  return ukTime.format(at).replace(/\s/g, '').toLowerCase();
}
