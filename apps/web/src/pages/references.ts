import type { Recorded } from '@daybook/ledger';
import { periodInWords } from '@daybook/figures';

/** A record's type as words: `figures.figure-reported` is "Figure reported". */
export function typeInWords(type: string): string {
  const words = type.slice(type.indexOf('.') + 1).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Where a reference has its page; undefined where it has none. A paper's path needs the area of the record.
 */
export function pathOfReference(reference: string, area: string | undefined): string | undefined {
  const [, kind, rest = ''] = /^([a-z]+):(.+)$/.exec(reference) ?? [];
  const [of = '', measure = '', period = '', breakdown = ''] = rest.split('/');
  if (kind === 'figure') {
    const path = `/${of}/figures/${measure}/${period}`;
    return breakdown === '' ? path : `${path}?${new URLSearchParams({ breakdown }).toString()}`;
  }
  if (kind === 'measure') return `/${of}/figures/${measure}`;
  return kind === 'paper' && area ? `/${area}/papers/${rest}` : undefined;
}

/** What a record is first about, in words where it is a figure or a measure whose title is known. */
export function subjectInWords(record: Recorded, titles: ReadonlyMap<string, string>): string {
  const subject = subjectOf(record);
  const [, measure = '', period, breakdown] = subject.slice(subject.indexOf(':') + 1).split('/');
  const title = titles.get(measure);
  if (!title || !/^(figure|measure):/.test(subject)) return subject;
  return [title, breakdown, period && periodInWords(period)].filter((part) => !!part).join(', ');
}

/** What a record is first about, for a list of records. */
export function subjectOf({ about }: Recorded): string {
  return about[0] ?? '';
}
