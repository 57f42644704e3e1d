import type { Acknowledgement, Receipt, Recorded } from '@daybook/ledger';
import type { ClosedEvent, Neighbours, OpenEvent, StatusAnswer, ViewAnswer } from '@daybook/runtime';
import {
  count,
  date,
  flag,
  instant,
  list,
  object,
  oneOf,
  orNull,
  text,
  uuid,
  type Schema,
} from '../json-schema';
import { access, actor, precision, source } from './parts';

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

const beside = object<Neighbours['inStream']>(
  { previous: orNull(count), next: orNull(count) },
  { description: 'Indexes; null where there is none.' },
);
const neighbours = object<Neighbours>({
  index: count,
  inLedger: beside,
  inStream: { ...beside, description: 'The nearest in its stream that the reader may read.' },
  commit: orNull(
    object<NonNullable<Neighbours['commit']>>(
      { first: count, last: count },
      { description: 'All that were written at once; null where the reader may not read the record.' },
    ),
  ),
});

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

/** What the ledger itself answers with. */
export const ledgerSchemas = {
  Acknowledgement: acknowledgement,
  Event: event,
  Neighbours: neighbours,
  Receipt: receipt,
  Status: apiStatus,
};
