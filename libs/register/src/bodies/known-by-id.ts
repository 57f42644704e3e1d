import type { BodyKind } from '../codes';

/** What an id says of a body that nobody has registered. */
export interface KnownById {
  readonly kind: BodyKind;
  readonly within: string | null;
}

const INSPECTORATES: readonly string[] = ['hmicfrs', 'hmic'];
const ENDINGS = {
  '-police': 'force',
  '-pcc': 'local-policing-body',
  '-panel': 'panel',
} as const satisfies Readonly<Record<string, BodyKind>>;

/** What the id of a body says that it is, in whatever area; undefined where it says nothing. */
export function kindById(id: string): BodyKind | undefined {
  if (INSPECTORATES.includes(id)) return 'inspectorate';
  if (id.endsWith('-chief-constable')) return 'office';
  return Object.entries(ENDINGS).find(([ending]) => id.endsWith(ending))?.[1];
}

/** The bodies and the office that an area has from the beginning, whether or not they are registered. */
export function standingBodies(area: string): readonly string[] {
  return [`${area}-pcc`, `${area}-police`, `${area}-chief-constable`, `${area}-panel`];
}

/**
 * The bodies that an area has from the beginning, by their ids: its force and chief constable, its local
 * policing body as it was until 2028, its panel, and the inspectorate of every force.
 */
export function knownById(area: string, id: string): KnownById | null {
  const kind = kindById(id);
  if (kind === undefined) return null;
  if (kind === 'inspectorate') return { kind, within: null };
  if (kind === 'office') return id === `${area}-chief-constable` ? { kind, within: `${area}-police` } : null;
  const own = Object.keys(ENDINGS).some((ending) => id === `${area}${ending}`);
  return own ? { kind, within: null } : null;
}
