import { parseBreakdown, parsePeriod } from '@daybook/figures';
import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import { LeaningQuery, type Leaning } from '@daybook/scrutiny';
import type { Many } from '../answers';
import type { PositionRequest, ResolvedPosition } from '../positions';
import { QuotedFigures, type CitedFigure } from './quoted-figures';

/** An answer, a decision or a claim that rests on a figure, with what became of the vintage quoted. */
export type LeaningItem = Omit<Leaning, 'cites'> & { readonly cites: CitedFigure };

/** Of which figures: of an area, of one measure, of one period of it, of one breakdown. */
export interface LeaningAsked {
  readonly area: string;
  readonly measure?: string;
  /** In any accepted spelling. */
  readonly period?: string;
  readonly breakdown?: string;
}

/** What was said that leans on figures. Methods throw RefusalError. */
export class LeaningReadings {
  private readonly figures: QuotedFigures;

  constructor(
    private readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    private readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {
    this.figures = new QuotedFigures(dispatcher);
  }

  /**
   * The answers, decisions and claims that rest on a vintage which stands no longer, the latest first: each
   * figure that each of them cites by itself. Throws `figures.bad-period` and `figures.bad-breakdown`.
   */
  async list(person: Person, at: PositionRequest, asked: LeaningAsked): Promise<Many<LeaningItem>> {
    const { position, items } = await this.said(person, at, asked);
    return { position, items: items.filter(({ cites }) => !cites.stands) };
  }

  /** The same, and those whose vintage still stands. */
  async said(person: Person, at: PositionRequest, asked: LeaningAsked): Promise<Many<LeaningItem>> {
    const { area, measure } = asked;
    const period = periodIn(asked);
    const breakdown = breakdownIn(asked);
    const position = await this.resolve(at);
    const query = new LeaningQuery(area, position, audienceFor(person, area));
    const said = await this.dispatcher.query<Leaning[]>(person, 'leaning', query);
    const quoted = said.map(({ cites }) => cites);
    const found = await this.figures.found(person, position, area, quoted);
    const items = said.flatMap(({ cites, ...leaning }, i) => {
      const figure = found[i];
      if (!figure || (measure !== undefined && figure.measure !== measure)) return [];
      if (period !== undefined && figure.period !== period) return [];
      if (breakdown !== undefined && figure.breakdown !== breakdown) return [];
      return [{ ...leaning, cites: { ...figure, value: cites.value ?? figure.reported } }];
    });
    return { position, items };
  }
}

function periodIn({ period }: LeaningAsked): string | undefined {
  if (period === undefined) return undefined;
  const message = `"${period}" is not a period. Write a day, month, quarter, year or span, such as 2022-07.`;
  return parsePeriod(period)?.canonical ?? refuse('figures.bad-period', message);
}

function breakdownIn({ breakdown }: LeaningAsked): string | undefined {
  if (breakdown === undefined) return undefined;
  const message = 'Write a breakdown as dimension=value;dimension=value.';
  return parseBreakdown(breakdown) ?? refuse('figures.bad-breakdown', message);
}
