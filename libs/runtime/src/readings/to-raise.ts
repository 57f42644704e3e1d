import type { ChangeKind } from '@daybook/figures';
import { isWanted, readFindingsWanted, type FindingItem, type OpenResponse } from '@daybook/inspections';
import type { TimelineEntry } from '@daybook/provenance';
import type { CommitmentItem, ScrutinyToRaise } from '@daybook/scrutiny';
import type { Change } from './change';
import type { LeaningItem } from './leaning';

/** Findings that somebody waits for. */
export interface FindingsToRaise {
  readonly overdue: readonly FindingItem[];
  /** To be complete by the day of the meeting, and not past. */
  readonly due: readonly FindingItem[];
  /** Moved, and nobody said that they agree. */
  readonly notAgreed: readonly FindingItem[];
  readonly claimed: readonly FindingItem[];
  readonly assured: readonly FindingItem[];
}

/** A date that moved, or was asked to, with where it stands at the position; of a finding, null. */
export interface MovedEntry extends TimelineEntry {
  readonly stands: Pick<CommitmentItem, 'due' | 'originalDue' | 'pendingMove'> | null;
}

/** Everything to be raised at a meeting, or today: what each list behind it says, put together. */
export interface ToRaise extends ScrutinyToRaise {
  readonly area: string;
  /** The day up to which what falls due is to be raised. */
  readonly for: string;
  /** The board or panel whose meeting it is; null: whatever the area has. */
  readonly body: string | null;
  readonly findings: FindingsToRaise;
  /** Clocks of section 55, Police Act 1996, that run or ran out with nothing recorded here. */
  readonly responses: readonly OpenResponse[];
  /** Dates that moved, or were asked to, since the last meeting. */
  readonly moved: readonly MovedEntry[];
  /** Promises that were withdrawn or replaced since the last meeting: nobody is asked for them any more. */
  readonly ended: readonly TimelineEntry[];
  /** Figures that changed since the last meeting, so that somebody may ask why. */
  readonly figures: readonly Change[];
  /** Answers, decisions and claims that rest on a figure which changed since they were given. */
  readonly leaning: readonly LeaningItem[];
}

export function findingsToRaise(all: readonly FindingItem[], until: string): FindingsToRaise {
  const like = (asked: Parameters<typeof readFindingsWanted>[0]): FindingItem[] => {
    const wanted = readFindingsWanted({ status: 'live', ...asked });
    return all.filter((item) => isWanted(item, wanted));
  };
  return {
    overdue: like({ overdue: 'yes' }),
    due: like({ overdue: 'no' }).filter(({ latest, status }) => {
      const waits = status === 'open' || status === 'accepted' || status === 'disputed';
      return waits && latest !== null && latest <= until;
    }),
    notAgreed: like({ agreed: 'no' }),
    claimed: like({ status: 'claimed' }),
    assured: like({ status: 'assured' }),
  };
}

const MOVES: readonly string[] = [
  'scrutiny.commitment-move-asked',
  'scrutiny.commitment-move-agreed',
  'inspections.completion-moved',
];

/** A move with the dates of its commitment, where it is one's. */
function withDates(entry: TimelineEntry, commitment: CommitmentItem | undefined): MovedEntry {
  if (entry.kind !== 'commitment' || !commitment) return { ...entry, stands: null };
  const { due, originalDue, pendingMove } = commitment;
  return { ...entry, stands: { due, originalDue, pendingMove } };
}

/** Whether an event moved a date, or asked to. */
function isMove({ type }: Pick<TimelineEntry, 'type'>): boolean {
  return MOVES.includes(type);
}

const ENDINGS: readonly string[] = ['scrutiny.commitment-withdrawn', 'scrutiny.commitment-superseded'];

/** Whether an event ended a promise that was not kept. */
function isEnding({ type }: Pick<TimelineEntry, 'type'>): boolean {
  return ENDINGS.includes(type);
}

/** What entries say of dates that moved, and of promises that ended; of commitments, those to whom it concerns. */
export function movedAndEnded(
  entries: readonly TimelineEntry[],
  commitments: readonly CommitmentItem[],
  concerns: (party: string | null) => boolean,
): Pick<ToRaise, 'moved' | 'ended'> {
  const byId = new Map(commitments.map((one) => [one.id, one]));
  const found = entries.filter(
    ({ kind, subject }) => kind !== 'commitment' || concerns(byId.get(subject)?.to ?? null),
  );
  return {
    moved: found.filter(isMove).map((entry) => withDates(entry, byId.get(entry.subject))),
    ended: found.filter(isEnding),
  };
}

/** Changes of a figure that somebody may ask why of. */
const ASKED_WHY: readonly string[] = [
  'revised',
  'corrected',
  'restated',
  'withdrawn',
  'unexplained',
  'entered-wrongly',
] satisfies ChangeKind[];

/** Whether a figure changed so that somebody may ask why; a first release is no change. */
export function isFigureChanged({ measure, kind }: Change): boolean {
  return measure !== null && ASKED_WHY.includes(kind);
}
