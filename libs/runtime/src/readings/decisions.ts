import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import {
  DECISION_STATUSES,
  DecisionQuery,
  DecisionsQuery,
  type DecisionInFull,
  type DecisionItem,
  type DecisionList,
  type DecisionsWanted,
} from '@daybook/scrutiny';
import type { Many, One } from '../answers';
import type { PositionRequest, ResolvedPosition } from '../positions';
import { QuotedFigures, type CitedFigure } from './quoted-figures';

/** A decision in full, with what became of every figure that it rests on. */
export type DecisionTold = DecisionInFull<CitedFigure>;

type Asked = Omit<DecisionsWanted, 'status'> & { readonly status?: string };

/** Decisions. Methods throw RefusalError. */
export class DecisionReadings {
  private readonly figures: QuotedFigures;

  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {
    this.figures = new QuotedFigures(dispatcher);
  }

  /** The latest decided first. */
  async list(
    person: Person,
    at: PositionRequest,
    { after, limit, status, ...asked }: Asked & { readonly after?: string; readonly limit?: number },
  ): Promise<Many<DecisionItem>> {
    const wanted = { ...asked, ...(status && { status: statusIn(status) }) };
    const position = await this.resolve(at);
    const audienceIn = (area: string) => audienceFor(person, area);
    const query = new DecisionsQuery(wanted, position, audienceIn, { after, limit });
    const { items, next } = await this.dispatcher.query<DecisionList>(person, 'decisions', query);
    const counted = await this.figures.counted(person, position, items);
    return { position, items: counted, ...(next && { next }) };
  }

  /** A decision by its id; without an area, that of the area which recorded it first. Throws `scrutiny.decision-not-on-record`. */
  async one(
    person: Person,
    at: PositionRequest,
    { id, area }: { readonly id: string; readonly area?: string },
  ): Promise<One<DecisionTold>> {
    const position = await this.resolve(at);
    const query = new DecisionQuery({ decision: id, area }, position, (one) => audienceFor(person, one));
    const found = await this.dispatcher.query<DecisionInFull | undefined>(person, 'decision', query);
    const { asOf, basis } = position;
    const message = `No such decision is on record as of ${asOf}, with a ledger of ${basis} records.`;
    const item = found ?? refuse('scrutiny.decision-not-on-record', message);
    const cites = await this.figures.of(person, position, item.area, item.cites);
    const citesRevised = cites.filter(({ stands }) => !stands).length;
    return { position, item: { ...item, cites, citesRevised } };
  }
}

function statusIn(text: string): (typeof DECISION_STATUSES)[number] {
  const message = `Choose one of ${DECISION_STATUSES.join(', ')}.`;
  const fields = [{ field: '/status', code: 'scrutiny.unknown-status', message }];
  return (
    DECISION_STATUSES.find((status) => status === text) ??
    refuse('scrutiny.unknown-status', message, { fields })
  );
}
