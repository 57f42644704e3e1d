import { TEXT_NAMES, type Citation, type MarkItem, type ToldAct, type NamedText } from '@daybook/scrutiny';
import { decimal, flag, list, object, oneOf, orNull, text, uuid, type Schema } from '../json-schema';
import { readText, said } from './parts';

/** A figure that somebody rested on, at the vintage quoted. */
export const citation = object<Citation>({
  figure: { ...text, description: '`figure:kent/…`.' },
  vintage: { ...uuid, description: 'The event that gave the vintage quoted.' },
  value: { ...orNull(decimal), description: 'As it was quoted, where that is not as it was reported.' },
});

/** What every act of a meeting, a question, a commitment or a decision tells in its history. */
export const told = {
  ...{ ...said, type: text, office: orNull(text) },
  fits: { ...flag, description: 'Whether it fits what stood before it; else it changes nothing.' },
  texts: list(object<NamedText>({ name: oneOf(TEXT_NAMES), text: orNull(text), erased: flag })),
  enteredWrongly: orNull(object<MarkItem>({ ...said, ...readText, says: orNull(text), saysErased: flag })),
} satisfies Record<keyof ToldAct, Schema>;
