import { Refusal, RefusalError } from '@daybook/ledger';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The JSON of a body, just as it stands: what is in it is the dispatcher's to judge. Throws a RefusalError,
 * `request.malformed-json`, also for bytes that are no UTF-8, which a lenient reader would change in silence.
 */
export function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    throw new RefusalError(new Refusal('request.malformed-json', 'The body is not JSON in UTF-8.'));
  }
}
