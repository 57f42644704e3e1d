import { isRefusal, Refusal, type Context, type Decider, type Problem } from '@daybook/ledger';
import {
  actsFor,
  type GivenPaper,
  headed,
  secondHand,
  type Setting,
  type Sourced,
} from '@daybook/provenance';
import { findInspection, inspectionsBook, type FindingOnRecord, type InspectionsBook } from '../book';
import { findingRef, inspectionRef, paperRef, type FindingsGrouped } from '../inspections.events';
import { dayOf, readAddresseesSetting, refused } from '../setting';
import { asksNothing } from '../whom';

export interface GroupFindingsInput extends Sourced {
  readonly inspection: string;
  /** The group's id in its inspection. */
  readonly id: string;
  readonly title?: string | null;
  readonly findings: readonly string[];
}

/** Findings that come to share one item of the improvement plan. A finding is in the latest group that names it. */
export const groupFindings: Decider<GroupFindingsInput, InspectionsBook, FindingsGrouped, GivenPaper> = {
  ...inspectionsBook,
  decide(input, book, context) {
    const inspection = findInspection(book, input.inspection);
    if (isRefusal(inspection)) return inspection;
    const day = dayOf(input, context);
    const problems = input.findings.flatMap((id, i) => checkFinding(input, book, i, day));
    if (problems.length > 0) return refused('The findings were not grouped.', problems);
    const known = input.findings.flatMap((id) => book.findings.get(id) ?? []);
    const access = [inspection.access, ...known.map(({ raised }) => raised.access)];
    const owner = ownerOf(input, known, context);
    if (typeof owner !== 'string') return refused(owner.message, [owner]);
    const setting = readAddresseesSetting(input, owner, access, context);
    if (!('actor' in setting)) return refused('The findings were not grouped.', setting);
    return checkChanges(input, book, day) ?? [grouped(input, setting)];
  },
};

function checkFinding(
  { inspection, findings }: GroupFindingsInput,
  book: InspectionsBook,
  i: number,
  day: string,
): Problem[] {
  const id = findings[i] ?? '';
  const say = (code: string, message: string): Problem[] => [{ field: `/findings/${i}`, code, message }];
  const known = book.findings.get(id)?.raised;
  if (!known)
    return say('inspections.unknown-finding', `No finding "${id}" is on record here. Raise it first.`);
  if (known.inspection !== inspection)
    return say('inspections.other-inspection', `${id} is a finding of ${known.inspection}. Group it there.`);
  if (known.effectiveOn > day)
    return say('inspections.before-its-finding', `${id} was not raised until ${known.effectiveOn}.`);
  const nothing = asksNothing(known);
  if (nothing) return say(nothing.code, nothing.message);
  if (findings.indexOf(id) < i) return say('inspections.finding-twice', `${id} is named twice.`);
  return [];
}

/** Whose plan it is: an addressee that all of them have. */
function ownerOf(
  { for: actor }: GroupFindingsInput,
  findings: readonly FindingOnRecord[],
  { by, given }: Context<GivenPaper>,
): string | Problem {
  const [first, ...others] = findings.map(({ raised }) => raised.addressees);
  const shared = (first ?? []).filter((one) => others.every((addressees) => addressees.includes(one)));
  const own = shared.find((one) => (actor ? one === actor : actsFor(by.body, one, given.bodies)));
  const owner = own ?? shared[0];
  if (owner === undefined) {
    const message = 'These findings have no addressee in common, so nobody plans work on all of them.';
    return { field: '/findings', code: 'inspections.no-common-addressee', message };
  }
  if (!actor || own) return owner;
  const message = `${actor} is not an addressee of all of them: ${shared.join(', ')}.`;
  return { field: '/for', code: 'inspections.other-actor', message };
}

function checkChanges(
  { inspection, id, title, findings }: GroupFindingsInput,
  { groups }: InspectionsBook,
  day: string,
): Refusal | undefined {
  const inForce = groups.filter(({ effectiveOn }) => effectiveOn <= day);
  const latest = findings.map((finding) => inForce.findLast((group) => group.findings.includes(finding)));
  const [one] = latest;
  const same =
    one !== undefined &&
    latest.every((group) => group === one) &&
    one.findings.length === findings.length &&
    one.inspection === inspection &&
    one.group === id &&
    one.title === (title || null);
  if (!same) return undefined;
  const message = `These findings are group ${id} already. Nothing was recorded.`;
  return new Refusal('inspections.nothing-changes', message);
}

function grouped(input: GroupFindingsInput, setting: Setting): FindingsGrouped {
  const { area, inspection, id: group, title, paper } = input;
  const findings = [...input.findings].sort();
  const refs = findings.map((finding) => findingRef(area, finding));
  return {
    type: 'inspections.findings-grouped',
    ...headed(setting),
    about: [...refs, inspectionRef(area, inspection), ...(paper ? [paperRef(paper)] : [])],
    data: { area, inspection, group, title: title || null, findings, ...secondHand(setting) },
  };
}
