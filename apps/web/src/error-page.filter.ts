import { Refusal, RefusalError } from '@daybook/ledger';
import { Catch, Logger, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf } from './api/problem';
import { statusOf } from './api/refusal-status';
import type { Routes } from './routes';

/** An error as a page, whole, as HTML. */
export type RenderErrorPage = (status: number, refusal: Refusal, request: FastifyRequest) => Promise<string>;

const NO_PAGE = new Refusal('request.no-such-address', 'There is no page at this address.');
const WRONG_METHOD = new Refusal('request.wrong-method', 'This page cannot be asked for in that way.');
/** These pages are made outside the scope of the others, and so bring their headers themselves. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; " +
    "base-uri 'none'; frame-ancestors 'none'",
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** Errors at addresses that belong neither to the API nor to a page, as pages. */
@Catch()
export class ErrorPageFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorPageFilter.name);

  constructor(
    private readonly routes: Routes,
    private readonly render: RenderErrorPage,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = error instanceof NotFoundException ? this.strayed(request, reply) : refusalOf(error);
    if (refusal.code === 'server.failed' && !(error instanceof RefusalError)) this.logger.error(error);
    await this.send(refusal, request, reply);
  }

  async send(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const status = statusOf(refusal, false);
    const page = await this.render(status, refusal, request);
    return reply.code(status).headers(HEADERS).send(page);
  }

  private strayed(request: FastifyRequest, reply: FastifyReply): Refusal {
    const allowed = this.routes.methodsOf(request.url);
    if (allowed.length === 0 || allowed.includes(request.method)) return NO_PAGE;
    reply.header('allow', allowed.join(', '));
    return WRONG_METHOD;
  }
}
