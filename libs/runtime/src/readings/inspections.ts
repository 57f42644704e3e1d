import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import {
  GradesQuery,
  INSPECTION_KINDS,
  InspectionQuery,
  InspectionsQuery,
  ScalesQuery,
  type GradeInHistory,
  type InspectionInFull,
  type InspectionItem,
  type InspectionKind,
  type InspectionList,
  type ScaleItem,
} from '@daybook/inspections';
import { refuse } from '@daybook/ledger';
import type { Many, One } from '../answers';
import type { PositionRequest, ResolvedPosition } from '../positions';

type Paged = { readonly after?: string; readonly limit?: number };

/** Inspections and the grades that they gave. Methods throw RefusalError. */
export class InspectionReadings {
  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {}

  async list(
    person: Person,
    at: PositionRequest,
    { area, kind, ...page }: { readonly area?: string; readonly kind?: string } & Paged,
  ): Promise<Many<InspectionItem>> {
    const filter = { area, kind: kind === undefined ? undefined : kindOf(kind) };
    const { position, looking } = await this.look(person, at);
    const query = new InspectionsQuery(filter, looking, page);
    return { position, ...(await this.dispatcher.query<InspectionList>(person, 'inspections', query)) };
  }

  /** Throws `inspections.inspection-not-on-record`. */
  async one(
    person: Person,
    at: PositionRequest,
    { id, area }: { readonly id: string; readonly area?: string },
  ): Promise<One<InspectionInFull>> {
    const { position, looking } = await this.look(person, at);
    const query = new InspectionQuery({ inspection: id, area }, looking);
    const item = await this.dispatcher.query<InspectionInFull | undefined>(person, 'inspection', query);
    const { asOf, basis } = position;
    const message = `No such inspection is on record as of ${asOf}, with a ledger of ${basis} records.`;
    return { position, item: item ?? refuse('inspections.inspection-not-on-record', message) };
  }

  async scales(
    person: Person,
    at: PositionRequest,
    { area }: { readonly area?: string },
  ): Promise<Many<ScaleItem>> {
    const { position, looking } = await this.look(person, at);
    const query = new ScalesQuery({ area }, looking);
    return { position, items: await this.dispatcher.query<ScaleItem[]>(person, 'scales', query) };
  }

  /** Every question in every inspection of an area, with the changes that may be drawn. */
  async grades(
    person: Person,
    at: PositionRequest,
    { area, question }: { readonly area: string; readonly question?: string },
  ): Promise<Many<GradeInHistory>> {
    const { position, looking } = await this.look(person, at);
    const query = new GradesQuery({ area, question }, looking);
    return { position, items: await this.dispatcher.query<GradeInHistory[]>(person, 'grades', query) };
  }

  private async look(person: Person, at: PositionRequest) {
    const position = await this.resolve(at);
    return { position, looking: { position, audienceIn: (area: string) => audienceFor(person, area) } };
  }
}

function kindOf(text: string): InspectionKind {
  const message = `There is no kind "${text}". Ask for ${INSPECTION_KINDS.join(', ')}.`;
  const fields = [{ field: '/kind', code: 'inspections.unknown-kind', message }];
  return (
    INSPECTION_KINDS.find((kind) => kind === text) ?? refuse('inspections.unknown-kind', message, { fields })
  );
}
