import type { Expected } from '@daybook/due-dates';
import { isRefusal, Refusal, type Context, type Problem } from '@daybook/ledger';
import { type GivenPaper, headed, secondHand, type Setting, type Sourced } from '@daybook/provenance';
import type { Raised } from './acts';
import { findFinding, groupOn, sharing, stateOn, type InspectionsBook } from './book';
import { isLive } from './codes';
import type { AddresseeState } from './finding-state';
import { bodyRef, findingRef, paperRef } from './inspections.events';
import { readAddresseesSetting, dayOf, refused } from './setting';
import { addresseeOf, asksNothing, beforeRaised } from './whom';

/** What every command about work on a finding says. */
export interface WorkInput extends Sourced {
  readonly finding: string;
  readonly addressee?: string | null;
}

/** A finding of one addressee's, as it stood on the day of an act. */
export interface WorkItem {
  readonly finding: string;
  readonly raised: Raised;
  readonly state: AddresseeState;
}

/** What an act of an addressee's about its work concerns, and its setting. */
export interface Work {
  readonly setting: Setting;
  readonly addressee: string;
  /** The finding that the command names. */
  readonly named: WorkItem;
  /** It, and those that share its plan item on that day, for the same addressee: in order of id. */
  readonly items: readonly WorkItem[];
}

/**
 * Reads whom an act of an addressee's about its work concerns. `problems` are those of the rest of the
 * command, which come back together with its own.
 */
export function readWork(
  input: WorkInput,
  book: InspectionsBook,
  context: Context<GivenPaper>,
  problems: readonly Problem[],
): Work | Refusal {
  const known = findFinding(book, input.finding);
  if (isRefusal(known)) return known;
  const nothing = asksNothing(known.raised);
  if (nothing) return nothing;
  const addressee = addresseeOf(input, known, context.by.body, context.given.bodies);
  if (typeof addressee !== 'string') return addressee;
  const day = dayOf(input, context);
  const items = itemsOn(book, input.finding, addressee, day);
  const shared = items.length > 1 ? groupOn(book.groups, input.finding, day) : undefined;
  const access = [
    ...[known.raised.access, book.inspections.get(known.raised.inspection)?.access, shared?.access],
    ...items.map(({ raised }) => raised.access),
  ];
  const setting = readAddresseesSetting(input, addressee, access, context);
  const own = 'actor' in setting ? beforeRaised(known.raised, day) : setting;
  const all = [...own, ...problems];
  const named = items.find(({ finding }) => finding === input.finding);
  if (all.length === 0 && 'actor' in setting && named) return { setting, addressee, named, items };
  return refused('This was not recorded.', all);
}

/** Those that share a plan item on a day, for an addressee. One that has ended shares no more work. */
function itemsOn(
  book: InspectionsBook,
  finding: string,
  addressee: string,
  day: string,
): readonly WorkItem[] {
  return sharing(book.groups, finding, day).flatMap((id): WorkItem[] => {
    const known = book.findings.get(id);
    if (!known?.raised.addressees.includes(addressee)) return [];
    const state = stateOn(known, addressee, day);
    if (id !== finding && (!isLive(state.status) || known.raised.effectiveOn > day)) return [];
    return [{ finding: id, raised: known.raised, state }];
  });
}

/** What an event about work takes of it, beside its type and its own data. */
export function workFact(
  { setting, addressee }: Pick<Work, 'setting' | 'addressee'>,
  area: string,
  findings: readonly string[],
) {
  const paper = setting.source?.paper;
  const concerned = [bodyRef(addressee), ...(paper ? [paperRef(paper)] : [])];
  return {
    ...headed(setting),
    about: [...findings.map((finding) => findingRef(area, finding)), ...concerned],
    data: { area, findings, addressees: [addressee], ...secondHand(setting) },
  };
}

/** A finding that ended takes no new date. */
export function checkTakesDates({ named }: Work): Refusal | undefined {
  const { status, ended } = named.state;
  if (isLive(status)) return undefined;
  const since = ended ? `, from ${ended.effectiveOn}` : '';
  const message = `${named.finding} is ${status}${since}: it takes no new date. A closed finding can be reopened.`;
  return new Refusal('inspections.finding-ended', message);
}

/** No date lies wholly before a finding that it is about. */
export function checkNotBeforeFindings({ items }: Work, { latest }: Expected, field: string): Problem[] {
  const before = items.find(({ raised }) => latest !== null && latest < firstDayOf(raised));
  if (!before) return [];
  const { finding, raised } = before;
  const message = `${latest} is before ${finding} was raised, on ${raised.effectiveOn}. Give a later date.`;
  return [{ field, code: 'inspections.due-before-finding', message }];
}

/** Where only the month of an act is known, it may have been on its first day. */
function firstDayOf({ effectiveOn, precision }: Raised): string {
  return precision === 'month' ? `${effectiveOn.slice(0, 7)}-01` : effectiveOn;
}

/** A date as a sentence names it. */
export function dateNamed({ words, anticipated }: Expected): string {
  return words ?? anticipated ?? 'no date given';
}
