export * from './citing/leaning.query';
export { LEANING_KINDS, type Leaning, type LeaningKind } from './citing/leaning';
export * from './codes';
export {
  commitmentItem,
  type CommitmentItem,
  type Verdict,
  VERDICTS,
} from './commitments/see-commitments/commitment-item';
export {
  COMMITMENT_SORTS,
  COMMITMENT_STATUSES_WANTED,
  type CommitmentsAsked,
  type CommitmentsWanted,
  readCommitmentsWanted,
} from './commitments/see-commitments/commitments-wanted';
export { type CommitmentList, CommitmentsQuery } from './commitments/see-commitments/commitments.query';
export type { AmendedTo, DecisionInFull, DecisionToldAct } from './decisions/see-decisions/decision-in-full';
export { DecisionQuery } from './decisions/see-decisions/decision.query';
export { decisionItem, type DecisionItem, type ReviewItem } from './decisions/see-decisions/decision-item';
export {
  type DecisionList,
  DecisionsQuery,
  type DecisionsWanted,
} from './decisions/see-decisions/decisions.query';
export { readTimelineWanted, type TimelineAsked } from './holding-to-account/timeline-wanted';
export { ScrutinyTimelineQuery } from './holding-to-account/timeline.query';
export { type Occasion, type ScrutinyToRaise, toRaise } from './holding-to-account/to-raise';
export {
  type MeetingItem,
  NOTES_STATUSES,
  type NotesItem,
  type NotesStatus,
} from './meetings/see-meetings/meeting-item';
export { type MeetingList, MeetingsQuery, type MeetingsWanted } from './meetings/see-meetings/meetings.query';
export * from './questions/see-questions/question.query';
export * from './questions/see-questions/question-in-full';
export { type QuestionItem } from './questions/see-questions/question-item';
export * from './questions/see-questions/questions-wanted';
export * from './questions/see-questions/questions.query';
export * from './scrutiny.events';
export { scrutinyCommands, ScrutinyModule, scrutinyViews } from './scrutiny.module';
export { scrutinyPages } from './scrutiny.page';
export { TEXT_NAMES, type MarkItem, type NamedText, type ToldAct } from './told';
export {
  SCRUTINY_CHANGES,
  type ScrutinyChangeKind,
  type SubjectMoved,
} from './compare-positions/scrutiny-changes';
export {
  ScrutinyChangesQuery,
  type ScrutinyChangeItem,
  type ScrutinyChangeList,
} from './compare-positions/scrutiny-changes.query';
export { scrutinyChangesTold } from './compare-positions/change-words.page';
