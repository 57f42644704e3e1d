import type { CommandDefinition } from '@daybook/identity';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import type { Schema } from './json-schema';

/**
 * The schemas of all command bodies, with those that they refer to, made from their class-validator rules.
 */
export function bodySchemas(commands: readonly CommandDefinition[]): Record<string, Schema> {
  const all = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: '#/components/schemas/',
  }) as Record<string, Schema>;
  const found: Record<string, Schema> = {};
  const add = (name: string, schema = all[name]): void => {
    if (found[name] || !schema) return;
    found[name] = closed(schema);
    for (const [, referred] of JSON.stringify(schema).matchAll(/#\/components\/schemas\/(\w+)/g))
      add(referred ?? '');
  };
  commands.forEach(({ body }) => add(body.name, schemaOf(all, body)));
  return found;
}

/** A body that adds nothing to the one that it extends has the same fields. */
function schemaOf(all: Readonly<Record<string, Schema>>, body: object): Schema | undefined {
  const parents: { readonly name: string }[] = [];
  for (
    let one = body;
    typeof one === 'function' && one.name !== '';
    one = Object.getPrototypeOf(one) as object
  )
    parents.push(one);
  return parents.map(({ name }) => all[name]).find((schema) => schema !== undefined);
}

/** Nothing but the fields named; and what may be left out may as well be null. */
function closed(schema: Schema): Schema {
  const required = schema.required ?? [];
  const fields = Object.entries(schema.properties ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const properties = fields.map(
    ([name, field]) => [name, required.includes(name) ? field : nullable(field)] as const,
  );
  return { ...schema, properties: Object.fromEntries(properties), additionalProperties: false };
}

function nullable({ type, ...rest }: Schema): Schema {
  if (typeof type !== 'string') return { anyOf: [{ ...rest, ...(type && { type }) }, { type: 'null' }] };
  return { ...rest, type: [type, 'null'], ...(rest.enum && { enum: [...rest.enum, null] }) };
}
