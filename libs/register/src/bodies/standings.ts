import { areasOf, BodyStandings, type ActingBody, type Role, type Standing } from '@daybook/identity';
import type { Rows } from '@daybook/read-model';
import { bodyState, type BodyState } from './body-state';
import type { BodyKind } from '../codes';
import type { RegisteredBodies } from '../registered-bodies';
import { bodiesView, bodyKey, type BodyRow } from './see-bodies/bodies.view';

/** What people are to the record who act for a body of a kind; of other kinds nobody signs in. */
const ROLES: Readonly<Partial<Record<BodyKind, Role>>> = {
  'local-policing-body': 'office',
  force: 'force',
  panel: 'panel',
};

/** The present, as it is asked about: today, and whether the views are waited for. */
export type Present = (patiently: boolean) => Promise<{ readonly today: string }>;

/**
 * What identity asks of the register. A force and a panel have the area in whose register they stand, where
 * their ids name none; whoever took another's place has that one's area, whatever its own id names.
 */
export class RegisterStandings extends BodyStandings {
  constructor(
    private readonly rows: Rows,
    private readonly bodies: Pick<RegisteredBodies, 'of'>,
    private readonly present: Present,
  ) {
    super();
  }

  async of(role: Role, body: string): Promise<Standing> {
    const named = areasOf(role, body).length > 0;
    const { today } = await this.present(!named);
    const found = this.list({ id: body }, today)
      .map((row) => ({ area: row.area, state: stateOf(row) }))
      .filter(({ state }) => isActing(state, role, named));
    const before = found.flatMap(({ area, state }) => this.predecessors(area, state, today));
    return { areas: found.map(({ area }) => area), standsFor: [...new Set(before)] };
  }

  async succession(area: string, body: string) {
    return (await this.bodies.of(area)).get(body)?.succeededBy ?? undefined;
  }

  async acting(): Promise<readonly ActingBody[]> {
    const { today } = await this.present(true);
    const found = this.list({}, today).flatMap((row): ActingBody[] => {
      const { id: body, content } = stateOf(row);
      const role = content ? ROLES[content.kind] : undefined;
      if (!content?.title || !role || areasOf(role, body).length > 0) return [];
      return isActing(stateOf(row), role, false) ? [{ role, body, title: content.title }] : [];
    });
    return [...new Map(found.map((one) => [one.body, one])).values()];
  }

  private predecessors(
    area: string,
    { succeeds }: BodyState,
    today: string,
    seen = new Set<string>(),
  ): string[] {
    return succeeds.flatMap(({ body }): string[] => {
      if (seen.has(body)) return [];
      seen.add(body);
      const row = this.rows.at(bodiesView, bodyKey(area, body), this.position(today), 'inside');
      return [body, ...(row ? this.predecessors(area, stateOf(row), today, seen) : [])];
    });
  }

  private list(filter: { readonly id?: string }, today: string): readonly BodyRow[] {
    return this.rows.list(bodiesView, filter, this.position(today), 'inside').rows.map(({ row }) => row);
  }

  private position(asOf: string) {
    return { asOf, basis: this.rows.position(bodiesView) };
  }
}

function stateOf({ area, id, acts }: BodyRow): BodyState {
  return bodyState(area, id, acts);
}

/** Another local policing body than the one that the area began with is one only by a succession. */
function isActing({ content, succeeds }: BodyState, role: Role, named: boolean): boolean {
  if (!content || ROLES[content.kind] !== role) return false;
  return succeeds.length > 0 || (!named && role !== 'office');
}
