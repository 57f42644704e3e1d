import { Refusal, isRefusal, type Access, type Context, type FreeText, type Problem } from '@daybook/ledger';
import { accessOf, headed, secondHand, type GivenPaper, type Setting } from '@daybook/provenance';
import { find, type OnRecord, type ScrutinyBook } from '../book';
import { subjectRef, type MeetingEvent } from '../scrutiny.events';
import { readPartysSetting, refused, type Spoken } from '../setting';
import { meetingOf, meetingOn, type MeetingState } from './meeting-state';

/** What every command about a meeting says. */
export interface MeetingInput extends Spoken {
  readonly meeting: string;
}

/** A meeting as it stood on the day of an act, and the act's setting. */
export interface OnMeeting {
  readonly setting: Setting;
  /** On the day of the act, after all else of that day that is on record. */
  readonly state: MeetingState;
  /** After all that is on record, whatever its day. */
  readonly ever: MeetingState;
}

export const NOT_RECORDED = 'This was not recorded.';

/**
 * Reads the setting of an act of a meeting's own people, or of `party` where those of another body act, and
 * how the meeting stood on that day. `of` are the accesses of what else it is about.
 */
export function readOnMeeting(
  input: MeetingInput,
  book: ScrutinyBook,
  context: Context<GivenPaper>,
  { party, of = [] }: { readonly party?: string; readonly of?: readonly (Access | undefined)[] } = {},
): OnMeeting | Refusal {
  const found = find(context, book, 'meeting', input.meeting);
  if (isRefusal(found)) return found;
  const accesses = [found.began.access, ...of];
  const setting = readPartysSetting(input, party ?? found.began.data.body, accesses, context);
  if (!('actor' in setting)) return refused(NOT_RECORDED, setting);
  const state = meetingOn(found.acts, setting.effectiveOn);
  const ever = meetingOf(found.acts);
  return state && ever ? { setting, state, ever } : refused(NOT_RECORDED, [beforeCalled(found)]);
}

function beforeCalled({ began }: OnRecord<'meeting'>): Problem {
  const message = `The meeting was called on ${began.effectiveOn}. Give that day or a later one.`;
  return { field: '/effectiveOn', code: 'scrutiny.before-it-was-called', message };
}

type Own<Event extends MeetingEvent> = Omit<Event['data'], 'area' | 'office' | 'meeting' | 'secondHand'>;

/** What one event about a meeting says, besides its heading. */
export interface Saying<Event extends MeetingEvent> {
  readonly type: Event['type'];
  readonly data: Own<Event>;
  /** Papers and meetings that it names. */
  readonly about?: readonly string[];
  /** Who may read what it is about. */
  readonly access?: Access;
}

/** An event about a meeting, with the heading of its command. */
export function meetingFact<Event extends MeetingEvent>(
  input: MeetingInput,
  { setting, body }: { readonly setting: Setting; readonly body: string },
  { type, data, about = [], access }: Saying<Event>,
): Event {
  const { area, meeting, paper, office } = input;
  const own = [subjectRef({ kind: 'meeting', id: meeting }, area), `body:${body}`];
  return {
    type,
    ...headed({ ...setting, access: accessOf(setting.access, [access]) }),
    about: [...new Set([...own, ...about, ...(paper ? [paperRef(paper)] : [])])],
    data: { area, office: office ?? null, meeting, ...data, ...secondHand(setting) },
    // What an act says is the data of its own type.
  } as unknown as Event;
}

export function paperRef(paper: string): string {
  return `paper:${paper}`;
}

/** What became of a meeting, for whoever comes too late to say something else. */
export function standsAlready(
  code: string,
  message: string,
  by: { readonly id: string; readonly effectiveOn: string } | null,
): Refusal {
  return new Refusal(code, message, false, [], { standing: by?.id ?? null, since: by?.effectiveOn ?? null });
}

/** That it was held, whatever the day of the act: nothing that is entered later makes that undone. */
export function checkNotHeld({ ever: { held } }: Pick<OnMeeting, 'ever'>): Refusal | undefined {
  if (!held) return undefined;
  const message = `The meeting was held on ${held.data.on}. If that is wrong, mark that entry as entered wrongly.`;
  return standsAlready('scrutiny.already-held', message, held);
}

export function checkNotCancelled({ state: { cancelled } }: Pick<OnMeeting, 'state'>): Refusal | undefined {
  if (!cancelled) return undefined;
  const message =
    `The meeting was cancelled on ${cancelled.effectiveOn}. Call another, under an id of its own, or mark ` +
    'that entry as entered wrongly.';
  return standsAlready('scrutiny.already-cancelled', message, cancelled);
}

/** What is said of a meeting that was held needs one that was, by that day. */
export function checkHeld({ state, setting }: Pick<OnMeeting, 'state' | 'setting'>): Refusal | undefined {
  if (state.status === 'held') return undefined;
  const message = `The meeting is ${state.status} on ${setting.effectiveOn}. Record first that it was held by then.`;
  return new Refusal('scrutiny.not-held', message, false, [], { status: state.status });
}

/** A body that does it of its own accord says why; a paper may leave it out. */
export function checkReason(
  reason: FreeText | undefined,
  { acting }: Pick<Setting, 'acting'>,
  message: string,
): Problem[] {
  if (reason || acting.for) return [];
  return [{ field: '/reason', code: 'scrutiny.reason-missing', message }];
}
