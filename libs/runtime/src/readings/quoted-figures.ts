import { QuotedFiguresQuery, type Quoted, type QuotedFigure } from '@daybook/figures';
import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import type { Citation } from '@daybook/scrutiny';
import type { ResolvedPosition } from '../positions';

/** A figure that something said rests on, with what became of the vintage quoted. */
export interface CitedFigure extends QuotedFigure {
  /** As it was quoted. */
  readonly value: string | null;
}

/** What cites figures and says how many of them stand no longer. */
interface Resting {
  readonly cites: readonly Citation[];
  readonly citesRevised: number;
}

/** Looks figures up that were cited. What is said is one slice's, and the figures are another's. */
export class QuotedFigures {
  constructor(private readonly dispatcher: Pick<Dispatcher, 'query'>) {}

  /** What became of each, in that order; one that is not on record for this reader is left out. */
  async of(
    person: Person,
    position: ResolvedPosition,
    area: string,
    cites: readonly Citation[],
  ): Promise<readonly CitedFigure[]> {
    const found = await this.found(person, position, area, cites);
    return cites.flatMap((cite, i) => {
      const figure = found[i];
      return figure ? [{ ...figure, value: cite.value ?? figure.reported }] : [];
    });
  }

  /** The same in the order in which they are asked about, with undefined for one that is not on record. */
  async found(
    person: Person,
    position: ResolvedPosition,
    area: string,
    quoted: readonly Quoted[],
  ): Promise<readonly (QuotedFigure | undefined)[]> {
    if (quoted.length === 0) return [];
    const query = new QuotedFiguresQuery(quoted, position, audienceFor(person, area));
    return this.dispatcher.query<(QuotedFigure | undefined)[]>(person, 'leaning', query);
  }

  /** Items with the number of figures under each that stand no longer. */
  async counted<Item extends Resting & { readonly area: string }>(
    person: Person,
    position: ResolvedPosition,
    items: readonly Item[],
  ): Promise<readonly Item[]> {
    return Promise.all(
      items.map(async (item) => {
        if (item.cites.length === 0) return item;
        const found = await this.found(person, position, item.area, item.cites);
        return { ...item, citesRevised: found.filter((one) => one && !one.stands).length };
      }),
    );
  }
}
