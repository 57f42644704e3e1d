import { saidItem, type ReadText, type ReasonedItem, type SaidItem } from '@daybook/provenance';
import type { FreeText } from '@daybook/ledger';
import type { Extent } from '../../codes';
import type { History } from '../../histories';
import type { Citation } from '../../scrutiny.events';
import { toldHistory, type ToldAct } from '../../told';
import { questionOn, type QuestionState } from '../question-state';
import { questionItem, type QuestionItem } from './question-item';

/** Where something was said, by which office, in which words. */
interface SpokenItem extends SaidItem {
  readonly office: string | null;
  readonly meeting: string | null;
  readonly item: string | null;
  /** Null where none were given, or where they were erased. */
  readonly words: string | null;
  readonly wordsErased: boolean;
}

/** An answer. What it cites is told with what stands now by whoever can look at the figures. */
export interface AnswerItem<Cites = Citation> extends SpokenItem {
  readonly extent: Extent;
  readonly cites: readonly Cites[];
}

export interface FollowUpItem extends SpokenItem {
  /** What was asked from then on; null: the same. */
  readonly title: string | null;
}

/** One act of a question's history. */
export interface QuestionToldAct extends ToldAct {
  /** How far an answer goes; null of what is no answer. */
  readonly extent: Extent | null;
}

/** One question, in full. */
export interface QuestionInFull<Cites = Citation> extends Omit<QuestionItem, 'cites'> {
  readonly asked: SpokenItem;
  /** As it was put first; the title of the item is that of the latest asking. */
  readonly firstTitle: string;
  readonly answers: readonly AnswerItem<Cites>[];
  readonly followUps: readonly FollowUpItem[];
  readonly settled: ReasonedItem | null;
  readonly history: readonly QuestionToldAct[];
}

type Read = (text: FreeText) => ReadText;
type Spoken = QuestionState['asked'] | QuestionState['answers'][number] | QuestionState['followUps'][number];

/** The question in full as at a day; undefined while it is not on record. */
export function questionInFull(
  history: History<'question'>,
  asOf: string,
  read: Read,
): QuestionInFull | undefined {
  const state = questionOn(history.acts, asOf);
  const item = questionItem(history, asOf);
  if (!state || !item) return undefined;
  const { cites: _cites, ...content } = item;
  const { asked, answers, followUps, settled, notFitting } = state;
  return {
    ...content,
    asked: spoken(asked, asked.data.words, read),
    firstTitle: asked.data.title,
    answers: answers.map((act) => ({
      ...spoken(act, act.data.answer, read),
      ...{ extent: act.data.extent, cites: act.data.cites },
    })),
    followUps: followUps.map((act) => ({
      ...spoken(act, act.data.words, read),
      title: act.data.title,
    })),
    settled: settled && { ...saidItem(settled), ...read(settled.data.reason) },
    history: toldHistory(history, notFitting, read, (act) => ({
      extent: act.type === 'scrutiny.question-answered' ? act.data.extent : null,
    })),
  };
}

function spoken(act: Spoken, text: FreeText, read: Read): SpokenItem {
  const { reason: words, reasonErased: wordsErased } = read(text);
  const { office, meeting, item } = act.data;
  return { ...saidItem(act), office, meeting, item, words, wordsErased };
}
