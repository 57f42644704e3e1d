import { saidItem, type SaidItem } from '@daybook/provenance';
import type { GradeSaid } from '../see-inspections/inspections.view';

/** A grade that was given, or that explicitly was not. `id` is its event's. */
export interface GradeItem extends SaidItem {
  readonly question: string;
  readonly questionTitle: string;
  /** Null: explicitly not graded. */
  readonly grade: string | null;
  /** The id of the paper that published it first, where that is not the report itself. */
  readonly firstPublishedIn: string | null;
  /** What the inspectorate said of comparing it with earlier ones. */
  readonly comparability: string | null;
  readonly comparable: boolean | null;
}

/** The grade of a question that stands, since it was first given. */
export interface StandingGrade extends GradeItem {
  /** Every grade that the question was given in this inspection, itself among them, the newest first. */
  readonly history: readonly GradeItem[];
}

/** What stands of each question of an inspection, in the order in which they came on record. */
export function standingGrades(grades: readonly GradeSaid[]): StandingGrade[] {
  const asRecorded = [...grades].sort((a, b) => a.order - b.order);
  return [...new Set(asRecorded.map(({ question }) => question))].flatMap((question) => {
    const history = grades.filter((one) => one.question === question).map(gradeItem);
    // Where a grade was entered late, a later entry of the same repeats it.
    const last = history.at(-1);
    const before = history.findLastIndex(({ grade }) => grade !== last?.grade);
    const standing = history[before + 1];
    return standing ? [{ ...standing, history: [...history].reverse() }] : [];
  });
}

function gradeItem(said: GradeSaid): GradeItem {
  const { question, questionTitle, grade, firstPublishedIn, comparability, comparable } = said;
  return { ...saidItem(said), question, questionTitle, grade, firstPublishedIn, comparability, comparable };
}
