export * from './codes';
export * from './scrutiny.events';
export { ScrutinyModule, scrutinyCommands, scrutinyViews } from './scrutiny.module';
export { scrutinyPages } from './scrutiny.page';
export {
  NOTES_STATUSES,
  type MeetingItem,
  type NotesItem,
  type NotesStatus,
} from './meetings/see-meetings/meeting-item';
export { MeetingsQuery, type MeetingList, type MeetingsWanted } from './meetings/see-meetings/meetings.query';
