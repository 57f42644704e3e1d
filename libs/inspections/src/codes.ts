/** What an inspection is. Audits, complaints and notices set their own dates; inspectorates' reports open the section 55 clock. */
export const INSPECTION_KINDS = [
  'force',
  'national',
  'thematic',
  'internal-audit',
  'external-audit',
  'super-complaint',
  'prevention-of-future-deaths',
  'information-notice',
] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

/** Kinds of findings, in the inspectorate's words. */
export const FINDING_KINDS = ['cause-of-concern', 'recommendation', 'afi', 'good-practice'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Where a finding stands with one addressee. The first five are live: something can still be said of them. */
export const STATUSES = [
  'open',
  'accepted',
  'disputed',
  'claimed',
  'assured',
  'closed',
  'carried-forward',
  'superseded',
  'withdrawn',
] as const;
export type FindingStatus = (typeof STATUSES)[number];
const LIVE: readonly FindingStatus[] = ['open', 'accepted', 'disputed', 'claimed', 'assured'];

export function isLive(status: FindingStatus): boolean {
  return LIVE.includes(status);
}

/** Scales that the inspectorate graded forces on, the best grade first. Others are defined by command. */
export const BUILT_IN_SCALES: Readonly<
  Record<string, { readonly title: string; readonly grades: readonly string[] }>
> = {
  'peel-2014': {
    title: 'PEEL, 2014 to 2018/19: four grades',
    grades: ['outstanding', 'good', 'requires improvement', 'inadequate'],
  },
  'peel-2021': {
    title: 'PEEL, from 2021/22: five grades',
    grades: ['outstanding', 'good', 'adequate', 'requires improvement', 'inadequate'],
  },
};

/** What the body says it does about a recommendation (section 55(5) and (6), Police Act 1996). */
export const RESPONSE_ACTIONS = ['done', 'planned', 'nothing'] as const;
export type ResponseAction = (typeof RESPONSE_ACTIONS)[number];

/** To whom a copy of the response goes (section 55(7), Police Act 1996). */
export const COPIED_TO = ['inspectorate', 'secretary-of-state'] as const;
export type CopiedTo = (typeof COPIED_TO)[number];

/** What an addressee is: read off its id until bodies are records of their own. */
export const ADDRESSEE_KINDS = ['force', 'chief-constable', 'local-policing-body', 'national'] as const;
export type AddresseeKind = (typeof ADDRESSEE_KINDS)[number];
