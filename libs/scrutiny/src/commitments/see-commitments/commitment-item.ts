import { actsFor, bodyOf, NO_BODIES, type Bodies } from '@daybook/provenance';
import type { CommitmentKind } from '../../codes';
import type { History } from '../../histories';
import { priorityRef, subjectRef, type Target } from '../../scrutiny.events';
import { commitmentOn, isLive, type CommitmentState } from '../commitment-state';
import type { CommitmentsWanted } from './commitments-wanted';
import { standingOf, type Standing } from './standing';

/** What the figures of its measure say of a target. */
export const VERDICTS = ['met', 'missed', 'not-yet-due', 'cannot-be-said'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A commitment on a day: a line of the list. */
export interface CommitmentItem extends Standing {
  readonly area: string;
  readonly id: string;
  readonly kind: CommitmentKind;
  readonly title: string;
  /** The body or office that promised, and the body that it is of. */
  readonly owner: string;
  readonly ownerBody: string;
  /** To whom; null: not said. */
  readonly to: string | null;
  readonly meeting: string | null;
  readonly item: string | null;
  /** `<plan>/<priority>`. */
  readonly priority: string | null;
  /** References that it was made about: itself, its place, its paper and bodies are left out. */
  readonly about: readonly string[];
  /** The day of the latest act about it. */
  readonly lastWordOn: string;
  readonly target: Target | null;
  /** Null of what is no target, and where no figures were looked at. */
  readonly verdict: Verdict | null;
}

/**
 * A commitment as on a day; undefined where it is not on record by then. `bodies` are those registered by
 * then. The verdict is null: figures are another slice's, and a target is held against them where the slices
 * meet.
 */
export function commitmentItem(
  history: Pick<History<'commitment'>, 'area' | 'id' | 'acts'>,
  asOf: string,
  bodies: Bodies = NO_BODIES,
): CommitmentItem | undefined {
  const { area, id, acts } = history;
  const state = commitmentOn(acts, asOf);
  if (!state) return undefined;
  const { kind, title, owner, to, meeting, item, priority, target } = state.made.data;
  const last = acts.findLast(({ effectiveOn }) => effectiveOn <= asOf);
  return {
    ...{ area, id, kind, title, owner, ownerBody: bodyOf(owner, bodies), to },
    ...standingOf(state, asOf),
    ...{ meeting, item, priority, about: aboutOf(area, id, state) },
    lastWordOn: (last ?? state.made).effectiveOn,
    ...{ target, verdict: null },
  };
}

function aboutOf(area: string, id: string, { made }: CommitmentState): string[] {
  const { meeting, priority } = made.data;
  const own = [
    subjectRef({ kind: 'commitment', id }, area),
    ...(meeting ? [subjectRef({ kind: 'meeting', id: meeting }, area)] : []),
    ...(priority ? [priorityRef(area, priority)] : []),
  ];
  return made.about.filter((one) => !own.includes(one) && !/^(?:body|office|paper):/.test(one));
}

/** Whether a line is one of those wanted, in what the view does not filter by itself. */
export function isWanted(item: CommitmentItem, wanted: CommitmentsWanted, bodies: Bodies): boolean {
  const { status, owner, to, kind, priority, overdue, moved, pending } = wanted;
  if (status === 'live' ? !isLive(item.status) : status !== undefined && item.status !== status) return false;
  if (owner !== undefined && !actsFor(owner, item.owner, bodies)) return false;
  if (to !== undefined && (item.to === null || !actsFor(to, item.to, bodies))) return false;
  if (kind !== undefined && item.kind !== kind) return false;
  if (priority !== undefined && item.priority !== priority) return false;
  if (overdue !== undefined && (item.overdueDays !== null) !== overdue) return false;
  if (moved !== undefined && item.moves > 0 !== moved) return false;
  return pending === undefined || (item.pendingMove !== null) === pending;
}
