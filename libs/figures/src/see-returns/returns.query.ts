import { Rows, type Audience, type Filter, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { enteredBy, enteredItem, unitsAt, type Entered, type EnteredFigure } from '../see-papers/entered';
import { totalsOf, type Totals } from '../since';
import { returnsView, type ReturnRow } from './returns.view';

/** A return at a position: what was sent, and what became of its figures by then. */
export interface ReturnItem extends ReturnRow {
  readonly became: Totals;
}

export interface ReturnWithLines extends ReturnItem {
  /** In the order in which they were sent. */
  readonly figures: readonly EnteredFigure[];
}

export interface ReturnList {
  readonly items: readonly ReturnItem[];
  readonly next?: string;
}

/** Returns of an area, the newest effective first. A page may be short, and still have a next. */
export class ReturnsQuery {
  constructor(
    readonly filter: { readonly area: string; readonly paper?: string; readonly body?: string },
    readonly position: Position,
    readonly audience: Audience,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

/** One return by its heading's place in the ledger; undefined where there is none for the reader. */
export class ReturnQuery {
  constructor(
    readonly index: number,
    readonly position: Position,
    readonly audienceIn: (area: string) => Audience,
  ) {}
}

/** A page of returns ends with the one that reaches so many lines, which are all looked up. */
const MOST_LINES = 20_000;

/** What a paper put on record, looked up once however many returns it came in. */
class Papers {
  private readonly known = new Map<string, Promise<readonly Entered[]>>();

  constructor(
    private readonly rows: Rows,
    private readonly position: Position,
    private readonly audience: Audience,
  ) {}

  async linesOf({ paper, area, index, lines }: ReturnRow): Promise<readonly Entered[]> {
    const known = this.known.get(paper) ?? enteredBy(this.rows, paper, this.position, () => this.audience);
    this.known.set(paper, known);
    // An area's returns are in its own book: a paper's figures in another book are no lines of it.
    return (await known).filter(
      ({ vintage: { order }, row }) => row.figure.area === area && order > index && order <= index + lines,
    );
  }
}

@QueryHandler(ReturnsQuery)
export class ReturnsHandler implements IQueryHandler<ReturnsQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ filter, position, audience, page }: ReturnsQuery): Promise<ReturnList> {
    const { area, paper, body } = filter;
    const wanted: Filter = { ...(paper && { paper }), ...(body && { body }), area };
    const { rows, next } = this.rows.list(returnsView, wanted, position, audience, page);
    const papers = new Papers(this.rows, position, audience);
    const items: ReturnItem[] = [];
    let lines = 0;
    for (const [i, { key, row }] of rows.entries()) {
      items.push({ ...row, became: totalsOf(await papers.linesOf(row)) });
      lines += row.lines;
      if (lines >= MOST_LINES && i < rows.length - 1) return { items, next: key };
    }
    return { items, ...(next && { next }) };
  }
}

@QueryHandler(ReturnQuery)
export class ReturnHandler implements IQueryHandler<ReturnQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ index, position, audienceIn }: ReturnQuery): Promise<ReturnWithLines | undefined> {
    const [whole] = this.rows.list(returnsView, { index }, position, 'inside').rows;
    if (!whole) return undefined;
    const audience = audienceIn(whole.row.area);
    const row = this.rows.at(returnsView, whole.key, position, audience);
    if (!row) return undefined;
    const lines = await new Papers(this.rows, position, audience).linesOf(row);
    const unitOf = unitsAt(this.rows, position, () => audience);
    return { ...row, became: totalsOf(lines), figures: lines.map((line) => enteredItem(line, unitOf)) };
  }
}
