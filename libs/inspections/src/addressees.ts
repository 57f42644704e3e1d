import { forceOf, policingBodyOf } from '@daybook/provenance';
import type { AddresseeKind } from './codes';

/*
 * What an addressee is, and who acts for it, read off its id like the areas of bodies (`libs/identity`):
 * `kent-police` and `kent-chief-constable` are the force's, `kent-pcc` is the office's, others are national.
 */

export function addresseeKind(addressee: string): AddresseeKind {
  if (addressee.endsWith('-chief-constable')) return 'chief-constable';
  if (addressee.endsWith('-police')) return 'force';
  return addressee.endsWith('-pcc') ? 'local-policing-body' : 'national';
}

/** Whether a claim of it is assured by a local policing body before the inspectorate closes the finding. */
export function needsAssurance(addressee: string): boolean {
  return ['force', 'chief-constable'].includes(addresseeKind(addressee));
}

/** The bodies of an area whose recommendations its local policing body answers: the force's, and its own. */
export function bodiesOf(area: string): readonly string[] {
  return [forceOf(area), `${area}-chief-constable`, policingBodyOf(area)];
}
