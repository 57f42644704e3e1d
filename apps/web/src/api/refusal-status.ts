import type { Refusal } from '@daybook/ledger';

/**
 * The one place where a refusal becomes an HTTP status.
 *
 * A code that is not named here is a rule of a slice that said no: 422. A slice's new code needs a row only
 * when it means something else to HTTP.
 */
const statuses: Readonly<Record<string, number>> = {
  'request.bad-address': 400,
  'request.bad-cursor': 400,
  'request.bad-id': 400,
  'request.bad-index': 400,
  'request.bad-limit': 400,
  'request.bad-order': 400,
  'request.bad-role': 400,
  'request.bad-parameters': 400,
  'request.bad-state': 400,
  'request.failed': 400,
  'request.idempotency-key-missing': 400,
  'request.malformed-json': 400,
  'request.parameter-missing': 400,
  'request.repeated-parameter': 400,
  'request.unknown-parameter': 400,
  'request.no-such-address': 404,
  'request.wrong-method': 405,
  'request.too-large': 413,
  'request.unsupported-media-type': 415,
  'request.too-many': 429,
  'request.too-many-streams': 429,
  'identity.token-expired': 401,
  'identity.token-invalid': 401,
  'identity.not-allowed': 403,
  'ledger.restricted': 403,
  'identity.other-area': 403,
  'identity.sign-in-refused': 403,
  'identity.unknown-command': 404,
  'figures.not-yours': 403,
  'figures.not-your-paper': 403,
  'figures.measure-not-on-record': 404,
  'inspections.already-marked': 409,
  'figures.unknown-draft': 404,
  'figures.not-your-draft': 403,
  'figures.own-draft': 403,
  'figures.shared-person': 403,
  'figures.draft-on-record': 409,
  'figures.four-eyes-unchanged': 409,
  'figures.already-defined': 409,
  'figures.already-disputed': 409,
  'figures.already-marked': 409,
  'figures.calendar-unchanged': 409,
  'figures.measure-differs': 409,
  'figures.not-disputed': 409,
  'figures.not-standing': 409,
  'figures.not-unexplained': 409,
  'figures.nothing-changes': 409,
  'figures.value-differs': 409,
  'figures.withdrawn': 409,
  'inspections.already-agreed': 409,
  'inspections.already-so': 409,
  'inspections.already-answered': 409,
  'inspections.date-stands': 409,
  'inspections.finding-ended': 409,
  'inspections.finding-exists': 409,
  'inspections.finding-not-on-record': 404,
  'inspections.grade-stands': 409,
  'inspections.inspection-exists': 409,
  'inspections.no-date-stands': 409,
  'inspections.not-claimed': 409,
  'inspections.not-closed': 409,
  'inspections.not-disputed': 409,
  'inspections.not-its-paper': 403,
  'inspections.not-standing': 409,
  'inspections.not-yours': 403,
  'inspections.nothing-changes': 409,
  'inspections.nothing-to-agree': 409,
  'inspections.number-taken': 409,
  'inspections.scale-exists': 409,
  'inspections.status-differs': 409,
  'register.paper-exists': 409,
  'ledger.append-too-large': 413,
  'ledger.command-reused': 409,
  'ledger.draft-given-up': 409,
  'ledger.text-erased': 409,
  'ledger.busy': 503,
  'ledger.outcome-unknown': 503,
  'ledger.store-stopped': 503,
  'ledger.store-unavailable': 503,
  'runtime.ledger-behind': 503,
  'runtime.view-stopped': 503,
  'runtime.views-behind': 503,
  'server.streams-full': 503,
  'server.failed': 500,
};

/**
 * The status of a refusal. `anonymous`: whoever asked showed no token, and is told to (401) instead of no
 * (403).
 */
export function statusOf({ code }: Pick<Refusal, 'code'>, anonymous: boolean): number {
  if (anonymous && code === 'identity.not-allowed') return 401;
  if (Object.hasOwn(statuses, code)) return statuses[code] ?? 422;
  return code.endsWith('not-on-record') ? 404 : 422;
}
