import { ADDRESSEE_KINDS, FINDING_KINDS, STATUSES } from '@daybook/inspections';
import type { PartCompared, SumCompared, TallyItem } from '@daybook/inspections';
import { count, flag, list, object, oneOf, orNull, text, uuid, type Schema } from '../json-schema';
import { precision, source, written } from './parts';

const part: Record<keyof PartCompared, Schema> = {
  id: text,
  words: text,
  kind: orNull(oneOf(FINDING_KINDS)),
  addresseeKind: orNull(oneOf(ADDRESSEE_KINDS)),
  statuses: list(oneOf(STATUSES)),
  said: { ...orNull(count), description: 'Null: how many was not said.' },
  counted: { ...count, description: 'What the ledger counts as of the day on which it was said.' },
  agrees: orNull(flag),
};

const sum: Record<keyof SumCompared, Schema> = {
  plus: list(text),
  minus: list(text),
  equals: text,
  said: count,
  reckoned: { type: 'integer', description: 'The parts added up, and taken away, as they were said.' },
  holds: flag,
};

/** What a board was told beside what the ledger counts. */
export const talliesSchemas = {
  Tally: object<TallyItem>({
    ...{ id: uuid, index: count, area: text, inspection: orNull(text), occasion: text },
    ...{ ...written, precision, source: orNull(source), secondHand: flag, enteredWrongly: flag },
    parts: list(object<PartCompared>(part)),
    sum: orNull(object<SumCompared>(sum)),
  }),
};
