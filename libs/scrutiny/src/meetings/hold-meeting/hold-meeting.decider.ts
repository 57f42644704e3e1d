import { isDate, isRefusal, type Decider, type Problem, type Refusal } from '@daybook/ledger';
import type { GivenPaper, Setting } from '@daybook/provenance';
import { known, scrutinyBook, type ScrutinyBook } from '../../book';
import type { ItemResolved, MeetingHeld } from '../../scrutiny.events';
import { refused } from '../../setting';
import {
  NOT_RECORDED,
  checkNotCancelled,
  checkNotHeld,
  meetingFact,
  readOnMeeting,
  type MeetingInput,
} from '../act-on-meeting';
import { itemTwice } from '../agenda';
import { badDay } from '../call-meeting/call-meeting.decider';
import type { MeetingState } from '../meeting-state';
import {
  checkOnAgenda,
  isResolved,
  resolutionFact,
  type Resolution,
} from '../resolve-item/resolve-item.decider';

export interface HoldMeetingInput extends MeetingInput {
  /** The day on which it was held: the day of the act. */
  readonly on?: string | null;
  /** Offices, by id or in words. */
  readonly present?: readonly string[] | null;
  readonly apologies?: readonly string[] | null;
  readonly attending?: readonly string[] | null;
  readonly resolutions?: readonly Resolution[] | null;
}

/** A meeting was held, once, on the day of the act; what became of its items may be said with it. */
export const holdMeeting: Decider<HoldMeetingInput, ScrutinyBook, MeetingHeld | ItemResolved, GivenPaper> = {
  ...scrutinyBook,
  decide(input, book, context) {
    const on = readOnMeeting(input, book, context);
    if (isRefusal(on)) return on;
    const { setting, state } = on;
    const resolutions = input.resolutions ?? [];
    const problems = [...checkDay(input.on, setting), ...checkResolutions(resolutions, on.state)];
    if (problems.length > 0) return refused(NOT_RECORDED, problems);
    const misfit = checkNotHeld(on) ?? checkNotCancelled(on) ?? resolvedBefore(input, book);
    if (misfit) return misfit;
    const { present, apologies, attending } = input;
    const held = meetingFact<MeetingHeld>(
      input,
      { setting, body: state.called.data.body },
      {
        type: 'scrutiny.meeting-held',
        data: {
          on: setting.effectiveOn,
          ...{ present: present ?? [], apologies: apologies ?? [], attending: attending ?? [] },
        },
      },
    );
    return [held, ...resolutions.map((one) => resolutionFact(input, on, one))];
  },
};

/** What was resolved stays so where the holding was marked as wrong and is entered again. */
function resolvedBefore({ meeting, resolutions }: HoldMeetingInput, book: ScrutinyBook): Refusal | undefined {
  const acts = known(book, 'meeting', meeting)?.acts ?? [];
  const before = acts.find(
    (act) => act.type === 'scrutiny.item-resolved' && resolutions?.some(({ item }) => item === act.data.item),
  );
  return before?.type === 'scrutiny.item-resolved' ? isResolved(before.data, before) : undefined;
}

/** What is held has come: it is effective on that very day. */
function checkDay(on: string | null | undefined, { effectiveOn, precision }: Setting): Problem[] {
  if (!on || on === effectiveOn) return [];
  if (!isDate(on)) return [badDay('/on', on)];
  const message =
    precision === 'month'
      ? `Leave the day of the meeting out, or give ${on} as the day from which this holds.`
      : `A meeting is on record from the day on which it was held. Give one day: ${on} or ${effectiveOn}.`;
  return [{ field: '/on', code: 'scrutiny.other-day', message }];
}

function checkResolutions(resolutions: readonly Resolution[], state: MeetingState): Problem[] {
  return resolutions.flatMap(({ item }, i) => {
    const field = `/resolutions/${i}/item`;
    const twice = resolutions.findIndex((one) => one.item === item) < i;
    return twice ? [itemTwice(field, item)] : checkOnAgenda(field, item, state);
  });
}
