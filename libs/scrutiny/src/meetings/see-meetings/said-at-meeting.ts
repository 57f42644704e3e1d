import type { FreeText } from '@daybook/ledger';
import type { Bodies, ReadText } from '@daybook/provenance';
import type { Extent } from '../../codes';
import { commitmentItem, type CommitmentItem } from '../../commitments/see-commitments/commitment-item';
import { commitmentOn } from '../../commitments/commitment-state';
import { decisionItem, type DecisionItem } from '../../decisions/see-decisions/decision-item';
import { decisionOn } from '../../decisions/decision-state';
import type { ActsOf, History, SubjectKind } from '../../histories';
import { questionItem, type QuestionItem } from '../../questions/see-questions/question-item';
import { questionOn } from '../../questions/question-state';
import { toldHistory, type ToldAct } from '../../told';

/** What was said of a question, a commitment or a decision. */
export interface HappenedItem extends ToldAct {
  /** Where it was said. */
  readonly meeting: string | null;
  readonly item: string | null;
  /** How far an answer goes. */
  readonly extent: Extent | null;
  /** The date that was asked for, as canonical as it can be. */
  readonly due: string | null;
}

/** A question that was put at a meeting, or to which something was said there. */
export interface QuestionAtMeeting extends QuestionItem {
  /** Whether it was put here; else it was asked before. */
  readonly askedHere: boolean;
  /** What was asked and answered here, in order. */
  readonly here: readonly HappenedItem[];
  /** What was said to it since, elsewhere. */
  readonly since: readonly HappenedItem[];
}

export interface CommitmentAtMeeting extends CommitmentItem {
  /** What was promised, in words; null: not given, or erased. */
  readonly promise: string | null;
  readonly since: readonly HappenedItem[];
}

export interface DecisionAtMeeting extends DecisionItem {
  readonly since: readonly HappenedItem[];
}

/** What was said under one item, as it stands now, in the order in which it was said. */
export interface SaidUnder {
  readonly questions: readonly QuestionAtMeeting[];
  readonly commitments: readonly CommitmentAtMeeting[];
  readonly decisions: readonly DecisionAtMeeting[];
}

/** What was asked, promised and decided in an area, as its reader may see it. */
export interface ThingsOfArea {
  readonly questions: readonly History<'question'>[];
  readonly commitments: readonly History<'commitment'>[];
  readonly decisions: readonly History<'decision'>[];
  readonly bodies: Bodies;
}

type Read = (text: FreeText) => ReadText;
interface Meeting {
  readonly meeting: string;
  /** The numbers on its agenda. */
  readonly items: readonly string[];
}

/** What was said at a meeting, by the item that it was said under; null: under none that is there. */
export function saidAt(at: Meeting, things: ThingsOfArea, asOf: string, read: Read) {
  const itemOf = (item: string | null): string | null => (item && at.items.includes(item) ? item : null);
  const looked = { at, asOf, read, itemOf };
  return {
    of: (item: string | null): SaidUnder => ({
      questions: things.questions.flatMap((one) => questionAt(one, item, looked) ?? []),
      commitments: things.commitments.flatMap((one) => commitmentAt(one, item, looked, things.bodies) ?? []),
      decisions: things.decisions.flatMap((one) => decisionAt(one, item, looked) ?? []),
    }),
  };
}

interface Looked {
  readonly at: Meeting;
  readonly asOf: string;
  readonly read: Read;
  readonly itemOf: (item: string | null) => string | null;
}

function questionAt(
  history: History<'question'>,
  item: string | null,
  { at, asOf, read, itemOf }: Looked,
): QuestionAtMeeting | undefined {
  const told = happened(history, questionOn(history.acts, asOf)?.notFitting ?? [], read);
  const isHere = (act: HappenedItem): boolean => act.meeting === at.meeting;
  const here = told.filter((act) => isHere(act) && itemOf(act.item) === item);
  const question = questionItem(history, asOf);
  if (!question || here.length === 0) return undefined;
  const began = told.findIndex(isHere);
  const first = told.find((act) => act.type === 'scrutiny.question-asked' && !act.enteredWrongly);
  return {
    ...question,
    askedHere: here.some(({ id }) => id === first?.id),
    here,
    since: told.filter((act, i) => i > began && !isHere(act)),
  };
}

function commitmentAt(
  history: History<'commitment'>,
  item: string | null,
  { at, asOf, read, itemOf }: Looked,
  bodies: Bodies,
): CommitmentAtMeeting | undefined {
  const state = commitmentOn(history.acts, asOf);
  const commitment = commitmentItem(history, asOf, bodies);
  if (!state || !commitment || commitment.meeting !== at.meeting) return undefined;
  if (itemOf(commitment.item) !== item) return undefined;
  return {
    ...commitment,
    promise: read(state.made.data.promise).reason,
    since: happened(history, state.notFitting, read).filter(({ id }) => id !== state.made.id),
  };
}

function decisionAt(
  history: History<'decision'>,
  item: string | null,
  { at, asOf, read, itemOf }: Looked,
): DecisionAtMeeting | undefined {
  const state = decisionOn(history.acts, asOf);
  const decision = decisionItem(history, asOf);
  if (!state || !decision || decision.meeting !== at.meeting) return undefined;
  if (itemOf(decision.item) !== item) return undefined;
  return {
    ...decision,
    since: happened(history, state.notFitting, read).filter(({ id }) => id !== state.recorded.id),
  };
}

function happened<Kind extends SubjectKind>(
  history: Pick<History<Kind>, 'acts' | 'wrong'>,
  notFitting: readonly string[],
  read: Read,
): HappenedItem[] {
  return toldHistory(history, notFitting, read, ({ type, data }: ActsOf[Kind]) => ({
    meeting: 'meeting' in data ? data.meeting : null,
    item: 'item' in data ? data.item : null,
    extent: type === 'scrutiny.question-answered' && 'extent' in data ? data.extent : null,
    due: type === 'scrutiny.commitment-move-asked' && 'to' in data ? dueIn(data.to) : null,
  }));
}

function dueIn(to: unknown): string | null {
  const date = to as { readonly anticipated?: string | null } | null;
  return date?.anticipated ?? null;
}
