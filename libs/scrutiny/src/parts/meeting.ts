import type { Part } from '@daybook/identity';
import { AgreeNotesHandler, agreeNotesCommand } from '../meetings/agree-notes/agree-notes.command';
import { CallMeetingHandler, callMeetingCommand } from '../meetings/call-meeting/call-meeting.command';
import { ChangeAgendaHandler, changeAgendaCommand } from '../meetings/change-agenda/change-agenda.command';
import { HoldMeetingHandler, holdMeetingCommand } from '../meetings/hold-meeting/hold-meeting.command';
import { PublishNotesHandler, publishNotesCommand } from '../meetings/publish-notes/publish-notes.command';
import {
  CancelMeetingHandler,
  PostponeMeetingHandler,
  cancelMeetingCommand,
  postponeMeetingCommand,
} from '../meetings/put-off-meeting/put-off-meeting.command';
import { ResolveItemHandler, resolveItemCommand } from '../meetings/resolve-item/resolve-item.command';
import { MeetingHandler } from '../meetings/see-meetings/meeting.query';
import { MeetingsHandler } from '../meetings/see-meetings/meetings.query';

/** Meetings: called, held, and what became of their notes. */
export const meeting: Part = {
  commands: [
    ...[callMeetingCommand, changeAgendaCommand, postponeMeetingCommand, cancelMeetingCommand],
    ...[holdMeetingCommand, resolveItemCommand, publishNotesCommand, agreeNotesCommand],
  ],
  handlers: [
    ...[CallMeetingHandler, ChangeAgendaHandler, PostponeMeetingHandler, CancelMeetingHandler],
    ...[HoldMeetingHandler, ResolveItemHandler, PublishNotesHandler, AgreeNotesHandler],
    ...[MeetingsHandler, MeetingHandler],
  ],
};
