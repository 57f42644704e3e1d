import { nameOf, samePosition, type Page, type Visit } from '@daybook/pages';
import type { InspectionReadings } from '../readings.page';
import { refuseUnlessKnown } from '../see-inspections/inspections.page';
import { gradeInWords, programmeInWords, publishedInWords } from '../see-inspections/wording.page';
import { countsChart } from './counts-chart.page';
import type { GradeInHistory, NotDrawn } from './grade-history';

const NOT_DRAWN: Readonly<Record<NotDrawn, string>> = {
  first: '',
  'another-scale': 'no change drawn: another scale',
  'said-not-comparable': 'no change drawn: the inspectorate says that it cannot be compared',
  'not-graded': 'no change drawn: not graded in both',
  'same-judgment': 'the same judgment, printed once more',
};

/** The force's page: its grades over all cycles side by side, and its findings by status over time. */
export function gradesPage(readings: InspectionReadings): Page {
  return {
    method: 'GET',
    path: '/:area/grades',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const { person } = visit;
      const { position, items } = await readings.inspections.grades(person, visit.at, { area });
      const at = samePosition(position);
      const counts = await readings.findings.counts(person, at, { area });
      if (items.length === 0 && counts.items.length === 0) await refuseUnlessKnown(readings, visit, area);
      const columns = columnsOf(items);
      return {
        template: 'libs/inspections/src/see-grades/grades.njk',
        title: [`Grades and findings over time, ${nameOf(area)}`, 'Inspections'],
        position,
        api: `/api/v1/grades?area=${area}`,
        csv: `/api/v1/grades.csv?area=${area}`,
        data: {
          ...{ area, columns },
          rows: rowsOf(items, columns),
          said: saidOfComparing(items),
          chart: countsChart(nameOf(area), counts.items, position),
          countsCsv: visit.link(`/api/v1/finding-counts.csv?area=${area}`),
        },
      };
    },
  };
}

interface Column {
  readonly id: string;
  readonly title: string;
  readonly report: string | undefined;
  readonly published: string;
  readonly scale: string | null;
}

/** The inspections that graded something, in the order in which the history has them for each question. */
function columnsOf(items: readonly GradeInHistory[]): Column[] {
  const byInspection = new Map(items.map((item) => [item.inspection, item]));
  return [...byInspection.values()]
    .sort((a, b) => ((a.publishedOn ?? a.effectiveOn) < (b.publishedOn ?? b.effectiveOn) ? -1 : 1))
    .map((item) => ({
      id: item.inspection,
      title: programmeInWords(item) || item.inspectionTitle,
      // Of several reports of one cycle the own titles tell them apart.
      report: programmeInWords(item) === '' ? undefined : item.inspectionTitle,
      published: publishedInWords(item.publishedOn),
      scale: item.scale,
    }));
}

function rowsOf(items: readonly GradeInHistory[], columns: readonly Column[]): object[] {
  const questions = [...new Set(items.map(({ question }) => question))];
  return questions.map((question) => {
    const own = items.filter((item) => item.question === question);
    return {
      title: own.at(-1)?.questionTitle ?? question,
      cells: columns.map(({ id }) => {
        const found = own.find(({ inspection }) => inspection === id);
        return found && { word: gradeInWords(found.grade), change: changeInWords(found) };
      }),
    };
  });
}

function changeInWords({ change, notDrawn }: GradeInHistory): string {
  if (!change) return notDrawn ? NOT_DRAWN[notDrawn] : '';
  const from = gradeInWords(change.from).toLowerCase();
  if (change.steps === 0) return `the same as before, ${from}`;
  const size = Math.abs(change.steps);
  return `${size} ${size === 1 ? 'grade' : 'grades'} ${change.steps > 0 ? 'up' : 'down'} from ${from}`;
}

/** What the inspectorate said of comparing, of a report or of one grade, once each. */
function saidOfComparing(items: readonly GradeInHistory[]): { of: string; words: string }[] {
  const said = items.flatMap(({ inspectionTitle, questionTitle, inspectionComparability, comparability }) => [
    ...(inspectionComparability ? [[inspectionTitle, inspectionComparability] as const] : []),
    ...(comparability ? [[`${inspectionTitle}, ${questionTitle}`, comparability] as const] : []),
  ]);
  return [...new Map(said)].map(([of, words]) => ({ of, words }));
}
