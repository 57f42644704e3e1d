import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import {
  FindingTimelineQuery,
  FindingsQuery,
  OpenResponsesQuery,
  readFindingsWanted,
  type FindingList,
  type OpenResponse,
} from '@daybook/inspections';
import { refuse } from '@daybook/ledger';
import { isInTimeline, newestFirst, type TimelineEntry } from '@daybook/provenance';
import {
  CommitmentsQuery,
  DecisionsQuery,
  MeetingsQuery,
  QuestionsQuery,
  ScrutinyTimelineQuery,
  concerning,
  readCommitmentsWanted,
  readQuestionsWanted,
  readTimelineWanted,
  readUntil,
  toRaise,
  type CommitmentList,
  type DecisionList,
  type MeetingList,
  type QuestionList,
  type TimelineAsked,
} from '@daybook/scrutiny';
import type { Many, One } from '../answers';
import type { PositionRequest, ResolvedPosition } from '../positions';
import { bodiesAt } from './bodies-at';
import type { ChangesReadings } from './changes';
import type { LeaningReadings } from './leaning';
import { Targets } from './targets';
import { findingsToRaise, isFigureChanged, movedAndEnded, type ToRaise } from './to-raise';

type Paged = { readonly after?: string; readonly limit?: number };

/** For which meeting or day something is to be raised; absent: today's, of any board or panel. */
export interface Raising {
  readonly area: string;
  /** A UK date, which may be still to come. */
  readonly for?: string;
  /** A board or panel, by its id. */
  readonly body?: string;
}

/** How many things of each kind are on record. */
export interface Counts {
  readonly meetings: number;
  readonly commitments: number;
  readonly questions: number;
  readonly decisions: number;
  readonly nothing: boolean;
}

/** What these readings need of those of other things. */
interface Needed {
  readonly leaning: Pick<LeaningReadings, 'list'>;
  readonly changes: Pick<ChangesReadings, 'between'>;
}

/** What needs asking, the timeline, and the pack for a meeting. Methods throw RefusalError. */
export class OverviewReadings {
  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
    private readonly readings: Needed,
  ) {}

  /**
   * What was said of meetings, questions, commitments, decisions and findings of an area, the newest first;
   * a page begins after the entry whose place is `after`. Throws `scrutiny.bad-filter`.
   */
  async timeline(
    person: Person,
    at: PositionRequest,
    { area, after, limit, ...asked }: TimelineAsked & Paged & { readonly area: string },
  ): Promise<Many<TimelineEntry>> {
    const wanted = readTimelineWanted(asked);
    const position = await this.resolve(at);
    const all = (await this.entries(person, position, area)).filter((entry) => isInTimeline(entry, wanted));
    const from = after === undefined ? 0 : all.findIndex((entry) => placeOf(entry) === after) + 1;
    if (after !== undefined && from === 0)
      refuse('request.bad-cursor', 'Pass as "after" only what an answer at this position gave as "next".');
    const items = all.slice(from, limit === undefined ? undefined : from + limit);
    const last = items.at(-1);
    return { position, items, ...(last && from + items.length < all.length && { next: placeOf(last) }) };
  }

  /**
   * Everything to be raised at a position, for a day that may be still to come: the pack for a meeting.
   * Throws `scrutiny.bad-date`, and `scrutiny.before-the-position` for a day before that of the position.
   */
  async toRaise(person: Person, at: PositionRequest, asked: Raising): Promise<One<ToRaise>> {
    const { area, body } = asked;
    const position = await this.resolve(at);
    const until = readUntil(asked.for, position.asOf);
    const all = await this.all(person, position, area);
    const scrutiny = toRaise(all, { asOf: position.asOf, until, body });
    const audience = audienceFor(person, area);
    const since = scrutiny.since?.on ?? undefined;
    const [findings, responses, leaning, entries, figures] = await Promise.all([
      this.dispatcher.query<FindingList>(
        person,
        'findings',
        new FindingsQuery(readFindingsWanted({ area }), position, () => audience),
      ),
      this.dispatcher.query<OpenResponse[]>(
        person,
        'response',
        new OpenResponsesQuery(area, position, audience),
      ),
      this.readings.leaning.list(person, { asOf: position.asOf, basis: String(position.basis) }, { area }),
      since ? this.entries(person, position, area) : [],
      since ? this.changedSince(person, position, area, since) : [],
    ]);
    const item: ToRaise = {
      ...{ area, for: until, body: body ?? null, ...scrutiny },
      findings: findingsToRaise(findings.items, until),
      responses,
      ...movedAndEnded(
        since ? entries.filter(({ effectiveOn }) => effectiveOn > since) : [],
        all.commitments,
        concerning(body, all.bodies),
      ),
      figures,
      leaning: leaning.items,
    };
    return { position, item };
  }

  /** How many things of scrutiny are on record in an area. */
  async counts(person: Person, at: PositionRequest, area: string): Promise<Counts> {
    const position = await this.resolve(at);
    const { meetings, commitments, questions, decisions } = await this.all(person, position, area);
    const [m, c, q, d] = [meetings, commitments, questions, decisions].map(({ length }) => length);
    const counts = { meetings: m ?? 0, commitments: c ?? 0, questions: q ?? 0, decisions: d ?? 0 };
    return { ...counts, nothing: Object.values(counts).every((count) => count === 0) };
  }

  /** Everything of an area's scrutiny, as it stands at a position. */
  private async all(person: Person, position: ResolvedPosition, area: string) {
    const audience = audienceFor(person, area);
    const looking = { position, audienceIn: () => audience };
    const bodiesIn = await bodiesAt(this.dispatcher, person, position, area);
    const seeing = { ...looking, bodiesIn };
    const [meetings, commitments, questions, decisions] = await Promise.all([
      this.dispatcher.query<MeetingList>(person, 'meetings', new MeetingsQuery({ area }, looking)),
      this.dispatcher.query<CommitmentList>(
        person,
        'commitments',
        new CommitmentsQuery(readCommitmentsWanted({ area }), seeing),
      ),
      this.dispatcher.query<QuestionList>(
        person,
        'questions',
        new QuestionsQuery(readQuestionsWanted({ area }), position, () => audience),
      ),
      this.dispatcher.query<DecisionList>(
        person,
        'decisions',
        new DecisionsQuery({ area }, position, () => audience),
      ),
    ]);
    return {
      meetings: meetings.items,
      commitments: await new Targets(this.dispatcher, person, position).judged(commitments.items),
      ...{ questions: questions.items, decisions: decisions.items },
      bodies: bodiesIn(area),
    };
  }

  private async changedSince(
    person: Person,
    { asOf, basis }: ResolvedPosition,
    area: string,
    since: string,
  ): Promise<ToRaise['figures']> {
    const between = { from: since, fromBasis: basis, to: asOf, toBasis: basis };
    const { items } = await this.readings.changes.between(person, between, { area });
    return items.filter(isFigureChanged);
  }

  /** Every entry of an area's timeline, the newest first. */
  private async entries(
    person: Person,
    position: ResolvedPosition,
    area: string,
  ): Promise<readonly TimelineEntry[]> {
    const audience = audienceFor(person, area);
    const found = await Promise.all(
      [
        new ScrutinyTimelineQuery(area, position, audience),
        new FindingTimelineQuery(area, position, audience),
      ].map((query) => this.dispatcher.query<readonly TimelineEntry[]>(person, 'timeline', query)),
    );
    return found.flat().sort(newestFirst);
  }
}

/** One event about several findings is an entry of each. */
function placeOf({ index, reference }: TimelineEntry): string {
  return `${index} ${reference}`;
}
