import { Ledger, refuse, type Actor, type Source } from '@daybook/ledger';
import { openTexts, type ReadText } from '@daybook/provenance';
import { Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  INSPECTION_CHANGES,
  inspectionChanges,
  type AddresseeMoved,
  type InspectionChange,
  type InspectionChangeKind,
} from './inspection-changes';

/** What changed of an inspection or a finding, with the event that made it. */
export interface InspectionChangeItem extends ReadText {
  /** The reference of what changed. */
  readonly about: string;
  readonly area: string;
  readonly inspection: string | null;
  readonly finding: string | null;
  readonly id: string;
  readonly index: number;
  readonly kind: InspectionChangeKind;
  readonly addressees: readonly AddresseeMoved[];
  readonly graded: InspectionChange['graded'];
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

export interface InspectionChangeList {
  readonly items: readonly InspectionChangeItem[];
  readonly next?: string;
  /** How many changes there are of each kind that occurs, whatever the page. */
  readonly kinds: readonly { readonly kind: InspectionChangeKind; readonly count: number }[];
}

/**
 * What changed of an area's findings and inspections between two positions, in order of reference. The first
 * position is no later than the second on either clock.
 */
export class InspectionChangesQuery {
  constructor(
    readonly filter: { readonly area: string },
    readonly from: Position,
    readonly to: Position,
    readonly audience: Audience,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

@QueryHandler(InspectionChangesQuery)
export class InspectionChangesHandler implements IQueryHandler<InspectionChangesQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute({ filter, from, to, audience, page }: InspectionChangesQuery): Promise<InspectionChangeList> {
    const all = inspectionChanges(this.rows, { ...filter, from, to, audience });
    const rest = page.after === undefined ? all : all.filter(isAfter(page.after));
    const found = rest.slice(0, page.limit ?? rest.length);
    const read = await openTexts(
      this.ledger,
      found.map(({ text }) => text),
    );
    const last = found.at(-1);
    const kinds = INSPECTION_CHANGES.map((kind) => ({
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
function isAfter(after: string): (change: InspectionChange) => boolean {
  const [, n, place] = /^(\d{1,9}) ((?:finding|inspection):.*)$/.exec(after) ?? [];
  if (n === undefined || place === undefined)
    return refuse('request.bad-cursor', 'Pass as "after" only what an answer gave as "next".');
  return (one) => one.key > place || (one.key === place && one.n > Number(n));
}

function itemOf(change: InspectionChange): Omit<InspectionChangeItem, keyof ReadText> {
  const { key, area, inspection, finding, kind, of, graded, addressees, standingDiffers } = change;
  const { id, order, effectiveOn, precision, recordedAt, by, source, secondHand } = change.said;
  return {
    ...{ about: key, area, inspection, finding, id, index: order, kind, addressees, graded, of },
    ...{ effectiveOn, precision, recordedAt, by, for: change.said.for, source, secondHand, standingDiffers },
  };
}
