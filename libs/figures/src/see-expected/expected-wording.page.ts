import { counted, longDate } from '@daybook/pages';
import type { ExpectedFrequency } from '../calendar';
import type { ExpectedItem, ExpectedState } from './expected.query';

/** States as words in tags: what has not come is said as that, and as nobody's fault. */
export const STATE_WORDS: Readonly<Record<ExpectedState, { word: string; colour: string; meaning: string }>> =
  {
    received: { word: 'Received', colour: 'green', meaning: 'It came by the day on which it was due.' },
    'received-late': {
      word: 'Received late',
      colour: 'yellow',
      meaning: 'It came after that day. It stays marked so, whatever comes later.',
    },
    overdue: {
      word: 'Has not come',
      colour: 'orange',
      meaning: 'Its day has passed and nothing is on record for the period. The record does not say why.',
    },
    due: { word: 'Due', colour: 'blue', meaning: 'It is the next one, and its day has not passed.' },
  };

export const FREQUENCY_WORDS: Readonly<Record<ExpectedFrequency, string>> = {
  day: 'every day',
  month: 'every month',
  quarter: 'every quarter',
  year: 'every year',
  'financial-year': 'every financial year',
  'rolling-12-months': 'every month, for the 12 months to it',
};

/** "every month, 45 days after it ends". */
export function ruleInWords({ frequency, daysAfter }: Pick<ExpectedItem, 'frequency' | 'daysAfter'>): string {
  const when = daysAfter === 0 ? 'on the day on which it ends' : `${counted(daysAfter, 'day')} after it ends`;
  return `${FREQUENCY_WORDS[frequency]}, ${when}`;
}

/** What the state comes to, in a sentence beside its tag. */
export function stateInWords({ state, days, receivedOn, precision }: ExpectedItem): string {
  const on = receivedOn ? longDate(receivedOn, precision ?? 'day') : '';
  if (state === 'received') return `on ${on}`;
  // Of a month alone, its first day is counted from, so the days are the fewest that it can be.
  if (state === 'received-late')
    return `on ${on}, ${precision === 'month' ? 'at least ' : ''}${counted(days, 'day')} late`;
  return state === 'overdue' ? `${counted(days, 'day')} after it was due` : '';
}
