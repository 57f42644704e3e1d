import type { Actor } from '@daybook/ledger';

/** The doors where one may act without saying which person one is. */
const DOORS = ['token', 'cli'] as const;

/**
 * The pseudonym of whoever names none of their own, such as `token-kent-police`: every person of the body at
 * that door has it, so it says what body acts, and never which person.
 */
export function sharedPseudonym(door: (typeof DOORS)[number], body: string): string {
  return `${door}-${body}`;
}

/** Whether an actor may be any person of the body: two of them are no two persons, and one is no second. */
export function isSharedPseudonym({ person, body }: Pick<Actor, 'person' | 'body'>): boolean {
  return DOORS.some((door) => person === sharedPseudonym(door, body));
}
