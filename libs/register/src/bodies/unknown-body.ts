import type { Problem } from '@daybook/ledger';

/** A body or office that a command names must be known on its day. */
export function unknownBody(id: string, field: string, day: string): Problem {
  const message = `No body or office "${id}" is on record in this area by ${day}. Register it first.`;
  return { field, code: 'register.unknown-body', message };
}
