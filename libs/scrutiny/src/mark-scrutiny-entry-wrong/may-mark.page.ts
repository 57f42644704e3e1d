import { mayCommandIn, type Person } from '@daybook/identity';
import { withQuery } from '@daybook/pages';
import { actsFor, type Bodies } from '@daybook/provenance';
import type { SubjectKind } from '../histories';
import type { ToldAct } from '../told';

export const MARK = 'mark-scrutiny-entry-wrong';

/** Whether a person may mark an entry: their body wrote it, or it was their body's act; and it is not marked. */
export function mayMark(
  person: Person,
  area: string,
  { by, enteredWrongly, ...entry }: Pick<ToldAct, 'by' | 'for' | 'enteredWrongly'>,
  bodies?: Bodies,
): boolean {
  const theirs = [by.body, entry.for].some((body) => body !== null && actsFor(person.body, body, bodies));
  return !enteredWrongly && theirs && mayCommandIn(person, MARK, area);
}

/** Where a person marks entries of a thing's history as entered wrongly, by the entry's id. */
export function waysToMark(
  person: Person,
  kind: SubjectKind,
  { area, id, history }: { readonly area: string; readonly id: string; readonly history: readonly ToldAct[] },
  bodies?: Bodies,
): Readonly<Record<string, string>> {
  const path = `/${area}/${kind}s/${encodeURIComponent(id)}/mark`;
  return Object.fromEntries(
    history
      .filter((act) => mayMark(person, area, act, bodies))
      .map((act) => [act.id, withQuery(path, { of: act.id })]),
  );
}
