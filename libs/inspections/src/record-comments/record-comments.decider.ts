import { Refusal, type Context, type FreeText, type Problem } from '@daybook/ledger';
import { type GivenPaper, headed, secondHand, type Setting } from '@daybook/provenance';
import { inspectionsBook } from '../book';
import type { CommentsRecorded } from '../inspections.events';
import {
  aboutOf,
  accessesOf,
  findAnswered,
  readRespondersSetting,
  settled,
  type Answered,
  type Responding,
  type RespondingDecider,
} from '../responding';
import { readAddresseesSetting } from '../setting';

export interface RecordCommentsInput extends Responding {
  readonly comments?: FreeText;
  /** False: none came. */
  readonly arrived?: boolean | null;
}

/**
 * The chief officer comments: the force records it itself, or the office from the paper that it was sent.
 * That none came is for the office to say without a paper, or for the force.
 */
export const recordComments: RespondingDecider<RecordCommentsInput, CommentsRecorded> = {
  ...inspectionsBook,
  decide(input, book, context) {
    const of = findAnswered(book, input);
    if (of instanceof Refusal) return of;
    const read = readCommentersSetting(input, of, context);
    const setting = settled('The comments were not recorded.', [of], read, wrongWords(input, read));
    if (setting instanceof Refusal) return setting;
    const { area, inspection, concern, comments } = input;
    const data = { area, inspection, concern: concern ?? null };
    return [
      {
        ...headed(setting),
        type: 'inspections.comments-recorded',
        about: aboutOf(input),
        data: { ...data, arrived: arrived(input), comments: comments ?? null, ...secondHand(setting) },
      },
    ];
  },
};

function arrived(input: RecordCommentsInput): boolean {
  return input.arrived ?? true;
}

function readCommentersSetting(
  input: RecordCommentsInput,
  of: Answered,
  context: Context<GivenPaper>,
): Setting | Problem[] {
  if (!arrived(input) && context.by.role === 'office')
    return readRespondersSetting(input, accessesOf(of), context);
  return readAddresseesSetting(input, `${input.area}-chief-constable`, accessesOf(of), context);
}

function wrongWords(input: RecordCommentsInput, read: Setting | Problem[]): Problem[] {
  const say = (code: string, message: string): Problem[] => [{ field: '/comments', code, message }];
  if (!arrived(input) && input.comments)
    return say(
      'inspections.comments-contradict',
      'Leave the comments out, or leave "arrived" out: none came, it says.',
    );
  const own = 'acting' in read && !read.acting.for;
  if (arrived(input) && own && !input.comments)
    return say('inspections.comments-missing', 'Write what the chief officer comments.');
  return [];
}
