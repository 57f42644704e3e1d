import type { Problem } from '@daybook/ledger';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { step } from './pointer';

interface Shape {
  readonly property: string;
  readonly list: boolean;
  readonly nested: boolean;
}

const shapes = new WeakMap<object, readonly Shape[]>();

/**
 * Lists where one object belongs, and anything else where a list belongs, in an instance of a body class.
 *
 * class-validator lets these pass: `@ValidateNested()` takes a list of such objects (or of lists of them)
 * for one, and `{ each: true }` takes a single value for a list. Here `each` means a list, and its absence
 * means none.
 */
export function misplacedLists(instance: object, pointer: string): Problem[] {
  const problems: Problem[] = [];
  const object = (value: unknown, field: string): void => {
    if (Array.isArray(value))
      problems.push({ field, code: 'request.is-object', message: 'This must be an object.' });
    else if (typeof value === 'object' && value !== null) problems.push(...misplacedLists(value, field));
  };
  for (const { property, list, nested } of shapesOf(instance)) {
    const value = (instance as Record<string, unknown>)[property];
    const field = step(pointer, property);
    if (value === undefined || value === null) continue;
    if (list && !Array.isArray(value))
      problems.push({ field, code: 'request.is-array', message: 'This must be a list.' });
    else if (list && nested) (value as unknown[]).forEach((item, i) => object(item, step(field, i)));
    else if (nested) object(value, field);
  }
  return problems;
}

/** What the decorators of the instance's class say about each property; read once for each class. */
function shapesOf(instance: object): readonly Shape[] {
  const type = instance.constructor;
  const known = shapes.get(type);
  if (known) return known;
  const storage = getMetadataStorage();
  const rows = storage.groupByPropertyName(storage.getTargetValidationMetadatas(type, '', false, false));
  const read = Object.entries(rows).map(([property, rules]) => ({
    property,
    list: rules.some(({ each }) => each),
    nested: rules.some((rule) => rule.type === ValidationTypes.NESTED_VALIDATION),
  }));
  shapes.set(type, read);
  return read;
}
