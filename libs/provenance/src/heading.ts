import {
  isDate,
  lastDayOfMonth,
  type Access,
  type Actor,
  type Context,
  type Precision,
  type Problem,
} from '@daybook/ledger';
import type { GivenPaper, PaperOnRecord } from './paper-register';

/** What a command into a book says once, whatever its lines. */
export interface Heading {
  readonly area: string;
  readonly effectiveOn: string;
  readonly paper?: string | null;
  readonly for?: string | null;
  readonly access?: Access | null;
}

/** When something was true in the world. */
export interface EffectiveDate {
  readonly effectiveOn: string;
  readonly precision: Precision;
}

/** Whose act a command records, where that is another body than the writer's. */
export type Acting = { readonly for?: string; readonly secondHand?: true };

type Cited = Pick<Heading, 'area' | 'paper'>;

/** What a slice checks of the heading of its commands. */
export interface HeadingRules {
  readEffectiveOn(text: string, today: string, field?: string): EffectiveDate | Problem;
  actingFor(
    heading: Pick<Heading, 'for' | 'paper'>,
    by: Actor,
    owner: string | undefined,
    paper: PaperOnRecord | undefined,
  ): Acting | Problem;
  checkTranscript(acting: Acting, paper: string | null | undefined): Problem[];
  checkPaperOnRecord(heading: Cited, context: Context<GivenPaper>): Problem[];
  /** The same of another paper that it names in a field of its own. */
  checkCited(
    area: string,
    id: string | null | undefined,
    field: string,
    context: Context<GivenPaper>,
  ): Problem[];
}

/** The rules of a heading, with refusals of one slice: `figures.bad-date`. */
export function headingRules(slice: string): HeadingRules {
  return {
    /** Reads a day, or a month (its last day, kept as a month). Never in the future. */
    readEffectiveOn: (text, today, field = '/effectiveOn') => readDay(slice, text, today, field),

    /**
     * Whose act it is: the office transcribes what belongs to another body, from a paper, and the record
     * shows both.
     */
    actingFor(heading, by, owner, paper): Acting | Problem {
      const body = heading.for || (by.role === 'office' ? owner : undefined);
      if (!body || body === by.body) return {};
      if (by.role !== 'office')
        return {
          field: '/for',
          code: `${slice}.not-transcribing`,
          message: 'Only the office records the act of another body.',
        };
      const secondHand = paper && paper.issuedBy !== body ? ({ secondHand: true } as const) : {};
      return { for: body, ...secondHand };
    },

    /** The office records the act of another body only as it stands in a paper that it names. */
    checkTranscript(acting, paper) {
      if (!acting.for || paper) return [];
      const message = `Name the paper in which ${acting.for} says so, and the place in it.`;
      return [{ field: '/paper', code: `${slice}.paper-missing`, message }];
    },

    /**
     * The paper a command names must be on record. A restricted paper of another area counts as unknown, so
     * that nobody learns of it by citing it.
     */
    checkPaperOnRecord({ area, paper }, { given }) {
      return paper ? checkOnRecord(slice, { area, id: paper, found: given.paper, field: '/paper' }) : [];
    },

    checkCited(area, id, field, { given }) {
      const found = given.cited?.find((one) => one.id === id);
      return id ? checkOnRecord(slice, { area, id, found, field }) : [];
    },
  };
}

function checkOnRecord(
  slice: string,
  { area, id, found, field }: { area: string; id: string; found: PaperOnRecord | undefined; field: string },
): Problem[] {
  const hidden = found?.access === 'restricted' && found.area !== area;
  if (found && !hidden) return [];
  const message = `No paper "${id}" is on record. Record the paper first.`;
  return [{ field, code: `${slice}.unknown-paper`, message }];
}

/** Who may read what a command records: as it asks, or else no more people than may read its paper. */
export function accessAsked(
  { access }: Pick<Heading, 'access'>,
  { given }: Pick<Context<GivenPaper>, 'given'>,
): Access | undefined {
  return access ?? (given.paper?.access === 'restricted' ? 'restricted' : undefined);
}

function readDay(slice: string, text: string, today: string, field: string): EffectiveDate | Problem {
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
  if (!isMonth && !isDate(text))
    return {
      field,
      code: `${slice}.bad-date`,
      message: `"${text}" is not a date. Write it as 2022-09-14, or 2022-09 where only the month is known.`,
    };
  const effectiveOn = isMonth ? lastDayOfMonth(text) : text;
  if (effectiveOn > today)
    return {
      field,
      code: `${slice}.future-date`,
      message: `${effectiveOn} is in the future. Nothing can be effective after today, ${today}.`,
    };
  return { effectiveOn, precision: isMonth ? 'month' : 'day' };
}
