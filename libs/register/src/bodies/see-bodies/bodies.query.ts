import { Ledger } from '@daybook/ledger';
import { openTexts } from '@daybook/provenance';
import { Rows, areasWith, rowById, type Audience, type Looking, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { BodyKind } from '../../codes';
import { bodiesView, bodyKey, type BodyRow } from './bodies.view';
import { BodiesOfArea, historyItem, textOf, type BodyHistoryItem, type BodyItem } from './body-item';

/** A body at a position, the offices and boards within it, and every event about it in effective order. */
export interface BodyInFull extends BodyItem {
  readonly offices: readonly BodyItem[];
  readonly boards: readonly BodyItem[];
  readonly history: readonly BodyHistoryItem[];
}

export interface BodyList {
  readonly items: readonly BodyItem[];
  readonly next?: string;
}

/** Titles of bodies and offices, by their ids. */
export type BodyNames = ReadonlyMap<string, string>;

/** Bodies and offices of one area or of all, in order of area and id; a page begins after `<area>/<id>`. */
export class BodiesQuery {
  constructor(
    readonly filter: { readonly area?: string; readonly kind?: BodyKind },
    readonly looking: Looking,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

/** One body by its id; without an area, that of the area which recorded the id first. */
export class BodyQuery {
  constructor(
    readonly of: { readonly body: string; readonly area?: string },
    readonly looking: Looking,
  ) {}
}

/** What the bodies of an area are called at a position; the answer is `BodyNames`. */
export class BodyNamesQuery {
  constructor(
    readonly area: string,
    readonly position: Position,
    readonly audience: Audience,
  ) {}
}

@QueryHandler(BodiesQuery)
export class BodiesHandler implements IQueryHandler<BodiesQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute({ filter: { area, kind }, looking, page }: BodiesQuery): Promise<BodyList> {
    const areas = area === undefined ? areasWith(this.rows, bodiesView, {}, looking) : [area];
    const rows = [...areas].sort().map((of) => [of, rowsOf(this.rows, of, looking)] as const);
    const all = rows.flatMap(([, some]) => some);
    const read = await openTexts(
      this.ledger,
      all.flatMap(({ acts }) => acts.map(textOf)),
    );
    const items = rows.flatMap(([of, some]) => {
      const bodies = new BodiesOfArea(of, some);
      return bodies.all.flatMap((state) => bodies.item(state, read));
    });
    const wanted = items.filter((item) => kind === undefined || item.kind === kind);
    const rest = wanted.filter((item) => page.after === undefined || placeOf(item) > page.after);
    const shown = rest.slice(0, page.limit);
    const last = shown.at(-1);
    return { items: shown, ...(last && shown.length < rest.length && { next: placeOf(last) }) };
  }
}

@QueryHandler(BodyQuery)
export class BodyHandler implements IQueryHandler<BodyQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute({ of: { body, area }, looking }: BodyQuery): Promise<BodyInFull | undefined> {
    const row = rowById(
      this.rows,
      bodiesView,
      {
        ...{ filter: { id: body }, area },
        refIn: (one) => bodyKey(one, body),
        orderOf: ({ acts }) => acts[0] && Math.min(...acts.map(({ order }) => order)),
      },
      looking,
    );
    if (!row) return undefined;
    const rows = rowsOf(this.rows, row.area, looking);
    const read = await openTexts(
      this.ledger,
      rows.flatMap(({ acts }) => acts.map(textOf)),
    );
    const bodies = new BodiesOfArea(row.area, rows);
    const items = bodies.all.flatMap((state) => bodies.item(state, read));
    const item = items.find(({ id }) => id === body);
    const within = items.filter((one) => one.within === body);
    return (
      item && {
        ...item,
        offices: within.filter(({ kind }) => kind === 'office'),
        boards: within.filter(({ kind }) => kind !== 'office'),
        history: row.acts.map((act) => historyItem(act, read)),
      }
    );
  }
}

@QueryHandler(BodyNamesQuery)
export class BodyNamesHandler implements IQueryHandler<BodyNamesQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ area, position, audience }: BodyNamesQuery): Promise<BodyNames> {
    const { rows } = this.rows.list(bodiesView, { area }, position, audience);
    return new BodiesOfArea(
      area,
      rows.map(({ row }) => row),
    ).names();
  }
}

function rowsOf(rows: Rows, area: string, { position, audienceIn }: Looking): readonly BodyRow[] {
  return rows.list(bodiesView, { area }, position, audienceIn(area)).rows.map(({ row }) => row);
}

function placeOf({ area, id }: Pick<BodyItem, 'area' | 'id'>): string {
  return `${area}/${id}`;
}
