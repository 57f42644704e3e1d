import { refuse } from '@daybook/ledger';
import {
  deedPages,
  longDate,
  whoWrote,
  withQuery,
  type Deed,
  type FormDoor,
  type Page,
  type Visit,
} from '@daybook/pages';
import type { FindingReads } from '../readings.page';
import { EVENT_WORDS } from '../see-findings/history.page';
import { findingPath } from '../see-findings/wording.page';
import { crumbsTo, notYours } from './asked-of-all.page';
import { MARK, mayMark } from './offer.page';

/** The form by which a body marks an entry of its own about a finding as entered wrongly. */
export function markEntryPages(readings: FindingReads, door: FormDoor): readonly Page[] {
  return deedPages('/:area/findings/:finding/mark', (visit, sent) => deedOf(readings, visit, sent), door);
}

async function deedOf(readings: FindingReads, visit: Visit, sent: boolean): Promise<Deed> {
  const { area = '', finding = '' } = visit.params;
  const { person } = visit;
  const { position, item } = await readings.findings.one(person, visit.at, { id: finding, area });
  const entry = item.history.find(({ id }) => id === visit.query.of);
  if (!entry) return refuse('inspections.unknown-entry', 'No such entry is on record about this finding.');
  if (!mayMark(person, area, { ...entry, enteredWrongly: null })) notYours(person, 'This mark');
  if (!sent && entry.enteredWrongly)
    refuse('inspections.already-marked', 'This entry is marked as entered wrongly already.');
  const seen = findingPath(area, finding);
  const what = `${EVENT_WORDS[entry.type] ?? entry.type}, effective ${longDate(entry.effectiveOn, entry.precision)}`;
  const raising = entry.type === 'inspections.finding-raised';
  return {
    ...{ position, area, command: MARK, heading: 'Mark as entered wrongly', caption: item.title },
    title: [item.title, 'Findings'],
    crumbs: crumbsTo(visit, area, ['Findings', `/${area}/findings`], [item.title, seen]),
    intro: [
      `The entry: ${what}, by ${whoWrote(entry)}, record ${entry.index}.`,
      'This is for a slip of the pen. The entry stays on record and counts for nothing; what is right is recorded anew.',
    ],
    questions: [
      {
        ...{ name: 'reason', kind: 'words', label: 'How did the slip come about?' },
        missing: 'Say how the slip came about',
      },
      { name: 'says', kind: 'words', label: 'What does the paper really say? (optional)' },
    ],
    button: 'Record this mark',
    sentence: () => `Record ${entry.index} is marked as entered wrongly: ${what}.`,
    body: (answers) => ({ ...answers, area, of: entry.id }),
    // A finding whose own entry is marked has no page until it is raised again.
    recorded: ({ indexes }) =>
      raising ? `/ledger/${indexes[0] ?? ''}` : withQuery(seen, { recorded: String(indexes[0] ?? '') }),
    seen: { href: seen, words: 'the finding' },
    toDo: 'mark an entry',
  };
}
