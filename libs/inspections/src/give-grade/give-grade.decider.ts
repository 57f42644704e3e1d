import { isRefusal, type Refusal, type Decider, type Problem } from '@daybook/ledger';
import { type GivenPaper, headed, secondHand, type Setting, type Sourced } from '@daybook/provenance';
import { findInspection, inspectionsBook, type InspectionOnRecord, type InspectionsBook } from '../book';
import { inspectionRef, type GradeGiven } from '../inspections.events';
import { checkCited, readInspectoratesSetting, refused } from '../setting';

export interface GiveGradeInput extends Sourced {
  readonly inspection: string;
  readonly question: string;
  readonly questionTitle: string;
  readonly grade?: string | null;
  readonly firstPublishedIn?: string | null;
  readonly comparability?: string | null;
  readonly comparable?: boolean | null;
}

/** A question is graded again only with another grade; the history keeps both. */
export const giveGrade: Decider<GiveGradeInput, InspectionsBook, GradeGiven, GivenPaper> = {
  ...inspectionsBook,
  decide(input, book, context) {
    const inspection = findInspection(book, input.inspection);
    if (isRefusal(inspection)) return inspection;
    const firstPaper = context.given.cited?.find(({ id }) => id === input.firstPublishedIn);
    const setting = readInspectoratesSetting(input, inspection, [firstPaper?.access], context);
    const problems = [
      ...('actor' in setting ? checkNotBefore(inspection, setting) : setting),
      ...checkCited(input.area, input.firstPublishedIn, '/firstPublishedIn', context),
      ...checkOfScale(input, inspection, book),
    ];
    if (problems.length > 0 || !('actor' in setting)) return refused('The grade was not recorded.', problems);
    const again = checkAgain(input, inspection, setting);
    if (again) return again;
    const { area, question, questionTitle, firstPublishedIn } = input;
    const first = firstPublishedIn ? [`paper:${firstPublishedIn}`] : [];
    return [
      {
        type: 'inspections.grade-given',
        ...headed(setting),
        about: [inspectionRef(area, inspection.inspection), ...first],
        data: {
          ...{ area, inspection: inspection.inspection, question, questionTitle },
          grade: input.grade ?? null,
          firstPublishedIn: firstPublishedIn || null,
          comparability: input.comparability || null,
          comparable: input.comparable ?? null,
          ...secondHand(setting),
        },
      },
    ];
  },
};

/** The first day on which a report may have said something. */
function beginningOf({ publishedOn, effectiveOn, precision }: InspectionOnRecord): string {
  const known = publishedOn ?? (precision === 'month' ? effectiveOn.slice(0, 7) : effectiveOn);
  return known.length === 7 ? `${known}-01` : known;
}

function checkNotBefore(inspection: InspectionOnRecord, { effectiveOn }: Setting): Problem[] {
  const first = beginningOf(inspection);
  if (effectiveOn >= first) return [];
  const message = `No grade of this report is effective before the report was out, ${first}.`;
  return [{ field: '/effectiveOn', code: 'inspections.grade-before-report', message }];
}

function checkOfScale(
  { grade }: GiveGradeInput,
  { inspection, scale }: InspectionOnRecord,
  book: InspectionsBook,
): Problem[] {
  const grades = scale ? book.scales.get(scale)?.grades : undefined;
  if (!scale || !grades) {
    const message = `${inspection} was recorded without a scale: it gives no grades.`;
    return [{ field: '/inspection', code: 'inspections.no-scale', message }];
  }
  if (grade === null || grade === undefined || grades.includes(grade)) return [];
  const message = `"${grade}" is no grade of ${scale}. Its grades are: ${grades.join(', ')}.`;
  const code = 'inspections.grade-of-another-scale';
  return [{ field: '/grade', code, message, detail: { scale, grades } }];
}

function checkAgain(
  { question, grade = null }: GiveGradeInput,
  { grades }: InspectionOnRecord,
  { effectiveOn }: Setting,
): Refusal | undefined {
  const standing = grades.findLast((one) => one.data.question === question && one.effectiveOn <= effectiveOn);
  if (!standing || standing.data.grade !== grade) return undefined;
  const said = grade === null ? 'not graded' : `graded ${grade}`;
  const message = `${question} is on record as ${said} already. Give another grade, or leave it.`;
  const field = { field: '/grade', code: 'inspections.grade-stands', message };
  return refused('The grade was not recorded.', [field]);
}
