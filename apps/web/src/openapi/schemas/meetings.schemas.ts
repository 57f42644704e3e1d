import type { ReasonedItem, SaidItem } from '@daybook/provenance';
import {
  EXTENTS,
  MEETING_STATUSES,
  NOTES_KINDS,
  NOTES_OUTCOMES,
  NOTES_STATUSES,
  OUTCOMES,
  type HappenedItem,
  type ItemInFull,
  type MeetingInFull,
  type MeetingItem,
  type MeetingToldAct,
  type NotesAgreedItem,
  type NotesItem,
  type PostponementItem,
  type ResolutionItem,
  type SaidUnder,
} from '@daybook/scrutiny';
import { count, date, flag, list, object, oneOf, orNull, reference, text, type Schema } from '../json-schema';
import { commitmentsSchemas } from './commitments.schemas';
import { decisionsSchemas } from './decisions.schemas';
import { precision, readText, said } from './parts';
import { questionsSchemas } from './questions.schemas';
import { told } from './told';

const orText = orNull(text);
const day = orNull(date);
const withReason = { ...said, ...readText };

const notes = object<NotesItem>({
  status: {
    ...oneOf(NOTES_STATUSES),
    description: 'Agreed is what the body that met agreed at a later meeting.',
  },
  kind: orNull(oneOf(NOTES_KINDS)),
  paper: { ...orText, description: 'The paper that they are.' },
  ...{ publishedOn: day, agreedOn: day },
  agreedAt: { ...orText, description: 'The later meeting, by its id.' },
  notedAt: { ...list(text), description: 'Meetings that only noted them, by their ids.' },
});

const meeting = {
  ...{ area: text, id: text },
  body: { ...text, description: 'The board or panel.' },
  ...{ title: text, status: oneOf(MEETING_STATUSES) },
  on: { ...day, description: 'When it is to be, or was, held; null while no day is fixed.' },
  precision: { ...precision, description: '`month`: only the month of the holding is known.' },
  calledFor: { ...date, description: 'The day for which it was first called.' },
  ...{ time: orText, venue: orText, extraordinary: flag, itemCount: count, notes },
  said: object<SaidItem>(said),
} satisfies Record<keyof MeetingItem, Schema>;

const happened = list(reference('HappenedAtMeeting'));
const since = { ...happened, description: 'What was said of it since, elsewhere.' };

/** The schema of a list's item, with what a meeting tells besides. */
function also(item: Schema, more: Readonly<Record<string, Schema>>): Schema {
  const { properties, required = [] } = item;
  return {
    ...item,
    properties: { ...properties, ...more },
    required: [...required, ...Object.keys(more)],
  };
}

const under = {
  questions: list(
    also(questionsSchemas.Question, {
      askedHere: { ...flag, description: 'Whether it was put here; else it was asked before.' },
      here: { ...happened, description: 'What was asked and answered here.' },
      since,
    }),
  ),
  commitments: list(
    also(commitmentsSchemas.Commitment, {
      promise: { ...orText, description: 'In words; null: not given, or erased.' },
      since,
    }),
  ),
  decisions: list(also(decisionsSchemas.Decision, { since })),
} satisfies Record<keyof SaidUnder, Schema>;

const item = object<ItemInFull>({
  ...{ item: text, title: text },
  private: { ...flag, description: 'Outsiders read that there is one, and nothing of it.' },
  ...{ papers: list(text), outcome: orNull(oneOf(OUTCOMES)) },
  resolution: orNull(
    object<ResolutionItem>({ ...said, outcome: oneOf(OUTCOMES), words: orText, wordsErased: flag }),
  ),
  ...under,
});

const offices = { ...list(text), description: 'Offices, by id or in words.' };

const inFull = object<MeetingInFull>({
  ...meeting,
  ...{ present: offices, apologies: offices },
  attending: { ...offices, description: 'Who was there without being of the body, by office.' },
  ...{ held: orNull(object<SaidItem>(said)), items: list(item) },
  elsewhere: { ...object<SaidUnder>(under), description: 'What was said there under no item.' },
  postponements: list(object<PostponementItem>({ ...withReason, to: day })),
  cancelled: orNull(object<ReasonedItem>(withReason)),
  notesAt: {
    ...list(
      object<NotesAgreedItem>({ ...withReason, outcome: oneOf(NOTES_OUTCOMES), at: text, item: orText }),
    ),
    description: 'Its notes at later meetings; the reason is what was corrected.',
  },
  corrections: { ...orText, description: 'What was corrected when the notes were agreed.' },
  history: list(reference('MeetingEvent')),
});

/** Meetings, and one of them in full. */
export const meetingsSchemas = {
  Meeting: object<MeetingItem>(meeting),
  MeetingInFull: inFull,
  MeetingEvent: object<MeetingToldAct>({
    ...told,
    on: {
      ...day,
      description: 'For which it was called, to which it was postponed, or on which it was held.',
    },
    items: { ...list(text), description: 'Items of the agenda that it names.' },
    outcome: orNull(oneOf([...new Set([...OUTCOMES, ...NOTES_OUTCOMES])])),
    at: { ...orText, description: 'The later meeting that agreed or noted the notes.' },
    notes: { ...orText, description: 'The paper that the notes are.' },
  }),
  HappenedAtMeeting: object<HappenedItem>({
    ...{ ...told, meeting: orText, item: orText },
    extent: { ...orNull(oneOf(EXTENTS)), description: 'How far an answer goes.' },
    due: { ...orText, description: 'The date that was asked for, as canonical as it can be.' },
  }),
};
