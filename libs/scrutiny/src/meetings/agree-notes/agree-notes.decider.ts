import {
  type Refusal,
  isRefusal,
  type Context,
  type Decider,
  type FreeText,
  type Problem,
} from '@daybook/ledger';
import { NO_BODIES, type Bodies, type GivenPaper, type Setting } from '@daybook/provenance';
import { knownTo, scrutinyBook, type OnRecord, type ScrutinyBook } from '../../book';
import type { NotesOutcome } from '../../codes';
import { subjectRef, type NotesAgreed } from '../../scrutiny.events';
import { accessOfPlace, dayOf, refused } from '../../setting';
import {
  NOT_RECORDED,
  checkHeld,
  meetingFact,
  readOnMeeting,
  standsAlready,
  type MeetingInput,
  type OnMeeting,
} from '../act-on-meeting';
import { meetingOn } from '../meeting-state';
import { checkOnAgenda } from '../resolve-item/resolve-item.decider';

export interface AgreeNotesInput extends MeetingInput {
  /** The later meeting. */
  readonly at: string;
  readonly outcome: NotesOutcome;
  readonly corrections?: FreeText;
  /** The item of the later meeting's agenda. */
  readonly item?: string | null;
}

/**
 * The notes of a meeting, at a later one: its own body agrees them, once; any body may note them, which
 * agrees nothing. Whoever meets later says so.
 */
export const agreeNotes: Decider<AgreeNotesInput, ScrutinyBook, NotesAgreed, GivenPaper> = {
  ...scrutinyBook,
  decide(input, book, context) {
    const at = knownTo(context, book, 'meeting', input.at);
    if (!at) return refused(NOT_RECORDED, [unknownMeeting(input.at)]);
    const day = dayOf(input, context);
    const place = accessOfPlace({ meeting: input.at, item: input.item }, day, book);
    const on = readOnMeeting(input, book, context, { party: at.began.data.body, of: [place] });
    if (isRefusal(on)) return on;
    const misfit = checkHeld(on) ?? agreedAlready(input, on);
    if (misfit) return misfit;
    const problems = [...checkLater(input, on, at, context), ...checkCorrections(input, on.setting)];
    if (problems.length > 0) return refused(NOT_RECORDED, problems);
    const { outcome, corrections, item } = input;
    return [
      meetingFact<NotesAgreed>(
        input,
        { setting: on.setting, body: at.began.data.body },
        {
          type: 'scrutiny.notes-agreed',
          about: [subjectRef({ kind: 'meeting', id: input.at }, input.area)],
          data: { at: input.at, item: item || null, outcome, corrections: corrections ?? null },
        },
      ),
    ];
  },
};

function unknownMeeting(at: string): Problem {
  const message = `No meeting "${at}" is on record in this area. Call it first.`;
  return { field: '/at', code: 'scrutiny.unknown-meeting', message };
}

/** The meeting that agrees is a later one that was held by then, and of the same body. */
function checkLater(
  { at: id, outcome, item }: AgreeNotesInput,
  { setting, state }: OnMeeting,
  at: OnRecord<'meeting'>,
  { given }: Context<GivenPaper>,
): Problem[] {
  const later = meetingOn(at.acts, setting.effectiveOn);
  if (later?.status !== 'held' || later.on === null)
    return [
      atProblem(
        'scrutiny.not-held',
        `${id} was not held by ${setting.effectiveOn}. Record first that it was.`,
      ),
    ];
  const problems: Problem[] = item ? checkOnAgenda('/item', item, later) : [];
  if (state.on !== null && later.on <= state.on) {
    const message = `${id} was held on ${later.on}, not after ${state.on}. Name a later meeting.`;
    problems.push(atProblem('scrutiny.not-a-later-meeting', message));
  }
  const { body } = state.called.data;
  if (outcome !== 'noted' && !goesOnAs(body, later.called.data.body, given.bodies)) {
    const message = `Only ${body} agrees these notes; a meeting of ${later.called.data.body} notes them.`;
    problems.push({ field: '/outcome', code: 'scrutiny.other-body', message });
  }
  return problems;
}

function atProblem(code: string, message: string): Problem {
  return { field: '/at', code, message };
}

/** The same board or panel, or one that took its place. */
function goesOnAs(body: string, later: string, bodies: Bodies = NO_BODIES): boolean {
  const seen = new Set<string>();
  for (let one: string | undefined = body; one && !seen.has(one);) {
    if (one === later) return true;
    seen.add(one);
    one = bodies.get(one)?.succeededBy?.body;
  }
  return false;
}

/** A body says what it corrected; a paper may leave the words out. */
function checkCorrections({ outcome, corrections }: AgreeNotesInput, { acting }: Setting): Problem[] {
  const field = '/corrections';
  if (outcome !== 'agreed-with-corrections') {
    const message = 'Say that the notes were agreed with corrections, or leave the corrections out.';
    return corrections ? [{ field, code: 'scrutiny.corrections-unexpected', message }] : [];
  }
  if (corrections || acting.for) return [];
  return [{ field, code: 'scrutiny.corrections-missing', message: 'Say what was corrected.' }];
}

/** Whatever its day: notes are agreed once, and one meeting notes them once. */
function agreedAlready({ outcome, at }: AgreeNotesInput, { ever }: OnMeeting): Refusal | undefined {
  const { agreed, notedBy } = ever.notes;
  if (outcome === 'noted') {
    const noted = notedBy.find(({ data }) => data.at === at);
    const message = `${at} noted them on ${noted?.effectiveOn}. Nothing was recorded.`;
    return noted && standsAlready('scrutiny.already-noted', message, noted);
  }
  if (!agreed) return undefined;
  const message =
    `The notes were agreed on ${agreed.effectiveOn}, at ${agreed.data.at}. If that is wrong, mark that ` +
    'entry as entered wrongly first.';
  return standsAlready('scrutiny.already-agreed', message, agreed);
}
