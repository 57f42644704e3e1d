import { heldDeciders } from '@daybook/figures';
import { allCommands } from '@daybook/runtime';
import { PARAMETERS, type ParameterName } from '../api/parameters';
import { COVER_SUFFIX, COVER_TYPE } from '../api/cover';
import { apiQueries, parametersOf, type ApiQuery } from '../api/queries';
import { eventFilters, eventParameters } from '../api/queries/ledger.queries';
import { bodySchemas } from './bodies';
import { count, reference, type Schema } from './json-schema';
import { answerSchemas, bodySchema, type AnswerName } from './schemas';

const DESCRIPTION = `The book of original entry for holding a police force to account.

Commands write; each needs the header Idempotency-Key, a uuid that the sender chooses: the same command with
it again answers with the first receipt. Queries read, at a position on two clocks: \`asOf\`, a day in the
world, and \`basis\`, a ledger size. An answer names the position that it used; the same question with it
answers the same for ever.`;

/** What a check answers with, by its command. */
const CHECK_ANSWERS: Readonly<Record<string, AnswerName>> = {
  'submit-return': 'CheckedReturn',
  'import-tracker': 'CheckedTracker',
};

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
    paths: { ...commandPaths(), ...checkPaths(), ...queryPaths(), ...streamPath(), ...ownPath() },
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
      responses: commandResponses(command.name),
    };
    return [`/commands/${command.name}`, { post: operation }] as const;
  });
  return Object.fromEntries(entries);
}

/** What a command answers; one that may wait for a second person is then a draft, and no record. */
function commandResponses(name: string) {
  if (name === 'reject-return' || name === 'withdraw-draft')
    return {
      200: {
        description: 'The draft is given up: nothing of it is recorded, and its texts are erased.',
        content: content('application/json', reference('GivenUp')),
      },
      default: { $ref: '#/components/responses/Problem' },
    };
  const location = (description: string) => ({ Location: { description, schema: { type: 'string' } } });
  const retryAfter = { description: 'Seconds to wait before that.', schema: { type: 'integer' } };
  const later = {
    description:
      'Recorded, and flushed to disk; its place in the ledger is not known yet. Send the same command again for the receipt.',
    headers: { 'Retry-After': retryAfter },
    content: content('application/json', reference('Acknowledgement')),
  };
  const held = {
    description: `${later.description} Or, where your body has four eyes switched on: not recorded, and flushed to disk as a draft, until a second person approves it.`,
    headers: { ...later.headers, ...location('The draft, where it is one.') },
    content: content('application/json', {
      oneOf: [reference('Acknowledgement'), reference('Held')],
    }),
  };
  return {
    201: {
      description: 'Recorded, and flushed to disk. The same command again gets the same receipt.',
      headers: location('The first record of the commit.'),
      content: content('application/json', reference('Receipt')),
    },
    202: heldDeciders.has(name) ? held : later,
    default: { $ref: '#/components/responses/Problem' },
  };
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
    return [
      json,
      [`${path}.csv`, { get: operation(query, `${idOf(query)}-csv`, ['text/csv']) }] as const,
      [`${path}${COVER_SUFFIX}`, { get: operation(query, `${idOf(query)}-cover`, [COVER_TYPE]) }] as const,
    ];
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
    ...parametersOf(query).map((name) =>
      parameter(name, 'query', query.needed.includes(name), query.described),
    ),
  ];
  const bodies: Record<string, Schema> = {
    'application/json': bodySchema(query.item, query.shape, query.clocks === 'none' ? 'both' : query.clocks),
    'text/csv': { type: 'string' },
    [COVER_TYPE]: reference('CsvMetadata'),
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

function parameter(
  name: ParameterName,
  place: 'path' | 'query',
  required: boolean,
  described: ApiQuery['described'] = {},
) {
  return { name, in: place, required, ...(described[name] ?? PARAMETERS[name]) };
}

function headersOf({ clocks, paged, shape }: ApiQuery): string[] {
  const position = clocks === 'none' ? [] : ['Daybook-Basis', 'Daybook-Latest', 'Daybook-Basis-Rounded-From'];
  const both = clocks === 'both' || clocks === 'between';
  const linked = paged || shape === 'many';
  return ['ETag', ...(both ? ['Daybook-As-Of'] : []), ...position, ...(linked ? ['Link'] : [])];
}

function headerDescriptions() {
  const described: Record<string, readonly [string, Schema]> = {
    ETag: ['The digest of the body.', { type: 'string' }],
    Link: [
      'The next page, at the same position (rel="next"), but on the last; of a CSV file, its cover ("describedby"); of an answer about two positions, its own address with both resolved ("canonical").',
      { type: 'string' },
    ],
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

const messages: Schema = { type: 'string', description: 'The data of each message is an `Event`.' };
const STREAM = `Server-sent events: a comment first; then for each record a message whose \`id\` is its index,
whose \`event\` is \`record\` and whose \`data\` is, on one line, what \`/events\` says of it to this reader: those
from \`Last-Event-ID\` or \`from\` on that are there, then each as it comes, without gap or repeat. Comments
keep a silent connection open. A stream ends after an hour, or when the server stops; a client goes on where
it was by sending the last \`id\` as \`Last-Event-ID\`, as browsers do by themselves.`;

function streamPath() {
  const get = {
    operationId: 'events-stream',
    summary: 'Records of the ledger, as they come',
    description: STREAM,
    tags: ['Queries'],
    security: [{}, { token: [] }],
    parameters: [
      ...(['from', ...eventFilters] as const).map((name) => parameter(name, 'query', false, eventParameters)),
      {
        name: 'Last-Event-ID',
        in: 'header',
        required: false,
        description: 'The index of the last record that was received; it goes before `from`.',
        schema: count,
      },
    ],
    responses: {
      200: { description: 'Records, one message for each.', content: content('text/event-stream', messages) },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
  return { '/events/stream': { get } };
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
