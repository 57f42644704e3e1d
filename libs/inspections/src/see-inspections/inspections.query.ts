import { saidItem, type SaidItem } from '@daybook/provenance';
import { Rows, areasWith, rowById, type Looking } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { FindingStatus, InspectionKind } from '../codes';
import { inspectionRef, type InspectionContent } from '../inspections.events';
import { standingGrades, type StandingGrade } from '../see-grades/standing-grades';
import { countsIn, type FindingCounts } from '../see-findings/finding-counts.query';
import { itemsOf } from '../see-findings/finding-item';
import { findingsView } from '../see-findings/findings.view';
import { inspectionsView, type InspectionRow } from './inspections.view';

/** An inspection at a position, and by whom, when and where it was put on record. */
export interface InspectionItem extends InspectionContent, Omit<SaidItem, 'id'> {
  readonly area: string;
  readonly id: string;
  /** How many of its findings stand in which status, one for each addressee. */
  readonly findings: Omit<FindingCounts, 'on'>;
}

export interface InspectionInFull extends InspectionItem {
  readonly grades: readonly StandingGrade[];
}

/** Inspections of one area or of all, in order of area and id; a page begins after `<area>/<id>`. */
export class InspectionsQuery {
  constructor(
    readonly filter: { readonly area?: string; readonly kind?: InspectionKind },
    readonly looking: Looking,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

export interface InspectionList {
  readonly items: readonly InspectionItem[];
  readonly next?: string;
}

/** One inspection by its id; without an area, that of the area which recorded the id first. */
export class InspectionQuery {
  constructor(
    readonly of: { readonly inspection: string; readonly area?: string },
    readonly looking: Looking,
  ) {}
}

@QueryHandler(InspectionsQuery)
export class InspectionsHandler implements IQueryHandler<InspectionsQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ filter, looking, page }: InspectionsQuery): Promise<InspectionList> {
    const { area, kind } = filter;
    const wanted = { ...(kind && { kind }) };
    const areas = area === undefined ? areasWith(this.rows, inspectionsView, wanted, looking) : [area];
    const { position, audienceIn } = looking;
    const all = [...areas].sort().flatMap((of) => {
      const { rows } = this.rows.list(inspectionsView, { ...wanted, area: of }, position, audienceIn(of));
      const counts = countsByInspection(this.rows, { area: of }, looking);
      return rows.flatMap(({ row }) => itemOf(row, counts) ?? []);
    });
    const rest = all.filter((item) => page.after === undefined || placeOf(item) > page.after);
    const items = rest.slice(0, page.limit);
    const last = items.at(-1);
    return { items, ...(last && items.length < rest.length && { next: placeOf(last) }) };
  }
}

@QueryHandler(InspectionQuery)
export class InspectionHandler implements IQueryHandler<InspectionQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ of, looking }: InspectionQuery): Promise<InspectionInFull | undefined> {
    const { inspection, area } = of;
    const row = rowById(
      this.rows,
      inspectionsView,
      {
        ...{ filter: { inspection }, area },
        refIn: (one) => inspectionRef(one, inspection),
        orderOf: ({ recorded }) => recorded?.order,
      },
      looking,
    );
    if (!row) return undefined;
    const counts = countsByInspection(this.rows, { area: row.area, inspection }, looking);
    const item = itemOf(row, counts);
    return item && { ...item, grades: standingGrades(row.grades) };
  }
}

function placeOf({ area, id }: InspectionItem): string {
  return `${area}/${id}`;
}

type Counts = ReadonlyMap<string, Omit<FindingCounts, 'on'>>;
const NO_FINDINGS = countsIn(new Map());

function countsByInspection(
  rows: Rows,
  filter: { readonly area: string; readonly inspection?: string },
  { position, audienceIn }: Looking,
): Counts {
  const found = rows.list(findingsView, { ...filter }, position, audienceIn(filter.area)).rows;
  const byInspection = new Map<string, Map<FindingStatus, number>>();
  for (const { inspection, status } of found.flatMap(({ row }) => itemsOf(row, position.asOf))) {
    // Good practice asks nothing of anybody, so it stands nowhere.
    if (status === null) continue;
    const counts = byInspection.get(inspection) ?? new Map<FindingStatus, number>();
    byInspection.set(inspection, counts.set(status, (counts.get(status) ?? 0) + 1));
  }
  return new Map([...byInspection].map(([inspection, counts]) => [inspection, countsIn(counts)]));
}

function itemOf({ area, inspection, recorded }: InspectionRow, counts: Counts): InspectionItem | undefined {
  if (!recorded) return undefined;
  const { kind, inspectorate, programme, cycle, title, publishedOn, scale } = recorded;
  const { forceInspected, relatesToForce, replyDueOn, comparability, comparable } = recorded;
  const { id: _event, ...said } = saidItem(recorded);
  return {
    ...{ area, id: inspection, kind, inspectorate, programme, cycle, title, publishedOn, scale },
    ...{ forceInspected, relatesToForce, replyDueOn, comparability, comparable },
    ...said,
    findings: counts.get(inspection) ?? NO_FINDINGS,
  };
}
