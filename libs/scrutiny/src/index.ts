export * from './codes';
export { decisionItem, type DecisionItem, type ReviewItem } from './decisions/see-decisions/decision-item';
export {
  DecisionsQuery,
  type DecisionList,
  type DecisionsWanted,
} from './decisions/see-decisions/decisions.query';
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
export type { QuestionItem } from './questions/see-questions/question-item';
export * from './questions/see-questions/questions.query';
export * from './questions/see-questions/questions-wanted';
export {
  commitmentItem,
  VERDICTS,
  type CommitmentItem,
  type Verdict,
} from './commitments/see-commitments/commitment-item';
export { CommitmentsQuery, type CommitmentList } from './commitments/see-commitments/commitments.query';
export {
  COMMITMENT_SORTS,
  COMMITMENT_STATUSES_WANTED,
  readCommitmentsWanted,
  type CommitmentsAsked,
  type CommitmentsWanted,
} from './commitments/see-commitments/commitments-wanted';
export { toRaise, type Occasion, type ScrutinyToRaise } from './holding-to-account/to-raise';
export { readTimelineWanted, type TimelineAsked } from './holding-to-account/timeline-wanted';
export { ScrutinyTimelineQuery } from './holding-to-account/timeline.query';
