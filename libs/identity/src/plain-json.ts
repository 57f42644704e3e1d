import type { Json, Problem } from '@daybook/ledger';
import { step } from './pointer';

/** Deeper than any command goes, and shallow enough that no recursion over a body runs out of stack. */
const MOST_LEVELS = 32;

const BAD_KEY = 'This name cannot be used for a field.';
const BAD_TEXT = 'This text holds a character that cannot be stored: NUL, or half of a surrogate pair.';
const BAD_VALUE = 'Only JSON can be recorded: text, finite numbers, true, false, null, lists and objects.';
const TOO_DEEP = `This is nested more than ${MOST_LEVELS} levels deep.`;

type Plain = { readonly value: Json } | { readonly problems: readonly Problem[] };

/**
 * A frozen copy of a body that is nothing but JSON, or every reason why it is not one.
 *
 * Runs before any library sees the body. Refused: field names that every object has already (`__proto__`,
 * `constructor`, `toString`), since libraries skip or misread them; NUL and lone surrogates, since the
 * store would cut or replace them and the record would not be what was sent. A field that is `undefined` is
 * left out, as in JSON.
 */
export function plainJson(body: unknown): Plain {
  const problems: Problem[] = [];
  const value = copy(body, '', 0, problems);
  return problems.length > 0 ? { problems } : { value };
}

function copy(value: unknown, pointer: string, level: number, problems: Problem[]): Json {
  const problem = (code: string, message: string, field = pointer): null => {
    problems.push({ field, code, message });
    return null;
  };
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return storable(value) ? value : problem('request.bad-text', BAD_TEXT);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object') return problem('request.bad-value', BAD_VALUE);
  if (level === MOST_LEVELS) return problem('request.too-deep', TOO_DEEP);
  if (Array.isArray(value))
    return Object.freeze(Array.from(value, (item, i) => copy(item, step(pointer, i), level + 1, problems)));
  if (!isPlainObject(value)) return problem('request.bad-value', BAD_VALUE);

  const result: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value)) {
    // A name that cannot be stored cannot stand in a pointer either, so the object that holds it is named.
    if (!storable(key)) problem('request.bad-text', BAD_TEXT);
    else if (isTaken(key)) problem('request.bad-key', BAD_KEY, step(pointer, key));
    else if (item !== undefined) result[key] = copy(item, step(pointer, key), level + 1, problems);
  }
  return Object.freeze(result);
}

function storable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

function isTaken(key: string): boolean {
  return key === 'prototype' || key in Object.prototype;
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
