import { inspectionRef, type GradeGiven, type ScaleDefined } from '../inspections.events';
import { INSPECTION, PUBLISHED, circumstances, type When } from './facts';

/** A grade of five, given on the day of the report, where nothing else is said. */
export function graded(parts: Partial<GradeGiven['data']> = {}, when: When = {}): GradeGiven {
  const data = {
    ...{ area: 'kent', inspection: INSPECTION, question: 'investigating-crime' },
    ...{ questionTitle: 'Investigating crime', grade: 'adequate', firstPublishedIn: null },
    ...{ comparability: null, comparable: null },
    ...parts,
  };
  const first = data.firstPublishedIn ? [`paper:${data.firstPublishedIn}`] : [];
  return {
    ...circumstances({ effectiveOn: PUBLISHED, ...when }),
    type: 'inspections.grade-given',
    about: [inspectionRef('kent', data.inspection), ...first],
    data,
  };
}

export function scaleDefined(parts: Partial<ScaleDefined['data']> = {}, when: When = {}): ScaleDefined {
  const data = {
    ...{ area: 'kent', scale: 'audit-3', title: 'Three levels of assurance' },
    grades: ['substantial', 'limited', 'none'],
    ...parts,
  };
  return {
    ...circumstances({ effectiveOn: PUBLISHED, ...when }),
    type: 'inspections.scale-defined',
    about: [`body:${when.for ?? 'kent-pcc'}`],
    data,
  };
}
