import {
  EXPECTED_STATES,
  ExpectedQuery,
  PaperFiguresQuery,
  ReturnQuery,
  ReturnsQuery,
  UnexplainedQuery,
  type EnteredFigure,
  type ExpectedItem,
  type ExpectedList,
  type PaperFigures,
  type ReturnItem,
  type ReturnList,
  type ReturnWithLines,
  type UnexplainedChange,
  type UnexplainedList,
} from '@daybook/figures';
import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import type { PaperItem } from '@daybook/register';
import type { PositionRequest, ResolvedPosition } from '../positions';
import type { Many, One } from '../answers';

type Paged = { readonly after?: string; readonly limit?: number };

/** A paper, what it put on record, and what became of that. */
export interface PaperWithFigures extends PaperItem, PaperFigures {}

/** What the readings of returns and papers need of those of everything else. */
interface Needed {
  position(at: PositionRequest): Promise<ResolvedPosition>;
  paper(person: Person, at: PositionRequest, id: string): Promise<One<PaperItem>>;
}

/** Returns, what is expected, what a paper put on record, and what nobody has explained. */
export class ReturnReadings {
  constructor(
    private readonly readings: Needed,
    private readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {}

  async list(
    person: Person,
    at: PositionRequest,
    asked: { area: string; paper?: string; body?: string } & Paged,
  ): Promise<Many<ReturnItem>> {
    const position = await this.readings.position(at);
    const { area, paper, body, after, limit } = asked;
    const page = { after, limit };
    const query = new ReturnsQuery({ area, paper, body }, position, audienceFor(person, area), page);
    return { position, ...(await this.dispatcher.query<ReturnList>(person, 'returns', query)) };
  }

  /** One return by its heading's place in the ledger. Throws `ledger.not-on-record`. */
  async one(person: Person, at: PositionRequest, index: number): Promise<One<ReturnWithLines>> {
    const position = await this.readings.position(at);
    const query = new ReturnQuery(index, position, (area) => audienceFor(person, area));
    const item = await this.dispatcher.query<ReturnWithLines | undefined>(person, 'return', query);
    const { asOf, basis } = position;
    return {
      position,
      item:
        item ??
        refuse(
          'ledger.not-on-record',
          `No return begins at record ${index}, as of ${asOf}, with a ledger of ${basis} records.`,
        ),
    };
  }

  /** The figures of one return, a page at a time. */
  async lines(
    person: Person,
    at: PositionRequest,
    { index, ...page }: { index: number } & Paged,
  ): Promise<Many<EnteredFigure>> {
    const { position, item } = await this.one(person, at, index);
    return { position, ...partOf(item.figures, page) };
  }

  async expected(
    person: Person,
    at: PositionRequest,
    asked: { area: string; measure?: string; state?: string } & Paged,
  ): Promise<Many<ExpectedItem>> {
    const position = await this.readings.position(at);
    const { area, measure, after, limit } = asked;
    const state = asked.state ? stateOf(asked.state) : undefined;
    const audience = audienceFor(person, area);
    const query = new ExpectedQuery({ area, measure, state }, position, audience, { after, limit });
    return { position, ...(await this.dispatcher.query<ExpectedList>(person, 'expected', query)) };
  }

  async unexplained(
    person: Person,
    at: PositionRequest,
    asked: { area: string; measure?: string } & Paged,
  ): Promise<Many<UnexplainedChange>> {
    const position = await this.readings.position(at);
    const { area, measure, after, limit } = asked;
    const page = { after, limit };
    const query = new UnexplainedQuery({ area, measure }, position, audienceFor(person, area), page);
    return { position, ...(await this.dispatcher.query<UnexplainedList>(person, 'unexplained', query)) };
  }

  /** A paper with all that it put on record. Throws `register.paper-not-on-record`. */
  async paper(person: Person, at: PositionRequest, id: string): Promise<One<PaperWithFigures>> {
    const { position, item } = await this.readings.paper(person, at, id);
    const query = new PaperFiguresQuery(id, position, (area) => audienceFor(person, area));
    const own = await this.dispatcher.query<PaperFigures>(person, 'paper-figures', query);
    return { position, item: { ...item, ...own } };
  }

  /** What a paper put on record, a page at a time. */
  async paperFigures(
    person: Person,
    at: PositionRequest,
    { id, ...page }: { id: string } & Paged,
  ): Promise<Many<EnteredFigure>> {
    const { position, item } = await this.paper(person, at, id);
    return { position, ...partOf(item.figures, page) };
  }
}

function stateOf(text: string): (typeof EXPECTED_STATES)[number] {
  const message = `There is no state "${text}". Ask for ${EXPECTED_STATES.join(', ')}.`;
  const fields = [{ field: '/state', code: 'request.bad-state', message }];
  return EXPECTED_STATES.find((state) => state === text) ?? refuse('request.bad-state', message, { fields });
}

/** Entries in ledger order, after one of them. */
function partOf(
  all: readonly EnteredFigure[],
  { after, limit }: Paged,
): { items: readonly EnteredFigure[]; next?: string } {
  if (after !== undefined && !/^\d{1,15}$/.test(after))
    refuse('request.bad-cursor', 'Pass as "after" only what an answer gave as "next".');
  const rest = after === undefined ? all : all.filter(({ index }) => index > Number(after));
  const items = rest.slice(0, limit ?? rest.length);
  const last = items.at(-1);
  return { items, ...(last && items.length < rest.length && { next: String(last.index) }) };
}
