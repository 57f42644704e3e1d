import type { Person } from '@daybook/identity';
import { Refusal, RefusalError, refuse } from '@daybook/ledger';
import type { Visit } from './page';
import { dayOf, longDate } from './wording/dates';
import { counted } from './wording/numbers';

/** When something first came on record: on the world's clock and, where known, on the ledger's. */
export interface FirstRecord {
  readonly effectiveOn: string;
  readonly recordedAt?: string;
}

/**
 * Reads at the visit's position. Where nothing is on record there, the refusal keeps its code and says it in
 * the words of the pages: that nothing is, or, where something is now, when the first record came. Every
 * other failure goes through as it is.
 */
export async function readOrSayWhen<T>(
  visit: Visit,
  read: (at: Visit['at']) => Promise<T>,
  firstOf: (found: T) => FirstRecord | undefined,
): Promise<T> {
  try {
    return await read(visit.at);
  } catch (error) {
    if (!(error instanceof RefusalError) || !error.refusal.code.endsWith('not-on-record')) throw error;
    const placed = visit.at.asOf !== undefined || visit.at.basis !== undefined;
    const first = placed ? await read({}).then(firstOf, () => undefined) : undefined;
    const message = first ? absentThen(visit.at, first) : 'Nothing has been recorded about this.';
    throw new RefusalError(new Refusal(error.refusal.code, message));
  }
}

/** What says whether anything is on record about an area today that a person may read. */
export interface AreaReadings {
  knowsArea(person: Person, area: string): Promise<boolean>;
}

/**
 * For a page of an area that has nothing to show: throws `area.not-on-record` unless something is on record
 * there today that this person may read, or the area is their own, where they may begin.
 */
export async function refuseUnknownArea(
  readings: AreaReadings,
  { person }: Pick<Visit, 'person'>,
  area: string,
): Promise<void> {
  if (person.areas !== '*' && person.areas.includes(area)) return;
  if (await readings.knowsArea(person, area)) return;
  refuse('area.not-on-record', `Nothing is on record about “${area.slice(0, 60)}”.`);
}

function absentThen({ asOf, basis }: Visit['at'], { effectiveOn, recordedAt }: FirstRecord): string {
  const first = `The first record is of ${longDate(effectiveOn)}`;
  if (asOf && asOf < effectiveOn)
    return `Nothing had been recorded about this by ${longDate(asOf)}. ${first}.`;
  const size = counted(Number(basis ?? 0), 'record');
  const among = `Nothing about this was among the first ${size} of this ledger`;
  return `${among}. ${first}${recordedAt ? `, entered here on ${dayOf(recordedAt)}` : ''}.`;
}
