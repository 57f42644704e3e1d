import {
  MeasureQuery,
  TriangleQuery,
  type MeasureItem,
  type TriangleList,
  type TriangleRow,
} from '@daybook/figures';
import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import type { PositionRequest, ResolvedPosition } from '../positions';

interface Asked {
  readonly area: string;
  readonly measure: string;
  readonly after?: string;
  readonly limit?: number;
}

export interface TriangleAnswer {
  readonly position: ResolvedPosition;
  readonly items: readonly TriangleRow[];
  /** Pass as `after` for the next page. */
  readonly next?: string;
}

/** Revision triangles: the figures of a measure by the days on which what stands of them changed. */
export class Triangles {
  constructor(
    private readonly positionOf: (at: PositionRequest) => Promise<ResolvedPosition>,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** Throws `figures.measure-not-on-record` where the measure is not; one without figures has no rows. */
  async of(person: Person, at: PositionRequest, asked: Asked): Promise<TriangleAnswer> {
    const { area, measure, after, limit } = asked;
    const position = await this.positionOf(at);
    const audience = audienceFor(person, area);
    const of = { area, measure };
    const known = new MeasureQuery(of, position, audience);
    if (!(await this.dispatcher.query<MeasureItem | undefined>(person, 'measure', known)))
      refuse(
        'figures.measure-not-on-record',
        `No such measure is on record as of ${position.asOf}, with a ledger of ${position.basis} records.`,
      );
    const query = new TriangleQuery(of, position, audience, { after, limit });
    return { position, ...(await this.dispatcher.query<TriangleList>(person, 'triangle', query)) };
  }
}
