import type { Person } from '@daybook/identity';
import type { PagePosition, Visit } from './page';

/** What counts the records about a thing, across slices, as the person may see them. */
export interface OnRecord {
  readonly records: {
    count(person: Person, position: PagePosition, of: { readonly about: string }): Promise<number>;
  };
}

/** The way from a thing's own page to everything on record about it; `parts.njk` shows it. */
export interface RecordsAbout {
  readonly count: number;
  readonly href: string;
}

/** How many records are about a reference at the page's position, and where they are listed. */
export async function recordsAbout(
  { records }: OnRecord,
  visit: Visit,
  position: PagePosition,
  reference: string,
): Promise<RecordsAbout> {
  const count = await records.count(visit.person, position, { about: reference });
  return { count, href: visit.link('/ledger', { about: reference }) };
}
