import { Ledger } from '@daybook/ledger';
import { openTexts } from '@daybook/provenance';
import { Rows, rowById, type ById, type Looking } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { inspectionRef } from '../inspections.events';
import { findingsView, type FindingRow } from '../see-findings/findings.view';
import { inspectionsView, type InspectionRow } from '../see-inspections/inspections.view';
import type { RaisedRow } from './response';
import { responseTo, textOf, type ResponseItem } from './response-item';

/** The response to an inspection by its id; without an area, that of the area which recorded the id first. */
export class ResponseQuery {
  constructor(
    readonly of: { readonly inspection: string; readonly area?: string },
    readonly looking: Looking,
  ) {}
}

@QueryHandler(ResponseQuery)
export class ResponseHandler implements IQueryHandler<ResponseQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute({ of: asked, looking }: ResponseQuery): Promise<ResponseItem | undefined> {
    const { inspection } = asked;
    const which: ById<InspectionRow> = {
      ...{ filter: { inspection }, area: asked.area },
      refIn: (area: string) => inspectionRef(area, inspection),
      orderOf: ({ recorded }) => recorded?.order,
    };
    const row = rowById(this.rows, inspectionsView, which, looking);
    if (!row?.recorded) return undefined;
    const { area, recorded, response: steps } = row;
    const { position, audienceIn } = looking;
    const all = this.rows.list(findingsView, { area, inspection }, position, audienceIn(area)).rows;
    const findings = all.map(({ row: finding }) => finding).filter(isRaised);
    const { replyDueOn } = recorded;
    const of = { area, inspection, report: recorded, findings, steps };
    const read = await openTexts(this.ledger, steps.map(textOf));
    const { asOf } = position;
    const concerns = findings.filter(({ raised }) => raised.accelerated !== null);
    return {
      ...responseTo({ ...of, concern: null, title: recorded.title, replyDueOn }, asOf, read),
      accelerated: concerns.map((concern) =>
        responseTo({ ...of, concern, title: concern.raised.title, replyDueOn: null }, asOf, read),
      ),
    };
  }
}

function isRaised(row: FindingRow): row is RaisedRow {
  return row.raised !== null;
}
