import type { Recorded } from '@daybook/ledger';

/** Things of scrutiny, whose pages stand under their kinds. */
const SCRUTINY = ['meeting', 'question', 'commitment', 'decision'];

/**
 * Where a reference has its page; undefined where it has none. A paper's path needs the area of the record.
 */
export function pathOfReference(reference: string, area: string | undefined): string | undefined {
  const [, kind = '', rest = ''] = /^([a-z]+):(.+)$/.exec(reference) ?? [];
  const [of = '', id = '', period = '', breakdown = ''] = rest.split('/');
  if (kind === 'figure') {
    const path = `/${of}/figures/${id}/${period}`;
    return breakdown === '' ? path : `${path}?${new URLSearchParams({ breakdown }).toString()}`;
  }
  if (kind === 'measure') return `/${of}/figures/${id}`;
  if (kind === 'inspection' || kind === 'finding') return `/${of}/${kind}s/${id}`;
  if (SCRUTINY.includes(kind)) return `/${of}/${kind}s/${id}`;
  if (kind === 'priority') return `/${of}/plan/${id}/${period}`;
  if (kind === 'plan') return `/${of}/plan/${id}`;
  return kind === 'paper' && area ? `/${area}/papers/${rest}` : undefined;
}

/** What a record is first about, for a list of records. */
export function subjectOf({ about }: Recorded): string {
  return about[0] ?? '';
}
