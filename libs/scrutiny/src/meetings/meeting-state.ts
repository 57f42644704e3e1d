import type { Said } from '@daybook/provenance';
import type { AgendaItem } from '../scrutiny.events';
import type { MeetingStatus, NotesKind, NotesOutcome, Outcome } from '../codes';
import { byDay, type MeetingAct } from '../histories';

type ActNamed<Type extends MeetingAct['type']> = Extract<MeetingAct, { readonly type: Type }>;

/** An item of the agenda, and what became of it. */
export interface ItemState extends AgendaItem {
  readonly resolved: { readonly outcome: Outcome; readonly act: ActNamed<'scrutiny.item-resolved'> } | null;
}

/** The notes of a meeting: published, agreed by its own body at a later meeting, noted by others. */
export interface NotesState {
  readonly kind: NotesKind | null;
  readonly published: ActNamed<'scrutiny.notes-published'> | null;
  readonly agreed: ActNamed<'scrutiny.notes-agreed'> | null;
  readonly outcome: NotesOutcome | null;
  readonly notedBy: readonly ActNamed<'scrutiny.notes-agreed'>[];
}

export interface MeetingState {
  readonly called: ActNamed<'scrutiny.meeting-called'>;
  readonly status: MeetingStatus;
  /** The day on which it is to be, or was, held; null: no day is fixed. */
  readonly on: string | null;
  readonly held: ActNamed<'scrutiny.meeting-held'> | null;
  readonly items: ReadonlyMap<string, ItemState>;
  readonly notes: NotesState;
  readonly postponements: readonly ActNamed<'scrutiny.meeting-postponed'>[];
  readonly cancelled: ActNamed<'scrutiny.meeting-cancelled'> | null;
  /** Acts that did not fit what stood before them, by their ids: they are on record and change nothing. */
  readonly notFitting: readonly string[];
}

/** Where a meeting stood at the end of a day; undefined while it is not on record. */
export function meetingOn(acts: readonly MeetingAct[], day: string): MeetingState | undefined {
  return meetingOf(byDay(acts, day));
}

/** Where a meeting stands, from all that was said of it, in effective order. */
export function meetingOf(acts: readonly MeetingAct[]): MeetingState | undefined {
  return acts.reduce<MeetingState | undefined>(after, undefined);
}

const NO_NOTES: NotesState = { kind: null, published: null, agreed: null, outcome: null, notedBy: [] };

function after(state: MeetingState | undefined, act: MeetingAct): MeetingState | undefined {
  if (!state) return act.type === 'scrutiny.meeting-called' ? begin(act) : undefined;
  return step(state, act) ?? { ...state, notFitting: [...state.notFitting, act.id] };
}

function begin(called: ActNamed<'scrutiny.meeting-called'>): MeetingState {
  return {
    called,
    status: 'called',
    on: called.data.on,
    held: null,
    items: withItems(new Map(), called.data.items),
    notes: NO_NOTES,
    postponements: [],
    cancelled: null,
    notFitting: [],
  };
}

function withItems(
  before: ReadonlyMap<string, ItemState>,
  items: readonly AgendaItem[],
): ReadonlyMap<string, ItemState> {
  const after = new Map(before);
  for (const item of items)
    after.set(item.item, { ...item, resolved: before.get(item.item)?.resolved ?? null });
  return after;
}

/** The next state; undefined where the act does not fit. */
export function step(state: MeetingState, act: MeetingAct): MeetingState | undefined {
  const { status, items, notes } = state;
  const toCome = status === 'called' || status === 'postponed';
  switch (act.type) {
    case 'scrutiny.meeting-called':
      return undefined;
    case 'scrutiny.agenda-changed':
      return status === 'cancelled' ? undefined : { ...state, items: withItems(items, act.data.items) };
    case 'scrutiny.meeting-postponed':
      return toCome
        ? { ...state, status: 'postponed', on: act.data.to, postponements: [...state.postponements, act] }
        : undefined;
    case 'scrutiny.meeting-cancelled':
      return toCome ? { ...state, status: 'cancelled', cancelled: act } : undefined;
    case 'scrutiny.meeting-held':
      return toCome ? { ...state, status: 'held', held: act, on: act.data.on } : undefined;
    case 'scrutiny.item-resolved': {
      const item = items.get(act.data.item);
      if (!item || item.resolved || status !== 'held') return undefined;
      const resolved = { outcome: act.data.outcome, act };
      return { ...state, items: new Map([...items, [act.data.item, { ...item, resolved }]]) };
    }
    case 'scrutiny.notes-published':
      return status === 'held'
        ? { ...state, notes: { ...notes, kind: act.data.kind, published: act } }
        : undefined;
    case 'scrutiny.notes-agreed':
      return status === 'held' ? withAgreement(state, act) : undefined;
    default: {
      const never: never = act;
      throw new Error(`Unknown act ${(never as Said & { type: string }).type}`);
    }
  }
}

/** Notes are agreed once; they may be noted before and after. */
function withAgreement(
  state: MeetingState,
  act: ActNamed<'scrutiny.notes-agreed'>,
): MeetingState | undefined {
  const { notes } = state;
  const { outcome } = act.data;
  if (outcome === 'noted') return { ...state, notes: { ...notes, notedBy: [...notes.notedBy, act] } };
  return notes.agreed ? undefined : { ...state, notes: { ...notes, agreed: act, outcome } };
}
