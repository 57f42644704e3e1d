import { Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { findingsView, type FindingRow } from '../see-findings/findings.view';
import { inspectionsView } from '../see-inspections/inspections.view';
import { judge, type RaisedRow } from './response';

/** The clocks of an area that run at a position, and those that ran out with nothing recorded here. */
export class OpenResponsesQuery {
  constructor(
    readonly area: string,
    readonly position: Position,
    readonly audience: Audience,
  ) {}
}

/** A clock of section 55 that waits for a response: a report's, or that of an accelerated cause of concern. */
export interface OpenResponse {
  readonly area: string;
  readonly inspection: string;
  /** The finding id of the cause of concern; null: the report. */
  readonly concern: string | null;
  readonly title: string;
  readonly dueOn: string;
  readonly day: number;
  readonly status: 'running' | 'none-recorded';
  /** Days past the last day; null while it runs. */
  readonly daysPast: number | null;
}

@QueryHandler(OpenResponsesQuery)
export class OpenResponsesHandler implements IQueryHandler<OpenResponsesQuery> {
  constructor(private readonly rows: Rows) {}

  /** In order of the last day. */
  async execute({ area, position, audience }: OpenResponsesQuery): Promise<readonly OpenResponse[]> {
    const raised = new Map<string, RaisedRow[]>();
    for (const { row } of this.rows.list(findingsView, { area }, position, audience).rows)
      if (isRaised(row))
        raised.set(row.raised.inspection, [...(raised.get(row.raised.inspection) ?? []), row]);
    const found = this.rows.list(inspectionsView, { area }, position, audience).rows.flatMap(({ row }) => {
      const { inspection, recorded, response: steps } = row;
      if (!recorded) return [];
      const findings = raised.get(inspection) ?? [];
      const of = { area, inspection, report: recorded, findings, steps };
      const concerns = findings.filter((one) => one.raised.accelerated !== null);
      return [null, ...concerns].flatMap((concern) => {
        const { clock } = judge({ ...of, concern }, position.asOf);
        if (clock.status !== 'running' && clock.status !== 'none-recorded') return [];
        const { status, dueOn, day } = clock;
        const daysPast = clock.status === 'none-recorded' ? clock.daysPast : null;
        const { title } = concern?.raised ?? recorded;
        return { area, inspection, concern: concern?.finding ?? null, title, dueOn, day, status, daysPast };
      });
    });
    return found.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  }
}

function isRaised(row: FindingRow): row is RaisedRow {
  return row.raised !== null;
}
