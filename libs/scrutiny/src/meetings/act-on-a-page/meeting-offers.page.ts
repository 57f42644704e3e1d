import { mayCommandIn, type Person } from '@daybook/identity';
import { withQuery } from '@daybook/pages';
import { actsFor, type Bodies } from '@daybook/provenance';
import type { MeetingInFull } from '../see-meetings/meeting-in-full';
import { meetingPath } from '../see-meetings/wording.page';

type Of = Pick<MeetingInFull, 'area' | 'id' | 'body' | 'status' | 'items' | 'notes'>;

const toCome = ({ status }: Of): boolean => status === 'called' || status === 'postponed';
const wasHeld = ({ status }: Of): boolean => status === 'held';

/** What can be recorded of a meeting: the command, its words, and what stands where it fits. */
export const MEETING_DEEDS = {
  hold: {
    ...{ command: 'hold-meeting', heading: 'Record that it was held', button: 'Record that it was held' },
    ...{ says: 'held this meeting', fits: toCome },
  },
  agenda: {
    ...{ command: 'change-agenda', heading: 'Change its agenda', button: 'Change the agenda' },
    ...{ says: 'changes the agenda', fits: ({ status }: Of) => status !== 'cancelled' },
  },
  postpone: {
    ...{ command: 'postpone-meeting', heading: 'Postpone it', button: 'Postpone this meeting' },
    ...{ says: 'postpones this meeting', fits: toCome },
  },
  cancel: {
    ...{ command: 'cancel-meeting', heading: 'Cancel it', button: 'Cancel this meeting' },
    ...{ says: 'cancels this meeting', fits: toCome },
  },
  resolve: {
    ...{ command: 'resolve-item', heading: 'Record a resolution', button: 'Record this resolution' },
    ...{ says: 'resolves an item', fits: (of: Of) => wasHeld(of) && unresolved(of).length > 0 },
  },
  'publish-notes': {
    ...{ command: 'publish-notes', heading: 'Publish its notes', button: 'Record that they are published' },
    ...{ says: 'publishes the notes', fits: wasHeld },
  },
  'agree-notes': {
    ...{ command: 'agree-notes', heading: 'Agree or note its notes', button: 'Record this' },
    ...{ says: 'has the notes before it', fits: wasHeld },
  },
} as const;
export type MeetingDeed = keyof typeof MEETING_DEEDS;
export const ALL_MEETING_DEEDS = Object.keys(MEETING_DEEDS) as readonly MeetingDeed[];

/** Items of which nothing is resolved yet. */
export function unresolved({ items }: Pick<Of, 'items'>): MeetingInFull['items'] {
  return items.filter(({ outcome }) => outcome === null);
}

/** Whether it is the person's own part, another body's that they may write down, or none of theirs. */
export function partInMeeting(
  person: Person,
  command: string,
  { area, body }: Pick<Of, 'area' | 'body'>,
  bodies: Bodies,
): 'own' | 'transcribed' | 'none' {
  if (!mayCommandIn(person, command, area)) return 'none';
  if (actsFor(person.body, body, bodies)) return 'own';
  return person.role === 'office' ? 'transcribed' : 'none';
}

/** The forms that a meeting's page offers a person. Any body may have had its notes before it. */
export function meetingFormsOffered(
  person: Person,
  item: Of,
  bodies: Bodies,
): { readonly text: string; readonly path: string }[] {
  return ALL_MEETING_DEEDS.filter((name) => {
    const { command, fits } = MEETING_DEEDS[name];
    if (!fits(item)) return false;
    if (name === 'agree-notes') return mayCommandIn(person, command, item.area);
    return partInMeeting(person, command, item, bodies) !== 'none';
  }).map((name) => ({
    text: MEETING_DEEDS[name].heading,
    path: `${meetingPath(item.area, item.id)}/${name}`,
  }));
}

/** What can be put on record as said at a meeting: the forms that begin with it. */
export function sayingOffers(person: Person, { area, id, status }: Of) {
  if (status === 'cancelled') return [];
  return SAYINGS.filter(({ command }) => mayCommandIn(person, command, area)).map(({ text, path }) => ({
    text,
    path: withQuery(`/${area}/${path}/new`, { meeting: id }),
  }));
}

const SAYINGS = [
  { command: 'ask-question', text: 'Record a question put here', path: 'questions' },
  { command: 'make-commitment', text: 'Record a commitment made here', path: 'commitments' },
  { command: 'record-decision', text: 'Record a decision taken here', path: 'decisions' },
] as const;
