import { Ledger } from '@daybook/ledger';
import { NO_BODIES, saidItem, type SaidItem } from '@daybook/provenance';
import { rowById, Rows } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { beginningOf, type CommitmentAct, type History } from '../../histories';
import { commitmentsView, meetingsView } from '../../histories.view';
import { meetingOn } from '../../meetings/meeting-state';
import { subjectRef, type Citation } from '../../scrutiny.events';
import { openHistory, toldHistory, type ToldAct } from '../../told';
import { commitmentOn } from '../commitment-state';
import { toldOf, type Told } from './commitment-in-full';
import { commitmentItem, type CommitmentItem } from './commitment-item';
import type { Seeing } from './commitments.query';
import type { TargetCompared } from './target-compared';

/** One event about a commitment. */
export interface CommitmentEventItem extends ToldAct {
  /** The event that it answers: a move or a claim. */
  readonly of: string | null;
  /** Dates before and after, canonical. */
  readonly from: string | null;
  readonly to: string | null;
  readonly askedBy: string | null;
  /** The commitment that takes its place. */
  readonly supersededBy: string | null;
  readonly cites: readonly Citation[];
}

/** One commitment, in full. */
export interface CommitmentInFull<Cites = Citation> extends CommitmentItem, Told<Cites> {
  /** The promise in words; null: not given, or erased. */
  readonly promise: string | null;
  readonly promiseErased: boolean;
  /** The office that spoke for the owner. */
  readonly office: string | null;
  /** Null where the meeting is not on record for this reader. */
  readonly meetingTitle: string | null;
  readonly meetingOn: string | null;
  readonly itemTitle: string | null;
  readonly made: SaidItem;
  readonly taken: SaidItem | null;
  /** A target beside its figures; null of what is no target. */
  readonly comparison: TargetCompared | null;
  /** Every event about it, in effective order. */
  readonly history: readonly CommitmentEventItem[];
}

/**
 * One commitment by its id. Without an area it is that of the area that recorded the id first, of those that
 * this reader may read. Undefined where there is none. Its target is not held against figures here: they are
 * another slice's.
 */
export class CommitmentQuery {
  constructor(
    readonly of: { readonly id: string; readonly area?: string },
    readonly seeing: Seeing,
  ) {}
}

@QueryHandler(CommitmentQuery)
export class CommitmentHandler implements IQueryHandler<CommitmentQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute(query: CommitmentQuery): Promise<CommitmentInFull | undefined> {
    const row = this.find(query);
    const { asOf } = query.seeing.position;
    const state = row && commitmentOn(row.acts, asOf);
    const item = row && commitmentItem(row, asOf, query.seeing.bodiesIn?.(row.area) ?? NO_BODIES);
    if (!state || !item) return undefined;
    const read = await openHistory(this.ledger, row);
    const { made, taken } = state;
    const { reason: promise, reasonErased: promiseErased } = read(made.data.promise);
    return {
      ...{ ...item, promise, promiseErased, office: made.data.office },
      ...this.place(item, query),
      ...{ made: saidItem(made), taken: taken && saidItem(taken), comparison: null },
      ...toldOf(state, row.acts, read),
      history: toldHistory(row, state.notFitting, read, sayingOf),
    };
  }

  private find({ of: { id, area }, seeing }: CommitmentQuery): History<'commitment'> | undefined {
    const which = {
      ...{ filter: { id }, area },
      refIn: (one: string) => subjectRef({ kind: 'commitment', id }, one),
      orderOf: (row: History<'commitment'>) => beginningOf('commitment', row)?.order,
    };
    return rowById(this.rows, commitmentsView, which, seeing);
  }

  /** Where it was made, in words. */
  private place(
    { area, meeting, item }: CommitmentItem,
    { seeing: { position, audienceIn } }: CommitmentQuery,
  ): Pick<CommitmentInFull, 'meetingTitle' | 'meetingOn' | 'itemTitle'> {
    const ref = subjectRef({ kind: 'meeting', id: meeting ?? '' }, area);
    const row = meeting ? this.rows.at(meetingsView, ref, position, audienceIn(area)) : undefined;
    const state = row && meetingOn(row.acts, position.asOf);
    return {
      meetingTitle: state?.called.data.title ?? null,
      meetingOn: state?.on ?? null,
      itemTitle: state?.items.get(item ?? '')?.title ?? null,
    };
  }
}

/** What an act says, whichever it is. */
interface Saying {
  readonly commitment: string;
  readonly of?: string | null;
  readonly due?: { readonly anticipated: string | null };
  readonly from?: { readonly anticipated: string | null };
  readonly to?: { readonly anticipated: string | null } | string | null;
  readonly askedBy?: string | null;
  readonly supersededBy?: string | null;
  readonly cites?: readonly Citation[];
}

function sayingOf({ data }: CommitmentAct): Omit<CommitmentEventItem, keyof ToldAct> {
  const { of, due, from, to, askedBy, supersededBy, cites }: Saying = data;
  // Of a commitment that is made, `to` is whom it is promised to.
  const date = typeof to === 'object' && to ? to : due;
  return {
    ...{ of: of ?? null, from: from?.anticipated ?? null, to: date?.anticipated ?? null },
    ...{ askedBy: askedBy ?? null, supersededBy: supersededBy ?? null, cites: cites ?? [] },
  };
}
