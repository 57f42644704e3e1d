import { isDate, Refusal, type Access, type Context, type Decider, type Problem } from '@daybook/ledger';
import {
  actsFor,
  type GivenPaper,
  holderOn,
  policingBodyOf,
  type Setting,
  type Sourced,
} from '@daybook/provenance';
import {
  findFinding,
  findInspection,
  type FindingOnRecord,
  type InspectionOnRecord,
  type InspectionsBook,
} from './book';
import { findingRef, inspectionRef, type ResponseAct } from './inspections.events';
import { dayOf, readSetting, refused } from './setting';

/** What every command about a response says: to which report, or to which cause of concern of it. */
export interface Responding extends Sourced {
  readonly inspection: string;
  /** The finding id of an accelerated cause of concern, which has a clock of its own. */
  readonly concern?: string | null;
}

export type RespondingDecider<Input, Event extends ResponseAct> = Decider<
  Input,
  InspectionsBook,
  Event,
  GivenPaper
>;

/** What a response answers, as the book holds it. */
export interface Answered {
  readonly inspection: InspectionOnRecord;
  readonly concern: FindingOnRecord | null;
}

/** The report, or the cause of concern, that a command names; or why there is none such. */
export function findAnswered(book: InspectionsBook, input: Responding): Answered | Refusal {
  const inspection = findInspection(book, input.inspection);
  if (inspection instanceof Refusal) return inspection;
  if (!input.concern) return { inspection, concern: null };
  const concern = findFinding(book, input.concern);
  if (concern instanceof Refusal) return concern;
  if (concern.raised.inspection === input.inspection && concern.raised.accelerated)
    return { inspection, concern };
  const message =
    `"${input.concern}" is no accelerated cause of concern of "${input.inspection}", so it has no response of ` +
    'its own. Leave "concern" out to answer the report.';
  return Refusal.of('inspections.not-accelerated', message, [
    { field: '/concern', code: 'inspections.not-accelerated', message },
  ]);
}

/** Whether a step is one of the response to an inspection, or to a cause of concern of it. */
export function isOfResponse(data: ResponseAct['data'], inspection: string, concern: string | null): boolean {
  if (!('concern' in data)) return data.inspection === inspection;
  // A response that answers another report as well answers the report, not its causes of concern.
  return data.inspection === inspection ? data.concern === concern : concern === null;
}

/** Reads the heading of what the local policing body does in answer to a report: nobody else does it. */
export function readRespondersSetting(
  input: Sourced,
  of: readonly (Access | undefined)[],
  context: Context<GivenPaper>,
): Setting | Problem[] {
  const { by, given } = context;
  const first = policingBodyOf(input.area);
  if (actsFor(by.body, first, given.bodies)) return readSetting(input, first, of, context);
  const body = holderOn(first, dayOf(input, context), given.bodies);
  return [{ field: '/area', code: 'inspections.not-yours', message: `Only ${body} may do this.` }];
}

export function accessesOf({ inspection, concern }: Answered): readonly (Access | undefined)[] {
  return [inspection.access, concern?.raised.access];
}

/**
 * The setting of a step, or the refusal with everything that is wrong. Nothing is said in answer to a report
 * before it is published.
 */
export function settled(
  message: string,
  of: readonly Answered[],
  setting: Setting | Problem[],
  own: readonly Problem[] = [],
): Setting | Refusal {
  if (Array.isArray(setting)) return refused(message, [...setting, ...own]);
  const problems = [...of.flatMap((one) => beforeItsReport(one, setting)), ...own];
  return problems.length > 0 ? refused(message, problems) : setting;
}

function beforeItsReport({ inspection, concern }: Answered, { effectiveOn }: Setting): Problem[] {
  const published = concern?.raised.accelerated?.publishedOn ?? inspection.publishedOn;
  const first = published ?? inspection.effectiveOn;
  // A month is compared with a month: what is of that month may have come after it.
  if (effectiveOn.slice(0, first.length) >= first) return [];
  const what = isDate(first) ? first : `the month ${first}`;
  const message = `What it answers was published later, on ${what}. Give a later date.`;
  return [{ field: '/effectiveOn', code: 'inspections.before-its-report', message }];
}

/** What a step concerns, for finding everything on record about it. */
export function aboutOf(
  { area, inspection, concern }: Responding,
  also: readonly string[] = [],
): readonly string[] {
  return [
    inspectionRef(area, inspection),
    ...(concern ? [findingRef(area, concern)] : []),
    ...also.map((id) => inspectionRef(area, id)),
  ];
}
