import { LocalSignIn, publicReader, withStanding, type Dispatcher } from '@daybook/identity';
import { Refusal, RefusalError } from '@daybook/ledger';
import {
  assetsFolder,
  dateFields,
  fieldsOf,
  isEmpty,
  readDate,
  scriptsFolder,
  sourcesFolder,
  withQuery,
  type Download,
  type Page,
  type PagePosition,
  type Show,
  type TimeProblem,
  type Visit,
} from '@daybook/pages';
import type { Daybook, Readings } from '@daybook/runtime';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalOf } from '../api/problem';
import { statusOf } from '../api/refusal-status';
import { sessionSecretOf, type WebConfig } from '../config';
import { allPages } from './all-pages';
import { guardPages } from './security';
import { signInRoutes } from './sign-in';
import { takeUpload } from './upload';
import { Site, errorShow, placed, visitOf } from './site';

export interface PagesSettings {
  readonly daybook: Daybook;
  readonly config: WebConfig;
  readonly readings: Readings;
  readonly dispatcher: Dispatcher;
}

/** How long a page waits for the views to show what was just recorded. */
const VIEWS_MS = 2_000;
/** Ids of areas: what stands in an address in their place and is none has no page. */
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const FORM_EXPIRED = 'This form has expired. Go back, open it again and send it once more.';
const TIME_WORDS: Readonly<Record<string, string>> = {
  'position.bad-date': 'Enter a real date',
  'position.future-date': 'The date must be today or in the past',
};

/**
 * The pages, in a scope of their own: sessions, form tokens and headers reach neither the API nor the health
 * checks.
 */
export async function pages(scope: FastifyInstance, settings: PagesSettings): Promise<void> {
  const { daybook, config, readings, dispatcher } = settings;
  await guardPages(scope, {
    secret: sessionSecretOf(config),
    sessionsFile: daybook.directory.sessions,
    production: config.production,
    now: () => Date.now(),
  });
  const roots = [assetsFolder(), join(sourcesFolder, 'apps/web/src/assets'), scriptsFolder].filter((folder) =>
    existsSync(folder),
  );
  await scope.register(fastifyStatic, { root: roots, prefix: '/assets/', maxAge: '1d' });

  // What the register says of a person's body may have changed since they signed in.
  scope.decorateRequest('person');
  scope.addHook('onRequest', async (request) => {
    const { person } = request.session;
    request.person = person ? await withStanding(person, daybook.standings) : publicReader;
  });
  const signIn =
    config.signIn === 'demonstration'
      ? new LocalSignIn(config.production, () => daybook.standings.acting())
      : undefined;
  const site = siteOf(settings, signIn?.banner);
  const desk = new Desk(site, readings);
  const waitForViews = (size: number): Promise<boolean> => daybook.projection.waitFor(size, VIEWS_MS);
  scope.setErrorHandler((error, request, reply) => desk.fail(error, request, reply));
  for (const page of allPages(readings, dispatcher, waitForViews)) {
    scope.route({
      method: page.method,
      url: page.path,
      ...(page.method === 'POST' && {
        preValidation: (request) => takeUpload(page, request),
        preHandler: (...of) => scope.csrfProtection(...of),
      }),
      handler: (request, reply) => desk.answer(page, request, reply),
    });
  }
  signInRoutes(scope, signIn, daybook.standings, (show, request, reply) =>
    desk.send(show, visit(request), request, reply),
  );
}

function siteOf({ daybook, config, readings }: PagesSettings, banner: string | undefined): Site {
  const demo = config.demo
    ? 'A sample ledger made from public papers: it is not any body’s record.'
    : undefined;
  const demonstration = [demo, banner].filter((words) => words !== undefined).join(' ');
  return new Site({
    readings,
    now: () => daybook.clock.now(),
    styles: asset(assetsFolder(), 'daybook.css'),
    script: asset(scriptsFolder, 'new-records.js'),
    canSignIn: config.signIn !== 'none',
    ...(demonstration && { demonstration }),
  });
}

/** Error pages for addresses that no page scope knows; there nobody is known to be signed in. */
export function errorPages(
  settings: PagesSettings,
): (status: number, refusal: Refusal, request: FastifyRequest) => Promise<string> {
  const site = siteOf(settings, undefined);
  return (status, refusal, request) =>
    site.render(errorShow(status, refusal, undefined), visitOf({ url: request.url, person: publicReader }), {
      csrf: () => '',
      stranger: true,
    });
}

/** The address of a style sheet or script changes with its content, so that browsers may keep it. */
function asset(folder: string, name: string): string {
  const file = join(folder, name);
  const content = existsSync(file) ? readFileSync(file) : '';
  return `/assets/${name}?v=${createHash('sha256').update(content).digest('hex').slice(0, 12)}`;
}

function visit(request: FastifyRequest): Visit {
  const { url, params, body, upload } = request;
  return visitOf({ url, params, body, upload, person: request.person ?? publicReader });
}

/** Answers requests with pages. */
class Desk {
  constructor(
    private readonly site: Site,
    private readonly readings: Readings,
  ) {}

  async answer(page: Page, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = visit(request);
    const { area } = asked.params;
    if (area === 'api' || (area !== undefined && !ID.test(area))) return callNotFound(reply);
    const typed = dateFields(asked.query, 'as-of');
    if (page.method === 'POST' || !('as-of-day' in asked.query))
      return this.place(page, asked, request, reply);
    const { 'as-of-day': _day, 'as-of-month': _month, 'as-of-year': _year, ...query } = asked.query;
    const date = readDate(typed);
    if (date) return goTo(withQuery(asked.path, { ...query, 'as-of': date }), 302, reply);
    const message = isEmpty(typed) ? 'Enter a date' : 'Enter a real date';
    return this.now(page, placed(asked, {}, query), { message, fields: typed }, request, reply);
  }

  /**
   * At the position asked for; where there is no such position, at the present one, saying so in the time
   * bar.
   */
  private async place(
    page: Page,
    asked: Visit,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    try {
      const answer = await page.answer(asked);
      if ('goTo' in answer) return goTo(answer.goTo, 303, reply);
      if ('download' in answer) return sendFile(answer, reply);
      return await this.send(answer, asked, request, reply);
    } catch (error) {
      if (!(error instanceof RefusalError) || !error.refusal.code.startsWith('position.')) throw error;
      const { code, message } = error.refusal;
      const problem = { message: TIME_WORDS[code] ?? message, fields: fieldsOf(asked.at.asOf ?? '') };
      return this.now(page, placed(asked, {}), problem, request, reply);
    }
  }

  private async now(
    page: Page,
    there: Visit,
    problem: TimeProblem,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const answer = await page.answer(there);
    if ('goTo' in answer) return goTo(answer.goTo, 303, reply);
    if ('download' in answer) throw new RefusalError(new Refusal('position.bad-date', problem.message));
    return this.send({ ...answer, status: 422 }, there, request, reply, problem);
  }

  async send(
    show: Show,
    there: Visit,
    _request: FastifyRequest,
    reply: FastifyReply,
    problem?: TimeProblem,
  ): Promise<FastifyReply> {
    const html = await this.site.render(show, there, {
      csrf: () => reply.generateCsrf(),
      ...(problem && { problem }),
    });
    return reply
      .code(show.status ?? 200)
      .header('cache-control', 'private, no-store')
      .type('text/html; charset=utf-8')
      .send(html);
  }

  async fail(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const refusal = isCsrf(error) ? new Refusal('identity.form-expired', FORM_EXPIRED) : refusalOf(error);
    const status = isCsrf(error) ? 403 : statusOf(refusal, false);
    if (status >= 500 && !(error instanceof RefusalError)) request.log.error(error);
    const there = visit(request);
    return this.send(errorShow(status, refusal, await this.positionOf(there, status)), there, request, reply);
  }

  /** Where an error page stands in time; none where that cannot be said. */
  private async positionOf(there: Visit, status: number): Promise<PagePosition | undefined> {
    return status >= 500 ? undefined : this.readings.position(there.at).catch(() => undefined);
  }
}

function sendFile({ download: { name, type, bytes } }: Download, reply: FastifyReply): FastifyReply {
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '-')}"`)
    .type(type)
    .send(bytes);
}

/** Another page of this site: what browsers would take for another host's address is a fault of a page. */
function goTo(path: string, status: 302 | 303, reply: FastifyReply): FastifyReply {
  if (!/^\/(?![/\\])/.test(path)) throw new Error(`A page sends its visitor elsewhere: ${path}`);
  return reply.redirect(path, status);
}

function callNotFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

function isCsrf(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('FST_CSRF');
}
