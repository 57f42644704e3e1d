import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import {
  CommitmentQuery,
  CommitmentsQuery,
  readCommitmentsWanted,
  type CommitmentEventItem,
  type CommitmentInFull,
  type CommitmentItem,
  type CommitmentList,
  type CommitmentsAsked,
} from '@daybook/scrutiny';
import type { Many, One } from '../answers';
import type { PositionRequest, ResolvedPosition } from '../positions';
import { bodiesAt } from './bodies-at';
import { QuotedFigures, type CitedFigure } from './quoted-figures';
import { Targets } from './targets';

/** A commitment by its id; without an area, that of the area that recorded it first. */
interface Which {
  readonly id: string;
  readonly area?: string;
}

/** A commitment in full, with what became of every figure that its claims cite. */
export type CommitmentTold = CommitmentInFull<CitedFigure>;

/** Commitments, and what figures say of those that are targets. Methods throw RefusalError. */
export class CommitmentReadings {
  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {}

  /** Throws `scrutiny.bad-filter`. */
  async list(
    person: Person,
    at: PositionRequest,
    { after, limit, ...asked }: CommitmentsAsked & { readonly after?: string; readonly limit?: number },
  ): Promise<Many<CommitmentItem>> {
    const wanted = readCommitmentsWanted(asked);
    const position = await this.resolve(at);
    const seeing = await this.seeing(person, position, wanted.area);
    const query = new CommitmentsQuery(wanted, seeing, { after, limit });
    const { items, next } = await this.dispatcher.query<CommitmentList>(person, 'commitments', query);
    return { position, items: await this.targets(person, position).judged(items), next };
  }

  /** Throws `scrutiny.commitment-not-on-record`. */
  async one(person: Person, at: PositionRequest, { id, area }: Which): Promise<One<CommitmentTold>> {
    const position = await this.resolve(at);
    const query = new CommitmentQuery({ id, area }, await this.seeing(person, position, area));
    const item = await this.dispatcher.query<CommitmentInFull | undefined>(person, 'commitment', query);
    const { asOf, basis } = position;
    if (item) {
      const told = await this.cited(person, position, item);
      return { position, item: await this.targets(person, position).inFull(told) };
    }
    const message = `No such commitment is on record as of ${asOf}, with a ledger of ${basis} records.`;
    return refuse('scrutiny.commitment-not-on-record', message);
  }

  /** Every event about one, in effective order. Throws `scrutiny.commitment-not-on-record`. */
  async history(person: Person, at: PositionRequest, which: Which): Promise<Many<CommitmentEventItem>> {
    const { position, item } = await this.one(person, at, which);
    return { position, items: item.history };
  }

  private async seeing(person: Person, position: ResolvedPosition, area: string | undefined) {
    const bodiesIn = await bodiesAt(this.dispatcher, person, position, area);
    return { position, audienceIn: (one: string) => audienceFor(person, one), bodiesIn };
  }

  private async cited(
    person: Person,
    position: ResolvedPosition,
    item: CommitmentInFull,
  ): Promise<CommitmentTold> {
    const figures = new QuotedFigures(this.dispatcher);
    const claims = item.claims.map(async ({ cites, ...claim }) => ({
      ...claim,
      cites: await figures.of(person, position, item.area, cites),
    }));
    return { ...item, claims: await Promise.all(claims) };
  }

  private targets(person: Person, position: ResolvedPosition): Targets {
    return new Targets(this.dispatcher, person, position);
  }
}
