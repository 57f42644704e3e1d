import { Ledger, refuse, type Actor, type Source } from '@daybook/ledger';
import { openTexts, type ReadText } from '@daybook/provenance';
import { Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  SCRUTINY_CHANGES,
  scrutinyChanges,
  type ScrutinyChange,
  type ScrutinyChangeKind,
  type SubjectMoved,
} from './scrutiny-changes';

/** What changed of a meeting, a question, a commitment or a decision, with the event that made it. */
export interface ScrutinyChangeItem extends ReadText {
  /** The reference of what changed. */
  readonly about: string;
  readonly area: string;
  readonly subject: SubjectMoved;
  readonly id: string;
  readonly index: number;
  readonly kind: ScrutinyChangeKind;
  readonly of: string | null;
  readonly effectiveOn: string;
  readonly precision: 'day' | 'month';
  readonly recordedAt: string;
  readonly by: Actor;
  readonly for: string | null;
  readonly source: Source | null;
  readonly secondHand: boolean;
  readonly standingDiffers: boolean;
}

export interface ScrutinyChangeList {
  readonly items: readonly ScrutinyChangeItem[];
  readonly next?: string;
  /** How many changes there are of each kind that occurs, whatever the page. */
  readonly kinds: readonly { readonly kind: ScrutinyChangeKind; readonly count: number }[];
}

/**
 * What changed of an area's scrutiny between two positions, in order of reference. The first position is no
 * later than the second on either clock.
 */
export class ScrutinyChangesQuery {
  constructor(
    readonly filter: { readonly area: string },
    readonly from: Position,
    readonly to: Position,
    readonly audience: Audience,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

@QueryHandler(ScrutinyChangesQuery)
export class ScrutinyChangesHandler implements IQueryHandler<ScrutinyChangesQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute({ filter, from, to, audience, page }: ScrutinyChangesQuery): Promise<ScrutinyChangeList> {
    const all = scrutinyChanges(this.rows, { ...filter, from, to, audience });
    const rest = page.after === undefined ? all : all.filter(isAfter(page.after));
    const found = rest.slice(0, page.limit ?? rest.length);
    const read = await openTexts(
      this.ledger,
      found.map(({ text }) => text),
    );
    const last = found.at(-1);
    const kinds = SCRUTINY_CHANGES.map((kind) => ({
      kind,
      count: all.filter((one) => one.kind === kind).length,
    }));
    return {
      items: found.map((change) => ({ ...itemOf(change), ...read(change.text) })),
      ...(last && found.length < rest.length && { next: `${last.n} ${last.key}` }),
      kinds: kinds.filter(({ count }) => count > 0),
    };
  }
}

/** Where a page ended: the place among the changes of one thing, then its reference. */
function isAfter(after: string): (change: ScrutinyChange) => boolean {
  const [, n, place] = /^(\d{1,9}) ((?:meeting|question|commitment|decision):.*)$/.exec(after) ?? [];
  if (n === undefined || place === undefined)
    return refuse('request.bad-cursor', 'Pass as "after" only what an answer gave as "next".');
  return (one) => one.key > place || (one.key === place && one.n > Number(n));
}

function itemOf(change: ScrutinyChange): Omit<ScrutinyChangeItem, keyof ReadText> {
  const { key, area, kind, of, subject, standingDiffers } = change;
  const { id, order, effectiveOn, precision, recordedAt, by, source, secondHand } = change.said;
  return {
    ...{ about: key, area, subject, id, index: order, kind, of, effectiveOn, precision, recordedAt, by },
    ...{ for: change.said.for, source, secondHand, standingDiffers },
  };
}
