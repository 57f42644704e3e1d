import { lastDayOfMonth } from '@daybook/ledger';
import type { InspectionRow } from '../see-inspections/inspections.view';
import { standingGrades, type GradeItem } from './standing-grades';

/** Why no change is drawn from the grade before. */
export const NOT_DRAWN = [
  'first',
  'another-scale',
  'said-not-comparable',
  'not-graded',
  'same-judgment',
] as const;
export type NotDrawn = (typeof NOT_DRAWN)[number];

export interface GradeChange {
  readonly from: string;
  readonly fromInspection: string;
  /** Towards the best grade of the scale where positive, 0 where it is the same. */
  readonly steps: number;
}

/** The grade of one question in one inspection, beside that of the inspection before. */
export interface GradeInHistory extends GradeItem {
  readonly area: string;
  readonly inspection: string;
  readonly inspectionTitle: string;
  readonly inspectorate: string;
  readonly programme: string | null;
  readonly cycle: string | null;
  readonly publishedOn: string | null;
  readonly scale: string | null;
  /** What the inspectorate said in this report of comparing its grades with earlier ones. */
  readonly inspectionComparability: string | null;
  readonly inspectionComparable: boolean | null;
  /** From the grade that the inspection before gave to the same question. */
  readonly change: GradeChange | null;
  /** Why none is drawn; null where one is. */
  readonly notDrawn: NotDrawn | null;
}

type Placed = Omit<GradeInHistory, 'change' | 'notDrawn'>;

/**
 * Every question of an area in every inspection that graded it, or said that it did not: by question, then
 * in order of publication. A change is drawn only within one scale, and not against what the inspectorate
 * said. `gradesOf` gives a scale's grades, the best first.
 */
export function gradeHistory(
  inspections: readonly InspectionRow[],
  gradesOf: (scale: string) => readonly string[] | undefined,
): GradeInHistory[] {
  const inOrder = [...inspections].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)).flatMap(gradesIn);
  const questions = [...new Set(inOrder.map(({ question }) => question))].sort();
  return questions.flatMap((question) => {
    const own = inOrder.filter((one) => one.question === question);
    return own.map((one, i) => ({ ...one, ...changeFrom(own[i - 1], one, gradesOf) }));
  });
}

/** When a report came out, as text that sorts; what came out on one day goes as it was recorded. */
function placeOf({ recorded }: InspectionRow): string {
  const published = recorded?.publishedOn ?? recorded?.effectiveOn ?? '';
  const day = published.length === 7 ? lastDayOfMonth(published) : published;
  return `${day} ${String(recorded?.order ?? 0).padStart(12, '0')}`;
}

function gradesIn({ area, inspection, recorded, grades }: InspectionRow): Placed[] {
  if (!recorded) return [];
  const { inspectorate, programme, cycle, publishedOn, scale } = recorded;
  return standingGrades(grades).map(({ history: _history, ...grade }) => ({
    ...grade,
    ...{
      area,
      inspection,
      inspectionTitle: recorded.title,
      inspectorate,
      programme,
      cycle,
      publishedOn,
      scale,
    },
    inspectionComparability: recorded.comparability,
    inspectionComparable: recorded.comparable,
  }));
}

function changeFrom(
  before: Placed | undefined,
  now: Placed,
  gradesOf: (scale: string) => readonly string[] | undefined,
): Pick<GradeInHistory, 'change' | 'notDrawn'> {
  const none = (notDrawn: NotDrawn) => ({ change: null, notDrawn });
  if (!before) return none('first');
  if (before.scale !== now.scale) return none('another-scale');
  if (now.comparable === false || now.inspectionComparable === false) return none('said-not-comparable');
  if (before.grade === null || now.grade === null) return none('not-graded');
  if (isSameJudgment(before, now)) return none('same-judgment');
  const grades = gradesOf(now.scale ?? '') ?? [];
  const steps = grades.indexOf(before.grade) - grades.indexOf(now.grade);
  return { change: { from: before.grade, fromInspection: before.inspection, steps }, notDrawn: null };
}

/** A report may print once more what an earlier one published: that is no second judgment. */
function isSameJudgment(before: Placed, now: Placed): boolean {
  const first = now.firstPublishedIn;
  return first !== null && (first === before.firstPublishedIn || first === before.source?.paper);
}
