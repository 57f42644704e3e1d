import { Refusal, isRefusal, type Decider } from '@daybook/ledger';
import type { GivenPaper } from '@daybook/provenance';
import { scrutinyBook, type ScrutinyBook } from '../../book';
import type { AgendaChanged } from '../../scrutiny.events';
import { refused } from '../../setting';
import {
  NOT_RECORDED,
  checkNotCancelled,
  meetingFact,
  paperRef,
  readOnMeeting,
  type MeetingInput,
} from '../act-on-meeting';
import { checkItems, papersIn, readItems, sameItem, told, type AgendaItemSent } from '../agenda';
import { hiddenFact } from '../call-meeting/call-meeting.decider';

export interface ChangeAgendaInput extends MeetingInput {
  /** Added, or standing in place of those of the same number. */
  readonly items: readonly AgendaItemSent[];
}

/** Items are added to an agenda, or changed, until the meeting is cancelled. */
export const changeAgenda: Decider<ChangeAgendaInput, ScrutinyBook, AgendaChanged, GivenPaper> = {
  ...scrutinyBook,
  decide(input, book, context) {
    const on = readOnMeeting(input, book, context);
    if (isRefusal(on)) return on;
    const { setting, state } = on;
    const items = readItems(input.items);
    const problems = checkItems(input.area, items, context);
    if (problems.length > 0) return refused(NOT_RECORDED, problems);
    const misfit = checkNotCancelled(on);
    if (misfit) return misfit;
    if (items.every((item) => sameItem(item, state.items.get(item.item)))) return NOTHING_CHANGES;
    const { body } = state.called.data;
    const { open, hidden } = told(items, setting, context);
    const changed = meetingFact<AgendaChanged>(
      input,
      { setting, body },
      {
        type: 'scrutiny.agenda-changed',
        about: papersIn(open).map(paperRef),
        data: { items: open },
      },
    );
    return [changed, ...hiddenFact(input, { setting, body }, hidden)];
  },
};

const NOTHING_CHANGES = new Refusal(
  'scrutiny.nothing-changes',
  'The agenda says this already. Nothing was recorded.',
);
