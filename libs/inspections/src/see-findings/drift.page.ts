import { DRIFT_WORDS, driftShown, type DriftShown } from '@daybook/due-dates';
import { nameOf } from '@daybook/pages';
import type { AddresseeItem } from './finding-in-full';

/** The drift of one addressee's date, as on a day: every move counts at once, agreed or not. */
export function driftOf({ addressee, completions, ...how }: AddresseeItem, asOf: string): DriftShown {
  const { slipDays, noDateGiven } = how;
  const title = `How the date moved: ${nameOf(addressee)}`;
  const drift = { key: addressee, dates: completions, slipDays, noDateGiven };
  return driftShown(drift, asOf, { ...DRIFT_WORDS, title });
}
