import { ChangeSummaryQuery, ChangesQuery, type ChangeList, type ChangeSummary } from '@daybook/figures';
import {
  InspectionChangesQuery,
  type InspectionChangeKind,
  type InspectionChangeList,
} from '@daybook/inspections';
import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { Refusal, RefusalError, refuse } from '@daybook/ledger';
import type { PositionRequest, ResolvedPosition } from '../positions';
import { ScrutinyChangesQuery, type ScrutinyChangeKind, type ScrutinyChangeList } from '@daybook/scrutiny';
import { changeOfFigure, changeOfInspection, changeOfScrutiny, type Change } from './change';

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
  /** Of inspections and findings, then of scrutiny, by kind. */
  readonly others: readonly {
    readonly kind: InspectionChangeKind | ScrutinyChangeKind;
    readonly count: number;
  }[];
}

interface Between {
  readonly from: ResolvedPosition;
  readonly to: ResolvedPosition;
}

/** A part of the list of changes: those of one slice. */
interface Part {
  /** The places of this part, in the words of `after`. */
  readonly owns: RegExp;
  /** The place before its first change. */
  readonly first: string;
  read(page: {
    readonly after?: string;
    readonly limit?: number;
  }): Promise<{ readonly items: readonly Change[]; readonly next?: string }>;
}

/** What changed between two positions. Methods throw RefusalError. */
export class ChangesReadings {
  constructor(
    private readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    private readonly dispatcher: Dispatcher,
  ) {}

  /**
   * The changes of figures in order of measure, period and breakdown, then those of findings and of
   * inspections, then those of scrutiny; all of them where no limit is given. Those of one measure are of
   * figures alone.
   */
  async between(
    person: Person,
    asked: BetweenRequest,
    { after, limit, ...filter }: WhoseChanges & { readonly after?: string; readonly limit?: number },
  ): Promise<Changes> {
    const { from, to } = await this.positions(asked);
    const all = this.parts(person, filter, { from, to });
    const begin = all.findIndex(({ owns }) => after !== undefined && owns.test(after));
    const parts = all.slice(Math.max(0, begin));
    const items: Change[] = [];
    for (const [i, { read, first }] of parts.entries()) {
      const room = limit === undefined ? undefined : limit - items.length;
      const page = await read({ limit: room === 0 ? 1 : room, ...(i === 0 && { after }) });
      const next = room === 0 ? page.items.length > 0 && first : page.next;
      if (room !== 0) items.push(...page.items);
      if (next) return { position: to, from, items, next };
    }
    return { position: to, from, items };
  }

  /** The same, counted by kind. */
  async counted(person: Person, asked: BetweenRequest, filter: WhoseChanges): Promise<ChangesCounted> {
    const { from, to } = await this.positions(asked);
    const audience = audienceFor(person, filter.area);
    const query = new ChangeSummaryQuery(filter, from, to, audience);
    const summary = await this.dispatcher.query<ChangeSummary>(person, 'changes', query);
    if (filter.measure) return { position: to, from, summary, others: [] };
    const none = { limit: 0 };
    const [inspections, scrutiny] = await Promise.all([
      this.dispatcher.query<InspectionChangeList>(
        person,
        'inspection-changes',
        new InspectionChangesQuery({ area: filter.area }, from, to, audience, none),
      ),
      this.dispatcher.query<ScrutinyChangeList>(
        person,
        'scrutiny-changes',
        new ScrutinyChangesQuery({ area: filter.area }, from, to, audience, none),
      ),
    ]);
    return { position: to, from, summary, others: [...inspections.kinds, ...scrutiny.kinds] };
  }

  /** The list, part after part: whose changes they are, and the place before the first of each. */
  private parts(person: Person, filter: WhoseChanges, { from, to }: Between): readonly Part[] {
    const audience = audienceFor(person, filter.area);
    const area = { area: filter.area };
    const ask = <List>(name: string, query: object) => this.dispatcher.query<List>(person, name, query);
    const figures: Part = {
      ...{ owns: /^(?!\d+ [a-z]+:)/, first: '' },
      read: async (page) => {
        const query = new ChangesQuery(filter, from, to, audience, page);
        const { items, next } = await ask<ChangeList>('changes', query);
        return { items: items.map(changeOfFigure), next };
      },
    };
    if (filter.measure) return [figures];
    const inspections: Part = {
      ...{ owns: /^\d+ (?:finding|inspection):/, first: '0 finding:' },
      read: async (page) => {
        const query = new InspectionChangesQuery(area, from, to, audience, page);
        const { items, next } = await ask<InspectionChangeList>('inspection-changes', query);
        return { items: items.map(changeOfInspection), next };
      },
    };
    const scrutiny: Part = {
      ...{ owns: /^\d+ (?:commitment|decision|meeting|question):/, first: '0 commitment:' },
      read: async (page) => {
        const query = new ScrutinyChangesQuery(area, from, to, audience, page);
        const { items, next } = await ask<ScrutinyChangeList>('scrutiny-changes', query);
        return { items: items.map(changeOfScrutiny), next };
      },
    };
    return [figures, inspections, scrutiny];
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
