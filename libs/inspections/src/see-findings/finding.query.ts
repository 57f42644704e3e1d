import type { Expected } from '@daybook/due-dates';
import { Ledger } from '@daybook/ledger';
import { openTexts, saidItem, type SaidItem } from '@daybook/provenance';
import { Rows, type Audience, type Position, rowById } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Raised } from '../acts';
import type { FindingKind } from '../codes';
import { stateOf } from '../finding-state';
import { findingRef, inspectionRef, paperRef } from '../inspections.events';
import { inspectionsView } from '../see-inspections/inspections.view';
import { historyOf, textsOf, type HistoryItem } from './finding-history';
import { ActsRead, type AddresseeItem } from './finding-in-full';
import { groupedIn } from './finding-item';
import { findingsView, type FindingRow } from './findings.view';
import type { Standing } from './standing';

/** What stands of a finding at the top level too, where it has one addressee. */
type OfOne = Pick<
  Standing,
  | 'status'
  | 'anticipated'
  | 'originalAnticipated'
  | 'moves'
  | 'slipDays'
  | 'claimedOn'
  | 'assuredOn'
  | 'closedOn'
>;

/** One finding, in full. */
export interface FindingInFull extends Partial<OfOne> {
  readonly area: string;
  readonly id: string;
  readonly inspection: string;
  /** Null where the inspection is not on record for this reader. */
  readonly inspectionTitle: string | null;
  readonly inspectorate: string | null;
  readonly kind: FindingKind;
  readonly number: number | null;
  readonly reference: string | null;
  readonly title: string;
  readonly question: string | null;
  readonly priority: string | null;
  /** References that it was raised about, itself, its inspection and its paper left out. */
  readonly about: readonly string[];
  readonly completeBy: Expected | null;
  /** Of a cause of concern that was published before its report. */
  readonly acceleratedOn: string | null;
  readonly recommendations: readonly string[];
  readonly raised: SaidItem;
  /** The findings that share its item of the improvement plan. */
  readonly group: { readonly id: string; readonly title: string | null; readonly findings: string[] } | null;
  readonly addressees: readonly AddresseeItem[];
  /** Every event about it, in effective order. */
  readonly history: readonly HistoryItem[];
}

/**
 * One finding by its id. Without an area it is that of the area that recorded the id first, of those that
 * this reader may read. Undefined where there is none.
 */
export class FindingQuery {
  constructor(
    readonly of: { readonly finding: string; readonly area?: string },
    readonly position: Position,
    readonly audienceIn: (area: string) => Audience,
  ) {}
}

@QueryHandler(FindingQuery)
export class FindingHandler implements IQueryHandler<FindingQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute(query: FindingQuery): Promise<FindingInFull | undefined> {
    const found = this.find(query);
    if (!found) return undefined;
    const { row, raised } = found;
    const { position } = query;
    const all = [...row.acts, ...row.wrong.flatMap(({ act }) => ('type' in act ? [act] : []))];
    const texts = all.flatMap((act) => textsOf(act).map(([, text]) => text));
    const acts = new ActsRead(row.acts, raised, await openTexts(this.ledger, texts));
    const states = raised.addressees.map((addressee) => stateOf(raised, row.acts, addressee));
    const addressees = states.map((state) => acts.addressee(state, position.asOf));
    const [only] = addressees.length === 1 ? addressees : [];
    return {
      ...this.content(row, raised, query),
      ...(only && ofOne(only)),
      raised: saidItem(raised),
      group: this.group(row, query),
      addressees,
      history: historyOf(row, raised, states, acts.read),
    };
  }

  private find({ of: { finding, area }, position, audienceIn }: FindingQuery) {
    const row = rowById(
      this.rows,
      findingsView,
      {
        ...{ filter: { finding }, area },
        refIn: (one) => findingRef(one, finding),
        orderOf: ({ raised }) => raised?.order,
      },
      { position, audienceIn },
    );
    return row?.raised ? { row, raised: row.raised } : undefined;
  }

  private content({ area, finding }: FindingRow, raised: Raised, { position, audienceIn }: FindingQuery) {
    const { inspection, kind, number, reference, title, question, priority } = raised;
    const { source } = raised;
    const paper = source ? [paperRef(source.paper)] : [];
    const own = [findingRef(area, finding), inspectionRef(area, inspection), ...paper];
    const of = this.rows.at(inspectionsView, inspectionRef(area, inspection), position, audienceIn(area));
    return {
      ...{ area, id: finding, inspection, kind, number, reference, title, question, priority },
      inspectionTitle: of?.recorded?.title ?? null,
      inspectorate: of?.recorded?.inspectorate ?? null,
      about: raised.about.filter((one) => !own.includes(one) && !one.startsWith('body:')),
      completeBy: raised.completeBy,
      acceleratedOn: raised.accelerated?.publishedOn ?? null,
      recommendations: raised.recommendations,
    };
  }

  private group(row: FindingRow, { position, audienceIn }: FindingQuery): FindingInFull['group'] {
    const own = groupedIn(row);
    if (!own) return null;
    const findings = own.findings.filter((id) => {
      const key = findingRef(row.area, id);
      const other = this.rows.at(findingsView, key, position, audienceIn(row.area));
      return other?.raised && other.groups.at(-1)?.id === own.id;
    });
    return { id: own.group, title: own.title, findings };
  }
}

function ofOne(item: AddresseeItem): OfOne {
  const { status, anticipated, originalAnticipated, moves, slipDays, claimedOn, assuredOn, closedOn } = item;
  return { status, anticipated, originalAnticipated, moves, slipDays, claimedOn, assuredOn, closedOn };
}
