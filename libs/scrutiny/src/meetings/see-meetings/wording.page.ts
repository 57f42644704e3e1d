import { longDate, nameIn, type Names } from '@daybook/pages';
import type { MeetingStatus, NotesOutcome, Outcome } from '../../codes';
import type { MeetingItem, NotesItem } from './meeting-item';
import type { MeetingToldAct } from './meeting-in-full';

export { meetingPath } from '../../questions/see-questions/wording.page';

/** How each status is said, in a tag whose colour says nothing that its words do not. */
export const MEETING_STATUS_WORDS: Readonly<
  Record<MeetingStatus, { readonly word: string; readonly tag: string; readonly meaning: string }>
> = {
  called: { word: 'Called', tag: 'blue', meaning: 'It is called; that it was held is not recorded.' },
  postponed: { word: 'Postponed', tag: 'yellow', meaning: 'It was moved to another day, or to none yet.' },
  cancelled: { word: 'Cancelled', tag: 'grey', meaning: 'It was called, and is not held.' },
  held: { word: 'Held', tag: 'green', meaning: 'It took place.' },
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  noted: 'Noted',
  agreed: 'Agreed',
  approved: 'Approved',
  resolved: 'Resolved',
  deferred: 'Deferred',
};

export const NOTES_OUTCOME_WORDS: Readonly<Record<NotesOutcome, string>> = {
  agreed: 'Agreed',
  'agreed-with-corrections': 'Agreed with corrections',
  noted: 'Noted, which agrees nothing',
};

/** The day of a meeting as people say it, and that it is another than the one it was called for. */
export function dayInWords({
  on,
  status,
  calledFor,
}: Pick<MeetingItem, 'on' | 'status' | 'calledFor'>): string {
  if (on === null) return `no day is fixed; called for ${longDate(calledFor)}`;
  return on === calledFor || status === 'called'
    ? longDate(on)
    : `${longDate(on)}; called for ${longDate(calledFor)}`;
}

/** Whether what was written of a meeting is agreed, only noted, or not yet agreed. */
export function notesInWords({ status, notes }: Pick<MeetingItem, 'status' | 'notes'>): string {
  if (status !== 'held') return '';
  const called = notes.kind === 'minutes' ? 'Minutes' : 'Notes';
  const noted = notes.notedAt.length > 0 ? 'noted by another body' : '';
  switch (notes.status) {
    case 'agreed':
      return `${called} agreed on ${longDate(notes.agreedOn ?? '')}`;
    case 'agreed-with-corrections':
      return `${called} agreed with corrections on ${longDate(notes.agreedOn ?? '')}`;
    case 'published':
      return `${called} published, ${noted ? `${noted}, ` : ''}not yet agreed`;
    case 'none':
      return noted ? `${called} ${noted}, not yet agreed` : 'None published here, and not yet agreed';
    default: {
      const never: never = notes.status;
      throw new Error(`Unknown status ${String(never)}`);
    }
  }
}

/** The same as a whole sentence, for the meeting's own page. */
export function notesSentence(item: { readonly status: MeetingStatus; readonly notes: NotesItem }): string {
  const words = notesInWords(item);
  return words === '' ? '' : `${words}.`;
}

/** An office as people call it: a registered or plain id by its name, words as they were written. */
export function officeInWords(names: Names, office: string): string {
  return /^[a-z0-9]+(-[a-z0-9]+)+$/.test(office) ? nameIn(names, office) : office;
}

/** What an act of a meeting was, in words. */
export function meetingActInWords(act: MeetingToldAct): string {
  const day = act.on === null ? '' : ` ${longDate(act.on)}`;
  const items = act.items.length > 0 ? ` ${act.items.join(', ')}` : '';
  switch (act.type) {
    case 'scrutiny.meeting-called':
      return `Called for${day}`;
    case 'scrutiny.agenda-changed':
      return `Agenda changed: item${items}`;
    case 'scrutiny.meeting-postponed':
      return act.on === null ? 'Postponed, no day fixed' : `Postponed to${day}`;
    case 'scrutiny.meeting-cancelled':
      return 'Cancelled';
    case 'scrutiny.meeting-held':
      return `Held on${day}`;
    case 'scrutiny.item-resolved':
      return `Item${items}: ${OUTCOME_WORDS[act.outcome as Outcome].toLowerCase()}`;
    case 'scrutiny.notes-published':
      return 'Notes published';
    case 'scrutiny.notes-agreed':
      return `Notes ${NOTES_OUTCOME_WORDS[act.outcome as NotesOutcome].toLowerCase()}`;
    default: {
      const never: never = act.type;
      throw new Error(`Unknown act ${String(never)}`);
    }
  }
}
