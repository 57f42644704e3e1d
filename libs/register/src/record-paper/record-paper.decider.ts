import {
  Refusal,
  isDate,
  lastDayOfMonth,
  type Access,
  type Decider,
  type Problem,
  type Recorded,
} from '@daybook/ledger';
import type { PaperRecorded } from '../register.events';

export interface RecordPaperInput {
  readonly id: string;
  readonly area: string;
  readonly title: string;
  readonly issuedBy: string;
  readonly dated?: string | null;
  readonly published?: string | null;
  readonly considered?: string | null;
  readonly url?: string | null;
  readonly sha256?: string | null;
  readonly effectiveOn?: string | null;
  readonly access?: Access | null;
}

/** A paper as deciders of other slices are given it; who may cite it depends on its area and access. */
export interface Paper {
  readonly id: string;
  readonly area: string;
  readonly issuedBy: string;
  readonly access: Access;
}

/** The state of `paper-<id>`: undefined until the paper is recorded. */
export type PaperState = Paper | undefined;

export function paperStream(id: string): string {
  return `paper-${id}`;
}

const DATES = ['dated', 'published', 'considered', 'effectiveOn'] as const;

/**
 * A paper is recorded once. It is effective on the day or in the month given, or else when published, or else
 * on the day it is dated. A month is kept as its last day.
 */
export const recordPaper: Decider<RecordPaperInput, PaperState, PaperRecorded> = {
  initial: () => undefined,

  decide(input, state, { today }) {
    if (state) return new Refusal('register.paper-exists', `Paper ${state.id} is on record already.`);
    const given = input.effectiveOn || input.published || input.dated;
    const problems = DATES.flatMap((field): Problem[] => checkDate(field, input[field], today));
    if (!given)
      problems.push({
        field: '/dated',
        code: 'register.date-missing',
        message: 'Give the date on the paper, or the day it was published.',
      });
    if (problems.length > 0 || !given)
      return Refusal.of('register.bad-paper', 'The paper was not recorded.', problems);
    const { id, area, title, issuedBy } = input;
    return [
      {
        type: 'register.paper-recorded',
        schema: 1,
        effectiveOn: dayOf(given),
        precision: isMonth(given) ? 'month' : 'day',
        about: [`paper:${id}`, `body:${issuedBy}`],
        access: input.access ?? 'public',
        data: {
          paper: id,
          area,
          title,
          issuedBy,
          dated: input.dated || null,
          published: input.published || null,
          considered: input.considered || null,
          url: input.url || null,
          sha256: input.sha256 || null,
        },
      },
    ];
  },

  evolve: (_state: PaperState, { data, access }: Recorded<PaperRecorded>) => ({
    id: data.paper,
    area: data.area,
    issuedBy: data.issuedBy,
    access,
  }),
};

function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

function dayOf(date: string): string {
  return isMonth(date) ? lastDayOfMonth(date) : date;
}

/** A paper may be considered at a meeting still to come; nothing else about it lies in the future. */
function checkDate(field: (typeof DATES)[number], date: string | null | undefined, today: string): Problem[] {
  if (!date) return [];
  const monthWill = field === 'effectiveOn';
  if (!isDate(date) && !(monthWill && isMonth(date)))
    return [
      {
        field: `/${field}`,
        code: 'register.bad-date',
        message: `"${date}" is not a date. Write it as 2022-09-14${monthWill ? ', or 2022-09 where only the month is known' : ''}.`,
      },
    ];
  if (dayOf(date) > today && field !== 'considered')
    return [
      {
        field: `/${field}`,
        code: 'register.future-date',
        message: `${date} is in the future; today is ${today}.`,
      },
    ];
  return [];
}
