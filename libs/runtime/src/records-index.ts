import { areaOf } from '@daybook/ledger';
import type { RecordIndex, Term } from '@daybook/read-model';

const PAPER = 'paper:';

/** What a record can be found by. `paper`: it stands in that paper, or is about it. */
export type RecordField = 'about' | 'paper' | 'date' | 'stream' | 'body' | 'type' | 'role';
const FIELDS: readonly RecordField[] = ['about', 'paper', 'date', 'stream', 'body', 'type', 'role'];

/**
 * Every record of every slice. Those that are restricted stand apart, by area: whoever may not read them
 * does not find them, by any field. Restricted without an area, they are found by nobody.
 */
export const recordsIndex: RecordIndex = {
  name: 'records',
  version: 1,
  fields: FIELDS,
  scope: (record) => (record.access === 'public' ? '' : areaOf(record) || undefined),
  terms: ({ about, source, effectiveOn, stream, by, type }) => {
    const papers = about.filter((reference) => reference.startsWith(PAPER));
    const terms: [RecordField, string][] = [
      ...about.map((reference): [RecordField, string] => ['about', reference]),
      ...papers.map((reference): [RecordField, string] => ['paper', reference.slice(PAPER.length)]),
      ['date', effectiveOn],
      ['stream', stream],
      ['body', by.body],
      ['type', type],
      ['role', by.role],
    ];
    if (source) terms.push(['paper', source.paper]);
    return terms satisfies readonly Term[];
  },
};
