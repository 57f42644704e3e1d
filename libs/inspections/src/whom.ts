import { Refusal, type Problem } from '@daybook/ledger';
import { actsFor, type Bodies } from '@daybook/provenance';
import type { Raised } from './acts';
import type { FindingOnRecord } from './book';
import { refused } from './setting';

/** What says whom an act concerns. */
export interface Concerning {
  readonly finding: string;
  readonly addressee?: string | null;
  readonly for?: string | null;
}

/** Whom an act concerns: the addressee named, the only one, or the only one for which a body acts. */
export function addresseeOf(
  { addressee, finding, for: actor }: Concerning,
  { raised }: FindingOnRecord,
  body: string | null,
  bodies?: Bodies,
): string | Refusal {
  const { addressees } = raised;
  const only = (some: readonly string[]): string | undefined => (some.length === 1 ? some[0] : undefined);
  const named = addressee ?? (actor && addressees.includes(actor) ? actor : undefined);
  const ours = addressees.filter((one) => body && actsFor(body, one, bodies));
  const found = named ?? only(addressees) ?? only(ours);
  if (found !== undefined && addressees.includes(found)) return found;
  const known = addressees.join(', ');
  const field = '/addressee';
  if (found === undefined) {
    const message = `${finding} has several addressees. Name the one that it is about: ${known}.`;
    return refused(message, [{ field, code: 'inspections.addressee-missing', message }]);
  }
  const message = `${finding} is not addressed to ${found}. Its addressees: ${known}.`;
  return refused(message, [{ field, code: 'inspections.not-an-addressee', message }]);
}

/** Nothing is said of a finding before it was raised. */
export function beforeRaised(raised: Raised, day: string): Problem[] {
  if (day >= raised.effectiveOn) return [];
  const message = `${raised.finding} was raised on ${raised.effectiveOn}: nothing is said of it before.`;
  return [{ field: '/effectiveOn', code: 'inspections.before-its-finding', message }];
}

/** Good practice asks nothing of anybody, so there is no work on it, and nothing becomes of it. */
export function asksNothing({ finding, kind }: Raised): Refusal | undefined {
  if (kind !== 'good-practice') return undefined;
  const message = `${finding} is good practice: it asks nothing of anybody, so nothing becomes of it.`;
  return new Refusal('inspections.good-practice', message);
}
