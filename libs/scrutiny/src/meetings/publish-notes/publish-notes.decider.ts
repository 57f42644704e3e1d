import { isRefusal, type Decider } from '@daybook/ledger';
import type { GivenPaper } from '@daybook/provenance';
import { scrutinyBook, type ScrutinyBook } from '../../book';
import type { NotesKind } from '../../codes';
import type { NotesPublished } from '../../scrutiny.events';
import { checkCited, refused } from '../../setting';
import {
  NOT_RECORDED,
  checkHeld,
  meetingFact,
  paperRef,
  readOnMeeting,
  standsAlready,
  type MeetingInput,
} from '../act-on-meeting';

export interface PublishNotesInput extends MeetingInput {
  readonly kind: NotesKind;
  /** The paper that they are. */
  readonly notes?: string | null;
}

/** What was written of a meeting that was held is published, and may be again as another paper. */
export const publishNotes: Decider<PublishNotesInput, ScrutinyBook, NotesPublished, GivenPaper> = {
  ...scrutinyBook,
  decide(input, book, context) {
    const notes = input.notes || null;
    const paper = context.given.cited?.find(({ id }) => id === notes);
    const on = readOnMeeting(input, book, context, { of: [paper?.access] });
    if (isRefusal(on)) return on;
    const { setting, state } = on;
    const problems = checkCited(input.area, notes, '/notes', context);
    if (problems.length > 0) return refused(NOT_RECORDED, problems);
    const misfit = checkHeld(on);
    if (misfit) return misfit;
    const { published } = state.notes;
    if (published && published.data.kind === input.kind && published.data.notes === notes) {
      const message = `The ${input.kind} were published on ${published.effectiveOn}. Nothing was recorded.`;
      return standsAlready('scrutiny.already-published', message, published);
    }
    const { body } = state.called.data;
    return [
      meetingFact<NotesPublished>(
        input,
        { setting, body },
        {
          type: 'scrutiny.notes-published',
          about: notes ? [paperRef(notes)] : [],
          data: { kind: input.kind, notes },
        },
      ),
    ];
  },
};
