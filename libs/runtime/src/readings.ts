import {
  FigureHistoryQuery,
  FigureQuery,
  FiguresQuery,
  MeasureQuery,
  MeasuresQuery,
  AreasQuery,
  parseBreakdown,
  parsePeriod,
  readFiguresWanted,
  type FigureItem,
  type FigureList,
  type FiguresAsked,
  type MeasureItem,
  type MeasureList,
  type OfFigure,
  type VintageItem,
} from '@daybook/figures';
import { Dispatcher, audienceFor, type Person } from '@daybook/identity';
import { InspectionAreasQuery } from '@daybook/inspections';
import { refuse } from '@daybook/ledger';
import { PaperQuery, PapersQuery, type PaperItem, type PaperList } from '@daybook/register';
import { Inject, Injectable } from '@nestjs/common';
import type { Many, One } from './answers';
import { DAYBOOK } from './tokens';
import type { Daybook } from './open-daybook';
import { readEvent, type EventItem, type EventsAsked, type EventsFound } from './events';
import { RecordReadings } from './readings/records';
import { ReturnReadings } from './readings/returns';
import type { PositionRequest, ResolvedPosition } from './positions';
import { ChangesReadings } from './readings/changes';
import { ReplayReadings } from './readings/replay';
import { Triangles } from './readings/triangles';
import { DraftReadings } from './readings/drafts';
import { ReturnFiles } from './readings/return-files';
import { FindingReadings } from './readings/findings';
import { InspectionReadings } from './readings/inspections';
import { ResponseReadings } from './readings/responses';
import { TallyReadings } from './readings/tallies';
import { BodyReadings } from './readings/bodies';
import { PlanReadings } from './readings/plans';
import { MeetingReadings } from './readings/meetings';
import { QuestionReadings } from './readings/questions';
import { LeaningReadings } from './readings/leaning';
import { CommitmentReadings } from './readings/commitments';
import { DecisionReadings } from './readings/decisions';
import { OverviewReadings } from './readings/overview';
import { statusOf, type StatusAnswer } from './status';

interface Paged {
  readonly after?: string;
  readonly limit?: number;
}
interface FigureAsked {
  readonly area: string;
  readonly measure: string;
  /** In any accepted spelling. */
  readonly period: string;
  readonly breakdown?: string;
}

/**
 * The reading side, once, for pages, API and command line alike: each answer with the position that it uses.
 * Methods throw RefusalError.
 */
@Injectable()
export class Readings {
  readonly changes: ChangesReadings;
  readonly findings: FindingReadings;
  readonly inspections: InspectionReadings;
  readonly responses: ResponseReadings;
  readonly tallies: TallyReadings;
  readonly bodies: BodyReadings;
  readonly plans: PlanReadings;
  readonly meetings: MeetingReadings;
  readonly questions: QuestionReadings;
  readonly leaning: LeaningReadings;
  readonly commitments: CommitmentReadings;
  readonly decisions: DecisionReadings;
  readonly overview: OverviewReadings;
  readonly records: RecordReadings;
  readonly replay: ReplayReadings;
  readonly returns: ReturnReadings;
  readonly triangles: Triangles;

  readonly drafts: DraftReadings;

  readonly returnFiles: ReturnFiles;

  constructor(
    @Inject(DAYBOOK) private readonly daybook: Daybook,
    private readonly dispatcher: Dispatcher,
  ) {
    const position = (at: PositionRequest): Promise<ResolvedPosition> => this.position(at);
    this.drafts = new DraftReadings(dispatcher);
    this.findings = new FindingReadings(position, dispatcher);
    this.inspections = new InspectionReadings(position, dispatcher);
    this.responses = new ResponseReadings(position, dispatcher);
    this.tallies = new TallyReadings(position, dispatcher);
    this.bodies = new BodyReadings(position, dispatcher);
    this.plans = new PlanReadings(position, dispatcher);
    this.meetings = new MeetingReadings(position, dispatcher);
    this.questions = new QuestionReadings(position, dispatcher);
    this.leaning = new LeaningReadings(position, dispatcher);
    this.commitments = new CommitmentReadings(position, dispatcher);
    this.decisions = new DecisionReadings(position, dispatcher);
    this.changes = new ChangesReadings(position, dispatcher);
    this.overview = new OverviewReadings(position, dispatcher, this);
    this.records = new RecordReadings(daybook);
    this.replay = new ReplayReadings(position, dispatcher);
    this.returns = new ReturnReadings(this, dispatcher);
    this.returnFiles = new ReturnFiles(daybook.store, dispatcher);
    this.triangles = new Triangles(position, dispatcher);
  }

  position(at: PositionRequest): Promise<ResolvedPosition> {
    return this.daybook.positions.resolve(at);
  }

  async figure(person: Person, at: PositionRequest, asked: FigureAsked): Promise<One<FigureItem>> {
    const figure = canonicalFigure(asked);
    const position = await this.position(at);
    const query = new FigureQuery(figure, position, audienceFor(person, asked.area));
    const item = await this.dispatcher.query<FigureItem | undefined>(person, 'figure', query);
    return { position, item: item ?? notOnRecord('figures.not-on-record', 'No figure', position) };
  }

  async history(person: Person, at: PositionRequest, asked: FigureAsked): Promise<Many<VintageItem>> {
    const figure = canonicalFigure(asked);
    const position = await this.position(at);
    const query = new FigureHistoryQuery(figure, position, audienceFor(person, asked.area));
    const items = await this.dispatcher.query<VintageItem[] | undefined>(person, 'figure-history', query);
    return { position, items: items ?? notOnRecord('figures.not-on-record', 'No figure', position) };
  }

  async figures(
    person: Person,
    at: PositionRequest,
    { after, limit, ...asked }: FiguresAsked & Paged,
  ): Promise<Many<FigureItem>> {
    const wanted = readFiguresWanted(asked);
    const position = await this.position(at);
    const query = new FiguresQuery(wanted, position, audienceFor(person, wanted.area), { after, limit });
    return { position, ...(await this.dispatcher.query<FigureList>(person, 'figures', query)) };
  }

  async measures(
    person: Person,
    at: PositionRequest,
    asked: { area?: string } & Paged,
  ): Promise<Many<MeasureItem>> {
    const position = await this.position(at);
    const { area, after, limit } = asked;
    const query = new MeasuresQuery({ area }, position, audienceFor(person, area), { after, limit });
    return { position, ...(await this.dispatcher.query<MeasureList>(person, 'measures', query)) };
  }

  async measure(
    person: Person,
    at: PositionRequest,
    asked: { area: string; measure: string },
  ): Promise<One<MeasureItem>> {
    const position = await this.position(at);
    const query = new MeasureQuery(asked, position, audienceFor(person, asked.area));
    const item = await this.dispatcher.query<MeasureItem | undefined>(person, 'measure', query);
    return {
      position,
      item: item ?? notOnRecord('figures.measure-not-on-record', 'No such measure', position),
    };
  }

  /** Whether anything is on record about an area today that the person may read. */
  async knowsArea(person: Person, area: string): Promise<boolean> {
    const one = { area, limit: 1 };
    const found = await Promise.all([
      this.measures(person, {}, one),
      this.papers(person, {}, one),
      this.inspections.list(person, {}, one),
    ]);
    if (found.some(({ items }) => items.length > 0)) return true;
    return !(await this.overview.counts(person, {}, area)).nothing;
  }

  /** The areas that have a measure or an inspection on public record, in order. */
  async areas(person: Person, at: PositionRequest): Promise<Many<{ readonly id: string }>> {
    const position = await this.position(at);
    const found = await Promise.all(
      [new AreasQuery(position, 'outside'), new InspectionAreasQuery(position, 'outside')].map((query) =>
        this.dispatcher.query<string[]>(person, 'areas', query),
      ),
    );
    return { position, items: [...new Set(found.flat())].sort().map((id) => ({ id })) };
  }

  async papers(
    person: Person,
    at: PositionRequest,
    asked: { area?: string } & Paged,
  ): Promise<Many<PaperItem>> {
    const position = await this.position(at);
    const { area, after, limit } = asked;
    const query = new PapersQuery({ area }, position, audienceFor(person, area), { after, limit });
    return { position, ...(await this.dispatcher.query<PaperList>(person, 'papers', query)) };
  }

  async paper(person: Person, at: PositionRequest, id: string): Promise<One<PaperItem>> {
    const position = await this.position(at);
    const query = new PaperQuery(id, position, (area) => audienceFor(person, area));
    const item = await this.dispatcher.query<PaperItem | undefined>(person, 'paper', query);
    return { position, item: item ?? notOnRecord('register.paper-not-on-record', 'No such paper', position) };
  }

  /** See `RecordReadings.list`. */
  events(person: Person, asked: EventsAsked): Promise<EventsFound> {
    return this.records.list(person, asked);
  }

  /**
   * One record below the position's basis. Throws `ledger.not-on-record` for one that the ledger does not
   * hold, or did not yet.
   */
  async event(person: Person, at: PositionRequest, index: number): Promise<One<EventItem>> {
    const position = await this.position(at);
    if (index >= position.basis)
      refuse('ledger.not-on-record', `A ledger of ${position.basis} records holds no record ${index}.`);
    return { position, item: await this.record(person, index) };
  }

  /**
   * One record, whatever the views have read: for what is on record and never changes. Throws
   * `ledger.not-on-record` beyond the ledger's end.
   */
  record(person: Person, index: number): Promise<EventItem> {
    return readEvent(this.daybook.store, person, index);
  }

  status(person: Person): Promise<StatusAnswer> {
    return statusOf(this.daybook, person);
  }
}

function canonicalFigure({ area, measure, period, breakdown }: FigureAsked): OfFigure {
  const read = parsePeriod(period);
  const parts = parseBreakdown(breakdown ?? '');
  if (!read)
    return refuse(
      'figures.bad-period',
      `"${period}" is not a period. Write a day, month, quarter, year or span, such as 2022-07.`,
    );
  if (parts === undefined)
    return refuse('figures.bad-breakdown', 'Write a breakdown as dimension=value;dimension=value.');
  return { area, measure, period: read.canonical, breakdown: parts };
}

function notOnRecord(code: string, what: string, { asOf, basis }: ResolvedPosition): never {
  return refuse(code, `${what} is on record as of ${asOf}, with a ledger of ${basis} records.`);
}
