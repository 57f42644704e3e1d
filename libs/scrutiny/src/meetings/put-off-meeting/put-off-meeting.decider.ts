import { Refusal, isDate, isRefusal, type Decider, type FreeText, type Problem } from '@daybook/ledger';
import type { GivenPaper, Setting } from '@daybook/provenance';
import { scrutinyBook, type ScrutinyBook } from '../../book';
import type { MeetingCancelled, MeetingPostponed } from '../../scrutiny.events';
import { refused } from '../../setting';
import {
  NOT_RECORDED,
  checkNotCancelled,
  checkNotHeld,
  checkReason,
  meetingFact,
  readOnMeeting,
  type MeetingInput,
} from '../act-on-meeting';
import { badDay, dayGoneBy } from '../call-meeting/call-meeting.decider';

export interface CancelMeetingInput extends MeetingInput {
  readonly reason?: FreeText;
}

export interface PostponeMeetingInput extends CancelMeetingInput {
  /** The new day, which may be to come; null: none is fixed. */
  readonly to?: string | null;
}

/** What was not held yet moves to another day, or to none that is fixed. */
export const postponeMeeting: Decider<PostponeMeetingInput, ScrutinyBook, MeetingPostponed, GivenPaper> = {
  ...scrutinyBook,
  decide(input, book, context) {
    const on = readOnMeeting(input, book, context);
    if (isRefusal(on)) return on;
    const { setting, state } = on;
    const misfit = checkNotHeld(on) ?? checkNotCancelled(on);
    if (misfit) return misfit;
    const to = input.to || null;
    const problems = [...checkDay(to, setting), ...checkReason(input.reason, setting, WHY_POSTPONED)];
    if (problems.length > 0) return refused(NOT_RECORDED, problems);
    if (to === state.on) return sameDay(to);
    const { body } = state.called.data;
    const data = { to, reason: input.reason ?? null };
    return [
      meetingFact<MeetingPostponed>(input, { setting, body }, { type: 'scrutiny.meeting-postponed', data }),
    ];
  },
};

/** What was not held yet is not held at all. */
export const cancelMeeting: Decider<CancelMeetingInput, ScrutinyBook, MeetingCancelled, GivenPaper> = {
  ...scrutinyBook,
  decide(input, book, context) {
    const on = readOnMeeting(input, book, context);
    if (isRefusal(on)) return on;
    const { setting, state } = on;
    const misfit = checkNotHeld(on) ?? checkNotCancelled(on);
    if (misfit) return misfit;
    const problems = checkReason(input.reason, setting, WHY_CANCELLED);
    if (problems.length > 0) return refused(NOT_RECORDED, problems);
    const { body } = state.called.data;
    const data = { reason: input.reason ?? null };
    return [
      meetingFact<MeetingCancelled>(input, { setting, body }, { type: 'scrutiny.meeting-cancelled', data }),
    ];
  },
};

const WHY_POSTPONED = 'Say why the meeting is postponed.';
const WHY_CANCELLED = 'Say why the meeting is cancelled.';

function checkDay(to: string | null, setting: Setting): Problem[] {
  if (to === null) return [];
  if (!isDate(to)) return [badDay('/to', to)];
  return to < setting.effectiveOn ? [dayGoneBy('/to', to, setting)] : [];
}

function sameDay(on: string | null): Refusal {
  const stands = on === null ? 'No day is fixed for the meeting' : `The meeting is called for ${on}`;
  return new Refusal('scrutiny.nothing-changes', `${stands} already. Nothing was recorded.`);
}
