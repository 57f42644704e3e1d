import { eventId } from '@daybook/ledger/testing';
import type { NotesAgreed, NotesPublished } from '../scrutiny.events';
import { BOARD, LATER, LATER_STILL, MEETING, act, called, held, item, type When } from './facts';

/** Meetings after that of the made-up book: the board's next, and one of the panel between them. */
export const NEXT_BOARD = 'kent-board-2023-06-07';
export const PANEL_MEETING = 'kent-panel-2023-04-18';
export const PANEL = 'kent-panel';

export const nextBoard = () => [
  called({ meeting: NEXT_BOARD, on: LATER_STILL, items: [item('2')] }),
  held({ meeting: NEXT_BOARD, on: LATER_STILL }),
];

export const panelMet = () => [
  called({ meeting: PANEL_MEETING, body: PANEL, on: LATER, items: [item('F1')] }, { for: PANEL }),
  held({ meeting: PANEL_MEETING, on: LATER }, { for: PANEL }),
];

export function published(parts: Partial<NotesPublished['data']> = {}, when: When = {}): NotesPublished {
  const data = { meeting: MEETING, kind: 'notes', notes: null, ...parts } as const;
  return act('scrutiny.notes-published', data, { effectiveOn: LATER, ...when });
}

/** The notes of the made-up meeting, agreed by the board's next one unless it says otherwise. */
export function agreed(parts: Partial<NotesAgreed['data']> = {}, when: When = {}): NotesAgreed {
  const data = {
    ...{ meeting: MEETING, at: NEXT_BOARD, item: null, outcome: 'agreed' as const, corrections: null },
    ...parts,
  };
  return act('scrutiny.notes-agreed', data, { effectiveOn: LATER_STILL, ...when });
}

/** A fact as a command about a meeting records it: about its body too, and what else it names. */
export function aboutToo<Made extends { readonly about: readonly string[] }>(
  fact: Made,
  ...more: readonly string[]
): Made {
  return { ...fact, about: [...fact.about, ...more] };
}

export const ofBoard = `body:${BOARD}`;
export const ofPanel = `body:${PANEL}`;
/** The events of the calling and of the holding, where a history begins with these. */
export const CALLING = eventId(0);
export const HOLDING = eventId(1);
