import { ChangeSummaryQuery, ChangesQuery, type ChangeList, type ChangeSummary } from '@daybook/figures';
import {
  InspectionChangesQuery,
  type InspectionChangeKind,
  type InspectionChangeList,
} from '@daybook/inspections';
import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { Refusal, RefusalError, refuse } from '@daybook/ledger';
import type { PositionRequest, ResolvedPosition } from '../positions';
import { changeOfFigure, changeOfInspection, type Change } from './change';

/**
 * Two positions as they are asked for: dates, ledger sizes, or some of each. What is absent is the same on
 * both sides; the later position is today and everything recorded where nothing says otherwise.
 */
export interface BetweenRequest {
  readonly from?: string;
  readonly fromBasis?: string | number;
  readonly to?: string;
  readonly toBasis?: string | number;
}

export interface WhoseChanges {
  readonly area: string;
  readonly measure?: string;
}

/** An answer about two positions: `position` is the later one, `from` the earlier. */
export interface Changes {
  readonly position: ResolvedPosition;
  readonly from: ResolvedPosition;
  readonly items: readonly Change[];
  readonly next?: string;
}
export interface ChangesCounted {
  readonly position: ResolvedPosition;
  readonly from: ResolvedPosition;
  /** Of figures and definitions. */
  readonly summary: ChangeSummary;
  /** Of inspections and findings, by kind. */
  readonly others: readonly { readonly kind: InspectionChangeKind; readonly count: number }[];
}

interface Between {
  readonly from: ResolvedPosition;
  readonly to: ResolvedPosition;
}

/** What changed between two positions. Methods throw RefusalError. */
export class ChangesReadings {
  constructor(
    private readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    private readonly dispatcher: Dispatcher,
  ) {}

  /**
   * The changes of figures in order of measure, period and breakdown, then those of findings and of
   * inspections; all of them where no limit is given. Those of one measure are of figures alone.
   */
  async between(
    person: Person,
    asked: BetweenRequest,
    { after, limit, ...filter }: WhoseChanges & { readonly after?: string; readonly limit?: number },
  ): Promise<Changes> {
    const { from, to } = await this.positions(asked);
    const inspections = (page: { after?: string; limit?: number }) =>
      this.inspections(person, filter, from, to, page);
    const answer = { position: to, from };
    if (isOfInspections(after)) {
      const { items, next } = await inspections({ after, limit });
      return { ...answer, items: items.map(changeOfInspection), ...(next && { next }) };
    }
    const query = new ChangesQuery(filter, from, to, audienceFor(person, filter.area), { after, limit });
    const first = await this.dispatcher.query<ChangeList>(person, 'changes', query);
    const figures = first.items.map(changeOfFigure);
    if (first.next || filter.measure)
      return { ...answer, items: figures, ...(first.next && { next: first.next }) };
    const room = limit === undefined ? undefined : limit - figures.length;
    const then = await inspections({ limit: room === 0 ? 1 : room });
    if (room === 0)
      return { ...answer, items: figures, ...(then.items.length > 0 && { next: FIRST_OF_INSPECTIONS }) };
    const items = [...figures, ...then.items.map(changeOfInspection)];
    return { ...answer, items, ...(then.next && { next: then.next }) };
  }

  /** The same, counted by kind. */
  async counted(person: Person, asked: BetweenRequest, filter: WhoseChanges): Promise<ChangesCounted> {
    const { from, to } = await this.positions(asked);
    const query = new ChangeSummaryQuery(filter, from, to, audienceFor(person, filter.area));
    const summary = await this.dispatcher.query<ChangeSummary>(person, 'changes', query);
    if (filter.measure) return { position: to, from, summary, others: [] };
    const { kinds } = await this.inspections(person, filter, from, to, { limit: 0 });
    return { position: to, from, summary, others: kinds };
  }

  private inspections(
    person: Person,
    { area }: WhoseChanges,
    from: ResolvedPosition,
    to: ResolvedPosition,
    page: { readonly after?: string; readonly limit?: number },
  ): Promise<InspectionChangeList> {
    const query = new InspectionChangesQuery({ area }, from, to, audienceFor(person, area), page);
    return this.dispatcher.query<InspectionChangeList>(person, 'inspection-changes', query);
  }

  /** Both positions, resolved; the earlier one is no later than the other on either clock. */
  private async positions({ from, fromBasis, to, toBasis }: BetweenRequest): Promise<Between> {
    if (given(from) === undefined && given(fromBasis) === undefined)
      refuse(
        'changes.no-start',
        'Say from when: a date (from), a ledger size (fromBasis), or both. Without an end, today is used.',
        { fields: [problem('from', 'changes.no-start', 'Say from when: a date or a ledger size.')] },
      );
    const later = await this.resolveAs({ asOf: 'to', basis: 'toBasis' }, { asOf: to, basis: toBasis });
    const { asOf, basis } = later;
    const wanted = { asOf: given(from) ?? asOf, basis: given(fromBasis) ?? basis };
    const earlier = await this.resolveAs({ asOf: 'from', basis: 'fromBasis' }, wanted);
    if (earlier.asOf > asOf)
      backwards('from', `The first date, ${earlier.asOf}, is after the second, ${asOf}. Exchange them.`);
    if (earlier.basis > basis)
      backwards(
        'fromBasis',
        `The first ledger size, ${earlier.basis}, is greater than the second, ${basis}. Exchange them.`,
      );
    return { from: earlier, to: later };
  }

  /** Resolves one position; a refusal names the parameters that it was asked by. */
  private async resolveAs(
    names: Readonly<Record<string, string>>,
    at: PositionRequest,
  ): Promise<ResolvedPosition> {
    try {
      return await this.resolve(at);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      const { code, message, retryable, fields, detail } = error.refusal;
      const renamed = fields.map((f) => ({ ...f, field: `/${names[f.field.slice(1)] ?? f.field.slice(1)}` }));
      throw new RefusalError(new Refusal(code, message, retryable, renamed, detail));
    }
  }
}

/** The place before the first change of a finding or an inspection, after those of figures. */
const FIRST_OF_INSPECTIONS = '0 finding:';

function isOfInspections(after: string | undefined): boolean {
  return /^\d+ (?:finding|inspection):/.test(after ?? '');
}

function given<T extends string | number>(text: T | undefined): T | undefined {
  return text === '' ? undefined : text;
}

function backwards(field: string, message: string): never {
  return refuse('changes.backwards', message, { fields: [problem(field, 'changes.backwards', message)] });
}

function problem(name: string, code: string, message: string) {
  return { field: `/${name}`, code, message };
}
