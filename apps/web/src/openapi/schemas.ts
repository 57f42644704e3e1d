import { count, date, flag, list, object, orNull, reference, text, type Schema } from './json-schema';
import { changesSchemas } from './schemas/changes.schemas';
import { csvMetadata } from './schemas/csv-metadata.schema';
import { draftsSchemas } from './schemas/drafts.schemas';
import { checkSchemas } from './schemas/check.schemas';
import { figuresSchemas } from './schemas/figures.schemas';
import { findingsSchemas } from './schemas/findings.schemas';
import { inspectionsSchemas } from './schemas/inspections.schemas';
import { responsesSchemas } from './schemas/responses.schemas';
import { bodiesSchemas } from './schemas/bodies.schemas';
import { plansSchemas } from './schemas/plans.schemas';
import { meetingsSchemas } from './schemas/meetings.schemas';
import { questionsSchemas } from './schemas/questions.schemas';
import { commitmentsSchemas } from './schemas/commitments.schemas';
import { decisionsSchemas } from './schemas/decisions.schemas';
import { overviewSchemas } from './schemas/overview.schemas';
import { talliesSchemas } from './schemas/tallies.schemas';
import { ledgerSchemas } from './schemas/ledger.schemas';
import { returnsSchemas } from './schemas/returns.schemas';
import { registerSchemas } from './schemas/register.schemas';

/*
 * What the API answers with. Each schema has exactly the members of the type that it describes, which the
 * compiler checks; that the values fit is checked in the tests, for every response.
 */

const problem: Schema = {
  type: 'object',
  description: 'RFC 9457 problem details. Decide by `code`, which is permanent.',
  properties: {
    type: text,
    title: text,
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { ...text, description: 'What to do, in a sentence.' },
    code: text,
    retryable: { ...flag, description: 'Whether the same request could succeed later without change.' },
    errors: list({
      type: 'object',
      description:
        'Beside these, facts that a program needs to mend it, such as `recorded`, the entry that stands.',
      properties: { pointer: text, code: text, detail: text },
      required: ['pointer', 'code', 'detail'],
      additionalProperties: true,
    }),
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'retryable', 'errors'],
  additionalProperties: true,
};

/** By the names that they have in the API's description. */
export const answerSchemas = {
  ...changesSchemas,
  ...draftsSchemas,
  ...checkSchemas,
  ...figuresSchemas,
  ...findingsSchemas,
  ...inspectionsSchemas,
  ...responsesSchemas,
  ...talliesSchemas,
  ...bodiesSchemas,
  ...plansSchemas,
  ...meetingsSchemas,
  ...questionsSchemas,
  ...commitmentsSchemas,
  ...decisionsSchemas,
  ...overviewSchemas,
  ...ledgerSchemas,
  ...registerSchemas,
  ...returnsSchemas,
  CsvMetadata: csvMetadata,
  Problem: problem,
} satisfies Readonly<Record<string, Schema>>;

export type AnswerName = keyof typeof answerSchemas;

const asOf: Schema = { ...date, description: 'The day whose position this is.' };
const basis: Schema = {
  ...count,
  description: 'The ledger size that was used. The same request with it repeats for ever.',
};

/** The whole body of an answer; the log itself has one clock, so its answers have no `asOf`. */
export function bodySchema(
  item: AnswerName,
  shape: 'one' | 'many' | 'bare',
  clocks: 'both' | 'ledger' | 'between',
): Schema {
  if (shape === 'bare') return reference(item);
  const day: Record<string, Schema> = clocks === 'ledger' ? {} : { asOf };
  const from = {
    ...object<{ asOf: string; basis: number }>({ asOf, basis }),
    description: 'The earlier position.',
  };
  if (shape === 'one') return object<Record<string, unknown>>({ ...day, basis, item: reference(item) });
  const next = { ...orNull(text), description: 'Pass it as `after` for the next page; null on the last.' };
  return object<Record<string, unknown>>({
    ...day,
    basis,
    ...(clocks === 'between' && { from }),
    items: list(reference(item)),
    next,
  });
}
