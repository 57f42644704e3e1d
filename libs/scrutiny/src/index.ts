export * from './codes';
export * from './scrutiny.events';
export { ScrutinyModule, scrutinyCommands, scrutinyViews } from './scrutiny.module';
export { scrutinyPages } from './scrutiny.page';
export type { QuestionItem } from './questions/see-questions/question-item';
export * from './questions/see-questions/questions.query';
export * from './questions/see-questions/questions-wanted';
export {
  NOTES_STATUSES,
  type MeetingItem,
  type NotesItem,
  type NotesStatus,
} from './meetings/see-meetings/meeting-item';
export { MeetingsQuery, type MeetingList, type MeetingsWanted } from './meetings/see-meetings/meetings.query';
