import {
  Refusal,
  type Access,
  type Context,
  type Precision,
  type Problem,
  type Source,
} from '@daybook/ledger';
import { accessAsked, headingRules, type Acting, type GivenPaper, type Heading } from '@daybook/provenance';
import { actsFor, forceOf, policingBodyOf } from './addressees';
import { accessOf, type InspectionOnRecord } from './book';

export type { GivenPaper };
export const { readEffectiveOn, actingFor, checkTranscript, checkPaperOnRecord, checkCited } =
  headingRules('inspections');

/** What every command of this slice says besides what it is about. */
export interface Sourced extends Heading {
  readonly place?: string | null;
}

/** When, whose act, where read and for whom: what every event carries of its command's heading. */
export interface Setting {
  readonly effectiveOn: string;
  readonly precision: Precision;
  readonly acting: Acting;
  /** The body whose act it is, whoever wrote it down. */
  readonly actor: string;
  readonly access: Access;
  readonly source?: Source;
}

/** What an event takes of its setting, beside its type, its data and what it is about. */
export function headed({ effectiveOn, precision, acting, access, source }: Setting) {
  return {
    schema: 1,
    effectiveOn,
    precision,
    ...(acting.for && { for: acting.for }),
    ...(source && { source }),
    access,
  };
}

/** The mark of what is read in another body's paper, for an event's data. */
export function secondHand({ acting }: Setting): { readonly secondHand?: true } {
  return acting.secondHand ? { secondHand: true } : {};
}

/**
 * Reads the heading of a command: `owner` is the body whose act it is, which the office alone may write down
 * for it, from a paper. `of` are the accesses of what it is about. Every problem comes back at once.
 */
export function readSetting(
  input: Sourced,
  owner: string,
  of: readonly (Access | undefined)[],
  context: Context<GivenPaper>,
): Setting | Problem[] {
  const { by, today } = context;
  const date = readEffectiveOn(input.effectiveOn, today);
  const named = input.for && input.for !== owner ? otherActor(owner) : undefined;
  const own = actsFor(by.body, owner);
  const acting = named ?? (own ? {} : actingIn({ ...input, for: owner }, owner, context));
  const problems: Problem[] = [];
  if ('code' in date) problems.push(date);
  if ('code' in acting) problems.push(acting);
  else problems.push(...checkTranscript(acting, input.paper));
  problems.push(...checkPaperOnRecord(input, context));
  if (problems.length > 0 || 'code' in date || 'code' in acting) return problems;
  const { paper, place } = input;
  return {
    ...date,
    acting,
    actor: owner,
    access: accessOf(accessAsked(input, context), of),
    ...(paper && { source: { paper, place: place ?? '' } }),
  };
}

/** A body's paper under another of its names is its own, so what is read there is not second-hand. */
function actingIn(input: Sourced, owner: string, { by, given }: Context<GivenPaper>): Acting | Problem {
  const acting = actingFor(input, by, owner, given.paper);
  if ('code' in acting || !acting.for || !sameBody(given.paper?.issuedBy ?? '', acting.for)) return acting;
  return { for: acting.for };
}

function otherActor(owner: string): Problem {
  const message = `This is an act of ${owner}. Leave "for" out, or name ${owner}.`;
  return { field: '/for', code: 'inspections.other-actor', message };
}

/** HMICFRS goes on with what HMIC began. */
export function sameInspectorate(a: string, b: string): boolean {
  const name = (body: string): string => (body === 'hmic' ? 'hmicfrs' : body);
  return name(a) === name(b);
}

/** The same body: a force and its chief constable are one, and so are an inspectorate's names. */
export function sameBody(a: string, b: string): boolean {
  return actsFor(a, b) || actsFor(b, a) || sameInspectorate(a, b);
}

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
  const { by } = context;
  if (by.role !== 'office' && !actsFor(by.body, addressee))
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
  const body = policingBodyOf(input.area);
  if (context.by.body !== body) return [notYours(`Only ${body} may do this.`)];
  if (!actsFor(forceOf(input.area), addressee)) {
    const message = `A claim of ${addressee} is not assured: it is no body that ${body} holds to account.`;
    return [{ field: '/addressee', code: 'inspections.nothing-to-assure', message }];
  }
  return readSetting(input, body, of, context);
}

function notYours(message: string): Problem {
  return { field: '/finding', code: 'inspections.not-yours', message };
}

/** Many problems as the refusal of a command; the one of who may not act stands alone. */
export function refused(message: string, problems: readonly Problem[]): Refusal {
  const notAllowed = problems.find(({ code }) => code === 'inspections.not-yours');
  if (notAllowed) return new Refusal(notAllowed.code, notAllowed.message);
  return Refusal.of('inspections.bad-entry', message, problems);
}
