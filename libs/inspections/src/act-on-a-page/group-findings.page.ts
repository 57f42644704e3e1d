import { deedPages, withQuery, type Deed, type FormDoor, type Page, type Visit } from '@daybook/pages';
import type { FindingReads, InspectionReads, PaperReads } from '../readings.page';
import { findingPath, kindAndNumber } from '../see-findings/wording.page';
import { crumbsTo, dateQuestion, findInspectionOf, notYours, sourceQuestions } from './asked-of-all.page';
import { inspectionForms } from './offer.page';

type Reads = FindingReads & InspectionReads & PaperReads;

/** The form by which findings come to share one item of the improvement plan. */
export function groupFindingsPages(readings: Reads, door: FormDoor): readonly Page[] {
  return deedPages('/:area/inspections/:inspection/group', (visit) => deedOf(readings, visit), door);
}

async function deedOf(readings: Reads, visit: Visit): Promise<Deed> {
  const { area = '' } = visit.params;
  const { person } = visit;
  const { position, inspection, findings } = await findInspectionOf(readings, visit);
  if (!inspectionForms(person, inspection).group) notYours(person, 'A group of these findings');
  const { items: papers } = await readings.papers(person, {}, { area });
  const isOffice = person.role === 'office';
  const own = `/${area}/inspections/${inspection.id}`;
  const choices = findings.map((one) => ({
    ...{ value: one.finding, text: one.title },
    hint: `${kindAndNumber(one)}${one.group ? `, in ${one.group} now` : ''}`,
  }));
  return {
    ...{ position, area, command: 'group-findings', heading: 'Group findings', caption: inspection.title },
    title: [inspection.title, 'Inspections'],
    crumbs: crumbsTo(visit, area, ['Inspections', `/${area}/inspections`], [inspection.title, own]),
    intro: [
      'Grouped findings share one item of the improvement plan: dates and progress are recorded for all of them.',
      ...(isOffice ? ['You write down what another body planned, from a paper that you name.'] : []),
    ],
    questions: [
      {
        ...{ name: 'findings', kind: 'several', choices, label: 'Which findings?' },
        hint: 'One alone leaves the group that it is in',
        missing: 'Choose at least one finding',
      },
      {
        ...{ name: 'id', kind: 'line', label: 'The id of the group', missing: 'Enter an id for the group' },
        hint: 'Such as afi-01-03',
      },
      { name: 'title', kind: 'line', label: 'A title, in own words (optional)' },
      dateQuestion(isOffice, position.today),
      ...(isOffice ? sourceQuestions(papers, false) : []),
    ],
    button: 'Record this group',
    sentence: ({ findings: chosen }) =>
      `Findings of ${inspection.title} share one item of the plan: ${String((chosen as string[]).length)}.`,
    body: (answers) => ({ ...answers, area, inspection: inspection.id }),
    recorded: ({ indexes }, { findings: chosen }) => {
      const [first = ''] = (chosen as string[] | undefined) ?? [];
      return withQuery(findingPath(area, first), { recorded: String(indexes[0] ?? '') });
    },
    seen: { href: own, words: 'the findings of this inspection' },
    toDo: 'group findings',
  };
}
