import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { TalliesQuery, type TallyItem, type TallyList } from '@daybook/inspections';
import type { Many } from '../answers';
import type { PositionRequest, ResolvedPosition } from '../positions';

/** What a board was told beside what the ledger counts. Methods throw RefusalError. */
export class TallyReadings {
  constructor(
    private readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    private readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {}

  async list(
    person: Person,
    at: PositionRequest,
    { area, inspection }: { area: string; inspection?: string },
  ): Promise<Many<TallyItem>> {
    const position = await this.resolve(at);
    const query = new TalliesQuery({ area, inspection }, position, audienceFor(person, area));
    return { position, ...(await this.dispatcher.query<TallyList>(person, 'tallies', query)) };
  }
}
