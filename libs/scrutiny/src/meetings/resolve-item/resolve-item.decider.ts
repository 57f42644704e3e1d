import { type Refusal, isRefusal, type Decider, type FreeText, type Problem } from '@daybook/ledger';
import type { GivenPaper, Said } from '@daybook/provenance';
import { scrutinyBook, type ScrutinyBook } from '../../book';
import type { Outcome } from '../../codes';
import type { ItemResolved } from '../../scrutiny.events';
import { refused } from '../../setting';
import {
  NOT_RECORDED,
  checkHeld,
  meetingFact,
  readOnMeeting,
  standsAlready,
  type MeetingInput,
  type OnMeeting,
} from '../act-on-meeting';
import type { MeetingState } from '../meeting-state';

/** What became of an item, as it is sent. */
export interface Resolution {
  readonly item: string;
  readonly outcome: Outcome;
  readonly words?: FreeText;
}

/** What the body that met made of an item, once. */
export const resolveItem: Decider<MeetingInput & Resolution, ScrutinyBook, ItemResolved, GivenPaper> = {
  ...scrutinyBook,
  decide(input, book, context) {
    const on = readOnMeeting(input, book, context);
    if (isRefusal(on)) return on;
    const problems = checkOnAgenda('/item', input.item, on.state);
    if (problems.length > 0) return refused(NOT_RECORDED, problems);
    const misfit = checkHeld(on) ?? resolvedAlready(input.item, on.ever);
    return misfit ?? [resolutionFact(input, on, input)];
  },
};

export function resolutionFact(
  input: MeetingInput,
  { setting, state, ever }: OnMeeting,
  { item, outcome, words }: Resolution,
): ItemResolved {
  return meetingFact<ItemResolved>(
    input,
    { setting, body: ever.called.data.body },
    {
      type: 'scrutiny.item-resolved',
      data: { item, outcome, words: words ?? null },
      // What was resolved in private stays there.
      ...((state.items.get(item)?.private || ever.items.get(item)?.private) && { access: 'restricted' }),
    },
  );
}

export function checkOnAgenda(field: string, item: string, { called, items }: MeetingState): Problem[] {
  if (items.has(item)) return [];
  const has = items.size > 0 ? `It has: ${[...items.keys()].join(', ')}.` : 'Add it, with change-agenda.';
  const message = `Item ${item} is not on the agenda of ${called.data.meeting}. ${has}`;
  return [{ field, code: 'scrutiny.unknown-item', message }];
}

function resolvedAlready(item: string, { items }: MeetingState): Refusal | undefined {
  const resolved = items.get(item)?.resolved;
  return resolved ? isResolved({ item, outcome: resolved.outcome }, resolved.act) : undefined;
}

/** That something came of an item already. */
export function isResolved(
  { item, outcome }: Pick<ItemResolved['data'], 'item' | 'outcome'>,
  act: Pick<Said, 'id' | 'effectiveOn'>,
): Refusal {
  const message =
    `Item ${item} was ${outcome} on ${act.effectiveOn}. ` +
    'If that is wrong, mark that entry as entered wrongly first.';
  return standsAlready('scrutiny.already-resolved', message, act);
}
