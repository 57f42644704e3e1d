import { Refusal, RefusalError, isDate, type Problem } from '@daybook/ledger';
import { MEETING_STATUSES, type MeetingStatus } from '../../codes';

/** Which meetings are wanted; what is absent leaves none out. */
export interface MeetingsWanted {
  readonly area?: string;
  /** The board or panel. */
  readonly body?: string;
  readonly status?: MeetingStatus;
  /** UK days, both within: when it is to be, or was, held. What has no day is then not wanted. */
  readonly from?: string;
  readonly to?: string;
}

/** The same as it is asked: text, each part of which may be wrong. */
export type MeetingsAsked = { readonly [Name in keyof MeetingsWanted]?: string };

/**
 * Reads what is asked. Throws a RefusalError that names every part that cannot be read. A body that nobody
 * knows is no error: it has no meeting.
 */
export function readMeetingsWanted({ area, body, status, from, to }: MeetingsAsked): MeetingsWanted {
  const known = MEETING_STATUSES.find((one) => one === status);
  const problems: Problem[] = [...wrongDay('from', from), ...wrongDay('to', to)];
  if (status !== undefined && known === undefined) {
    const message = `Choose one of ${MEETING_STATUSES.join(', ')}.`;
    problems.push({ field: '/status', code: 'scrutiny.unknown-status', message });
  }
  if (problems.length > 0)
    throw new RefusalError(
      Refusal.of('scrutiny.bad-filter', 'Meetings cannot be asked for like that.', problems),
    );
  return {
    ...(area !== undefined && { area }),
    ...(body !== undefined && { body }),
    ...(known && { status: known }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

function wrongDay(name: string, text: string | undefined): Problem[] {
  if (text === undefined || isDate(text)) return [];
  const message = `"${text}" is not a day. Write it as 2023-03-15.`;
  return [{ field: `/${name}`, code: 'scrutiny.bad-date', message }];
}
