import { saidItem, type SaidItem } from '@daybook/provenance';
import type { MeetingStatus, NotesKind } from '../../codes';
import type { History } from '../../histories';
import { meetingOn, type MeetingState, type NotesState } from '../meeting-state';

/** `agreed` is what the body that met said of them at a later meeting; that another body noted them is beside it. */
export const NOTES_STATUSES = ['none', 'published', 'agreed', 'agreed-with-corrections'] as const;
export type NotesStatus = (typeof NOTES_STATUSES)[number];

/** What became of the notes of a meeting. */
export interface NotesItem {
  readonly status: NotesStatus;
  readonly kind: NotesKind | null;
  /** The paper that they are; null where none is on record. */
  readonly paper: string | null;
  readonly publishedOn: string | null;
  readonly agreedOn: string | null;
  /** The later meeting of the same body, by its id. */
  readonly agreedAt: string | null;
  /** Meetings that only noted them, by their ids. */
  readonly notedAt: readonly string[];
}

/** A meeting as at a position. */
export interface MeetingItem {
  readonly area: string;
  readonly id: string;
  /** The board or panel. */
  readonly body: string;
  readonly title: string;
  readonly status: MeetingStatus;
  /** The UK day on which it is to be, or was, held; null while no day is fixed. */
  readonly on: string | null;
  /** `month`: of the day on which it was held only the month is known. */
  readonly precision: 'day' | 'month';
  /** The day for which it was first called. */
  readonly calledFor: string;
  readonly time: string | null;
  readonly venue: string | null;
  readonly extraordinary: boolean;
  readonly itemCount: number;
  readonly notes: NotesItem;
  /** When, by whom and where it was called. */
  readonly said: SaidItem;
}

/** A meeting as it stood at the end of a day, from what its reader may read; undefined while it is not on record. */
export function meetingItem(
  { area, id, acts }: Pick<History<'meeting'>, 'area' | 'id' | 'acts'>,
  asOf: string,
): MeetingItem | undefined {
  const state = meetingOn(acts, asOf);
  return state && itemOf(area, id, state);
}

export function itemOf(area: string, id: string, state: MeetingState): MeetingItem {
  const { called, status, on, items, held } = state;
  const { body, title, time, venue, extraordinary } = called.data;
  return {
    ...{ area, id, body, title, status, on, calledFor: called.data.on, time, venue, extraordinary },
    precision: held?.precision ?? 'day',
    itemCount: items.size,
    notes: notesItem(state.notes),
    said: saidItem(called),
  };
}

function notesItem({ kind, published, agreed, outcome, notedBy }: NotesState): NotesItem {
  return {
    status: agreed && outcome && outcome !== 'noted' ? outcome : published ? 'published' : 'none',
    kind,
    paper: published?.data.notes ?? null,
    publishedOn: published?.effectiveOn ?? null,
    agreedOn: agreed?.effectiveOn ?? null,
    agreedAt: agreed?.data.at ?? null,
    notedAt: notedBy.map(({ data }) => data.at),
  };
}
