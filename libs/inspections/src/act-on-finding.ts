import {
  isRefusal,
  type Access,
  type Context,
  type Decider,
  type FreeText,
  type Problem,
  type Refusal,
} from '@daybook/ledger';
import {
  accessOf,
  forceOf,
  type GivenPaper,
  headed,
  secondHand,
  type Setting,
  type Sourced,
} from '@daybook/provenance';
import { eventTypeOf, fits, misfit, subjectOf, type Deed, type EventOf } from './acting-on';
import {
  findFinding,
  findInspection,
  inspectionsBook,
  stateOn,
  type FindingOnRecord,
  type InspectionOnRecord,
  type InspectionsBook,
} from './book';
import type { AddresseeState } from './finding-state';
import { bodyRef, findingRef, inspectionRef, paperRef } from './inspections.events';
import {
  readAddresseesSetting,
  readInspectoratesSetting,
  readPolicingBodysSetting,
  refused,
} from './setting';
import { addresseeOf, asksNothing, beforeRaised } from './whom';

/** What every command about what becomes of a finding says. */
export interface DeedInput extends Sourced {
  readonly finding: string;
  readonly addressee?: string | null;
  /** The dispute that is answered, the claim that is assured or declined; the one that stands where absent. */
  readonly of?: string | null;
}

/** What an event says that the rules of its deed give; the rest is the same for all. */
type Own<D extends Deed> = Omit<EventOf<D>['data'], 'area' | 'secondHand' | 'findings' | 'addressees' | 'of'>;

/** How one deed differs from the others. What fits which state is none of it: that is `step`'s. */
export interface DeedRules<D extends Deed, Input extends DeedInput> {
  readonly deed: D;
  /** Whose part it is. */
  readonly party: 'addressee' | 'policing-body' | 'inspectorate';
  /** The office may write it down from a paper of the inspectorate's own alone. */
  readonly ownPaper?: boolean;
  /** Where it names no addressee it concerns every one that it fits. */
  readonly concernsAll?: boolean;
  /** The free text that a body gives with an act of its own; read in a paper, it may be missing there. */
  readonly needs?: { readonly field: keyof Input & string; readonly code: string; readonly message: string };
  says(input: Input): Own<D>;
  /** The other finding that it names. */
  namesFinding?(input: Input): { readonly field: string; readonly id: string } | undefined;
}

/** A finding, and the inspection that it belongs to. */
interface Found extends FindingOnRecord {
  readonly inspection: InspectionOnRecord;
}

/** The decider of one deed: whose part it is, whom it concerns, and whether it fits what stood on its day. */
export function actOnFinding<D extends Deed, Input extends DeedInput>(
  rules: DeedRules<D, Input>,
): Decider<Input, InspectionsBook, EventOf<D>, GivenPaper> {
  return {
    ...inspectionsBook,
    decide(input, book, context) {
      const found = findSubject(book, input.finding);
      if (isRefusal(found)) return found;
      const named = addresseesNamed(input, rules, found, context);
      if (isRefusal(named)) return named;
      const setting = readSettingOf(rules, input, named, found, context);
      if (!('actor' in setting)) return refused(NOT_RECORDED, setting);
      const problems = [
        ...beforeRaised(found.raised, setting.effectiveOn),
        ...checkNeeded(rules, input, setting),
        ...checkNamed(rules, input, found, book),
      ];
      if (problems.length > 0) return refused(NOT_RECORDED, problems);
      const concerned = whomItFits(rules, input, named, found, setting.effectiveOn);
      if (isRefusal(concerned)) return concerned;
      const access = accessOf(setting.access, accessesBehind(rules, input, concerned, book));
      return [eventFor(rules, input, concerned, found, { ...setting, access })];
    },
  };
}

const NOT_RECORDED = 'This was not recorded.';

function findSubject(book: InspectionsBook, id: string): Found | Refusal {
  const finding = findFinding(book, id);
  if (isRefusal(finding)) return finding;
  const inspection = findInspection(book, finding.raised.inspection);
  if (isRefusal(inspection)) return inspection;
  return asksNothing(finding.raised) ?? { ...finding, inspection };
}

/** Whom it concerns: all of them, where an end names none, or the one whose part the sender takes. */
function addresseesNamed(
  input: DeedInput,
  { party, concernsAll }: Pick<DeedRules<Deed, DeedInput>, 'party' | 'concernsAll'>,
  found: Found,
  { by, given }: Context<GivenPaper>,
): readonly string[] | Refusal {
  if (concernsAll && !input.addressee) return found.raised.addressees;
  const body = { addressee: by.body, 'policing-body': forceOf(input.area), inspectorate: null };
  // Of an act of another party's, "for" is never an addressee.
  const actor = party === 'addressee' ? input.for : null;
  const addressee = addresseeOf({ ...input, for: actor }, found, body[party], given.bodies);
  return isRefusal(addressee) ? addressee : [addressee];
}

function readSettingOf(
  { party, ownPaper = false }: Pick<DeedRules<Deed, DeedInput>, 'party' | 'ownPaper'>,
  input: DeedInput,
  [addressee = '']: readonly string[],
  { raised, inspection }: Found,
  context: Context<GivenPaper>,
): Setting | Problem[] {
  const of = [raised.access, inspection.access];
  if (party === 'addressee') return readAddresseesSetting(input, addressee, of, context);
  if (party === 'policing-body') return readPolicingBodysSetting(input, addressee, of, context);
  return readInspectoratesSetting(input, inspection, of, context, { ownPaper });
}

function checkNeeded<D extends Deed, Input extends DeedInput>(
  { needs }: DeedRules<D, Input>,
  input: Input,
  { acting }: Setting,
): Problem[] {
  if (!needs || acting.for || input[needs.field]) return [];
  return [{ field: `/${needs.field}`, code: needs.code, message: needs.message }];
}

/** What goes on elsewhere goes on in a finding that another inspection raised later. */
function checkNamed<D extends Deed, Input extends DeedInput>(
  { namesFinding }: DeedRules<D, Input>,
  input: Input,
  { raised }: Found,
  book: InspectionsBook,
): Problem[] {
  const named = namesFinding?.(input);
  if (!named) return [];
  const field = `/${named.field}`;
  const other = findFinding(book, named.id);
  if (isRefusal(other)) return [{ field, code: other.code, message: other.message }];
  const isLater = other.raised.effectiveOn > raised.effectiveOn;
  if (isLater && other.raised.inspection !== raised.inspection) return [];
  const message = `${named.id} is no finding of a later inspection. Name one, or leave it out if none is named.`;
  return [{ field, code: 'inspections.not-a-later-finding', message }];
}

function whomItFits(
  { deed }: Pick<DeedRules<Deed, DeedInput>, 'deed'>,
  input: DeedInput,
  named: readonly string[],
  found: Found,
  day: string,
): readonly AddresseeState[] | Refusal {
  const states = named.map((addressee) => stateOn(found, addressee, day));
  const concerned = states.filter((state) => fits(state, deed, input.of ?? subjectOf(state, deed)));
  const [first] = states;
  if (concerned.length > 0 || !first) return concerned;
  const of = input.of ?? subjectOf(first, deed);
  return misfit({ deed, of, finding: input.finding, day }, first);
}

/** Of what an act speaks of besides its finding: the claim or dispute, the closing that it undoes, the finding named. */
function accessesBehind<D extends Deed, Input extends DeedInput>(
  rules: DeedRules<D, Input>,
  input: Input,
  concerned: readonly AddresseeState[],
  { entries, findings }: InspectionsBook,
): readonly (Access | undefined)[] {
  const other = rules.namesFinding?.(input);
  return [
    other && findings.get(other.id)?.raised.access,
    ...concerned.flatMap((state) => [
      entries.get(subjectOf(state, rules.deed) ?? '')?.access,
      rules.deed === 'reopen-finding' ? state.ended?.access : undefined,
    ]),
  ];
}

function eventFor<D extends Deed, Input extends DeedInput>(
  rules: DeedRules<D, Input>,
  input: Input,
  concerned: readonly AddresseeState[],
  { raised }: Found,
  setting: Setting,
): EventOf<D> {
  const { area, finding, paper } = input;
  const addressees = concerned.map(({ addressee }) => addressee);
  const [of] = concerned.map((state) => subjectOf(state, rules.deed));
  const other = rules.namesFinding?.(input);
  const about = [
    findingRef(area, finding),
    inspectionRef(area, raised.inspection),
    ...addressees.map(bodyRef),
    ...(other ? [findingRef(area, other.id)] : []),
    ...(paper ? [paperRef(paper)] : []),
  ];
  return {
    type: eventTypeOf(rules.deed),
    ...headed(setting),
    about,
    data: {
      area,
      findings: [finding],
      addressees,
      ...(of && { of }),
      ...rules.says(input),
      ...secondHand(setting),
    },
    // The rules of a deed give the data of its own event.
  } as unknown as EventOf<D>;
}

/** A free text as an event keeps it. */
export function textIn(text: FreeText | undefined): FreeText {
  return text ?? null;
}
