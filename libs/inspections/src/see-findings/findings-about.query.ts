import { Rows, type Audience, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { findingsView } from './findings.view';

/** A finding, and the references that it is said to be about. */
export interface FindingAbout {
  readonly finding: string;
  readonly about: readonly string[];
}

/**
 * The findings of an area that are said to be about something whose reference begins like this, such as a
 * priority of a plan (`priority:kent/…`), with those references. The answer is `FindingAbout[]`.
 */
export class FindingsAboutQuery {
  constructor(
    readonly of: { readonly area: string; readonly beginning: string },
    readonly position: Position,
    readonly audience: Audience,
  ) {}
}

@QueryHandler(FindingsAboutQuery)
export class FindingsAboutHandler implements IQueryHandler<FindingsAboutQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ of, position, audience }: FindingsAboutQuery): Promise<FindingAbout[]> {
    const { rows } = this.rows.list(findingsView, { area: of.area }, position, audience);
    const all = rows.map(({ row }) => ({
      finding: row.finding,
      about: (row.raised?.about ?? []).filter((reference) => reference.startsWith(of.beginning)),
    }));
    return all.filter(({ about }) => about.length > 0);
  }
}
