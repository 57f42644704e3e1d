import { mayCommandIn, type Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import { nameOf } from '@daybook/pages';

export const COMMAND = 'import-tracker';

/** Only who may record here gets further; the others are told so, before they choose anything. */
export function mayImport(person: Person, area: string): void {
  if (person.role === 'public') refuse('identity.not-allowed', 'Sign in to import a tracker.');
  if (mayCommandIn(person, COMMAND, area)) return;
  const who = `its force and its local policing body`;
  refuse('identity.not-allowed', `A tracker of findings of ${nameOf(area)} is imported by ${who}.`);
}
