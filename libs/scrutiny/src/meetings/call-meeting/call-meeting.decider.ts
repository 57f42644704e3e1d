import { type Refusal, isDate, type Context, type Decider, type Problem } from '@daybook/ledger';
import type { GivenPaper, Said, Setting } from '@daybook/provenance';
import { known, knownTo, scrutinyBook, type ScrutinyBook } from '../../book';
import type { AgendaChanged, AgendaItem, MeetingCalled } from '../../scrutiny.events';
import { checkBodyKnown, readPartysSetting, refused, type Spoken } from '../../setting';
import { meetingFact, paperRef, standsAlready } from '../act-on-meeting';
import { checkItems, papersIn, readItems, told, type AgendaItemSent } from '../agenda';

export interface CallMeetingInput extends Spoken {
  readonly id: string;
  /** The board or panel that meets. */
  readonly body: string;
  readonly title: string;
  readonly on: string;
  readonly time?: string | null;
  readonly venue?: string | null;
  readonly extraordinary?: boolean | null;
  readonly items?: readonly AgendaItemSent[] | null;
}

type Called = MeetingCalled | AgendaChanged;

/** A meeting is put on record by being called, once, by its own people or from a paper. */
export const callMeeting: Decider<CallMeetingInput, ScrutinyBook, Called, GivenPaper> = {
  ...scrutinyBook,
  decide(input, book, context) {
    const { id, area, body } = input;
    const before = known(book, 'meeting', id);
    if (before) return exists(id, knownTo(context, book, 'meeting', id)?.began);
    const items = readItems(input.items);
    const problems = [...checkMeets(area, body, context), ...checkItems(area, items, context)];
    if (!isDate(input.on)) problems.push(badDay('/on', input.on));
    if (problems.some(({ field }) => field === '/body')) return refused(NOT_CALLED, problems);
    const setting = readPartysSetting(input, body, [], context);
    if (!('actor' in setting)) return refused(NOT_CALLED, [...setting, ...problems]);
    if (isDate(input.on) && input.on < firstDay(setting)) problems.push(dayGoneBy('/on', input.on, setting));
    return problems.length > 0 ? refused(NOT_CALLED, problems) : calling(input, setting, items, context);
  },
};

const NOT_CALLED = 'The meeting was not called.';

function calling(
  input: CallMeetingInput,
  setting: Setting,
  items: readonly AgendaItem[],
  context: Context<GivenPaper>,
): readonly Called[] {
  const { body, title, on } = input;
  const { open, hidden } = told(items, setting, context);
  const of = { ...input, meeting: input.id };
  const called = meetingFact<MeetingCalled>(
    of,
    { setting, body },
    {
      type: 'scrutiny.meeting-called',
      about: papersIn(open).map(paperRef),
      data: {
        ...{ body, title, on, time: input.time || null, venue: input.venue || null },
        ...{ extraordinary: input.extraordinary ?? false, items: open },
      },
    },
  );
  return [called, ...hiddenFact(of, { setting, body }, hidden)];
}

/** What everybody may not read of an agenda, in an act of its own. */
export function hiddenFact(
  input: Spoken & { readonly meeting: string },
  of: { readonly setting: Setting; readonly body: string },
  items: readonly AgendaItem[],
): readonly AgendaChanged[] {
  if (items.length === 0) return [];
  const about = papersIn(items).map(paperRef);
  return [
    meetingFact(input, of, {
      ...{ type: 'scrutiny.agenda-changed', data: { items }, about, access: 'restricted' },
    }),
  ];
}

/** Boards and panels meet; an area's panel need not be registered. */
function checkMeets(area: string, body: string, context: Context<GivenPaper>): Problem[] {
  const unknown = checkBodyKnown(area, body, '/body', context);
  if (unknown.length > 0) return unknown;
  const kind = context.given.bodies?.get(body)?.kind;
  if (kind === 'board' || kind === 'panel' || (kind === undefined && body === `${area}-panel`)) return [];
  const message = `"${body}" is not a board or a panel. Name the one that meets; register-body makes it known.`;
  return [{ field: '/body', code: 'scrutiny.not-a-board', message }];
}

function exists(id: string, began: Pick<Said, 'id' | 'effectiveOn'> | undefined): Refusal {
  const message = began
    ? `A meeting "${id}" was called on ${began.effectiveOn}. Choose another id, or name that one.`
    : `The id "${id}" is taken. Choose another id.`;
  return standsAlready('scrutiny.meeting-exists', message, began ?? null);
}

export function badDay(field: string, text: string): Problem {
  const message = `"${text}" is not a day. Write it as 2023-03-15.`;
  return { field, code: 'scrutiny.bad-date', message };
}

/** The first day of which an act may be; of a month alone, its first. */
function firstDay({ effectiveOn, precision }: Setting): string {
  return precision === 'month' ? `${effectiveOn.slice(0, 7)}-01` : effectiveOn;
}

export function dayGoneBy(field: string, day: string, { effectiveOn }: Setting): Problem {
  const message = `${day} had gone by on ${effectiveOn}. Give the day on which this was said, or another day of the meeting.`;
  return { field, code: 'scrutiny.day-gone-by', message };
}
