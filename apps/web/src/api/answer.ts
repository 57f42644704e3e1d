import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { writeCursor } from './cursor';
import { COVER_SUFFIX, COVER_TYPE, coverAddress, coverOf } from './cover';
import { csvOf } from './csv';
import type { Answer, ApiQuery, Sheet } from './queries';
import { pathOf } from '../routes';
import type { Many, ResolvedPosition } from '@daybook/runtime';

/** A list may come as JSON, as a CSV file, or as the cover of that file. */
export type Form = 'json' | 'csv' | 'cover';

const MEDIA_TYPES: Readonly<Record<Form, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  cover: `${COVER_TYPE}; charset=utf-8`,
};

/** How a list is wanted: by its address, or as CSV because `Accept` names text/csv before JSON. */
export function formOf(request: FastifyRequest, { shape }: ApiQuery): Form {
  if (shape !== 'many') return 'json';
  if (pathOf(request.url).endsWith('.csv')) return 'csv';
  if (pathOf(request.url).endsWith(COVER_SUFFIX)) return 'cover';
  const named = (request.headers.accept ?? '')
    .split(',')
    .map((type) => type.split(';', 1)[0]?.trim().toLowerCase());
  return named.find((type) => type === 'text/csv' || type === 'application/json') === 'text/csv'
    ? 'csv'
    : 'json';
}

/**
 * Sends an answer with the position that it uses, in its body and in headers.
 *
 * What may change between two askings of the same position (the size of the ledger now, how the basis was
 * found) stands in headers alone, so that the body repeats byte for byte. The ETag is the digest of the
 * body, and so of all that the body comes from: query, position, the reader's access, texts erased since.
 */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  query: ApiQuery,
  answer: Answer,
  form: Form,
  sheet: Sheet | undefined,
): FastifyReply {
  const body =
    sheet && 'items' in answer ? filed(request, query, answer, sheet, form) : bodyOf(query, answer);
  const etag = `"${createHash('sha256').update(form).update(body).digest('base64url')}"`;
  reply.headers({ etag, 'cache-control': 'private, no-cache', vary: 'Authorization, Accept' });
  if ('position' in answer) sayPosition(reply, query, answer.position);
  const links = [...linksOf(request, query, answer), ...coverLink(request, query, answer, form)];
  if (links.length > 0) reply.header('link', links.join(', '));
  if (sameAs(etag, request.headers['if-none-match'])) return reply.code(304).send();
  return reply.type(MEDIA_TYPES[form]).send(body);
}

function bodyOf(query: ApiQuery, answer: Answer): string {
  if ('bare' in answer) return JSON.stringify(answer.bare);
  const { asOf, basis } = answer.position;
  const first = 'items' in answer ? answer.from : undefined;
  const from = first && { from: { asOf: first.asOf, basis: first.basis } };
  const position = { ...(query.clocks !== 'ledger' && { asOf }), basis, ...from };
  if ('item' in answer) return JSON.stringify({ ...position, item: answer.item });
  return JSON.stringify({ ...position, items: answer.items, next: cursorOf(answer) });
}

/** The items as a CSV file, or the cover of that file. */
function filed(
  request: FastifyRequest,
  query: ApiQuery,
  answer: Many<object>,
  sheet: Sheet,
  form: Form,
): string {
  const csv = csvOf(sheet);
  if (form === 'csv') return csv;
  const { position, from } = answer;
  const [path, asked] = [listPath(request), askedFor(request)];
  return JSON.stringify(coverOf({ query, path, asked, position, from, sheet, csv, next: cursorOf(answer) }));
}

function cursorOf(answer: Answer): string | null {
  return 'next' in answer && answer.next !== undefined ? writeCursor(answer.next) : null;
}

function sayPosition(
  reply: FastifyReply,
  { clocks }: ApiQuery,
  { asOf, basis, latest, roundedFrom }: ResolvedPosition,
): void {
  reply.headers({ 'daybook-basis': basis, 'daybook-latest': latest });
  if (clocks !== 'ledger') reply.header('daybook-as-of', asOf);
  if (roundedFrom !== undefined) reply.header('daybook-basis-rounded-from', roundedFrom);
}

/**
 * The address of the next page, at the positions just used, so that pages fit together; of an answer about
 * two positions also its own, with both of them resolved, which repeats it for ever.
 */
function linksOf(request: FastifyRequest, { clocks }: ApiQuery, answer: Answer): string[] {
  if (!('position' in answer)) return [];
  const { asOf, basis } = answer.position;
  const parameters = new URLSearchParams(request.query as Record<string, string>);
  for (const settled of ['basisAt', 'minBasis']) parameters.delete(settled);
  const settle = (settled: Readonly<Record<string, string | number>>): void => {
    for (const [name, value] of Object.entries(settled)) parameters.set(name, String(value));
  };
  const first = 'items' in answer ? answer.from : undefined;
  if (first) settle({ from: first.asOf, fromBasis: first.basis, to: asOf, toBasis: basis });
  else settle(clocks === 'both' ? { asOf, basis } : { basis });
  const link = (rel: string): string => `<${pathOf(request.url)}?${parameters.toString()}>; rel="${rel}"`;
  const own = first ? [link('canonical')] : [];
  const after = cursorOf(answer);
  if (after === null) return own;
  parameters.set('after', after);
  return [...own, link('next')];
}

/** A file's cover, at the position that the file uses. */
function coverLink(request: FastifyRequest, query: ApiQuery, answer: Answer, form: Form): string[] {
  if (form !== 'csv' || !('position' in answer)) return [];
  const [path, asked] = [listPath(request), askedFor(request)];
  const address = coverAddress({
    ...{ query, path, asked, position: answer.position },
    from: 'items' in answer ? answer.from : undefined,
  });
  return [`<${address}>; rel="describedby"; type="${COVER_TYPE}"`];
}

/** The address of a list without what says how it comes. */
function listPath(request: FastifyRequest): string {
  const path = pathOf(request.url);
  const suffix = [COVER_SUFFIX, '.csv'].find((end) => path.endsWith(end));
  return suffix ? path.slice(0, -suffix.length) : path;
}

/** What was asked, apart from the position and from what is empty. */
function askedFor(request: FastifyRequest): Record<string, string> {
  const asked = Object.entries(request.query as Record<string, string>);
  return Object.fromEntries(asked.filter(([name, value]) => !POSITIONING.has(name) && value !== ''));
}

const POSITIONING: ReadonlySet<string> = new Set(['asOf', 'basis', 'basisAt', 'minBasis']);

/** Whether If-None-Match names this representation (RFC 9110 section 13.1.2: compared weakly). */
function sameAs(etag: string, wanted: string | undefined): boolean {
  const named = wanted?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return named.includes(etag) || named.includes('*');
}
