import { FiguresQuery, type FigureItem, type FigureList, type MeasureItem } from '@daybook/figures';
import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import {
  PlanQuery,
  PlansQuery,
  type FormerPriorityItem,
  type PlacedItem,
  type PlanHistoryItem,
  type PlanItem,
  type PlanList,
  type PlanOnRecord,
  type PriorityItem,
} from '@daybook/register';
import type { Many, One } from '../answers';
import type { PositionRequest, ResolvedPosition } from '../positions';
import {
  canHangOf,
  countsOf,
  hangingFrom,
  referencesOf,
  thingsOfArea,
  type CanHang,
  type Hanging,
  type HangingCounts,
  type ThingsOfArea,
} from './hanging';
import { lastBoardMeeting } from './last-meeting';
import { movedBetween, type HangingThen, type MovedItem } from './moved';
import { QuotedFigures } from './quoted-figures';
import { Targets } from './targets';

/** A priority, and how much hangs from it. */
export interface PriorityCounted extends PriorityItem {
  readonly counts: HangingCounts;
}

/** A plan with what hangs from each of its priorities, those that it dropped, and every event about it. */
export interface PlanInFull extends Omit<PlanItem, 'priorities'> {
  readonly priorities: readonly PriorityCounted[];
  readonly former: readonly FormerPriorityItem[];
  readonly history: readonly PlanHistoryItem[];
}

/** A measure that hangs from a priority, with its latest figure; null where none stands. */
export interface MeasureUnder extends Pick<MeasureItem, 'id' | 'title' | 'unit'> {
  readonly latest: FigureItem | null;
}

/** A priority with everything that hangs from it, as its reader may read it. */
export interface PriorityInFull extends PriorityCounted, Omit<Hanging, 'measures'> {
  readonly area: string;
  readonly plan: Pick<PlanItem, 'id' | 'title' | 'status' | 'from' | 'until'>;
  /** The day from which it is no longer a priority of its plan; null while it is one. */
  readonly until: string | null;
  readonly measures: readonly MeasureUnder[];
  /** What of it was placed there, and since when; the rest says itself that it is about the priority. */
  readonly placed: readonly PlacedItem[];
  /** References that were placed under it and name nothing on record; who reads from outside is not told. */
  readonly notOnRecord: readonly string[];
  /** The last meeting of a board before the position's day; null where none was held. */
  readonly lastMeeting: { readonly id: string; readonly title: string; readonly on: string } | null;
  /** What reads otherwise than it did at the end of that day. */
  readonly moved: readonly MovedItem[];
}

interface Which {
  readonly id: string;
  readonly area?: string;
}

/** Plans, and what hangs from their priorities. Methods throw RefusalError. */
export class PlanReadings {
  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {}

  async list(
    person: Person,
    at: PositionRequest,
    { area }: { readonly area?: string },
  ): Promise<Many<PlanItem>> {
    const position = await this.resolve(at);
    const query = new PlansQuery({ area }, lookingAt(person, position));
    return { position, ...(await this.dispatcher.query<PlanList>(person, 'plans', query)) };
  }

  /** Throws `register.plan-not-on-record`. */
  async one(person: Person, at: PositionRequest, which: Which): Promise<One<PlanInFull>> {
    const position = await this.resolve(at);
    const { item, former, placed, history } = await this.plan(person, position, which);
    const things = await thingsOfArea(this.dispatcher, person, position, item.area);
    const priorities = item.priorities.map((priority): PriorityCounted => {
      const hung = { plan: item.id, priority: priority.id, placed: referencesIn(placed, priority.id) };
      return { ...priority, counts: countsOf(hangingFrom(things, hung)) };
    });
    const told = audienceFor(person, item.area) === 'inside' ? history : toldOf(history, things);
    return { position, item: { ...item, priorities, former, history: told } };
  }

  /** Throws `register.plan-not-on-record` and `register.priority-not-on-record`. */
  async priority(
    person: Person,
    at: PositionRequest,
    { id, area, priority: wanted }: Which & { readonly priority: string },
  ): Promise<One<PriorityInFull>> {
    const position = await this.resolve(at);
    const plan = await this.plan(person, position, { id, area });
    const { item, former, placed } = plan;
    const dropped = former.find((one) => one.id === wanted);
    const known = item.priorities.find((one) => one.id === wanted) ?? dropped;
    const message = `${id} has no priority "${wanted}" as of ${position.asOf}.`;
    const { id: own, number, title, setFor } = known ?? refuse('register.priority-not-on-record', message);
    const now = await this.hanging(person, position, plan, own);
    const readable = referencesOf(item.area, now.hanging);
    const all = placed.get(own) ?? [];
    const isInside = audienceFor(person, item.area) === 'inside';
    const { questions, commitments } = now.hanging;
    const unknown = all.map(({ reference }) => reference).filter((one) => !readable.has(one));
    return {
      position,
      item: {
        ...{ area: item.area, plan: planOf(item), id: own, number, title, setFor },
        ...{ until: dropped?.until ?? null, counts: countsOf(now.hanging), ...now.hanging },
        questions: await new QuotedFigures(this.dispatcher).counted(person, position, questions),
        commitments: await new Targets(this.dispatcher, person, position).judged(commitments),
        measures: now.hanging.measures.map((measure) => withLatest(measure, now.figures)),
        placed: all.filter(({ reference }) => readable.has(reference)),
        notOnRecord: isInside ? unknown : [],
        ...(await this.sinceLastMeeting(person, position, { plan: item, priority: own }, now)),
      },
    };
  }

  /** Everything of an area that can hang from a priority, as the person may read it. */
  async canHang(
    person: Person,
    at: PositionRequest,
    { area }: { readonly area: string },
  ): Promise<Many<CanHang>> {
    const position = await this.resolve(at);
    return { position, items: canHangOf(await thingsOfArea(this.dispatcher, person, position, area)) };
  }

  private async plan(person: Person, position: ResolvedPosition, { id, area }: Which): Promise<PlanOnRecord> {
    const query = new PlanQuery({ plan: id, area }, lookingAt(person, position));
    const found = await this.dispatcher.query<PlanOnRecord | undefined>(person, 'plan', query);
    const { asOf, basis } = position;
    const message = `No such plan is on record as of ${asOf}, with a ledger of ${basis} records.`;
    return found ?? refuse('register.plan-not-on-record', message);
  }

  private async hanging(
    person: Person,
    position: ResolvedPosition,
    { item, placed }: Pick<PlanOnRecord, 'item' | 'placed'>,
    priority: string,
  ): Promise<HangingThen> {
    const { area, id } = item;
    const things = await thingsOfArea(this.dispatcher, person, position, area);
    const hung = { plan: id, priority, placed: referencesIn(placed, priority) };
    const hanging = hangingFrom(things, hung);
    const lists = await Promise.all(
      hanging.measures.map((measure) => {
        const wanted = { area, measure: measure.id, sort: '-period' } as const;
        const query = new FiguresQuery(wanted, position, audienceFor(person, area));
        return this.dispatcher.query<FigureList>(person, 'figures', query);
      }),
    );
    return { hanging, figures: lists.flatMap(({ items }) => items) };
  }

  /** Compares with the end of the day of the last board, on the same basis. */
  private async sinceLastMeeting(
    person: Person,
    position: ResolvedPosition,
    { plan, priority }: { readonly plan: PlanItem; readonly priority: string },
    now: HangingThen,
  ): Promise<Pick<PriorityInFull, 'lastMeeting' | 'moved'>> {
    const meeting = await lastBoardMeeting(this.dispatcher, person, position, plan.area);
    if (!meeting || meeting.on === null) return { lastMeeting: null, moved: [] };
    const { id, title, on } = meeting;
    const then = { ...position, asOf: on };
    const query = new PlanQuery({ plan: plan.id, area: plan.area }, lookingAt(person, then));
    const found = await this.dispatcher.query<PlanOnRecord | undefined>(person, 'plan', query);
    const placed: PlanOnRecord['placed'] = found?.placed ?? new Map();
    const before = await this.hanging(person, then, { item: plan, placed }, priority);
    return { lastMeeting: { id, title, on }, moved: movedBetween(plan.area, before, now) };
  }
}

function lookingAt(person: Person, position: ResolvedPosition) {
  return { position, audienceIn: (area: string) => audienceFor(person, area) };
}

function referencesIn(placed: PlanOnRecord['placed'], priority: string): string[] {
  return (placed.get(priority) ?? []).map(({ reference }) => reference);
}

/** The history as outsiders read it: of what was placed or taken, what is on record for them. */
function toldOf(history: readonly PlanHistoryItem[], things: ThingsOfArea): PlanHistoryItem[] {
  const readable = referencesOf(things.area, things);
  return history.map((act) => ({ ...act, references: act.references.filter((one) => readable.has(one)) }));
}

function planOf({ id, title, status, from, until }: PlanItem): PriorityInFull['plan'] {
  return { id, title, status, from, until };
}

/** The figure of the latest period: of the whole, where one is given of it. */
function withLatest({ id, title, unit }: MeasureItem, figures: readonly FigureItem[]): MeasureUnder {
  const own = figures.filter(({ measure }) => measure === id);
  const latest = own.find(({ breakdown }) => breakdown === '') ?? own[0] ?? null;
  return { id, title, unit, latest };
}
