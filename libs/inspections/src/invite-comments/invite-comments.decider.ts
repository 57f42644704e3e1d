import { isDate, Refusal, type Problem } from '@daybook/ledger';
import { headed, secondHand } from '@daybook/provenance';
import { inspectionsBook } from '../book';
import type { CommentsInvited } from '../inspections.events';
import {
  aboutOf,
  accessesOf,
  findAnswered,
  readRespondersSetting,
  settled,
  type Responding,
  type RespondingDecider,
} from '../responding';

export interface InviteCommentsInput extends Responding {
  /** A UK date. */
  readonly commentsBy: string;
}

/** The body invites the chief officer to comment on a report, by a day that it sets. */
export const inviteComments: RespondingDecider<InviteCommentsInput, CommentsInvited> = {
  ...inspectionsBook,
  decide(input, book, context) {
    const of = findAnswered(book, input);
    if (of instanceof Refusal) return of;
    const read = readRespondersSetting(input, accessesOf(of), context);
    const setting = settled('The invitation was not recorded.', [of], read, wrongDay(input));
    if (setting instanceof Refusal) return setting;
    const { area, inspection, concern, commentsBy } = input;
    return [
      {
        ...headed(setting),
        type: 'inspections.comments-invited',
        about: aboutOf(input),
        data: { area, inspection, concern: concern ?? null, commentsBy, ...secondHand(setting) },
      },
    ];
  },
};

function wrongDay({ commentsBy, effectiveOn }: InviteCommentsInput): Problem[] {
  const field = '/commentsBy';
  if (!isDate(commentsBy)) {
    const message = `"${commentsBy}" is not a day. Write it as 2022-05-27.`;
    return [{ field, code: 'inspections.bad-date', message }];
  }
  if (commentsBy.slice(0, effectiveOn.length) >= effectiveOn) return [];
  const message = `The invitation is of ${effectiveOn}. Give a day for comments that is not before it.`;
  return [{ field, code: 'inspections.comments-due-before', message }];
}
