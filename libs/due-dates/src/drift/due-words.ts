import { isDate } from '@daybook/ledger';
import { counted, longDate, longMonth } from '@daybook/pages';

/** A due date as queries answer it. */
export interface Due {
  readonly anticipated: string | null;
  readonly earliest?: string | null;
  readonly latest?: string | null;
}

/** "November 2022", "30 November 2022", a paper's own words, or "no date given". */
export function expectedInWords({ anticipated }: Due): string {
  if (anticipated === null) return 'no date given';
  return isWritten(anticipated) ?? anticipated;
}

/** The same, with the day up to which words leave room where they do not say it themselves. */
export function expectedWithDay(due: Due): string {
  const words = expectedInWords(due);
  const { anticipated, latest } = due;
  const said = anticipated !== null && isWritten(anticipated) !== undefined;
  return said || !latest ? words : `${words} (${longDate(latest)} at the latest)`;
}

function isWritten(anticipated: string): string | undefined {
  if (isDate(anticipated)) return longDate(anticipated);
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(anticipated) ? longMonth(anticipated) : undefined;
}

/** By how much a date moved, from one latest day to another. */
export function slipInWords(days: number | null): string {
  if (days === null) return 'by no known number of days';
  if (days === 0) return 'by no days';
  return `${counted(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
}
