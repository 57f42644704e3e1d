export * from './codes';
export * from './inspections.events';
export { InspectionsModule, inspectionsCommands, inspectionsViews } from './inspections.module';
export * from './compare-positions/inspection-changes.query';
export {
  INSPECTION_CHANGES,
  type AddresseeMoved,
  type InspectionChange,
  type InspectionChangeKind,
} from './compare-positions/inspection-changes';
export { TalliesQuery, type TallyItem, type TallyList } from './see-tallies/tallies.query';
export type { PartCompared, SumCompared } from './see-tallies/compare-tally';
export {
  TRACKER_OUTCOMES,
  type CheckedTracker,
  type CheckedTrackerLine,
} from './import-tracker/check-tracker';
export { TRACKER_COLUMNS, TRACKER_FILE, readTracker, type TrackerRead } from './import-tracker/tracker-file';
export { LINE_ACTS } from './import-tracker/tracker-line';
export { inspectionsPages } from './inspections.page';
export { FindingCountsQuery, type FindingCounts } from './see-findings/finding-counts.query';
export { TEXT_NAMES, type HistoryItem, type NamedText } from './see-findings/finding-history';
export type { AddresseeItem, ClaimItem, CompletionItem, DisputeItem } from './see-findings/finding-in-full';
export { isWanted, type FindingItem } from './see-findings/finding-item';
export { FindingQuery, type FindingInFull } from './see-findings/finding.query';
export { FindingsAboutQuery, type FindingAbout } from './see-findings/findings-about.query';
export { FindingsQuery, type FindingList } from './see-findings/findings.query';
export {
  FINDING_SORTS,
  STATUSES_WANTED,
  readFindingsWanted,
  type FindingsAsked,
  type FindingsWanted,
} from './see-findings/findings-wanted';
export {
  DAYS_OF_PARTIES,
  MISSING_PARTS,
  type DayOfParty,
  type Gaps,
  type Standing,
} from './see-findings/standing';
export { GradesQuery } from './see-grades/grades.query';
export { NOT_DRAWN, type GradeChange, type GradeInHistory } from './see-grades/grade-history';
export type { GradeItem, StandingGrade } from './see-grades/standing-grades';
export {
  InspectionQuery,
  InspectionsQuery,
  type InspectionInFull,
  type InspectionItem,
  type InspectionList,
} from './see-inspections/inspections.query';
export { InspectionAreasQuery } from './see-inspections/inspection-areas.query';
export { FindingTimelineQuery } from './see-timeline/finding-timeline.query';
export { ScalesQuery, type ScaleItem } from './see-scales/scales.query';
export { inspectionChangesTold } from './compare-positions/change-words.page';
export { CLOCK_STATUSES, WHY_NO_CLOCK, type WhyNoClock } from './response-clock';
export { LACKING, type Lacking } from './see-response/response';
export type {
  AnswerItem,
  CommentsItem,
  CopyItem,
  InvitationItem,
  PublicationItem,
  RecommendationItem,
  ResponseItem,
  ResponseToOne,
} from './see-response/response-item';
export { OpenResponsesQuery, type OpenResponse } from './see-response/open-responses.query';
export { ResponseQuery } from './see-response/response.query';
export type { ReasonedItem, SaidItem } from '@daybook/provenance';
