import { allCommands } from '@daybook/runtime';
import { PARAMETERS, type ParameterName } from '../api/parameters';
import { apiQueries, parametersOf, type ApiQuery } from '../api/queries';
import { bodySchemas } from './bodies';
import { reference, type Schema } from './json-schema';
import { answerSchemas, bodySchema, type AnswerName } from './schemas';

const DESCRIPTION = `The book of original entry for holding a police force to account.

Commands write; each needs the header Idempotency-Key, a uuid that the sender chooses: the same command with
it again answers with the first receipt. Queries read, at a position on two clocks: \`asOf\`, a day in the
world, and \`basis\`, a ledger size. An answer names the position that it used; the same question with it
answers the same for ever.`;

/** What a check answers with, by its command. */
const CHECK_ANSWERS: Readonly<Record<string, AnswerName>> = { 'submit-return': 'CheckedReturn' };

/**
 * The description of the whole API, OpenAPI 3.1, made from the commands' definitions and the table of
 * queries.
 */
export function openApiDocument() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Daybook',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths: { ...commandPaths(), ...checkPaths(), ...queryPaths(), ...ownPath() },
    components: {
      schemas: { ...bodySchemas(allCommands), ...answerSchemas },
      responses: {
        Problem: {
          description: 'Refused, or failed.',
          content: content('application/problem+json', reference('Problem')),
        },
      },
      headers: headerDescriptions(),
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Made by `daybook token`.',
        },
      },
    },
  };
}

function commandPaths() {
  const entries = allCommands.map((command) => {
    const operation = {
      operationId: command.name,
      summary: command.title,
      tags: ['Commands'],
      security: [{ token: [] }],
      parameters: [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: "The command's id: a uuid of the sender's choice, kept for a retry.",
          schema: { type: 'string', format: 'uuid' },
        },
      ],
      requestBody: { required: true, content: content('application/json', reference(command.body.name)) },
      responses: {
        201: {
          description: 'Recorded, and flushed to disk. The same command again gets the same receipt.',
          headers: {
            Location: { description: 'The first record of the commit.', schema: { type: 'string' } },
          },
          content: content('application/json', reference('Receipt')),
        },
        202: {
          description:
            'Recorded, and flushed to disk; its place in the ledger is not known yet. Send the same command again for the receipt.',
          headers: {
            'Retry-After': { description: 'Seconds to wait before that.', schema: { type: 'integer' } },
          },
          content: content('application/json', reference('Acknowledgement')),
        },
        default: { $ref: '#/components/responses/Problem' },
      },
    };
    return [`/commands/${command.name}`, { post: operation }] as const;
  });
  return Object.fromEntries(entries);
}

function checkPaths() {
  const offered = allCommands.filter(({ check }) => check !== undefined);
  const entries = offered.map(({ name, body }) => {
    const post = {
      operationId: `check-${name}`,
      summary: `What would come of ${name}, as the ledger stands now; nothing is written`,
      tags: ['Checks'],
      security: [{ token: [] }],
      requestBody: { required: true, content: content('application/json', reference(body.name)) },
      responses: {
        200: {
          description: 'Every line with its outcome. Whether it can be recorded is `recordable`.',
          content: content('application/json', reference(CHECK_ANSWERS[name] ?? '')),
        },
        default: { $ref: '#/components/responses/Problem' },
      },
    };
    return [`/checks/${name}`, { post }] as const;
  });
  return Object.fromEntries(entries);
}

function queryPaths() {
  const entries = apiQueries.flatMap((query) => {
    const path = query.path.replaceAll(/:(\w+)/g, '{$1}');
    const json = [path, { get: operation(query, idOf(query), ['application/json', 'text/csv']) }] as const;
    if (query.shape !== 'many') return [json];
    return [json, [`${path}.csv`, { get: operation(query, `${idOf(query)}-csv`, ['text/csv']) }] as const];
  });
  return Object.fromEntries(entries);
}

/** `/figures/:area/:measure/:period/history` is `figures-area-measure-period-history`. */
function idOf({ path }: ApiQuery): string {
  return path.slice(1).replaceAll(/\/:?/g, '-');
}

function operation(query: ApiQuery, operationId: string, types: readonly string[]) {
  const inPath = query.needed.filter((name) => query.path.includes(`:${name}`));
  const parameters = [
    ...inPath.map((name) => parameter(name, 'path', true)),
    ...parametersOf(query).map((name) => parameter(name, 'query', query.needed.includes(name))),
  ];
  const bodies: Record<string, Schema> = {
    'application/json': bodySchema(query.item, query.shape, query.clocks === 'ledger' ? 'ledger' : 'both'),
    'text/csv': { type: 'string' },
  };
  const wanted = types.filter((type) => type !== 'text/csv' || query.shape === 'many');
  const headers = Object.fromEntries(
    headersOf(query).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
  return {
    operationId,
    summary: query.title,
    tags: ['Queries'],
    security: [{}, { token: [] }],
    parameters,
    responses: {
      200: {
        description: 'The answer.',
        headers,
        content: Object.assign({}, ...wanted.map((type) => content(type, bodies[type] ?? {}))) as object,
      },
      304: { description: 'As it was: If-None-Match names what would be sent.', headers },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function parameter(name: ParameterName, place: 'path' | 'query', required: boolean) {
  return { name, in: place, required, ...PARAMETERS[name] };
}

function headersOf({ clocks, paged }: ApiQuery): string[] {
  const position = clocks === 'none' ? [] : ['Daybook-Basis', 'Daybook-Latest', 'Daybook-Basis-Rounded-From'];
  return ['ETag', ...(clocks === 'both' ? ['Daybook-As-Of'] : []), ...position, ...(paged ? ['Link'] : [])];
}

function headerDescriptions() {
  const described: Record<string, readonly [string, Schema]> = {
    ETag: ['The digest of the body.', { type: 'string' }],
    Link: ['The next page, at the same position (rel="next"); absent on the last.', { type: 'string' }],
    'Daybook-As-Of': ['The day that the answer uses.', { type: 'string', format: 'date' }],
    'Daybook-Basis': ['The ledger size that the answer uses.', { type: 'integer' }],
    'Daybook-Latest': [
      'The ledger size now; greater than the basis where newer records exist.',
      { type: 'integer' },
    ],
    'Daybook-Basis-Rounded-From': ['The basis asked for, where it lay inside a commit.', { type: 'integer' }],
  };
  return Object.fromEntries(
    Object.entries(described).map(([name, [description, schema]]) => [name, { description, schema }]),
  );
}

function ownPath() {
  const get = {
    operationId: 'openapi',
    summary: 'This description',
    tags: ['Queries'],
    security: [{}],
    responses: {
      200: { description: 'OpenAPI 3.1.', content: content('application/json', { type: 'object' }) },
    },
  };
  return { '/openapi.json': { get } };
}

function content(type: string, schema: Schema): Record<string, { schema: Schema }> {
  return { [type]: { schema } };
}
