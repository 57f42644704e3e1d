import type { Access, Context, Problem } from '@daybook/ledger';
import {
  actsFor,
  bodyOf,
  settingRules,
  type GivenPaper,
  type Said,
  type Setting,
  type Sourced,
} from '@daybook/provenance';
import { known, knownTo, type OnRecord, type ScrutinyBook } from './book';
import { meetingOf, meetingOn } from './meetings/meeting-state';

export type { GivenPaper };
export const { readEffectiveOn, checkCited, readSetting, dayOf, refused } = settingRules('scrutiny');

/** What every command of this slice says besides what it is about. */
export interface Spoken extends Sourced {
  /** The office of the acting body that spoke. */
  readonly office?: string | null;
}

/** Bodies that need not be registered: their ids say what they are. */
const KNOWN_EVERYWHERE: readonly string[] = ['hmicfrs', 'hmic'];
const KNOWN_IN_AN_AREA = ['-police', '-chief-constable', '-pcc', '-panel'] as const;

/** A body or office that a command names in a field of its own must be known in the area. */
export function checkBodyKnown(
  area: string,
  id: string | null | undefined,
  field: string,
  { given }: Pick<Context<GivenPaper>, 'given'>,
): Problem[] {
  if (!id || KNOWN_EVERYWHERE.includes(id) || given.bodies?.has(id)) return [];
  if (KNOWN_IN_AN_AREA.some((ending) => id === `${area}${ending}`)) return [];
  const message = `No body or office "${id}" is on record in this area. Register it first, with register-body.`;
  return [{ field, code: 'scrutiny.unknown-body', message }];
}

/**
 * Reads the heading of an act of a party (a body, an office or a board): its own people act, or the office
 * writes it down for its body, from a paper. `of` are the accesses of what it is about.
 */
export function readPartysSetting(
  input: Spoken,
  party: string,
  of: readonly (Access | undefined)[],
  context: Context<GivenPaper>,
): Setting | Problem[] {
  const { by, given } = context;
  const body = bodyOf(party, given.bodies);
  if (by.role !== 'office' && !actsFor(by.body, party, given.bodies))
    return [notYours(`Only ${body}, or the office from a paper, may do this.`)];
  // A paper names the office that spoke; the act is its body's.
  const named = input.for === party ? { ...input, for: body } : input;
  return readSetting(named, body, of, context);
}

export function notYours(message: string): Problem {
  return { field: '/effectiveOn', code: 'scrutiny.not-yours', message };
}

/** The office that an event says has spoken: the one that is named, or the party itself where it is one. */
export function officeOf(input: Spoken, party: string, { given }: Context<GivenPaper>): string | null {
  return input.office ?? (bodyOf(party, given.bodies) === party ? null : party);
}

/** Where a command says that something was said. */
export interface Placed {
  readonly meeting?: string | null;
  readonly item?: string | null;
}

/** A meeting that is named is on record by that day, and the item is on its agenda. */
export function checkPlace(
  { meeting, item }: Placed,
  day: string,
  book: ScrutinyBook,
  context: Context<GivenPaper>,
): Problem[] {
  if (!meeting) {
    const message = 'Name the meeting that the item belongs to.';
    return item ? [{ field: '/meeting', code: 'scrutiny.meeting-missing', message }] : [];
  }
  const on = knownTo(context, book, 'meeting', meeting);
  const state = on && meetingOn(on.acts.filter(mayKnow(on, context)), day);
  if (!state) {
    const message = `No meeting "${meeting}" is on record in this area by ${day}. Call it first.`;
    return [{ field: '/meeting', code: 'scrutiny.unknown-meeting', message }];
  }
  if (!item || state.items.has(item)) return [];
  const message = `Item ${item} is not on the agenda of ${meeting}. It has: ${[...state.items.keys()].join(', ')}.`;
  return [{ field: '/item', code: 'scrutiny.unknown-item', message }];
}

/** A panel's people know of what is said at another body's meeting as far as it is public. */
function mayKnow({ began }: OnRecord<'meeting'>, { by, given }: Context<GivenPaper>) {
  const isInside = by.role !== 'panel' || actsFor(by.body, began.data.body, given.bodies);
  return ({ access }: Pick<Said, 'access'>): boolean => isInside || access === 'public';
}

/**
 * Who may read what is said at a place: what is said under a private item, or of a restricted meeting, is
 * restricted. So it is under an item that became private later, and under one that outsiders read nothing of.
 */
export function accessOfPlace(
  { meeting, item }: Placed,
  day: string,
  book: ScrutinyBook,
): Access | undefined {
  const on = meeting ? known(book, 'meeting', meeting) : undefined;
  if (!on) return undefined;
  if (!item || on.began.access === 'restricted') return on.began.access;
  const ever = meetingOf(on.acts)?.items.get(item);
  const isPrivate = ever?.private || meetingOn(on.acts, day)?.items.get(item)?.private;
  const told = meetingOf(on.acts.filter(({ access }) => access === 'public'));
  return isPrivate || (ever && !told?.items.has(item)) ? 'restricted' : 'public';
}
