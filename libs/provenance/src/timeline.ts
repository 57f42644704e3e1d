import type { Said, SaidItem } from './said';

/** Kinds of things that a timeline tells of. */
export const TIMELINE_KINDS = ['meeting', 'question', 'commitment', 'decision', 'finding'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One event of a timeline, with what it is about as that stands at the position. */
export interface TimelineEntry extends SaidItem {
  readonly area: string;
  /** The event's permanent name, such as `scrutiny.question-answered`. */
  readonly type: string;
  readonly kind: TimelineKind;
  /** The id of what it is about, and its reference. */
  readonly subject: string;
  readonly reference: string;
  readonly title: string;
  /** Where that stands now; of a finding with several addressees, null. */
  readonly status: string | null;
  /** The office that spoke; null: not said. */
  readonly office: string | null;
  readonly meeting: string | null;
  readonly item: string | null;
  readonly priority: string | null;
}

/** What of a timeline is wanted; what is absent is not asked for. */
export interface TimelineWanted {
  readonly kind?: TimelineKind;
  /** An office, or the body whose act it was. */
  readonly office?: string;
  readonly meeting?: string;
  readonly priority?: string;
  readonly status?: string;
  /** UK dates, both included. */
  readonly from?: string;
  readonly to?: string;
}

export function isInTimeline(entry: TimelineEntry, wanted: TimelineWanted): boolean {
  const { kind, office, meeting, priority, status, from, to } = wanted;
  if (kind && entry.kind !== kind) return false;
  if (office && entry.office !== office && whoseAct(entry) !== office) return false;
  if (meeting && entry.meeting !== meeting) return false;
  if (priority && entry.priority !== priority) return false;
  if (status && entry.status !== status) return false;
  return (!from || entry.effectiveOn >= from) && (!to || entry.effectiveOn <= to);
}

/** The body whose act it was, whoever wrote it down. */
export function whoseAct(said: Pick<Said, 'by' | 'for'>): string {
  return said.for ?? said.by.body;
}

/** The newest first: by effective date, then as it was recorded. */
export function newestFirst(
  a: Pick<SaidItem, 'effectiveOn' | 'index'>,
  b: Pick<SaidItem, 'effectiveOn' | 'index'>,
): number {
  return a.effectiveOn < b.effectiveOn ? 1 : a.effectiveOn > b.effectiveOn ? -1 : b.index - a.index;
}
