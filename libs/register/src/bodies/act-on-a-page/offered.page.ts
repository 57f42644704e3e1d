import { mayCommandIn, type Person } from '@daybook/identity';
import type { BodyItem } from '../see-bodies/body-item';
import { bodyPath } from '../see-bodies/wording.page';

/** A way to a form about a body or an office. */
export interface WayToForm {
  readonly text: string;
  /** What it is about, for who hears the link alone. */
  readonly of: string;
  readonly path: string;
}

/** The deeds that a page offers of a body as it stands, to who may do them. */
export function formsOf(
  person: Person,
  { area, id, kind, title, held, succeededBy }: BodyItem,
): readonly WayToForm[] {
  const ways: readonly (readonly [command: string, text: string, fits: boolean])[] = [
    ['fill-office', held ? 'Say who holds it now' : 'Fill it', kind === 'office'],
    ['vacate-office', 'Vacate it', kind === 'office' && held !== null],
    ['succeed-body', 'Record its successor', kind !== 'office' && succeededBy === null],
  ];
  return ways
    .filter(([command, , fits]) => fits && mayCommandIn(person, command, area))
    .map(([command, text]) => ({ text, of: title, path: `${bodyPath(area, id)}/${command}` }));
}
