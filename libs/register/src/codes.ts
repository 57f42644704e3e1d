/** What a body is, in the statute's and the inspectorate's words. */
export const BODY_KINDS = [
  'local-policing-body',
  'force',
  'panel',
  'board',
  'inspectorate',
  'council',
  'auditor',
  'commissioned-service',
  'national',
  'office',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];
