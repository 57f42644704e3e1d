import type { Actor } from '@daybook/ledger';

/** What a person is to the record. Whoever has not signed in is `public`. */
export const roles = ['force', 'office', 'inspector', 'panel', 'public'] as const;
export type Role = (typeof roles)[number];

/** Whoever asks: a pseudonym in a role, for a body. Never a person's name: the ledger writes it down. */
export interface Person {
  /** A pseudonym, such as `demo-kent-police`. */
  readonly id: string;
  readonly role: Role;
  /** The body acted for, such as `kent-police`. */
  readonly body: string;
  /** The areas of that body; `*` for an inspectorate, which inspects them all. */
  readonly areas: readonly string[] | '*';
  /** Of a token that was narrowed: the areas that it names, whatever else the body has. */
  readonly narrowedTo?: readonly string[];
  /** The bodies whose place its body took, as the register says. */
  readonly standsFor?: readonly string[];
  /** The office held, for pages: `Performance analyst, Kent Police`. */
  readonly label: string;
}

/** Whoever reads without having signed in. */
export const publicReader: Person = Object.freeze({
  id: 'public',
  role: 'public',
  body: 'public',
  areas: Object.freeze([]),
  label: 'Member of the public',
});

/** What the ledger writes down of a person. */
export function actorOf(person: Person): Actor {
  return { person: person.id, role: person.role, body: person.body };
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}
