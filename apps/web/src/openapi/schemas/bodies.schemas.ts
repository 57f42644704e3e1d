import {
  BODY_KINDS,
  type BodyHistoryItem,
  type BodyInFull,
  type BodyItem,
  type HeldItem,
} from '@daybook/register';
import { date, flag, list, object, oneOf, orNull, reference, text, type Schema } from '../json-schema';
import { readText, said } from './parts';

const orText = orNull(text);
const kind = oneOf(BODY_KINDS);
const within: Schema = { ...orText, description: 'The body that an office, or a board, is within.' };
const holder = {
  holder: { ...orText, description: 'As far as it was given: null also where its key was destroyed.' },
  holderErased: flag,
};
const following = object<{ body: string; on: string }>({ body: text, on: date });
const saidItem = object<BodyItem['said'] & object>(said);

const held: Record<keyof HeldItem, Schema> = {
  since: { ...date, description: 'The day from which whoever holds it now does.' },
  acting: { ...flag, description: 'Whether for the time being alone.' },
  ...holder,
  said: saidItem,
};

const body: Record<keyof BodyItem, Schema> = {
  area: text,
  id: text,
  kind,
  title: { ...text, description: 'In own words; of one that is not registered, its id in words.' },
  within,
  registeredOn: {
    ...orNull(date),
    description: 'The day from which it is on record; null where its id alone makes it known.',
  },
  held: orNull(object<HeldItem>(held)),
  succeeds: { ...list(following), description: 'The bodies whose place it took, and from when.' },
  succeededBy: { ...orNull(following), description: 'The body that took its place, and from when.' },
  dutiesWith: {
    ...text,
    description: 'The body that does, at the position, what this one had to do: itself, or its successor.',
  },
  said: orNull(saidItem),
};

const event: Record<keyof BodyHistoryItem, Schema> = {
  ...said,
  ...readText,
  type: text,
  body: text,
  kind: orNull(kind),
  title: orText,
  within,
  acting: orNull(flag),
  ...holder,
  successor: orText,
};

/** What the register answers of bodies. */
export const bodiesSchemas = {
  Body: object<BodyItem>(body),
  BodyInFull: object<BodyInFull>({
    ...body,
    offices: list(reference('Body')),
    boards: list(reference('Body')),
    history: list(object<BodyHistoryItem>(event)),
  }),
};
