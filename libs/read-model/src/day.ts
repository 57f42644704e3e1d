const MS_A_DAY = 86_400_000;
const REMEMBERED = 20_000;
const days = new Map<string, number>();

/** Days from 1970-01-01 to a calendar date (YYYY-MM-DD). Throws a RangeError on anything else. */
export function dayNumber(date: string): number {
  const known = days.get(date);
  if (known !== undefined) return known;
  const day = date.length === 10 ? Date.parse(date) / MS_A_DAY : Number.NaN;
  if (!Number.isInteger(day)) throw new RangeError(`"${date}" is not a calendar date (YYYY-MM-DD).`);
  if (days.size >= REMEMBERED) days.clear();
  days.set(date, day);
  return day;
}
