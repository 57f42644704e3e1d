import type { Expected } from '@daybook/due-dates';
import type { Access, Actor, Precision, SealedText } from '@daybook/ledger';
import { sealedText } from '@daybook/ledger/testing';
import type { PaperOnRecord } from '@daybook/provenance';
import {
  findingRef,
  inspectionRef,
  type CompletionAnticipated,
  type CompletionMoved,
  type FindingAct,
  type FindingContent,
  type FindingRaised,
  type FindingsGrouped,
  type InspectionContent,
  type InspectionRecorded,
} from '../inspections.events';

/** A small made-up book: one area, its force and office, two inspectorates, an inspection and its findings. */
export const force: Actor = { person: 'person-f', role: 'force', body: 'kent-police' };
export const office: Actor = { person: 'person-o', role: 'office', body: 'kent-pcc' };
export const inspector: Actor = { person: 'person-i', role: 'inspector', body: 'hmicfrs' };
export const otherForce: Actor = { person: 'person-e', role: 'force', body: 'essex-police' };
export const otherInspector: Actor = { person: 'person-a', role: 'inspector', body: 'prisons-inspectorate' };

const open = { area: 'kent', access: 'public' } as const;
export const forcePaper: PaperOnRecord = { ...open, id: 'paper-f', issuedBy: 'kent-police' };
export const officePaper: PaperOnRecord = { ...open, id: 'paper-o', issuedBy: 'kent-pcc' };
export const inspectorsPaper: PaperOnRecord = { ...open, id: 'paper-i', issuedBy: 'hmicfrs' };

/** The day on which the inspection was published and its findings raised, and days after it. */
export const PUBLISHED = '2022-04-28';
export const LATER = '2022-09-14';
export const LATER_STILL = '2022-10-31';
export const LAST = '2022-12-15';

export const INSPECTION = 'kent-peel-2021-22';
export const AFI = 'kent-peel-2021-22-afi-01';

/** Words of a free text, sealed as a decider gets them. */
export const because: SealedText = sealedText('The board was told so.');

/** What a fact may say of its circumstances, whatever it is. */
export interface When {
  readonly effectiveOn?: string;
  readonly precision?: Precision;
  readonly access?: Access;
  readonly for?: string;
  readonly paper?: string;
}

export function circumstances({
  effectiveOn = LATER,
  precision = 'day',
  access = 'public',
  paper,
  ...own
}: When) {
  const source = paper ? { source: { paper, place: 'p. 1' } } : {};
  return { schema: 1, effectiveOn, precision, access, ...(own.for && { for: own.for }), ...source };
}

/** Everything said of an inspection that does not say otherwise. */
export const inspectionContent: InspectionContent = {
  kind: 'force',
  inspectorate: 'hmicfrs',
  programme: 'PEEL',
  cycle: '2021/22',
  title: 'Inspection of the force',
  publishedOn: PUBLISHED,
  scale: 'peel-2021',
  forceInspected: true,
  relatesToForce: true,
  replyDueOn: null,
  comparability: null,
  comparable: null,
};

export function inspected(
  parts: Partial<InspectionRecorded['data']> = {},
  when: When = {},
): InspectionRecorded {
  const data = { area: 'kent', inspection: INSPECTION, ...inspectionContent, ...parts };
  return {
    ...circumstances({ effectiveOn: PUBLISHED, ...when }),
    type: 'inspections.inspection-recorded',
    about: [inspectionRef('kent', data.inspection), `body:${data.inspectorate}`],
    data,
  };
}

/** Everything said of a finding that does not say otherwise: an area for improvement of the force's. */
export const findingContent: FindingContent = {
  inspection: INSPECTION,
  kind: 'afi',
  number: null,
  reference: null,
  title: 'Recording of crime',
  question: null,
  priority: null,
  addressees: ['kent-police'],
  completeBy: null,
  accelerated: null,
  recommendations: [],
};

export function raised(
  parts: Partial<FindingContent> & { readonly finding?: string } = {},
  when: When = {},
): FindingRaised {
  const { finding = AFI, ...own } = parts;
  const data = { area: 'kent', finding, ...findingContent, ...own };
  return {
    ...circumstances({ effectiveOn: PUBLISHED, ...when }),
    type: 'inspections.finding-raised',
    about: [findingRef('kent', finding), inspectionRef('kent', data.inspection)],
    data,
  };
}

/** Which findings and addressees an act concerns; the force's area for improvement unless it says otherwise. */
type Of = { readonly findings?: readonly string[]; readonly addressees?: readonly string[] };
type OfType<Type extends FindingAct['type']> = Extract<FindingAct, { readonly type: Type }>;
type Own<Type extends FindingAct['type']> = Omit<
  OfType<Type>['data'],
  'area' | 'secondHand' | 'findings' | 'addressees'
>;
type Unsaid = 'reason' | 'evidence' | 'into' | 'supersededBy' | 'report' | 'taken' | 'planned' | 'askedBy';
type Needed<Type extends FindingAct['type']> = Omit<Own<Type>, Unsaid>;

const UNSAID = {
  'inspections.progress-reported': { report: null, taken: null, planned: null },
  'inspections.discharge-claimed': { evidence: null },
  'inspections.finding-carried-forward': { into: null, reason: null },
  'inspections.finding-superseded': { supersededBy: null, reason: null },
  'inspections.completion-moved': { askedBy: null, reason: null },
  'inspections.completion-anticipated': {},
  'inspections.move-agreed': {},
} as const;

/**
 * An act about findings: `act('inspections.discharge-claimed', {}, { effectiveOn: LATER })`. Free texts that it
 * does not give are null.
 */
export function act<Type extends FindingAct['type']>(
  type: Type,
  parts: Needed<Type> & Partial<Own<Type>> & Of,
  when: When = {},
): OfType<Type> {
  const { findings = [AFI], addressees = ['kent-police'], ...own } = parts;
  const unsaid = (UNSAID as Record<string, object>)[type] ?? { reason: null };
  return {
    ...circumstances(when),
    type,
    about: findings.map((finding) => findingRef('kent', finding)),
    data: { area: 'kent', findings, addressees, ...unsaid, ...own },
  } as unknown as OfType<Type>;
}

/** A date by its canonical form: a day, or words without one. */
export function dated(anticipated: string | null): Expected {
  const day = anticipated && /^\d{4}-\d\d-\d\d$/.test(anticipated) ? anticipated : null;
  return { anticipated, words: anticipated, earliest: day, latest: day };
}

export function anticipated(on: string | null, when: When = {}): CompletionAnticipated {
  return act('inspections.completion-anticipated', { expected: dated(on) }, when);
}

export function moved(of: string, from: string, to: string, when: When = {}): CompletionMoved {
  return act('inspections.completion-moved', { of, from: dated(from), to: dated(to) }, when);
}

export function grouped(
  findings: readonly string[],
  parts: { readonly group?: string } = {},
  when: When = {},
): FindingsGrouped {
  const { group = 'group-1' } = parts;
  return {
    ...circumstances(when),
    type: 'inspections.findings-grouped',
    about: findings.map((finding) => findingRef('kent', finding)),
    data: { area: 'kent', inspection: INSPECTION, group, title: null, findings },
  };
}
