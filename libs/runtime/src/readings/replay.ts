import {
  ORDERS,
  ReplayQuery,
  ReplayStepQuery,
  type Order,
  type ReplayItem,
  type ReplayList,
  type ReplayStep,
} from '@daybook/figures';
import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { isDate, refuse } from '@daybook/ledger';
import type { PositionRequest, ResolvedPosition } from '../positions';

/** Whose history, and in which order: of an area, or of one measure. */
export interface HistoryAsked {
  readonly area: string;
  readonly measure?: string;
  /** `effective` where absent. */
  readonly order?: string;
  /** A UK day to begin at. */
  readonly from?: string;
}

export interface Steps {
  readonly position: ResolvedPosition;
  readonly items: readonly ReplayItem[];
  readonly next?: string;
}
export interface StepFound {
  readonly position: ResolvedPosition;
  readonly step: ReplayStep;
}

/** A history, step by step. Methods throw RefusalError. */
export class ReplayReadings {
  constructor(
    private readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** The steps from a day on, in order; all of them where no limit is given. */
  async steps(
    person: Person,
    at: PositionRequest,
    { after, limit, ...asked }: HistoryAsked & { readonly after?: string; readonly limit?: number },
  ): Promise<Steps> {
    const { filter, order, from } = read(asked);
    const position = await this.resolve(at);
    const page = { from, after, limit };
    const query = new ReplayQuery(filter, order, position, audienceFor(person, asked.area), page);
    return { position, ...(await this.dispatcher.query<ReplayList>(person, 'replay', query)) };
  }

  /** One step, by its number or the first from a day on, with the position after it. */
  async step(
    person: Person,
    at: PositionRequest,
    { n, ...asked }: HistoryAsked & { readonly n?: number },
  ): Promise<StepFound> {
    const { filter, order, from } = read(asked);
    const position = await this.resolve(at);
    const query = new ReplayStepQuery(filter, order, position, audienceFor(person, asked.area), { n, from });
    return { position, step: await this.dispatcher.query<ReplayStep>(person, 'replay', query) };
  }
}

function read({ area, measure, order, from }: HistoryAsked): {
  filter: { area: string; measure?: string };
  order: Order;
  from?: string;
} {
  const wanted = ORDERS.find((one) => one === (order || 'effective'));
  if (!wanted)
    return refuse('replay.bad-order', `A history is in the order ${ORDERS.join(' or ')}.`, {
      fields: [{ field: '/order', code: 'replay.bad-order', message: 'There is no such order.' }],
    });
  if (from && !isDate(from))
    return refuse('position.bad-date', `"${from}" is not a date. Write it as 2022-10-31.`, {
      fields: [{ field: '/from', code: 'position.bad-date', message: 'This cannot be read.' }],
    });
  return { filter: { area, measure: measure || undefined }, order: wanted, from: from || undefined };
}
