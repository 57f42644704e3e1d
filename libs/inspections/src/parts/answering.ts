import type { Part } from '@daybook/identity';
import {
  AnswerRecommendationHandler,
  answerRecommendationCommand,
} from '../answer-recommendation/answer-recommendation.command';
import { InviteCommentsHandler, inviteCommentsCommand } from '../invite-comments/invite-comments.command';
import { PublishResponseHandler, publishResponseCommand } from '../publish-response/publish-response.command';
import { RecordCommentsHandler, recordCommentsCommand } from '../record-comments/record-comments.command';
import { OpenResponsesHandler } from '../see-response/open-responses.query';
import { ResponseHandler } from '../see-response/response.query';
import { SendCopyHandler, sendCopyCommand } from '../send-copy/send-copy.command';

/** The response under section 55: invite, record, answer, publish, copy. */
export const answering: Part = {
  commands: [
    inviteCommentsCommand,
    recordCommentsCommand,
    answerRecommendationCommand,
    publishResponseCommand,
    sendCopyCommand,
  ],
  handlers: [
    InviteCommentsHandler,
    RecordCommentsHandler,
    AnswerRecommendationHandler,
    PublishResponseHandler,
    SendCopyHandler,
    ResponseHandler,
    OpenResponsesHandler,
  ],
};
