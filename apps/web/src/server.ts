import { Dispatcher, Tokens } from '@daybook/identity';
import { Refusal, RefusalError } from '@daybook/ledger';
import { Readings, type Daybook } from '@daybook/runtime';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import { api, sendProblem, type ApiOptions } from './api/api';
import { EventStreams } from './api/event-stream';
import { AppModule } from './app.module';
import type { WebConfig } from './config';
import { drainOnClose } from './draining';
import { ErrorPageFilter } from './error-page.filter';
import { errorPages, pages, type PagesSettings } from './pages/pages';
import { pathOf, Routes } from './routes';

/** The longest step of an address: a period or an id, in any spelling, is far shorter. */
const LONGEST_STEP = 600;
/** How long requests under way may take when the server closes. */
const PATIENCE_MS = 5_000;

/**
 * The web app on an opened Daybook, ready for requests but listening nowhere yet. The API and the pages
 * each have a scope of their own on one Fastify server, so that hooks, headers and body parsers of one
 * never reach the other; Nest puts together what they are made of. Closing the app does not close the
 * Daybook.
 */
export async function createServer(daybook: Daybook, config: WebConfig): Promise<NestFastifyApplication> {
  const made: { errors?: ErrorPageFilter } = {};
  const adapter = new FastifyAdapter({
    bodyLimit: config.bodyLimit,
    forceCloseConnections: true,
    ...(config.trustedProxies.length > 0 && { trustProxy: [...config.trustedProxies] }),
    routerOptions: { maxParamLength: LONGEST_STEP },
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      void unreadable(request, reply, made.errors),
  });
  const fastify: FastifyInstance = adapter.getInstance();
  const routes = new Routes();
  routes.listen(fastify);
  // Streams end before requests under way are waited for: they would never end by themselves.
  const streams = new EventStreams(config.streams);
  fastify.addHook('preClose', async () => streams.close());
  drainOnClose(fastify, PATIENCE_MS);

  const quiet = config.logLevel === 'silent';
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(daybook, config), adapter, {
    abortOnError: false,
    ...(quiet ? { logger: false } : { bufferLogs: true }),
  });
  if (!quiet) {
    app.useLogger(app.get(Logger));
    app.flushLogs();
  }
  const [dispatcher, readings, tokens] = [app.get(Dispatcher), app.get(Readings), app.get(Tokens)];
  const { commandsPerMinute } = config;
  const apiOptions: ApiOptions = {
    dispatcher,
    readings,
    tokens,
    standings: daybook.standings,
    clock: daybook.clock,
    commandsPerMinute,
    streams,
  };
  await fastify.register(api, { prefix: '/api', ...apiOptions });
  const settings: PagesSettings = { daybook, config, readings, dispatcher };
  await fastify.register(pages, settings);
  made.errors = new ErrorPageFilter(routes, errorPages(settings));
  app.useGlobalFilters(made.errors);
  await app.init();
  await fastify.ready();
  return app;
}

/** An address that cannot be decoded reaches no route, and so no error handler of one. */
async function unreadable(
  request: FastifyRequest,
  reply: FastifyReply,
  errors?: ErrorPageFilter,
): Promise<void> {
  const refusal = new Refusal('request.bad-address', 'This address cannot be read.');
  if (pathOf(request.url).startsWith('/api/')) sendProblem(new RefusalError(refusal), request, reply);
  else await errors?.send(refusal, request, reply);
}
