/** The part of JSON Schema (draft 2020-12) that the API's description uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** An object with exactly the members of `T`, all of them always there except those named in `optional`. */
export function object<T extends object>(
  properties: Readonly<Record<keyof T & string, Schema>>,
  { optional = [], description }: { optional?: readonly (keyof T & string)[]; description?: string } = {},
): Schema {
  const required = (Object.keys(properties) as (keyof T & string)[]).filter(
    (name) => !optional.includes(name),
  );
  return {
    type: 'object',
    ...(description && { description }),
    properties,
    required,
    additionalProperties: false,
  };
}

export function list(items: Schema): Schema {
  return { type: 'array', items };
}

export function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

export function oneOf(values: readonly string[]): Schema {
  return { type: 'string', enum: values };
}

export function reference(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

export const text: Schema = { type: 'string' };
export const flag: Schema = { type: 'boolean' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const uuid: Schema = { type: 'string', format: 'uuid' };
/** A UK calendar date. */
export const date: Schema = { type: 'string', format: 'date' };
/** An RFC 3339 instant in UTC. */
export const instant: Schema = { type: 'string', format: 'date-time' };
/** Digits exactly as reported, never a float; inexact values keep their bound. */
export const decimal: Schema = { type: 'string', format: 'decimal' };
