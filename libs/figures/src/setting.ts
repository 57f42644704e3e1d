import {
  isDate,
  lastDayOfMonth,
  type Access,
  type Actor,
  type Context,
  type Precision,
  type Problem,
} from '@daybook/ledger';
import type { PaperOnRecord } from './book';
import { measureRef, paperRef, type MeasureEvent } from './figures.events';

/** What a command that writes about figures says once, whatever its lines. */
export interface Heading {
  readonly area: string;
  readonly effectiveOn: string;
  readonly paper?: string | null;
  readonly for?: string | null;
  readonly access?: Access | null;
}

export interface GivenPaper {
  readonly paper?: PaperOnRecord;
}

/** Reads a day, or a month (its last day, kept as a month). Never in the future. */
export function readEffectiveOn(
  text: string,
  today: string,
  field = '/effectiveOn',
): { effectiveOn: string; precision: Precision } | Problem {
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
  if (!isMonth && !isDate(text))
    return {
      field,
      code: 'figures.bad-date',
      message: `"${text}" is not a date. Write it as 2022-09-14, or 2022-09 where only the month is known.`,
    };
  const effectiveOn = isMonth ? lastDayOfMonth(text) : text;
  if (effectiveOn > today)
    return {
      field,
      code: 'figures.future-date',
      message: `${effectiveOn} is in the future. Nothing can be effective after today, ${today}.`,
    };
  return { effectiveOn, precision: isMonth ? 'month' : 'day' };
}

type Acting = { readonly for?: string; readonly secondHand?: true };

/**
 * Whose act it is: the office transcribes what belongs to another body, from a paper, and the record shows
 * both.
 */
export function actingFor(
  heading: Pick<Heading, 'for' | 'paper'>,
  by: Actor,
  owner: string | undefined,
  paper: PaperOnRecord | undefined,
): Acting | Problem {
  const body = heading.for || (by.role === 'office' ? owner : undefined);
  if (!body || body === by.body) return {};
  if (by.role !== 'office')
    return {
      field: '/for',
      code: 'figures.not-transcribing',
      message: 'Only the office records the act of another body.',
    };
  const secondHand = paper && paper.issuedBy !== body ? ({ secondHand: true } as const) : {};
  return { for: body, ...secondHand };
}

type Cited = Pick<Heading, 'area' | 'paper'>;

/** Who may read what a command records: as it asks, or else no more people than may read its paper. */
export function accessAsked(
  { access }: Pick<Heading, 'access'>,
  { given }: Context<GivenPaper>,
): Access | undefined {
  return access ?? (given.paper?.access === 'restricted' ? 'restricted' : undefined);
}

/** What every event about a measure carries, whatever it says of it. */
export function measureFact(
  input: Heading & { readonly id: string; readonly place?: string | null },
  { effectiveOn, precision }: Pick<MeasureEvent, 'effectiveOn' | 'precision'>,
  acting: Acting,
  context: Context<GivenPaper>,
): Pick<MeasureEvent, 'schema' | 'effectiveOn' | 'precision' | 'for' | 'source' | 'about' | 'access'> {
  const { area, id, paper, place } = input;
  return {
    schema: 1,
    effectiveOn,
    precision,
    ...(acting.for && { for: acting.for }),
    ...(paper && { source: { paper, place: place ?? '' } }),
    about: [measureRef({ area, measure: id }), ...(paper ? [paperRef(paper)] : [])],
    access: accessAsked(input, context) ?? 'public',
  };
}

/** The office records the act of another body only as it stands in a paper that it names. */
export function checkTranscript(acting: Acting, paper: string | null | undefined): Problem[] {
  if (!acting.for || paper) return [];
  const message = `Name the paper in which ${acting.for} says so, and the place in it.`;
  return [{ field: '/paper', code: 'figures.paper-missing', message }];
}

/** The paper a command names must be on record, and an inspectorate records what its own papers print. */
export function checkPaper(heading: Cited, context: Context<GivenPaper>): Problem[] {
  const { by, given } = context;
  const unknown = checkPaperOnRecord(heading, context);
  if (unknown.length > 0 || by.role !== 'inspector' || given.paper?.issuedBy === by.body) return unknown;
  return [
    {
      field: '/paper',
      code: 'figures.not-your-paper',
      message: 'An inspectorate records the figures printed in its own papers.',
    },
  ];
}

/**
 * The paper a command names must be on record. A restricted paper of another area counts as unknown, so that
 * nobody learns of it by citing it.
 */
export function checkPaperOnRecord({ area, paper }: Cited, { given }: Context<GivenPaper>): Problem[] {
  const hidden = given.paper?.access === 'restricted' && given.paper.area !== area;
  if (paper && (!given.paper || hidden))
    return [
      {
        field: '/paper',
        code: 'figures.unknown-paper',
        message: `No paper "${paper}" is on record. Record the paper first.`,
      },
    ];
  return [];
}
