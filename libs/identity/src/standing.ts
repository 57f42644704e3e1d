import type { Person, Role } from './person';

/** What the register of bodies says of whoever acts for a body in a role. */
export interface Standing {
  /** The areas that it has beside those that its id names. */
  readonly areas: readonly string[];
  /** The bodies whose place it took. */
  readonly standsFor: readonly string[];
}

/** The body that took another's place, and the UK date from which it did. */
export interface Succession {
  readonly body: string;
  readonly on: string;
}

/** A registered body whose people act in an area, though its id does not name the area. */
export interface ActingBody {
  readonly role: Role;
  readonly body: string;
  readonly title: string;
}

/** The register of bodies as identity needs it; whoever puts the slices together says who answers. */
export abstract class BodyStandings {
  /** What is on record today of a body in a role, in whatever area. */
  abstract of(role: Role, body: string): Promise<Standing>;
  /** Who took a body's place, by all that an area's register holds; undefined while nobody did. */
  abstract succession(area: string, body: string): Promise<Succession | undefined>;
  /** The bodies whose people act in an area by the register alone. */
  abstract acting(): Promise<readonly ActingBody[]>;
}

/**
 * A person with the areas that the register gives their body. An id that names its area goes on to name it;
 * a token that is narrowed to some areas stays so. Who reads in public, and who inspects every area, is asked
 * nothing.
 */
export async function withStanding(person: Person, standings: Pick<BodyStandings, 'of'>): Promise<Person> {
  const { areas, narrowedTo, role, body } = person;
  if (role === 'public' || areas === '*') return person;
  const { areas: registered, standsFor } = await standings.of(role, body);
  const more = registered.filter((area) => narrowedTo === undefined || narrowedTo.includes(area));
  if (more.length === 0 && standsFor.length === 0) return person;
  return { ...person, areas: [...new Set([...areas, ...more])], standsFor };
}

/** The bodies for which a person speaks: their own, and those whose place it took. */
export function speaksFor({ body, standsFor = [] }: Pick<Person, 'body' | 'standsFor'>): readonly string[] {
  return [body, ...standsFor];
}

/**
 * The latest day of which a command speaks, as far as it says one: its lines may each have a day of their
 * own, and a month reaches to its end. Undefined: it speaks of the day on which it is given.
 */
export function lastDaySaid(body: object): string | undefined {
  const { effectiveOn, published, dated, lines } = body as Readonly<Record<string, unknown>>;
  const own = [effectiveOn, published, dated].find((day) => typeof day === 'string' && day !== '');
  const others = Array.isArray(lines)
    ? lines.map((line) => (line as { readonly effectiveOn?: unknown } | null)?.effectiveOn)
    : [];
  const days = [own, ...others].filter((day) => typeof day === 'string' && day !== '') as string[];
  return days
    .map((day) => (day.length === 7 ? `${day}-31` : day))
    .sort()
    .at(-1);
}
