import type { Actor } from '@daybook/ledger';
import type { PaperOnRecord } from '@daybook/provenance';
import {
  inspectionRef,
  type GradeGiven,
  type InspectionContent,
  type InspectionRecorded,
  type ScaleDefined,
} from '../inspections.events';

/** Who records inspections of a made-up area, and from which papers. */
export const office: Actor = { person: 'person-o', role: 'office', body: 'kent-pcc' };
export const inspectorate: Actor = { person: 'person-i', role: 'inspector', body: 'hmicfrs' };
export const report: PaperOnRecord = {
  ...{ id: 'report', issuedBy: 'hmicfrs' },
  area: 'kent',
  access: 'public',
};
export const minutes: PaperOnRecord = { ...report, id: 'minutes', issuedBy: 'kent-pcc' };

export const PUBLISHED = '2022-04-28';
const said = { schema: 1, effectiveOn: PUBLISHED, precision: 'day', access: 'public' } as const;

/** A report on the force, published on the day that it is effective, with grades of five. */
export const content: InspectionContent = {
  ...{ kind: 'force', inspectorate: 'hmicfrs', programme: 'PEEL', cycle: '2021/22' },
  ...{ title: 'How the force performs', publishedOn: PUBLISHED, scale: 'peel-2021' },
  ...{ forceInspected: true, relatesToForce: true, replyDueOn: null, comparability: null, comparable: null },
};

type Heading = Partial<
  Pick<InspectionRecorded, 'effectiveOn' | 'precision' | 'access' | 'for' | 'source' | 'about'>
>;

export function inspected(
  parts: Partial<InspectionRecorded['data']> = {},
  heading: Heading = {},
): InspectionRecorded {
  const data = { area: 'kent', inspection: 'peel', ...content, ...parts };
  const about = [inspectionRef('kent', data.inspection), `body:${data.inspectorate}`];
  return { type: 'inspections.inspection-recorded', ...said, about, data, ...heading };
}

export function graded(parts: Partial<GradeGiven['data']> = {}, heading: Heading = {}): GradeGiven {
  const data = {
    ...{ area: 'kent', inspection: 'peel', question: 'investigating-crime' },
    ...{ questionTitle: 'Investigating crime', grade: 'adequate', firstPublishedIn: null },
    ...{ comparability: null, comparable: null },
    ...parts,
  };
  const about = [inspectionRef('kent', data.inspection)];
  return { type: 'inspections.grade-given', ...said, about, data, ...heading };
}

export function scaleDefined(parts: Partial<ScaleDefined['data']> = {}, heading: Heading = {}): ScaleDefined {
  const data = {
    ...{ area: 'kent', scale: 'audit-3', title: 'Three levels of assurance' },
    grades: ['substantial', 'limited', 'none'],
    ...parts,
  };
  return { type: 'inspections.scale-defined', ...said, about: ['body:kent-pcc'], data, ...heading };
}
