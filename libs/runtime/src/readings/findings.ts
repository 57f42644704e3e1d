import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import {
  FindingCountsQuery,
  FindingQuery,
  FindingsQuery,
  readFindingsWanted,
  type FindingCounts,
  type FindingInFull,
  type FindingItem,
  type FindingList,
  type FindingsAsked,
  type HistoryItem,
} from '@daybook/inspections';
import { refuse } from '@daybook/ledger';
import type { Many, One } from '../answers';
import type { PositionRequest, ResolvedPosition } from '../positions';

/** A finding by its id; without an area, that of the area that recorded it first. */
interface Which {
  readonly id: string;
  readonly area?: string;
}

/** Findings: the tracker, and one of them in full. Methods throw RefusalError. */
export class FindingReadings {
  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {}

  async list(
    person: Person,
    at: PositionRequest,
    { after, limit, ...asked }: FindingsAsked & { readonly after?: string; readonly limit?: number },
  ): Promise<Many<FindingItem>> {
    const wanted = readFindingsWanted(asked);
    const position = await this.resolve(at);
    const query = new FindingsQuery(wanted, position, (area) => audienceFor(person, area), { after, limit });
    return { position, ...(await this.dispatcher.query<FindingList>(person, 'findings', query)) };
  }

  /** Throws `inspections.finding-not-on-record`. */
  async one(person: Person, at: PositionRequest, { id, area }: Which): Promise<One<FindingInFull>> {
    const position = await this.resolve(at);
    const query = new FindingQuery({ finding: id, area }, position, (one) => audienceFor(person, one));
    const item = await this.dispatcher.query<FindingInFull | undefined>(person, 'finding', query);
    const { asOf, basis } = position;
    const message = `No such finding is on record as of ${asOf}, with a ledger of ${basis} records.`;
    return { position, item: item ?? refuse('inspections.finding-not-on-record', message) };
  }

  /** Every event about a finding, in effective order. Throws `inspections.finding-not-on-record`. */
  async history(person: Person, at: PositionRequest, which: Which): Promise<Many<HistoryItem>> {
    const { position, item } = await this.one(person, at, which);
    return { position, items: item.history };
  }

  /** How many findings of an area stood in which status, for each day on which that changed. */
  async counts(
    person: Person,
    at: PositionRequest,
    asked: { readonly area: string; readonly inspection?: string; readonly kind?: string },
  ): Promise<Many<FindingCounts>> {
    const { kind, inspection } = readFindingsWanted(asked);
    const filter = { area: asked.area, inspection, kind };
    const position = await this.resolve(at);
    const query = new FindingCountsQuery(filter, position, audienceFor(person, asked.area));
    return { position, items: await this.dispatcher.query<FindingCounts[]>(person, 'finding-counts', query) };
  }
}
