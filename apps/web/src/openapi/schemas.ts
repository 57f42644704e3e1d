import {
  COMPARATORS,
  FREQUENCIES,
  KINDS,
  POLARITIES,
  SEVERITIES,
  STATUSES,
  UNITS,
  type Dimension,
  type FigureItem,
  type MeasureItem,
  type Noted,
  type ReadText,
  type VintageItem,
} from '@daybook/figures';
import type { Acknowledgement, Actor, Receipt, Recorded, Source } from '@daybook/ledger';
import type { PaperItem } from '@daybook/register';
import type { ClosedEvent, OpenEvent, StatusAnswer, ViewAnswer } from '@daybook/runtime';
import {
  count,
  date,
  decimal,
  flag,
  instant,
  list,
  object,
  oneOf,
  orNull,
  reference,
  text,
  uuid,
} from './json-schema';
import type { Schema } from './json-schema';

/*
 * What the API answers with. Each schema has exactly the members of the type that it describes, which the
 * compiler checks; that the values fit is checked in the tests, for every response.
 */

const actor = object<Actor>({ person: text, role: text, body: text });
const source = object<Source>({ paper: text, place: text });
const precision = oneOf(['day', 'month']);
const status: Schema = {
  ...oneOf(Object.keys(STATUSES)),
  description: 'SDMX observation status (CL_OBS_STATUS).',
};
const access = oneOf(['public', 'restricted']);

/** When and by whom something was written down, and whose act it was where that differs. */
const written = { effectiveOn: date, recordedAt: instant, by: actor, for: orNull(text) };
const readText = { reason: orNull(text), reasonErased: flag };
const noted = orNull(object<ReadText & Noted>({ id: uuid, index: count, ...written, ...readText }));

const figure = object<FigureItem>({
  area: text,
  measure: text,
  period: {
    ...text,
    description: 'In its canonical form, such as 2022-07, 2022-Q3, FY2021-22 or R12-2022-07.',
  },
  breakdown: { ...text, description: 'dimension=value;dimension=value, or empty for the whole.' },
  id: uuid,
  index: count,
  value: orNull(decimal),
  unit: orNull(oneOf(Object.keys(UNITS))),
  status,
  kind: oneOf(KINDS),
  printed: orNull(text),
  withheldBy: orNull(text),
  ...written,
  precision,
  source: orNull(source),
  secondHand: flag,
  contradictsItself: flag,
  confirmedBy: list(uuid),
});

const vintage = object<VintageItem>({
  id: uuid,
  index: count,
  kind: oneOf(KINDS),
  value: orNull(decimal),
  status,
  printed: orNull(text),
  withheldBy: orNull(text),
  difference: orNull(decimal),
  ...written,
  precision,
  ...readText,
  of: orNull(uuid),
  severity: orNull(oneOf(SEVERITIES)),
  source: orNull(source),
  secondHand: flag,
  contradictsItself: flag,
  stands: flag,
  explanation: noted,
  enteredWrongly: noted,
});

const measure = object<MeasureItem>({
  area: text,
  id: text,
  title: text,
  unit: oneOf(Object.keys(UNITS)),
  decimals: count,
  frequency: oneOf(FREQUENCIES),
  polarity: oneOf(POLARITIES),
  definition: text,
  base: orNull(text),
  dimensions: list(object<Dimension>({ name: text, exclusive: flag, complete: flag })),
  owner: text,
  comparatorOf: orNull(text),
  comparatorKind: orNull(oneOf(COMPARATORS)),
  start: date,
  breaks: list(
    object<MeasureItem['breaks'][number]>({
      id: uuid,
      index: count,
      effectiveOn: date,
      recordedAt: instant,
      change: text,
      fromPeriod: orNull(text),
    }),
  ),
});

const paper = object<PaperItem>({
  id: text,
  area: text,
  title: text,
  issuedBy: text,
  dated: orNull(date),
  published: orNull(date),
  considered: orNull(date),
  url: orNull({ type: 'string', format: 'uri' }),
  sha256: orNull(text),
  index: count,
  effectiveOn: date,
  recordedAt: instant,
  by: actor,
});

const record = object<Recorded>(
  {
    stream: text,
    revision: count,
    id: uuid,
    type: text,
    schema: count,
    commit: object<Recorded['commit']>({ n: count, of: count }),
    effectiveOn: date,
    precision,
    recordedAt: instant,
    by: actor,
    for: text,
    command: object<Recorded['command']>({ id: uuid, hash: text }),
    cause: uuid,
    source,
    about: list(text),
    access,
    data: {
      type: 'object',
      description: 'The fact itself; free text in it is sealed.',
      additionalProperties: true,
    },
  },
  { optional: ['for', 'cause', 'source'] },
);

const hash: Schema = { ...text, pattern: '^[0-9a-f]{64}$', description: 'SHA-256(0x00 || canonical bytes).' };
const event: Schema = {
  oneOf: [
    object<OpenEvent>({
      index: count,
      hash,
      restricted: { const: false },
      record,
      canonical: { ...text, description: 'The stored text, exactly as it was hashed.' },
    }),
    object<ClosedEvent>(
      { index: count, hash, restricted: { const: true } },
      {
        description: 'A record that the reader may not see: only that it stands here, and its hash.',
      },
    ),
  ],
};

const apiStatus = object<StatusAnswer>(
  {
    store: oneOf(['embedded', 'kurrentdb']),
    storeState: oneOf(['current', 'catching-up', 'unreachable', 'stopped']),
    storeReason: text,
    size: { ...count, description: 'The ledger size: how many records it holds.' },
    today: date,
    current: { ...flag, description: 'Every view runs and has passed every record.' },
    views: list(
      object<ViewAnswer>(
        {
          view: text,
          version: count,
          position: count,
          lag: count,
          stopped: object<{ index: number; reason: string }>(
            { index: count, reason: text },
            { optional: ['reason'] },
          ),
          records: object<{ inLedger: number; consumed: number }>({ inLedger: count, consumed: count }),
        },
        { optional: ['stopped', 'records'] },
      ),
    ),
  },
  { optional: ['storeReason'] },
);

const acknowledged = { commandId: uuid, stream: text, revision: count, events: list(uuid) };
const acknowledgement = object<Acknowledgement>(acknowledged);
const receipt = object<Receipt>({
  ...acknowledged,
  indexes: list(count),
  ledgerSize: { ...count, description: 'Pass it as `basis` to see the position that this commit made.' },
});

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
  Acknowledgement: acknowledgement,
  Area: object<{ readonly id: string }>({ id: text }),
  Event: event,
  Figure: figure,
  Measure: measure,
  Paper: paper,
  Problem: problem,
  Receipt: receipt,
  Status: apiStatus,
  Vintage: vintage,
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
  clocks: 'both' | 'ledger',
): Schema {
  if (shape === 'bare') return reference(item);
  const day: Record<string, Schema> = clocks === 'both' ? { asOf } : {};
  if (shape === 'one') return object<Record<string, unknown>>({ ...day, basis, item: reference(item) });
  const next = { ...orNull(text), description: 'Pass it as `after` for the next page; null on the last.' };
  return object<Record<string, unknown>>({ ...day, basis, items: list(reference(item)), next });
}
