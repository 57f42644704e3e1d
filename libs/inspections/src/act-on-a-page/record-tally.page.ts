import { mayCommandIn } from '@daybook/identity';
import { deedPages, withQuery, type Deed, type FormDoor, type Page, type Visit } from '@daybook/pages';
import type { InspectionReads, PaperReads } from '../readings.page';
import { crumbsTo, dateQuestion, notYours, sourceQuestions } from './asked-of-all.page';
import { partQuestions, partsOf, problemsOfParts, whoseQuestion } from './tally-questions.page';

type Reads = InspectionReads & PaperReads;

/** The form by which numbers that a board was told are recorded as they were said. */
export function recordTallyPages(readings: Reads, door: FormDoor): readonly Page[] {
  return deedPages('/:area/tallies/new', (visit) => deedOf(readings, visit), door);
}

async function deedOf(readings: Reads, visit: Visit): Promise<Deed> {
  const { area = '' } = visit.params;
  const { person } = visit;
  if (!mayCommandIn(person, 'record-tally', area)) notYours(person, 'What a board was told');
  const { position, items: inspections } = await readings.inspections.list(person, visit.at, { area });
  const { items: papers } = await readings.papers(person, {}, { area });
  const isOffice = person.role === 'office';
  const list = `/${area}/tallies`;
  return {
    ...{ position, area, command: 'record-tally', heading: 'Record what a board was told' },
    title: ['What boards were told'],
    crumbs: crumbsTo(visit, area, ['Findings', `/${area}/findings`], ['What boards were told', list]),
    intro: [
      'Numbers are recorded as they were said, right or wrong. The ledger counts beside them, as of the same day.',
    ],
    questions: [
      {
        ...{ name: 'occasion', kind: 'line', label: 'Where were they told?' },
        hint: 'Such as Performance and Delivery Board, item 4',
        missing: 'Enter where they were told',
      },
      dateQuestion(isOffice, position.today),
      ...(isOffice ? [whoseQuestion(person.body, area)] : []),
      {
        ...{ name: 'inspection', kind: 'select', label: 'Findings of which inspection? (all where empty)' },
        choices: inspections.map(({ id, title }) => ({ value: id, text: title })),
      },
      ...sourceQuestions(papers, false),
      ...partQuestions(),
    ],
    problems: problemsOfParts,
    button: 'Record these numbers',
    sentence: ({ occasion }) => `The ledger keeps what was said at: ${String(occasion)}.`,
    body: (answers) => {
      const { occasion, effectiveOn, inspection, paper, place } = answers;
      const actor = answers.for === person.body ? undefined : answers.for;
      return {
        ...{ area, occasion, effectiveOn, inspection, paper, place, for: actor },
        ...partsOf(answers),
      };
    },
    recorded: ({ indexes }) => withQuery(list, { recorded: String(indexes[0] ?? '') }),
    seen: { href: list, words: 'what boards were told' },
    toDo: 'record what a board was told',
  };
}
