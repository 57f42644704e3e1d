import type { BodyOnRecord } from '@daybook/provenance';
import type { RegisterBook } from '../book';
import { bodyState } from './body-state';

/**
 * The bodies and offices of an area as other slices are given them, whatever day they were registered on. One
 * that its id alone makes known is among them where another took its place.
 */
export function bodiesIn(book: RegisterBook): ReadonlyMap<string, BodyOnRecord> {
  const found = new Map<string, BodyOnRecord>();
  for (const [id, acts] of book.bodies) {
    const { content, succeededBy } = bodyState(acts[0]?.data.area ?? '', id, acts);
    if (content) found.set(id, { ...content, id, title: content.title ?? id, succeededBy });
  }
  return found;
}
