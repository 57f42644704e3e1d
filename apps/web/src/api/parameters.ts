import { FIGURE_SORTS, KINDS, STATUSES } from '@daybook/figures';
import { Refusal, RefusalError, type Problem } from '@daybook/ledger';
import { count, uuid, type Schema } from '../openapi/json-schema';

export const MOST_ITEMS = 1_000;
export const FEW_ITEMS = 100;
const MOST_CHARACTERS = 500;

/** What the API's description says of a parameter. */
export interface Described {
  readonly description: string;
  readonly schema: Schema;
  readonly example?: string;
}

const words: Schema = { type: 'string' };

/** Every parameter that a query of the API takes, in its path or after the question mark. */
export const PARAMETERS = {
  asOf: {
    description: 'The day whose position is wanted: a UK date, today where absent. Never in the future.',
    schema: { type: 'string', format: 'date' },
  },
  basis: {
    description:
      'The ledger size to answer from, rounded down to the end of a commit; everything where absent.',
    schema: count,
  },
  basisAt: {
    description: 'Instead of `basis`: what was recorded by the end of a UK day, or by an RFC 3339 instant.',
    schema: words,
  },
  minBasis: {
    description:
      'A ledger size that the answer must have at least, such as that of a receipt: it is waited for, a few seconds at most.',
    schema: count,
  },
  from: {
    description:
      'The day of the earlier position: a UK date; of the list, the day to begin at. The later day where absent.',
    schema: { type: 'string', format: 'date' },
  },
  to: {
    description: 'The day of the later position: a UK date, today where absent.',
    schema: { type: 'string', format: 'date' },
  },
  fromBasis: {
    description: 'The ledger size of the earlier position; that of the later one where absent.',
    schema: count,
  },
  toBasis: {
    description: 'The ledger size of the later position; everything where absent.',
    schema: count,
  },
  order: {
    description:
      '`effective`: as it happened, by effective date (the default); `recorded`: as this ledger came to know it.',
    schema: { type: 'string', enum: ['effective', 'recorded'] },
  },
  limit: {
    description: `The most items of one page: ${FEW_ITEMS} where absent, ${MOST_ITEMS} in CSV.`,
    schema: { type: 'integer', minimum: 1, maximum: MOST_ITEMS },
  },
  after: {
    description: 'Where the page begins: `next` of the page before, at the same `asOf` and `basis`.',
    schema: words,
  },
  area: { description: 'An area, such as `kent`.', schema: words, example: 'kent' },
  measure: { description: 'A measure of the area.', schema: words, example: 'victim-based-crime' },
  period: {
    description: 'A period in any accepted spelling; a slash in it is written %2F.',
    schema: words,
    example: '2022-07',
  },
  breakdown: {
    description: 'dimension=value;dimension=value in any order; the whole where absent.',
    schema: words,
  },
  status: {
    description: 'Only figures with this SDMX observation status, such as `P`.',
    schema: { type: 'string', enum: Object.keys(STATUSES) },
  },
  kind: {
    description: 'Only figures whose standing entry is of this kind, such as `revised`.',
    schema: { type: 'string', enum: KINDS },
  },
  changedSince: {
    description:
      'Only figures of which something other than a mere confirmation became effective after this UK date.',
    schema: { type: 'string', format: 'date' },
  },
  sort: {
    description:
      'The order: by `measure`, period and breakdown where absent; `-` before it turns it about. ' +
      'By `value`, figures without one come last; those that come out alike stand in the order of `measure`.',
    schema: { type: 'string', enum: FIGURE_SORTS, default: 'measure' },
  },
  id: { description: "A paper's id.", schema: words },
  paper: { description: 'Only what stands in this paper, by its id.', schema: words },
  body: {
    description: 'Only returns of this body, its own or written down for it, such as `kent-police`.',
    schema: words,
  },
  state: {
    description: 'Only what is in this state.',
    schema: { type: 'string', enum: ['received', 'received-late', 'overdue', 'due'] },
  },
  inspection: {
    description: 'Only what belongs to this inspection, by its id, such as `kent-peel-2021-22`.',
    schema: words,
  },
  addressee: {
    description: 'Only findings for this body, such as `kent-chief-constable`.',
    schema: words,
  },
  question: {
    description: 'Only findings of this area of assessment, such as `investigating-crime`.',
    schema: words,
  },
  priority: { description: 'Only findings of this priority, in the words it was given in.', schema: words },
  overdue: {
    description:
      '`yes`: only what is past the latest day that it was to be complete by; `no`: only the rest.',
    schema: { type: 'string', enum: ['yes', 'no'] },
  },
  agreed: {
    description: 'Only findings whose date moved, and whose latest move is agreed (`yes`), or is not (`no`).',
    schema: { type: 'string', enum: ['yes', 'no'] },
  },
  movedMoreThan: { description: 'Only findings whose date moved more often than this.', schema: count },
  gapOver: {
    description: 'Only findings that have waited for the next of the three parties for more days than this.',
    schema: count,
  },
  askedBy: { description: 'Only what this body, or this office of it, asked.', schema: words },
  unanswered: {
    description: '`yes`: only what somebody still waits for an answer to; `no`: only the rest.',
    schema: { type: 'string', enum: ['yes', 'no'] },
  },
  owner: { description: 'Only what this body or office is to do.', schema: words },
  moved: {
    description: '`yes`: only what has another date than at first, or had one; `no`: only what never moved.',
    schema: { type: 'string', enum: ['yes', 'no'] },
  },
  pending: {
    description: '`yes`: only what another date is asked for, with no answer yet; `no`: only the rest.',
    schema: { type: 'string', enum: ['yes', 'no'] },
  },
  meeting: {
    description: 'Only what was said at this meeting, by its id, such as `kent-board-2023-03-15`.',
    schema: words,
  },
  office: { description: 'Only what this office said, or the body whose act it was.', schema: words },
  for: {
    description: 'The UK day of a meeting, which may be still to come; that of the position where absent.',
    schema: { type: 'string', format: 'date' },
  },
  draft: { description: "A draft's id: that of the command that was sent.", schema: words },
  command: { description: 'The id of a command that was sent.', schema: uuid },
  index: { description: 'A place in the ledger, from 0.', schema: count },
  stream: { description: 'Only records of this stream, such as `figures-kent`.', schema: words },
  type: { description: 'Only records of this type, such as `figures.figure-corrected`.', schema: words },
  about: {
    description: 'Only records about this, such as `paper:kent-performance-2022-09-14`.',
    schema: words,
  },
  role: { description: 'Only records that somebody in this role wrote.', schema: words, example: 'force' },
  by: { description: 'Only records that this body, or somebody in this role, wrote.', schema: words },
  date: {
    description: 'Only records effective on this UK date.',
    schema: { type: 'string', format: 'date' },
  },
} as const satisfies Readonly<Record<string, Described>>;

export type ParameterName = keyof typeof PARAMETERS;
export type Parameters = Readonly<Partial<Record<ParameterName, string>>>;

/**
 * The parameters of a request, each at most once and none that the query does not take. One that is there but
 * empty counts as absent. Throws a RefusalError that names every problem.
 */
export function readParameters(
  sent: unknown,
  taken: readonly ParameterName[],
  needed: readonly ParameterName[],
): Parameters {
  const found = Object.entries(sent as Record<string, string | string[]>);
  const problems = found.flatMap(([name, value]) => problemWith(name, value, taken));
  const read: Parameters = Object.fromEntries(found.filter(([, value]) => value !== ''));
  for (const name of needed)
    if (!read[name]) problems.push(problem(name, 'parameter-missing', `Say which ${name}.`));
  if (problems.length > 0)
    throw new RefusalError(Refusal.of('request.bad-parameters', 'This cannot be asked like that.', problems));
  return read;
}

/** The parameters in an address's path. Throws a RefusalError for what cannot be text here. */
export function readPath(sent: unknown): Parameters {
  const inPath = sent as Parameters;
  const problems = Object.entries(inPath).flatMap(([name, value]) =>
    problemWith(name, value, [name as ParameterName]),
  );
  if (problems.length > 0)
    throw new RefusalError(Refusal.of('request.bad-parameters', 'This cannot be asked.', problems));
  return inPath;
}

function problemWith(name: string, value: string | string[], taken: readonly ParameterName[]): Problem[] {
  if (!taken.some((one) => one === name))
    return [
      problem(
        name.slice(0, 40),
        'unknown-parameter',
        `There is no such parameter here. Use ${taken.join(', ') || 'none'}.`,
      ),
    ];
  if (typeof value !== 'string') return [problem(name, 'repeated-parameter', `Give ${name} once.`)];
  if (value.length > MOST_CHARACTERS || value.includes('\0') || /\p{Surrogate}/u.test(value))
    return [
      problem(name, 'bad-text', `Write ${name} with up to ${MOST_CHARACTERS} characters, none of them NUL.`),
    ];
  return [];
}

/** How many items a page holds. Throws a RefusalError, `request.bad-limit`. */
export function readLimit(limit: string | undefined, otherwise: number): number {
  if (limit === undefined) return otherwise;
  const wanted = /^\d{1,6}$/.test(limit) ? Number(limit) : 0;
  if (wanted < 1 || wanted > MOST_ITEMS)
    throw refused('limit', 'bad-limit', `A page holds 1 to ${MOST_ITEMS} items.`);
  return wanted;
}

/** The refusal of one parameter, to throw. */
export function refused(name: string, code: string, message: string): RefusalError {
  return new RefusalError(new Refusal(`request.${code}`, message, false, [problem(name, code, message)]));
}

function problem(name: string, code: string, message: string): Problem {
  return { field: `/${name}`, code: `request.${code}`, message };
}
