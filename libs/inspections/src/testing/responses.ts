import { sealedText } from '@daybook/ledger/testing';
import {
  findingRef,
  inspectionRef,
  type CommentsInvited,
  type CommentsRecorded,
  type CopySent,
  type FindingContent,
  type FindingRaised,
  type RecommendationAnswered,
  type ResponseAct,
  type ResponsePublished,
} from '../inspections.events';
import { INSPECTION, circumstances, raised, type When } from './facts';

/** A small made-up response: two recommendations of the force's report, and what was said in answer. */
export const REC_1 = `${INSPECTION}-r-01`;
export const REC_2 = `${INSPECTION}-r-02`;
export const CONCERN = `${INSPECTION}-cause-of-concern`;
/** Day 12 of 56, the last day, and the day after it, of a report published on 28 April 2022. */
export const DAY_12 = '2022-05-09';
export const LAST_DAY = '2022-06-22';
export const TOO_LATE = '2022-06-23';
/** The cause of concern was published before the report, so its own last day comes before. */
export const CONCERN_PUBLISHED = '2022-03-01';
export const CONCERN_LAST_DAY = '2022-04-25';

export const words = sealedText('What was said of it.');

export function recommended(
  finding: string = REC_1,
  parts: Partial<FindingContent> = {},
  when: When = {},
): FindingRaised {
  return raised({ finding, kind: 'recommendation', ...parts }, when);
}

/** An accelerated cause of concern, which carries the first recommendation unless it says otherwise. */
export function concerned(parts: Partial<FindingContent> = {}, when: When = {}): FindingRaised {
  return raised(
    {
      ...{ finding: CONCERN, kind: 'cause-of-concern', recommendations: [REC_1] },
      accelerated: { publishedOn: CONCERN_PUBLISHED },
      ...parts,
    },
    { effectiveOn: CONCERN_PUBLISHED, ...when },
  );
}

type Own<Event extends ResponseAct> = Partial<Event['data']>;

function step<Event extends ResponseAct>(
  type: Event['type'],
  unsaid: object,
  data: Own<Event>,
  when: When,
): Event {
  const all = { area: 'kent', inspection: INSPECTION, ...unsaid, ...data } as Event['data'];
  const {
    concern = null,
    finding = concern,
    answersAlso = [],
  } = all as unknown as {
    concern?: string | null;
    finding?: string | null;
    answersAlso?: readonly string[];
  };
  return {
    ...circumstances({ effectiveOn: DAY_12, ...when }),
    type,
    about: [
      inspectionRef('kent', all.inspection),
      ...(finding ? [findingRef('kent', finding)] : []),
      ...answersAlso.map((id) => inspectionRef('kent', id)),
    ],
    data: all,
  } as unknown as Event;
}

export const invited = (data: Own<CommentsInvited> = {}, when: When = {}): CommentsInvited =>
  step('inspections.comments-invited', { concern: null, commentsBy: '2022-05-27' }, data, when);
export const commented = (data: Own<CommentsRecorded> = {}, when: When = {}): CommentsRecorded =>
  step('inspections.comments-recorded', { concern: null, arrived: true, comments: words }, data, when);
export const answered = (data: Own<RecommendationAnswered> = {}, when: When = {}): RecommendationAnswered =>
  step(
    'inspections.recommendation-answered',
    { finding: REC_1, action: 'planned', answer: words, of: null },
    data,
    when,
  );
export const published = (data: Own<ResponsePublished> = {}, when: When = {}): ResponsePublished =>
  step(
    'inspections.response-published',
    { concern: null, reply: words, url: null, answersAlso: [] },
    data,
    when,
  );
export const copied = (data: Own<CopySent> = {}, when: When = {}): CopySent =>
  step('inspections.copy-sent', { concern: null, to: 'inspectorate', answersAlso: [] }, data, when);
