import { isDate, refuse } from '@daybook/ledger';

/**
 * The day up to which what falls due is raised; that of the position where none is named. Throws
 * `scrutiny.bad-date`, and `scrutiny.before-the-position` for a day before that of the position.
 */
export function readUntil(day: string | undefined, asOf: string): string {
  if (!day) return asOf;
  if (!isDate(day)) return refused('scrutiny.bad-date', `"${day}" is not a date. Write it as 2023-06-27.`);
  if (day >= asOf) return day;
  const message = `${day} is before ${asOf}, the day that is asked about. Ask as of ${day}, or an earlier day.`;
  return refused('scrutiny.before-the-position', message);
}

function refused(code: string, message: string): never {
  return refuse(code, message, { fields: [{ field: '/for', code, message }] });
}
