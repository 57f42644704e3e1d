import type { Access, Context, Problem } from '@daybook/ledger';
import {
  actsFor,
  forceOf,
  holderOn,
  policingBodyOf,
  sameBody,
  sameInspectorate,
  settingRules,
  type GivenPaper,
  type Setting,
  type Sourced,
} from '@daybook/provenance';
import type { InspectionOnRecord } from './book';

export type { GivenPaper, Setting, Sourced };
export const { readEffectiveOn, checkPaperOnRecord, checkCited, readSetting, dayOf, refused } =
  settingRules('inspections');

/**
 * Reads the heading of an act of the inspectorate: it acts itself, or the office transcribes it. `ownPaper`:
 * then only from a paper or letter that the inspectorate issued (closing and reopening).
 */
export function readInspectoratesSetting(
  input: Sourced,
  inspection: Pick<InspectionOnRecord, 'inspectorate' | 'access'>,
  of: readonly (Access | undefined)[],
  context: Context<GivenPaper>,
  { ownPaper = false }: { readonly ownPaper?: boolean } = {},
): Setting | Problem[] {
  const { by, given } = context;
  const { inspectorate } = inspection;
  const acts = by.role === 'inspector' && sameInspectorate(by.body, inspectorate);
  if (by.role !== 'office' && !acts) return [notYours(`Only ${inspectorate} may do this.`)];
  const its = (body = ''): boolean => sameInspectorate(body, inspectorate);
  const issuer = given.paper?.issuedBy;
  const named = [input.for, ownPaper ? issuer : null].find((body) => body && its(body));
  const owner = acts ? by.body : (named ?? inspectorate);
  const setting = readSetting(input, owner, [inspection.access, ...of], context);
  if ('actor' in setting && ownPaper && !acts && !its(issuer)) {
    const message = `Name a paper or letter of ${inspectorate} itself in which it says so.`;
    return [{ field: '/paper', code: 'inspections.not-its-paper', message }];
  }
  return setting;
}

/** Reads the heading of an act of an addressee: its own people act, or the office transcribes it. */
export function readAddresseesSetting(
  input: Sourced,
  addressee: string,
  of: readonly (Access | undefined)[],
  context: Context<GivenPaper>,
): Setting | Problem[] {
  const { by, given } = context;
  if (by.role !== 'office' && !actsFor(by.body, addressee, given.bodies))
    return [notYours(`Only ${addressee}, or the office from a paper, may do this.`)];
  return readSetting(input, addressee, of, context);
}

/** Reads the heading of an act of the area's local policing body about a claim of its force. */
export function readPolicingBodysSetting(
  input: Sourced,
  addressee: string,
  of: readonly (Access | undefined)[],
  context: Context<GivenPaper>,
): Setting | Problem[] {
  const { by, given } = context;
  const first = policingBodyOf(input.area);
  const body = holderOn(first, dayOf(input, context), given.bodies);
  if (!actsFor(by.body, first, given.bodies)) return [notYours(`Only ${body} may do this.`)];
  if (!sameBody(forceOf(input.area), addressee, given.bodies)) {
    const message = `A claim of ${addressee} is not assured: it is no body that ${body} holds to account.`;
    return [{ field: '/addressee', code: 'inspections.nothing-to-assure', message }];
  }
  return readSetting(input, first, of, context);
}

function notYours(message: string): Problem {
  return { field: '/finding', code: 'inspections.not-yours', message };
}
