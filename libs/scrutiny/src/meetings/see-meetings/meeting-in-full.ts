import { saidItem, type ReadText, type ReasonedItem, type SaidItem } from '@daybook/provenance';
import type { FreeText } from '@daybook/ledger';
import type { NotesOutcome, Outcome } from '../../codes';
import type { History, MeetingAct } from '../../histories';
import { toldHistory, type ToldAct } from '../../told';
import { meetingOn, type ItemState, type MeetingState } from '../meeting-state';
import { itemOf, type MeetingItem } from './meeting-item';
import { saidAt, type SaidUnder, type ThingsOfArea } from './said-at-meeting';

/** What became of an item, in the words that were given. */
export interface ResolutionItem extends SaidItem {
  readonly outcome: Outcome;
  /** Null where none were given, or where they were erased. */
  readonly words: string | null;
  readonly wordsErased: boolean;
}

/** An item of the agenda, what was said under it, and what became of that since. */
export interface ItemInFull extends SaidUnder {
  readonly item: string;
  /** Of a private item everybody reads that it is one, and no more. */
  readonly title: string;
  readonly private: boolean;
  readonly papers: readonly string[];
  readonly outcome: Outcome | null;
  readonly resolution: ResolutionItem | null;
}

export interface PostponementItem extends ReasonedItem {
  /** The new day; null: none was fixed. */
  readonly to: string | null;
}

/** What a later meeting did with the notes. */
export interface NotesAgreedItem extends ReasonedItem {
  readonly outcome: NotesOutcome;
  /** The later meeting, and the item of its agenda. */
  readonly at: string;
  readonly item: string | null;
}

/** One event about a meeting. */
export interface MeetingToldAct extends ToldAct {
  readonly type: MeetingAct['type'];
  /** The day for which it was called, to which it was postponed, or on which it was held. */
  readonly on: string | null;
  /** Items of an agenda that it names. */
  readonly items: readonly string[];
  /** What became of an item, or of the notes. */
  readonly outcome: Outcome | NotesOutcome | null;
  /** The later meeting that agreed or noted the notes. */
  readonly at: string | null;
  /** The paper that the notes are. */
  readonly notes: string | null;
}

/** One meeting, in full: it reads like its minutes. */
export interface MeetingInFull extends MeetingItem {
  /** Who was there, who sent apologies, and who was there without being of the body: by office. */
  readonly present: readonly string[];
  readonly apologies: readonly string[];
  readonly attending: readonly string[];
  readonly held: SaidItem | null;
  readonly items: readonly ItemInFull[];
  /** What was said at the meeting under no item of its agenda that is there. */
  readonly elsewhere: SaidUnder;
  readonly postponements: readonly PostponementItem[];
  readonly cancelled: ReasonedItem | null;
  /** The notes at later meetings: agreed by its own body, or only noted. The reason is what was corrected. */
  readonly notesAt: readonly NotesAgreedItem[];
  /** What was corrected when the notes were agreed. */
  readonly corrections: string | null;
  /** Every event about it, in effective order. */
  readonly history: readonly MeetingToldAct[];
}

type Read = (text: FreeText) => ReadText;

/** The meeting in full as at a day; undefined while it is not on record. */
export function meetingInFull(
  history: History<'meeting'>,
  asOf: string,
  things: ThingsOfArea,
  read: Read,
): MeetingInFull | undefined {
  const { area, id, acts } = history;
  const state = meetingOn(acts, asOf);
  if (!state) return undefined;
  const { present, apologies, attending } = state.held?.data ?? NOBODY;
  const numbers = [...state.items.keys()].sort(asNumbered);
  const under = saidAt({ meeting: id, items: numbers }, things, asOf, read);
  const notesAt = notesOf(state, read);
  return {
    ...itemOf(area, id, state),
    ...{ present, apologies, attending, held: state.held && saidItem(state.held) },
    items: numbers.flatMap((number) => {
      const item = state.items.get(number);
      return item ? itemInFull(item, under.of(number), read) : [];
    }),
    elsewhere: under.of(null),
    postponements: state.postponements.map((act) => ({ ...reasoned(act, read), to: act.data.to })),
    cancelled: state.cancelled && reasoned(state.cancelled, read),
    notesAt,
    corrections: notesAt.find(({ outcome }) => outcome === 'agreed-with-corrections')?.reason ?? null,
    history: toldHistory(history, state.notFitting, read, moreOf),
  };
}

const NOBODY = { present: [], apologies: [], attending: [] } as const;

/** As agendas number their items: 2, 10, B1. */
function asNumbered(a: string, b: string): number {
  return a.localeCompare(b, 'en-GB', { numeric: true });
}

function itemInFull(
  { item, title, papers, resolved, ...state }: ItemState,
  under: SaidUnder,
  read: Read,
): ItemInFull {
  const { reason: words, reasonErased: wordsErased } = read(resolved?.act.data.words ?? null);
  return {
    ...{ item, title, private: state.private, papers, outcome: resolved?.outcome ?? null },
    resolution: resolved && { ...saidItem(resolved.act), outcome: resolved.outcome, words, wordsErased },
    ...under,
  };
}

function notesOf({ notes: { agreed, notedBy } }: MeetingState, read: Read): NotesAgreedItem[] {
  return [...notedBy, ...(agreed ? [agreed] : [])]
    .sort((a, b) =>
      a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.order - b.order,
    )
    .map((act) => {
      const { outcome, at, item, corrections } = act.data;
      return { ...saidItem(act), ...read(corrections), outcome, at, item };
    });
}

function reasoned(
  act: MeetingAct & { readonly data: { readonly reason: FreeText } },
  read: Read,
): ReasonedItem {
  return { ...saidItem(act), ...read(act.data.reason) };
}

/** What the history tells of an act besides who said it. */
function moreOf({ type, data }: MeetingAct): Omit<MeetingToldAct, Exclude<keyof ToldAct, 'type'>> {
  const none = { type, on: null, items: [], outcome: null, at: null, notes: null };
  switch (type) {
    case 'scrutiny.meeting-called':
      return { ...none, on: data.on, items: data.items.map(({ item }) => item) };
    case 'scrutiny.agenda-changed':
      return { ...none, items: data.items.map(({ item }) => item) };
    case 'scrutiny.meeting-postponed':
      return { ...none, on: data.to };
    case 'scrutiny.meeting-cancelled':
      return none;
    case 'scrutiny.meeting-held':
      return { ...none, on: data.on };
    case 'scrutiny.item-resolved':
      return { ...none, items: [data.item], outcome: data.outcome };
    case 'scrutiny.notes-published':
      return { ...none, notes: data.notes };
    case 'scrutiny.notes-agreed':
      return { ...none, outcome: data.outcome, at: data.at };
    default: {
      const never: never = type;
      throw new Error(`Unknown act ${String(never)}`);
    }
  }
}
