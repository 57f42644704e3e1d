import type { GradeInHistory, InspectionInFull, InspectionItem, StandingGrade } from '@daybook/inspections';
import type { Many, One } from '@daybook/runtime';
import type { ListAnswer, OneAnswer, Question } from '../door/door';
import { ask, at, type Asking, type At } from './ask';
import { PAGE } from './questions';
import { dateOf, listed, positionLine } from './show';
import { sheet, table } from './table';

export interface InspectionsAsked {
  readonly area?: string;
  readonly kind?: string;
}
export interface GradesAsked {
  readonly area: string;
  readonly question?: string;
}

export function askInspections(asked: Asking & At & InspectionsAsked): Promise<void> {
  const { area, kind } = asked;
  const wanted = { area, kind };
  const question: Question<Many<InspectionItem>> = {
    path: 'inspections',
    parameters: { ...at(asked), ...wanted, limit: PAGE },
    here: (readings, person) => readings.inspections.list(person, at(asked), wanted),
  };
  return ask(asked, (door) => door.many(question), showInspections);
}

export function askInspection(id: string, asked: Asking & At & { area?: string }): Promise<void> {
  const { area } = asked;
  const question: Question<One<InspectionInFull>> = {
    path: `inspections/${encodeURIComponent(id)}`,
    parameters: { ...at(asked), area },
    here: (readings, person) => readings.inspections.one(person, at(asked), { id, area }),
  };
  return ask(asked, (door) => door.one(question), showInspection);
}

export function askGrades(asked: Asking & At & GradesAsked): Promise<void> {
  const { area, question: of } = asked;
  const wanted = { area, question: of };
  const question: Question<Many<GradeInHistory>> = {
    path: 'grades',
    parameters: { ...at(asked), ...wanted },
    here: (readings, person) => readings.inspections.grades(person, at(asked), wanted),
  };
  return ask(asked, (door) => door.many(question), showGrades);
}

function showInspections(answer: ListAnswer<InspectionItem>, colour: boolean): string {
  const rows = table<InspectionItem>(
    [
      { head: 'Area', cell: (i) => i.area },
      { head: 'Inspection', cell: (i) => i.id },
      { head: 'Kind', cell: (i) => i.kind },
      { head: 'By', cell: (i) => i.inspectorate },
      { head: 'Published', cell: (i) => i.publishedOn },
      { head: 'Scale', cell: (i) => i.scale },
      { head: 'Findings', cell: (i) => findingsOf(i) },
      { head: 'Title', cell: (i) => i.title },
    ],
    answer.items,
    colour,
  );
  return listed(answer, rows, 'inspection');
}

function showInspection({ item, ...position }: OneAnswer<InspectionInFull>, colour: boolean): string {
  const parts = sheet([
    ['Inspection', `${item.area} ${item.id}`],
    ['Title', item.title],
    ['Kind', item.kind],
    ['By', item.inspectorate],
    ['Programme', [item.programme, item.cycle].filter((part) => part !== null).join(' ')],
    ['Published', item.publishedOn ?? 'not known'],
    ['Force inspected', item.forceInspected ? 'yes' : 'no'],
    ['Reply due', item.replyDueOn],
    ['Scale', item.scale],
    ['Comparing', comparingOf(item.comparable, item.comparability)],
    ['Findings', findingsOf(item)],
    ['Effective', dateOf(item)],
    ['Recorded', item.recordedAt],
    ['Recorded by', `${item.by.role} ${item.by.body}`],
    ['Act of', item.for],
    ['Paper', item.source?.paper ?? null],
    ['Second-hand', item.secondHand ? 'yes: the paper is of another body' : null],
  ]);
  const grades = table<StandingGrade>(
    [
      { head: 'Question', cell: (g) => g.question },
      { head: 'Grade', cell: gradeOf },
      { head: 'Before', cell: (g) => (g.history.length > 1 ? earlierOf(g) : null) },
      { head: 'Effective', cell: dateOf },
      { head: 'First published in', cell: (g) => g.firstPublishedIn },
      { head: 'Record', cell: (g) => g.index, align: 'end' },
    ],
    item.grades,
    colour,
  );
  return `${parts}\n${item.grades.length === 0 ? '' : `${grades}\n`}${positionLine(position)}`;
}

function showGrades(answer: ListAnswer<GradeInHistory>, colour: boolean): string {
  const rows = table<GradeInHistory>(
    [
      { head: 'Question', cell: (g) => g.question },
      { head: 'Inspection', cell: (g) => g.inspection },
      { head: 'Published', cell: (g) => g.publishedOn },
      { head: 'Scale', cell: (g) => g.scale },
      { head: 'Grade', cell: gradeOf },
      { head: 'Change', cell: changeOf },
      { head: 'Said of comparing', cell: (g) => g.comparability ?? g.inspectionComparability },
    ],
    answer.items,
    colour,
  );
  return listed(answer, rows, 'grade');
}

function gradeOf({ grade }: { readonly grade: string | null }): string {
  return grade ?? '(not graded)';
}

function earlierOf({ history }: StandingGrade): string {
  return history
    .slice(1)
    .map((one) => `${gradeOf(one)} ${dateOf(one)}`)
    .join(', ');
}

const NOT_DRAWN: Readonly<Record<NonNullable<GradeInHistory['notDrawn']>, string>> = {
  first: '(first on record)',
  'another-scale': '(not drawn: another scale)',
  'said-not-comparable': '(not drawn: the inspectorate says that it cannot be compared)',
  'not-graded': '(not drawn: not graded in both)',
  'same-judgment': '(the same judgment, printed once more)',
};

function changeOf({ change, notDrawn }: GradeInHistory): string | null {
  if (!change) return notDrawn && NOT_DRAWN[notDrawn];
  if (change.steps === 0) return 'the same';
  const by = Math.abs(change.steps);
  return `${by} ${by === 1 ? 'grade' : 'grades'} ${change.steps > 0 ? 'up' : 'down'} from ${change.from}`;
}

function comparingOf(comparable: boolean | null, said: string | null): string | null {
  const words = comparable === null ? null : comparable ? 'can be compared' : 'cannot be compared';
  return [words, said].filter((part) => part !== null).join(': ') || null;
}

/** Those that are not nought: "4 open, 12 claimed". */
function findingsOf({ findings }: Pick<InspectionItem, 'findings'>): string {
  const { total, carriedForward, ...others } = findings;
  const parts = Object.entries({ ...others, 'carried forward': carriedForward });
  const said = parts.flatMap(([status, count]) => (count === 0 ? [] : [`${count} ${status}`]));
  return total === 0 ? '' : said.join(', ');
}
