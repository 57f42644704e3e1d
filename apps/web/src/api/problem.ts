import { Refusal, RefusalError } from '@daybook/ledger';
import { STATUS_CODES } from 'node:http';
import { statusOf } from './refusal-status';

/**
 * A refusal as RFC 9457 problem details. What the refusal's own `detail` carries stands beside these
 * members.
 */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What to do, in a sentence. */
  readonly detail: string;
  /** Permanent; what programs decide by. */
  readonly code: string;
  /** Whether the same request could succeed later without change. */
  readonly retryable: boolean;
  /**
   * Each thing wrong, with an RFC 6901 pointer into the body, or `/name` of a parameter. Beside these members
   * stand facts that a program needs to mend it, such as the entry that stands.
   */
  readonly errors: readonly {
    readonly pointer: string;
    readonly code: string;
    readonly detail: string;
    readonly [more: string]: unknown;
  }[];
  readonly [more: string]: unknown;
}

export function problemOf(refusal: Refusal, anonymous: boolean): ProblemDetails {
  const { code, message, retryable, fields, detail } = refusal;
  const status = statusOf(refusal, anonymous);
  return {
    ...detail,
    type: `urn:daybook:refusal:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: message,
    code,
    retryable,
    errors: fields.map(({ field, code: of, message: said, detail: more }) => ({
      ...more,
      pointer: field,
      code: of,
      detail: said,
    })),
  };
}

const FAILED =
  'Something broke here. Send the same again, a command with the same key: nothing is recorded twice.';

/** What the HTTP server's own errors mean, by their codes. */
const foreign: Readonly<Record<string, Refusal>> = {
  FST_ERR_BAD_URL: new Refusal('request.bad-address', 'This address cannot be read.'),
  FST_ERR_CTP_BODY_TOO_LARGE: new Refusal('request.too-large', 'This is more than one request may send.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new Refusal('request.failed', 'The body is not as long as it says.'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new Refusal(
    'request.unsupported-media-type',
    'Send JSON, with the header "Content-Type: application/json".',
  ),
};

/** Whatever was thrown, as a refusal: its own, one for an error of the HTTP server, or a fault of ours. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusalError) return error.refusal;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? foreign[code] : undefined;
  if (known) return known;
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return new Refusal('request.failed', 'This request cannot be read.');
  return new Refusal('server.failed', FAILED, true);
}
