import {
  CLOCK_STATUSES,
  COPIED_TO,
  LACKING,
  RESPONSE_ACTIONS,
  WHY_NO_CLOCK,
  type AnswerItem,
  type CommentsItem,
  type CopyItem,
  type InvitationItem,
  type PublicationItem,
  type RecommendationItem,
  type ResponseItem,
  type ResponseToOne,
  type SaidItem,
} from '@daybook/inspections';
import { count, date, flag, list, object, oneOf, orNull, text, uuid, type Schema } from '../json-schema';
import { said } from './parts';

const day = orNull(date);
const days = orNull(count);
const orText = orNull(text);

const lacks = {
  complete: { ...flag, description: 'Whether a response is published, and the latest one lacks nothing.' },
  uncovered: {
    ...list(text),
    description:
      'Finding ids of the recommendations without an answer when the latest response was published; of those ' +
      'without one at the position, where none is.',
  },
  missing: {
    ...list(oneOf(LACKING)),
    description:
      "`comments`: the chief officer's are not recorded, nor that none came. `reply`: they came, and none was " +
      'published.',
  },
};

const publication = object<PublicationItem>({
  ...{ ...said, ...lacks },
  inspection: { ...text, description: 'The inspection that it was published in answer to.' },
  answersAlso: { ...list(text), description: 'Other inspections that it answers as well.' },
  ...{ reply: orText, replyErased: flag, url: orText },
  day: { ...orNull({ type: 'integer' }), description: 'Its day on the clock.' },
});

const toOne: Record<keyof ResponseToOne, Schema> = {
  ...{ area: text, inspection: text, title: text },
  concern: {
    ...orText,
    description: 'The finding id of the accelerated cause of concern that it answers; null: the report.',
  },
  publishedOn: {
    ...orText,
    description: 'When the report, or the cause of concern, was published: a day, or a month.',
  },
  dueOn: {
    ...day,
    description:
      'The last day of 56, the day of publication being the first. Where there is no clock: the day by which ' +
      'the inspection asks for a reply.',
  },
  day: {
    ...days,
    description:
      'The number of a day, from 1: where `running` or `none-recorded`, of the day of the position; where ' +
      '`met` or `late`, of the first response. Null where there is no clock.',
  },
  status: {
    ...oneOf(CLOCK_STATUSES),
    description:
      '`none-recorded`: the last day is past and nothing is recorded here, which is no breach. `late`: a ' +
      'response is recorded as published after the last day.',
  },
  daysLate: { ...days, description: 'Only where `late`.' },
  daysPast: { ...days, description: 'Days past the last day; only where `none-recorded`.' },
  why: {
    ...orNull(oneOf(WHY_NO_CLOCK)),
    description: 'Why there is no clock; only where `not-applicable`.',
  },
  respondedOn: { ...day, description: 'The day of the first response, which is the one that counts.' },
  ...lacks,
  copies: list(
    object<CopyItem>({
      to: oneOf(COPIED_TO),
      sentOn: { ...day, description: 'Null: none is recorded.' },
      sent: orNull(object<SaidItem>(said)),
    }),
  ),
  recommendations: list(
    object<RecommendationItem>({
      ...{ finding: text, number: days, reference: orText, title: text, addressees: list(text) },
      covered: flag,
      answer: { ...orNull(uuid), description: 'The event of the answer that stands at the position.' },
    }),
  ),
  invited: orNull(object<InvitationItem>({ ...said, commentsBy: date })),
  comments: list(
    object<CommentsItem>({
      ...said,
      arrived: { ...flag, description: 'False: none came.' },
      ...{ comments: orText, commentsErased: flag },
    }),
  ),
  answers: list(
    object<AnswerItem>({
      ...said,
      ...{ finding: text, action: oneOf(RESPONSE_ACTIONS), answer: orText, answerErased: flag },
      of: { ...orNull(uuid), description: 'The answer that it replaced.' },
      stands: flag,
    }),
  ),
  publications: list(publication),
};

/** Responses under section 55, Police Act 1996. */
export const responsesSchemas = {
  Response: object<ResponseItem>({
    ...toOne,
    accelerated: {
      ...list(object<ResponseToOne>(toOne)),
      description: 'The responses to its accelerated causes of concern, each with a clock of its own.',
    },
  }),
};
