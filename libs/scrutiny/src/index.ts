export { type Leaning, LEANING_KINDS, type LeaningKind } from './citing/leaning';
export { saidWithFigure } from './citing/leaning.page';
export * from './citing/leaning.query';
export * from './codes';
export {
  type ClaimItem,
  DATE_OUTCOMES,
  type DueItem,
  type ProgressItem,
} from './commitments/see-commitments/commitment-in-full';
export {
  commitmentItem,
  type CommitmentItem,
  type Verdict,
  VERDICTS,
} from './commitments/see-commitments/commitment-item';
export {
  type CommitmentEventItem,
  type CommitmentInFull,
  CommitmentQuery,
} from './commitments/see-commitments/commitment.query';
export {
  COMMITMENT_SORTS,
  COMMITMENT_STATUSES_WANTED,
  type CommitmentsAsked,
  type CommitmentsWanted,
  readCommitmentsWanted,
} from './commitments/see-commitments/commitments-wanted';
export { type CommitmentList, CommitmentsQuery } from './commitments/see-commitments/commitments.query';
export {
  compareTarget,
  isHeld,
  type TargetCompared,
  WHY_NOT_SAID,
} from './commitments/see-commitments/target-compared';
export {
  type AmendedTo,
  type DecisionInFull,
  type DecisionToldAct,
} from './decisions/see-decisions/decision-in-full';
export { decisionItem, type DecisionItem, type ReviewItem } from './decisions/see-decisions/decision-item';
export { DecisionQuery } from './decisions/see-decisions/decision.query';
export {
  type DecisionList,
  DecisionsQuery,
  type DecisionsWanted,
} from './decisions/see-decisions/decisions.query';
export { readTimelineWanted, type TimelineAsked } from './holding-to-account/timeline-wanted';
export { ScrutinyTimelineQuery } from './holding-to-account/timeline.query';
export { concerning, type Occasion, type ScrutinyToRaise, toRaise } from './holding-to-account/to-raise';
export { readUntil } from './holding-to-account/until';
export {
  type ItemInFull,
  type MeetingInFull,
  type MeetingToldAct,
  type NotesAgreedItem,
  type PostponementItem,
  type ResolutionItem,
} from './meetings/see-meetings/meeting-in-full';
export {
  type MeetingItem,
  NOTES_STATUSES,
  type NotesItem,
  type NotesStatus,
} from './meetings/see-meetings/meeting-item';
export { MeetingQuery } from './meetings/see-meetings/meeting.query';
export { MeetingsQuery, type MeetingList } from './meetings/see-meetings/meetings.query';
export * from './meetings/see-meetings/meetings-wanted';
export {
  type CommitmentAtMeeting,
  type DecisionAtMeeting,
  type HappenedItem,
  type QuestionAtMeeting,
  type SaidUnder,
} from './meetings/see-meetings/said-at-meeting';
export * from './questions/see-questions/question-in-full';
export { type QuestionItem } from './questions/see-questions/question-item';
export * from './questions/see-questions/question.query';
export * from './questions/see-questions/questions-wanted';
export * from './questions/see-questions/questions.query';
export * from './scrutiny.events';
export { scrutinyCommands, ScrutinyModule, scrutinyViews } from './scrutiny.module';
export { scrutinyPages } from './scrutiny.page';
export { type MarkItem, type NamedText, TEXT_NAMES, type ToldAct } from './told';
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
