import { saidItem, type ReadText, type ReasonedItem, type Said, type SaidItem } from '@daybook/provenance';
import { slip } from '@daybook/due-dates';
import type { FreeText } from '@daybook/ledger';
import type { CommitmentAct } from '../../histories';
import type { Citation } from '../../scrutiny.events';
import type { CommitmentState, MoveOfDate } from '../commitment-state';

/** What became of a date: `first` on record, or what was said to one that was asked for. */
export const DATE_OUTCOMES = ['first', 'agreed', 'not-given', 'pending', 'overtaken', 'refused'] as const;
export type DateOutcome = (typeof DATE_OUTCOMES)[number];

/** A date by which a commitment was to be kept, or that was asked for, and who said it. */
export interface DueItem extends ReasonedItem {
  readonly due: string | null;
  readonly words: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** The date that it took, or was to take, the place of; null: none stood. */
  readonly from: string | null;
  /** From the latest day of that to its own; null where either has none. */
  readonly days: number | null;
  readonly askedBy: string | null;
  /** `not-given`: it stands, and nobody says whether it was agreed. */
  readonly outcome: DateOutcome;
  /** Who agreed or refused it. */
  readonly answered: ReasonedItem | null;
}

/**
 * The owner said that it is kept, and what was said to that. What it cites is told with what stands now by
 * whoever can look at the figures.
 */
export interface ClaimItem<Cites = Citation> extends SaidItem {
  readonly evidence: string | null;
  readonly evidenceErased: boolean;
  readonly cites: readonly Cites[];
  /** Whether it is the claim that counts: later ones repeat it, and reopening ends it. */
  readonly counts: boolean;
  readonly accepted: ReasonedItem | null;
  readonly refused: ReasonedItem | null;
}

export interface ProgressItem extends SaidItem {
  readonly report: string | null;
  readonly taken: string | null;
  readonly planned: string | null;
  /** Whether one of them was erased. */
  readonly erased: boolean;
}

export interface Told<Cites = Citation> {
  readonly dates: readonly DueItem[];
  readonly progress: readonly ProgressItem[];
  readonly claims: readonly ClaimItem<Cites>[];
  /** The act that ended it. */
  readonly ended: ReasonedItem | null;
  readonly supersededBy: string | null;
  readonly reopened: ReasonedItem | null;
}

type Read = (text: FreeText) => ReadText;

/** How a commitment came to stand where it does. */
export function toldOf(state: CommitmentState, acts: readonly CommitmentAct[], read: Read): Told {
  const { ended, reopened } = state;
  const fitting = acts.filter(({ id }) => !state.notFitting.includes(id));
  return {
    dates: datesOf(state, read),
    progress: state.progress.map((act) => progressItem(act, read)),
    claims: claimsOf(state, fitting, read),
    ended: ended && reasoned(ended, read),
    supersededBy: ended?.type === 'scrutiny.commitment-superseded' ? ended.data.supersededBy : null,
    reopened: reopened && reasoned(fitting.find(({ id }) => id === reopened.id) ?? reopened, read),
  };
}

function reasoned(said: Said | CommitmentAct, read: Read): ReasonedItem {
  const reason = 'data' in said && 'reason' in said.data ? said.data.reason : null;
  return { ...saidItem(said), ...read(reason) };
}

function datesOf({ made, asked }: CommitmentState, read: Read): DueItem[] {
  const { anticipated, words, earliest, latest } = made.data.due;
  const first: DueItem = {
    ...{ ...reasoned(made, read), due: anticipated, words, earliest, latest },
    ...{ from: null, days: null, askedBy: null, outcome: 'first', answered: null },
  };
  const moves = asked.map((move) => moveItem(move, read));
  return anticipated === null ? moves : [first, ...moves];
}

function moveItem({ asked, outcome, answered, from, days }: MoveOfDate, read: Read): DueItem {
  const { to, askedBy } = asked.data;
  const before = from?.expected ?? asked.data.from;
  return {
    ...{ ...reasoned(asked, read), due: to.anticipated, words: to.words },
    ...{ earliest: to.earliest, latest: to.latest, from: before.anticipated },
    days: days ?? slip({ expected: before }, { expected: to }),
    ...{ askedBy, outcome, answered: answered && reasoned(answered, read) },
  };
}

type Progress = CommitmentState['progress'][number];

function progressItem(act: Progress, read: Read): ProgressItem {
  const [report, taken, planned] = [act.data.report, act.data.taken, act.data.planned].map(read);
  return {
    ...saidItem(act),
    ...{ report: report?.reason ?? null, taken: taken?.reason ?? null, planned: planned?.reason ?? null },
    erased: [report, taken, planned].some((one) => one?.reasonErased),
  };
}

function claimsOf({ claim }: CommitmentState, acts: readonly CommitmentAct[], read: Read): ClaimItem[] {
  const answer = (id: string, type: CommitmentAct['type']): ReasonedItem | null => {
    const found = acts.find((act) => act.type === type && 'of' in act.data && act.data.of === id);
    return found ? reasoned(found, read) : null;
  };
  return acts.flatMap((act) => {
    if (act.type !== 'scrutiny.discharge-claimed') return [];
    const { reason, reasonErased } = read(act.data.evidence);
    return {
      ...{ ...saidItem(act), evidence: reason, evidenceErased: reasonErased, cites: act.data.cites },
      counts: act.id === claim?.id,
      accepted: answer(act.id, 'scrutiny.discharge-accepted'),
      refused: answer(act.id, 'scrutiny.discharge-refused'),
    };
  });
}
