import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import {
  QuestionQuery,
  QuestionsQuery,
  readQuestionsWanted,
  type QuestionInFull,
  type QuestionItem,
  type QuestionList,
  type QuestionsAsked,
} from '@daybook/scrutiny';
import type { Many, One } from '../answers';
import type { PositionRequest, ResolvedPosition } from '../positions';
import { bodiesAt } from './bodies-at';
import { QuotedFigures, type CitedFigure } from './quoted-figures';

/** A question in full, with what became of every figure that its answers cite. */
export type QuestionTold = QuestionInFull<CitedFigure>;

/** Questions. Methods throw RefusalError. */
export class QuestionReadings {
  private readonly figures: QuotedFigures;

  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {
    this.figures = new QuotedFigures(dispatcher);
  }

  async list(
    person: Person,
    at: PositionRequest,
    { after, limit, ...asked }: QuestionsAsked & { readonly after?: string; readonly limit?: number },
  ): Promise<Many<QuestionItem>> {
    const wanted = readQuestionsWanted(asked);
    const position = await this.resolve(at);
    const audienceIn = (area: string) => audienceFor(person, area);
    const bodiesIn = await bodiesAt(this.dispatcher, person, position, wanted.area);
    const query = new QuestionsQuery(wanted, position, audienceIn, { after, limit }, bodiesIn);
    const { items, next } = await this.dispatcher.query<QuestionList>(person, 'questions', query);
    const counted = await this.figures.counted(person, position, items);
    return { position, items: counted, ...(next && { next }) };
  }

  /** A question by its id; without an area, that of the area which recorded it first. Throws `scrutiny.question-not-on-record`. */
  async one(
    person: Person,
    at: PositionRequest,
    { id, area }: { readonly id: string; readonly area?: string },
  ): Promise<One<QuestionTold>> {
    const position = await this.resolve(at);
    const query = new QuestionQuery({ question: id, area }, position, (one) => audienceFor(person, one));
    const found = await this.dispatcher.query<QuestionInFull | undefined>(person, 'question', query);
    const { asOf, basis } = position;
    const message = `No such question is on record as of ${asOf}, with a ledger of ${basis} records.`;
    const item = found ?? refuse('scrutiny.question-not-on-record', message);
    return { position, item: await this.told(person, position, item) };
  }

  private async told(
    person: Person,
    position: ResolvedPosition,
    item: QuestionInFull,
  ): Promise<QuestionTold> {
    const answers = await Promise.all(
      item.answers.map(async ({ cites, ...answer }) => {
        return { ...answer, cites: await this.figures.of(person, position, item.area, cites) };
      }),
    );
    const citesRevised = answers.flatMap(({ cites }) => cites).filter(({ stands }) => !stands).length;
    return { ...item, answers, citesRevised };
  }
}
