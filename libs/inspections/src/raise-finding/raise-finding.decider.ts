import type { Expected } from '@daybook/due-dates';
import { Refusal, isDate, lastDayOfMonth, type Access, type Decider, type Problem } from '@daybook/ledger';
import { type GivenPaper, headed, secondHand, type Setting, type Sourced } from '@daybook/provenance';
import { findInspection, inspectionsBook, type InspectionOnRecord, type InspectionsBook } from '../book';
import type { FindingKind } from '../codes';
import { readExpected } from '../expected';
import {
  bodyRef,
  findingRef,
  inspectionRef,
  paperRef,
  type FindingContent,
  type FindingRaised,
} from '../inspections.events';
import { readInspectoratesSetting, refused } from '../setting';

export interface RaiseFindingInput extends Sourced {
  readonly inspection: string;
  readonly id: string;
  readonly kind: FindingKind;
  readonly number?: number | null;
  readonly reference?: string | null;
  readonly title: string;
  readonly question?: string | null;
  readonly priority?: string | null;
  readonly addressees: readonly string[];
  /** When it is to be complete, as the inspectorate said it: a day, a month or words. */
  readonly completeBy?: string | null;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly accelerated?: { readonly publishedOn: string } | null;
  readonly recommendations?: readonly string[] | null;
  /** References to what else it concerns. */
  readonly about?: readonly string[] | null;
}

/** A finding as the inspectorate made it. It is raised once; what becomes of it are acts of their own. */
export const raiseFinding: Decider<RaiseFindingInput, InspectionsBook, FindingRaised, GivenPaper> = {
  ...inspectionsBook,
  decide(input, book, context) {
    const inspection = findInspection(book, input.inspection);
    if (inspection instanceof Refusal) return inspection;
    if (book.findings.has(input.id)) {
      const message = `Finding ${input.id} is on record in this area already.`;
      return new Refusal('inspections.finding-exists', message);
    }
    const setting = readInspectoratesSetting(input, inspection, accessesNamed(input, book), context);
    if (!('actor' in setting)) return refused(NOT_RAISED, setting);
    const { effectiveOn } = setting;
    const completeBy = completeByIn(input, effectiveOn);
    const problems = [
      ...('code' in completeBy ? [completeBy] : checkDue(completeBy, effectiveOn)),
      ...checkAddressees(input),
      ...checkDay(input, inspection, setting),
      ...checkAccelerated(input, inspection, context.today),
      ...checkRecommendations(input, book, effectiveOn),
      ...checkNumber(input, book),
    ];
    if (problems.length > 0 || 'code' in completeBy) return refused(NOT_RAISED, problems);
    return [raised(input, completeBy, setting)];
  },
};

/** Of the findings and inspections of the area that it names. */
function accessesNamed(
  { area, recommendations, about }: RaiseFindingInput,
  { findings, inspections }: InspectionsBook,
): readonly (Access | undefined)[] {
  const [finding, inspection] = [findingRef(area, ''), inspectionRef(area, '')];
  return [
    ...(recommendations ?? []).map((id) => findings.get(id)?.raised.access),
    ...(about ?? []).map((one) => {
      if (one.startsWith(finding)) return findings.get(one.slice(finding.length))?.raised.access;
      return one.startsWith(inspection) ? inspections.get(one.slice(inspection.length))?.access : undefined;
    }),
  ];
}

const NOT_RAISED = 'The finding was not raised.';

function raised(input: RaiseFindingInput, completeBy: Expected, setting: Setting): FindingRaised {
  const { area, id: finding, paper } = input;
  const content = contentOf(input, completeBy);
  const about = [
    findingRef(area, finding),
    inspectionRef(area, content.inspection),
    ...content.addressees.map(bodyRef),
    ...content.recommendations.map((one) => findingRef(area, one)),
    ...(input.about ?? []),
    ...(paper ? [paperRef(paper)] : []),
  ];
  return {
    type: 'inspections.finding-raised',
    ...headed(setting),
    about: [...new Set(about)],
    data: { area, finding, ...content, ...secondHand(setting) },
  };
}

function contentOf(input: RaiseFindingInput, completeBy: Expected): FindingContent {
  return {
    inspection: input.inspection,
    kind: input.kind,
    number: input.number ?? null,
    reference: input.reference || null,
    title: input.title,
    question: input.question || null,
    priority: input.priority || null,
    addressees: input.addressees,
    completeBy: completeBy.anticipated === null ? null : completeBy,
    accelerated: acceleratedIn(input),
    recommendations: input.recommendations ?? [],
  };
}

/** The clock is the concern's: of its recommendations only the day of raising says that they came out with it. */
function acceleratedIn({ kind, accelerated }: RaiseFindingInput): FindingContent['accelerated'] {
  return accelerated && kind === 'cause-of-concern' ? { publishedOn: accelerated.publishedOn } : null;
}

function completeByIn({ completeBy, earliest, latest }: RaiseFindingInput, day: string): Expected | Problem {
  return readExpected({ anticipated: completeBy, earliest, latest }, day, '/completeBy');
}

function checkDue({ latest }: Expected, effectiveOn: string): Problem[] {
  if (latest === null || latest >= effectiveOn) return [];
  const message = `It cannot be due by ${latest}: it was not raised until ${effectiveOn}.`;
  return [{ field: '/completeBy', code: 'inspections.due-before-finding', message }];
}

/** Good practice names the bodies whose practice it is. */
function checkAddressees({ addressees }: RaiseFindingInput): Problem[] {
  if (addressees.length === 0) {
    const message = 'Name at least one body that it is addressed to, or whose good practice it is.';
    return [{ field: '/addressees', code: 'inspections.addressee-missing', message }];
  }
  const twice = addressees.find((one, i) => addressees.indexOf(one) !== i);
  if (!twice) return [];
  const message = `${twice} is named twice. Name each addressee once.`;
  return [{ field: '/addressees', code: 'inspections.addressee-twice', message }];
}

/** A month is compared as it is written: every day of it is on or after "2016-02". */
function checkDay(
  { accelerated }: RaiseFindingInput,
  { publishedOn }: InspectionOnRecord,
  { effectiveOn }: Setting,
): Problem[] {
  const published = accelerated?.publishedOn ?? publishedOn;
  if (!published || effectiveOn >= published) return [];
  const message = `It was published on ${published}, so it was not raised on ${effectiveOn}, before that.`;
  return [{ field: '/effectiveOn', code: 'inspections.before-publication', message }];
}

/** What comes out before the report: a cause of concern, and the recommendations that it carries. */
function checkAccelerated(
  { kind, accelerated }: RaiseFindingInput,
  inspection: InspectionOnRecord,
  today: string,
): Problem[] {
  if (!accelerated) return [];
  const { publishedOn } = accelerated;
  const say = (code: string, message: string): Problem[] => [
    { field: '/accelerated/publishedOn', code, message },
  ];
  if (kind !== 'cause-of-concern' && kind !== 'recommendation')
    return say(
      'inspections.never-accelerated',
      'Only a cause of concern, with the recommendations that it carries, is published before its report.',
    );
  if (!isDate(publishedOn))
    return say('inspections.bad-date', `"${publishedOn}" is not a date. Write it as 2022-03-01.`);
  if (publishedOn > today)
    return say('inspections.future-date', `${publishedOn} is in the future: it is not published yet.`);
  const report = inspection.publishedOn && lastDay(inspection.publishedOn);
  if (!report || publishedOn <= report) return [];
  return say(
    'inspections.after-report',
    `The report was published on ${inspection.publishedOn}: what is accelerated comes before it.`,
  );
}

function lastDay(date: string): string {
  return isDate(date) ? date : lastDayOfMonth(date);
}

function checkRecommendations(input: RaiseFindingInput, book: InspectionsBook, day: string): Problem[] {
  const named = input.recommendations ?? [];
  const say = (code: string, message: string): Problem => ({ field: '/recommendations', code, message });
  if (input.kind !== 'cause-of-concern')
    return named.length > 0
      ? [say('inspections.carries-none', 'Only a cause of concern carries recommendations.')]
      : [];
  if (named.length === 0) {
    const message = 'Name at least one recommendation that the cause of concern carries; raise it first.';
    return [say('inspections.recommendation-missing', message)];
  }
  const carries = (id: string): boolean => {
    const raisedAs = book.findings.get(id)?.raised;
    const own = raisedAs?.kind === 'recommendation' && raisedAs.inspection === input.inspection;
    return own && raisedAs.effectiveOn <= day;
  };
  return named
    .filter((id) => !carries(id))
    .map((id) =>
      say(
        'inspections.not-its-recommendation',
        `${id} is no recommendation of ${input.inspection} by ${day}.`,
      ),
    );
}

/** Reports number each kind of finding by itself, some of them anew under every question. */
function checkNumber(input: RaiseFindingInput, { findings }: InspectionsBook): Problem[] {
  const { number, kind, inspection, question } = input;
  if (!number) return [];
  const taken = [...findings.values()].find(
    ({ raised: other }) =>
      other.inspection === inspection &&
      other.kind === kind &&
      other.number === number &&
      other.question === (question || null),
  );
  if (!taken) return [];
  const message = `Number ${number} is ${taken.raised.finding} already. Leave it out, or give its own number.`;
  return [{ field: '/number', code: 'inspections.number-taken', message }];
}
