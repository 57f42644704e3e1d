import type { DecisionStatus, ReviewOutcome } from '../../codes';

/** How each status is said, in a tag whose colour says nothing that its words do not. */
export const DECISION_STATUS_WORDS: Readonly<
  Record<DecisionStatus, { readonly word: string; readonly tag: string; readonly meaning: string }>
> = {
  standing: { word: 'Standing', tag: 'green', meaning: 'It holds as it was taken, or as it was amended.' },
  rescinded: { word: 'Rescinded', tag: 'grey', meaning: 'Whoever took it has taken it back.' },
  superseded: { word: 'Superseded', tag: 'grey', meaning: 'Another decision has taken its place.' },
};

export const REVIEW_WORDS: Readonly<Record<ReviewOutcome, string>> = {
  supported: 'Supported by the panel',
  'not-supported': 'Not supported by the panel',
  recommendations: 'Reviewed, with recommendations',
};

/** Where a decision has its page. */
export function decisionPath(area: string, id: string): string {
  return `/${area}/decisions/${encodeURIComponent(id)}`;
}
