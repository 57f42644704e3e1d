import type { Refusal } from '@daybook/ledger';

/** The codes of all that was wrong with a command; none where it was not refused. */
export function codesIn(decided: Refusal | readonly unknown[]): readonly string[] {
  if (!('code' in decided)) return [];
  return decided.fields.length > 0 ? decided.fields.map(({ code }) => code) : [decided.code];
}
