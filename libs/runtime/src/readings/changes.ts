import {
  ChangeSummaryQuery,
  ChangesQuery,
  type ChangeList,
  type ChangeSummary,
  type PositionChangeItem,
} from '@daybook/figures';
import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { Refusal, RefusalError, refuse } from '@daybook/ledger';
import type { PositionRequest, ResolvedPosition } from '../positions';

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
  readonly items: readonly PositionChangeItem[];
  readonly next?: string;
}
export interface ChangesCounted {
  readonly position: ResolvedPosition;
  readonly from: ResolvedPosition;
  readonly summary: ChangeSummary;
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

  /** The changes, in order of measure, period and breakdown; all of them where no limit is given. */
  async between(
    person: Person,
    asked: BetweenRequest,
    { after, limit, ...filter }: WhoseChanges & { readonly after?: string; readonly limit?: number },
  ): Promise<Changes> {
    const { from, to } = await this.positions(asked);
    const query = new ChangesQuery(filter, from, to, audienceFor(person, filter.area), { after, limit });
    return { position: to, from, ...(await this.dispatcher.query<ChangeList>(person, 'changes', query)) };
  }

  /** The same, counted by kind. */
  async counted(person: Person, asked: BetweenRequest, filter: WhoseChanges): Promise<ChangesCounted> {
    const { from, to } = await this.positions(asked);
    const query = new ChangeSummaryQuery(filter, from, to, audienceFor(person, filter.area));
    const summary = await this.dispatcher.query<ChangeSummary>(person, 'changes', query);
    return { position: to, from, summary };
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

function given<T extends string | number>(text: T | undefined): T | undefined {
  return text === '' ? undefined : text;
}

function backwards(field: string, message: string): never {
  return refuse('changes.backwards', message, { fields: [problem(field, 'changes.backwards', message)] });
}

function problem(name: string, code: string, message: string) {
  return { field: `/${name}`, code, message };
}
