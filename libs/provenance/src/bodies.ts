/** A body or an office as deciders are given it. */
export interface BodyOnRecord {
  readonly id: string;
  /** What it is: `force`, `board`, `office`... */
  readonly kind: string;
  readonly title: string;
  /** The body that an office, or a board, is within. */
  readonly within: string | null;
  /** The body that took its place, and the UK date from which it does. */
  readonly succeededBy: { readonly body: string; readonly on: string } | null;
}

/** The bodies of an area's register, by their ids. */
export type Bodies = ReadonlyMap<string, BodyOnRecord>;

export const NO_BODIES: Bodies = new Map();

/** The register of bodies as slices need it; whoever puts the slices together says who answers. */
export abstract class BodyRegister {
  /** Every body and office on record in an area, at the tip of its register. */
  abstract of(area: string): Promise<Bodies>;
}

/*
 * Who acts for whom. The register says so; where it is silent, ids do: `kent-police` acts for
 * `kent-chief-constable`, and `kent-pcc` is the local policing body of `kent`.
 */

/** The local policing body of an area as its id names it, before any succession. */
export function policingBodyOf(area: string): string {
  return `${area}-pcc`;
}

/** The force of an area: the one whose id begins with it. */
export function forceOf(area: string): string {
  return `${area}-police`;
}

/** The body that an office or a board belongs to; itself, where it is within none. */
export function bodyOf(id: string, bodies: Bodies = NO_BODIES): string {
  const seen = new Set<string>();
  let body = id;
  for (let next = within(body, bodies); next && !seen.has(next); next = within(body, bodies)) {
    seen.add(body);
    body = next;
  }
  return body;
}

function within(id: string, bodies: Bodies): string | null {
  const known = bodies.get(id);
  if (known) return known.within;
  const office = /^(.+)-chief-constable$/.exec(id);
  return office ? `${office[1]}-police` : null;
}

/** Whether a body's people act for another: one that it succeeded, or an office or board within either. */
export function actsFor(body: string, other: string, bodies: Bodies = NO_BODIES): boolean {
  if (body === other) return true;
  const seen = new Set<string>();
  let holder: string | undefined = bodyOf(other, bodies);
  while (holder && !seen.has(holder)) {
    if (holder === body) return true;
    seen.add(holder);
    holder = bodies.get(holder)?.succeededBy?.body;
  }
  return false;
}

/** The body that does on a day what a body had to do, or an office or board of it: itself, or its successor. */
export function holderOn(id: string, day: string, bodies: Bodies = NO_BODIES): string {
  const seen = new Set<string>();
  let holder = bodyOf(id, bodies);
  for (let next = successorBy(holder, day, bodies); next && !seen.has(next);) {
    seen.add(holder);
    holder = next;
    next = successorBy(holder, day, bodies);
  }
  return holder;
}

function successorBy(id: string, day: string, bodies: Bodies): string | undefined {
  const succession = bodies.get(id)?.succeededBy;
  return succession && succession.on <= day ? succession.body : undefined;
}

/** HMICFRS goes on with what HMIC began. */
export function sameInspectorate(a: string, b: string): boolean {
  const name = (body: string): string => (body === 'hmic' ? 'hmicfrs' : body);
  return name(a) === name(b);
}

/** The same body: an office and the body that it is within are one, and so are an inspectorate's names. */
export function sameBody(a: string, b: string, bodies: Bodies = NO_BODIES): boolean {
  return actsFor(a, b, bodies) || actsFor(b, a, bodies) || sameInspectorate(a, b);
}
