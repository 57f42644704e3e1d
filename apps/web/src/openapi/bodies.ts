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
  const add = (name: string): void => {
    const schema = all[name];
    if (found[name] || !schema) return;
    found[name] = closed(schema);
    for (const [, referred] of JSON.stringify(schema).matchAll(/#\/components\/schemas\/(\w+)/g))
      add(referred ?? '');
  };
  commands.forEach(({ body }) => add(body.name));
  return found;
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
