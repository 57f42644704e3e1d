import { isDate, type Decider, type Problem } from '@daybook/ledger';
import { type GivenPaper, headed, sameInspectorate, secondHand, type Sourced } from '@daybook/provenance';
import { inspectionsBook, type InspectionsBook } from '../book';
import type { InspectionKind } from '../codes';
import { inspectionRef, type InspectionContent, type InspectionRecorded } from '../inspections.events';
import { readEffectiveOn, readInspectoratesSetting, refused } from '../setting';

export interface RecordInspectionInput extends Sourced {
  readonly id: string;
  readonly kind: InspectionKind;
  readonly inspectorate: string;
  readonly programme?: string | null;
  readonly cycle?: string | null;
  readonly title: string;
  readonly publishedOn?: string | null;
  readonly scale?: string | null;
  readonly forceInspected?: boolean | null;
  readonly relatesToForce?: boolean | null;
  readonly replyDueOn?: string | null;
  readonly comparability?: string | null;
  readonly comparable?: boolean | null;
}

function contentOf(input: RecordInspectionInput): InspectionContent {
  const forceInspected = input.forceInspected ?? true;
  return {
    kind: input.kind,
    inspectorate: input.inspectorate,
    programme: input.programme || null,
    cycle: input.cycle || null,
    title: input.title,
    publishedOn: input.publishedOn || null,
    scale: input.scale || null,
    forceInspected,
    relatesToForce: input.relatesToForce ?? forceInspected,
    replyDueOn: input.replyDueOn || null,
    comparability: input.comparability || null,
    comparable: input.comparable ?? null,
  };
}

/** An inspection is recorded once. What it said of findings, and its grades, are commands of their own. */
export const recordInspection: Decider<
  RecordInspectionInput,
  InspectionsBook,
  InspectionRecorded,
  GivenPaper
> = {
  ...inspectionsBook,
  decide(input, book, context) {
    const { area, id: inspection } = input;
    if (book.inspections.has(inspection)) {
      const message = `Inspection ${inspection} is on record in this area already. Give this one another id.`;
      const field = { field: '/id', code: 'inspections.inspection-exists', message };
      return refused('The inspection was not recorded.', [field]);
    }
    const content = contentOf(input);
    const owner = { inspectorate: content.inspectorate, access: 'public' } as const;
    const setting = readInspectoratesSetting(input, owner, [], context);
    const problems = [
      ...('actor' in setting ? [] : setting),
      ...checkDates(content, context.today),
      ...checkScale(content, book),
      ...checkInspectorate(input, book),
    ];
    if (problems.length > 0 || !('actor' in setting))
      return refused('The inspection was not recorded.', problems);
    return [
      {
        type: 'inspections.inspection-recorded',
        ...headed(setting),
        about: [inspectionRef(area, inspection), `body:${content.inspectorate}`],
        data: { area, inspection, ...content, ...secondHand(setting) },
      },
    ];
  },
};

/** What is published lies behind us; a reply may be due on a day to come. */
function checkDates({ publishedOn, replyDueOn }: InspectionContent, today: string): Problem[] {
  const published = publishedOn ? readEffectiveOn(publishedOn, today, '/publishedOn') : undefined;
  const problems = published && 'code' in published ? [published] : [];
  if (!replyDueOn || isDate(replyDueOn)) return problems;
  const message = `"${replyDueOn}" is not a date. Write it as 2023-05-03.`;
  return [...problems, { field: '/replyDueOn', code: 'inspections.bad-date', message }];
}

function checkScale({ scale }: InspectionContent, book: InspectionsBook): Problem[] {
  if (!scale || book.scales.has(scale)) return [];
  const known = [...book.scales.keys()].join(', ');
  const message = `No scale "${scale}" is defined in this area. Define it first, or name one of ${known}.`;
  return [{ field: '/scale', code: 'inspections.unknown-scale', message }];
}

/** Entered again after a mark, it stays with the inspectorate of its findings: nobody else comes to close them. */
function checkInspectorate(
  { id, inspectorate }: RecordInspectionInput,
  { findings }: InspectionsBook,
): Problem[] {
  const other = [...findings.values()].find(
    ({ raised }) => raised.inspection === id && !sameInspectorate(raised.for ?? raised.by.body, inspectorate),
  );
  if (!other) return [];
  const { finding, for: raisedFor, by } = other.raised;
  const message = `${finding} was raised by ${raisedFor ?? by.body}. Name it, or mark the finding as entered wrongly.`;
  return [{ field: '/inspectorate', code: 'inspections.other-inspectorate', message }];
}
