import type { AskingMode, Extent, QuestionStatus } from '../../codes';

/** How each status is said, in a tag whose colour says nothing that its words do not. */
export const QUESTION_STATUS_WORDS: Readonly<
  Record<QuestionStatus, { readonly word: string; readonly tag: string; readonly meaning: string }>
> = {
  open: { word: 'Open', tag: 'blue', meaning: 'Nobody has answered it.' },
  'part-answered': {
    word: 'Answered in part',
    tag: 'yellow',
    meaning: 'There is an answer, and it does not go the whole way.',
  },
  'taken-away': {
    word: 'Taken away',
    tag: 'yellow',
    meaning: 'Whoever is asked will write; nothing more is recorded yet.',
  },
  answered: {
    word: 'Answered',
    tag: 'green',
    meaning: 'It was answered in full; whoever asked has not said that they are satisfied.',
  },
  settled: { word: 'Settled', tag: 'grey', meaning: 'Whoever asked is satisfied, or asks no longer.' },
};

export const EXTENT_WORDS: Readonly<Record<Extent, string>> = {
  full: 'Answered in full',
  part: 'Answered in part',
  'taken-away': 'Taken away, to be answered in writing',
};

export const MODE_WORDS: Readonly<Record<AskingMode, string>> = { oral: 'Orally', written: 'In writing' };

/** Where a question has its page. */
export function questionPath(area: string, id: string): string {
  return `/${area}/questions/${encodeURIComponent(id)}`;
}

export function meetingPath(area: string, id: string): string {
  return `/${area}/meetings/${encodeURIComponent(id)}`;
}
