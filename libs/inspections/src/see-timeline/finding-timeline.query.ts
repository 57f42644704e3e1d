import { saidItem, type SaidItem, type TimelineEntry } from '@daybook/provenance';
import { Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { findingRef } from '../inspections.events';
import { itemsOf } from '../see-findings/finding-item';
import { findingsView, type FindingRow } from '../see-findings/findings.view';

/** Every event about an area's findings at a position, for a timeline that has others beside them. */
export class FindingTimelineQuery {
  constructor(
    readonly area: string,
    readonly position: Position,
    readonly audience: Audience,
  ) {}
}

@QueryHandler(FindingTimelineQuery)
export class FindingTimelineHandler implements IQueryHandler<FindingTimelineQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ area, position, audience }: FindingTimelineQuery): Promise<readonly TimelineEntry[]> {
    const { rows } = this.rows.list(findingsView, { area }, position, audience);
    return rows.flatMap(({ row }) => entriesOf(row, position.asOf));
  }
}

function entriesOf(row: FindingRow, day: string): TimelineEntry[] {
  const { area, finding, raised, acts } = row;
  if (!raised) return [];
  const items = itemsOf(row, day);
  const [only] = items.length === 1 ? items : [];
  const about: Omit<TimelineEntry, 'type' | keyof SaidItem> = {
    ...{ area, kind: 'finding' as const, subject: finding, reference: findingRef(area, finding) },
    ...{ title: raised.title, status: only?.status ?? null, priority: raised.priority },
    ...{ office: null, meeting: null, item: null },
  };
  return [
    { ...saidItem(raised), ...about, type: 'inspections.finding-raised' },
    ...acts.map((act) => ({ ...saidItem(act), ...about, type: act.type })),
  ];
}
