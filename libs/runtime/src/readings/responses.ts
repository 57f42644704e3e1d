import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import {
  OpenResponsesQuery,
  ResponseQuery,
  type OpenResponse,
  type ResponseItem,
} from '@daybook/inspections';
import { refuse } from '@daybook/ledger';
import type { Many, One } from '../answers';
import type { PositionRequest, ResolvedPosition } from '../positions';

/** Responses under section 55, Police Act 1996. Methods throw RefusalError. */
export class ResponseReadings {
  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {}

  /**
   * The response to an inspection by its id; without an area, that of the area which recorded it first.
   * Throws `inspections.inspection-not-on-record`, also where only what was said in answer is.
   */
  async one(
    person: Person,
    at: PositionRequest,
    { id, area }: { readonly id: string; readonly area?: string },
  ): Promise<One<ResponseItem>> {
    const position = await this.resolve(at);
    const looking = { position, audienceIn: (one: string) => audienceFor(person, one) };
    const query = new ResponseQuery({ inspection: id, area }, looking);
    const item = await this.dispatcher.query<ResponseItem | undefined>(person, 'response', query);
    const { asOf, basis } = position;
    const message = `No such inspection is on record as of ${asOf}, with a ledger of ${basis} records.`;
    return { position, item: item ?? refuse('inspections.inspection-not-on-record', message) };
  }

  /** The clocks of an area that run, and those that ran out with nothing recorded here. */
  async running(
    person: Person,
    at: PositionRequest,
    { area }: { readonly area: string },
  ): Promise<Many<OpenResponse>> {
    const position = await this.resolve(at);
    const query = new OpenResponsesQuery(area, position, audienceFor(person, area));
    return { position, items: await this.dispatcher.query<OpenResponse[]>(person, 'response', query) };
  }
}
