import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import type { Bodies } from '@daybook/provenance';
import {
  BodiesQuery,
  BodyNamesQuery,
  BodyQuery,
  readKindWanted,
  type BodyInFull,
  type BodyItem,
  type BodyList,
  type BodyNames,
} from '@daybook/register';
import type { Many, One } from '../answers';
import type { PositionRequest, ResolvedPosition } from '../positions';
import { bodiesAt } from './bodies-at';

interface Paged {
  readonly after?: string;
  readonly limit?: number;
}

/** Bodies and offices. Methods throw RefusalError. */
export class BodyReadings {
  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {}

  /** Throws `register.unknown-kind`. */
  async list(
    person: Person,
    at: PositionRequest,
    { area, kind, after, limit }: { readonly area?: string; readonly kind?: string } & Paged,
  ): Promise<Many<BodyItem>> {
    const wanted = { area, kind: readKindWanted(kind) };
    const position = await this.resolve(at);
    const looking = { position, audienceIn: (one: string) => audienceFor(person, one) };
    const query = new BodiesQuery(wanted, looking, { after, limit });
    return { position, ...(await this.dispatcher.query<BodyList>(person, 'bodies', query)) };
  }

  /** Throws `register.body-not-on-record`. */
  async one(
    person: Person,
    at: PositionRequest,
    { id, area }: { readonly id: string; readonly area?: string },
  ): Promise<One<BodyInFull>> {
    const position = await this.resolve(at);
    const looking = { position, audienceIn: (one: string) => audienceFor(person, one) };
    const query = new BodyQuery({ body: id, area }, looking);
    const item = await this.dispatcher.query<BodyInFull | undefined>(person, 'bodies', query);
    const { asOf, basis } = position;
    const message = `No such body is on record as of ${asOf}, with a ledger of ${basis} records.`;
    return { position, item: item ?? refuse('register.body-not-on-record', message) };
  }

  /** What bodies and offices of an area are called at a position, by id; see `nameIn` of the pages. */
  async names(person: Person, at: PositionRequest, area: string): Promise<BodyNames> {
    const position = await this.resolve(at);
    const query = new BodyNamesQuery(area, position, audienceFor(person, area));
    return this.dispatcher.query<BodyNames>(person, 'bodies', query);
  }

  /** The bodies and offices of an area as rules know them, as far as they are registered at a position. */
  async registered(person: Person, at: PositionRequest, area: string): Promise<Bodies> {
    const position = await this.resolve(at);
    return (await bodiesAt(this.dispatcher, person, position, area))(area);
  }
}
