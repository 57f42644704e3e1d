import rateLimit from '@fastify/rate-limit';
import type { BodyStandings, Dispatcher, Tokens } from '@daybook/identity';
import { isGivenUp, isHeld, isReceipt, isRefusal, Refusal, RefusalError, type Clock } from '@daybook/ledger';
import type { Readings } from '@daybook/runtime';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openApiDocument } from '../openapi/document';
import { Routes } from '../routes';
import { formOf, sendAnswer, type Form } from './answer';
import { COVER_SUFFIX } from './cover';
import { sheetOf } from './csv';
import { readCursor } from './cursor';
import { streamEvents, type EventStreams } from './event-stream';
import { readJson } from './json-body';
import { FEW_ITEMS, MOST_ITEMS, readLimit, readParameters, readPath } from './parameters';
import { problemOf, refusalOf } from './problem';
import { apiQueries, parametersOf, type Answer, type ApiAsking, type ApiQuery, type Sheet } from './queries';
import { Readers } from './reader';

export interface ApiOptions {
  readonly dispatcher: Dispatcher;
  readonly readings: Readings;
  readonly tokens: Tokens;
  readonly standings: BodyStandings;
  readonly clock: Clock;
  /** 0 for no limit. */
  readonly commandsPerMinute: number;
  readonly streams: EventStreams;
}

const RETRY_SECONDS = 1;
const logger = new Logger('API');

/**
 * The JSON API, as a Fastify plugin to register under /api: in a context of its own, so that neither
 * sessions nor page headers nor body parsers of the pages reach it. It answers every error under /api
 * itself, as problem details.
 */
export async function api(fastify: FastifyInstance, options: ApiOptions): Promise<void> {
  const { readings, commandsPerMinute } = options;
  const readers = new Readers(options.tokens, options.clock, options.standings);
  const routes = new Routes();
  routes.listen(fastify);
  fastify.decorateRequest('person');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_: unknown, body: Buffer) =>
    readJson(body),
  );
  fastify.setErrorHandler(sendProblem);
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    // The router takes an empty step of an address (a slash at its end) for an empty parameter.
    const empty = Object.values(request.params as Record<string, string>).includes('');
    if (empty || request.routeOptions.url?.endsWith('*'))
      throw new RefusalError(strayed(request, reply, routes));
    request.person = await readers.of(request.headers.authorization);
  });
  if (commandsPerMinute > 0) await limitRate(fastify);

  const limit =
    commandsPerMinute > 0
      ? { config: { rateLimit: { max: commandsPerMinute, timeWindow: '1 minute' } } }
      : {};
  fastify.post('/v1/commands/:name', limit, (request, reply) => giveCommand(request, reply, options));
  fastify.post('/v1/checks/:name', limit, (request, reply) => checkCommand(request, reply, options));
  for (const query of apiQueries) {
    const answer = (request: FastifyRequest, reply: FastifyReply) =>
      answerQuery(request, reply, query, readings);
    fastify.get(`/v1${query.path}`, answer);
    if (query.shape !== 'many') continue;
    for (const suffix of ['.csv', COVER_SUFFIX]) fastify.get(`/v1${query.path}${suffix}`, answer);
  }
  streamEvents(fastify, readings, options.streams);
  // A route, not a handler for what is not found: else addresses here could also be taken for those of pages.
  fastify.all('*', () => undefined);
  const description = JSON.stringify(openApiDocument());
  fastify.get('/v1/openapi.json', (request, reply) => {
    readParameters(request.query, [], []);
    return reply.type('application/json; charset=utf-8').send(description);
  });
}

async function giveCommand(
  request: FastifyRequest,
  reply: FastifyReply,
  { dispatcher }: ApiOptions,
): Promise<FastifyReply> {
  readParameters(request.query, [], []);
  const { name } = request.params as { readonly name: string };
  const id = commandId(request.headers['idempotency-key']);
  const outcome = await dispatcher.command(request.person, name, id, request.body);
  if (isRefusal(outcome)) throw new RefusalError(outcome);
  // Not on record: it waits for a second person.
  if (isHeld(outcome))
    return reply.code(202).header('location', `/api/v1/drafts/${outcome.draft}`).send(outcome);
  if (isGivenUp(outcome)) return reply.code(200).send(outcome);
  // Recorded, with a place that is not known yet: the same command again, a little later, gets the receipt.
  if (!isReceipt(outcome)) return reply.code(202).header('retry-after', RETRY_SECONDS).send(outcome);
  return reply.code(201).header('location', `/api/v1/events/${outcome.indexes[0]}`).send(outcome);
}

/** What would come of a command, in the form of an answer: its body is looked at, and nothing is written. */
async function checkCommand(
  request: FastifyRequest,
  reply: FastifyReply,
  { dispatcher }: ApiOptions,
): Promise<FastifyReply> {
  readParameters(request.query, [], []);
  const { name } = request.params as { readonly name: string };
  const answer = await dispatcher.check<object>(request.person, name, request.body);
  if (isRefusal(answer)) throw new RefusalError(answer);
  return reply.header('cache-control', 'no-store').send(answer);
}

/** The command's id: a uuid, bare or in the quotation marks of a structured header. */
function commandId(key: string | string[] | undefined): string {
  if (typeof key === 'string' && key !== '') return key.replace(/^"(.*)"$/, '$1');
  const message = 'Send the header Idempotency-Key with a uuid of your choice, and keep it for a retry.';
  throw new RefusalError(new Refusal('request.idempotency-key-missing', message));
}

async function answerQuery(
  request: FastifyRequest,
  reply: FastifyReply,
  query: ApiQuery,
  readings: Readings,
): Promise<FastifyReply> {
  const form = formOf(request, query);
  const inPath = readPath(request.params);
  const needed = query.needed.filter((name) => inPath[name] === undefined);
  const { asOf, basis, basisAt, minBasis, limit, after, ...asked } = readParameters(
    request.query,
    parametersOf(query),
    needed,
  );
  const page = query.paged && {
    limit: readLimit(limit, form === 'json' ? FEW_ITEMS : MOST_ITEMS),
    ...(after !== undefined && { after: readCursor(after) }),
  };
  const asking: ApiAsking = {
    readings,
    person: request.person,
    at: { asOf, basis, basisAt, minBasis },
    asked: { ...asked, ...inPath },
    page: page || {},
  };
  const answer = await query.ask(asking);
  return sendAnswer(request, reply, query, answer, form, await sheetFor(query, asking, answer, form));
}

/** The items of an answer as a table, where a file of them or its cover is wanted. */
async function sheetFor(
  query: ApiQuery,
  asking: ApiAsking,
  answer: Answer,
  form: Form,
): Promise<Sheet | undefined> {
  if (form === 'json' || !('items' in answer)) return undefined;
  return query.sheet ? query.sheet(asking, answer) : sheetOf(query.item, answer.items);
}

/** No such address, or one that does not take this method; then the answer says which it takes. */
function strayed(request: FastifyRequest, reply: FastifyReply, routes: Routes): Refusal {
  const allowed = routes.methodsOf(request.url);
  if (allowed.length === 0)
    return new Refusal('request.no-such-address', 'There is nothing at this address.');
  reply.header('allow', allowed.join(', '));
  return new Refusal('request.wrong-method', `This address takes ${allowed.join(', ')} only.`);
}

async function limitRate(fastify: FastifyInstance): Promise<void> {
  await fastify.register(rateLimit, {
    global: false,
    keyGenerator: ({ headers, ip }) => headers.authorization ?? ip,
    errorResponseBuilder: () =>
      new RefusalError(
        new Refusal('request.too-many', 'Too many commands in a short time. Wait, then send it again.', true),
      ),
  });
}

/** Any error as problem details. What broke here is logged, never told. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error);
  const anonymous = request.headers.authorization === undefined;
  const problem = problemOf(refusal, anonymous);
  if (problem.status >= 500 && !(error instanceof RefusalError))
    logger.error(
      error instanceof Error ? error.message : 'Something that is no error was thrown.',
      (error as Error).stack,
    );
  if (problem.status === 401)
    reply.header(
      'www-authenticate',
      anonymous ? 'Bearer realm="daybook"' : 'Bearer realm="daybook", error="invalid_token"',
    );
  if (problem.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', RETRY_SECONDS);
  reply.headers({ 'cache-control': 'no-store', vary: 'Authorization, Accept' });
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}
