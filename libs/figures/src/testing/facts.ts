import type { Actor, SealedText } from '@daybook/ledger';
import { sealedText } from '@daybook/ledger/testing';
import type { PaperOnRecord } from '@daybook/provenance';
import type {
  ChangeExplained,
  DisputeWithdrawn,
  EntryMarkedWrong,
  FigureCorrected,
  FigureReported,
  FigureRestated,
  FigureRevised,
  FigureWithdrawn,
  MeasureContent,
  MeasureDefined,
  MeasureRedefined,
  Observation,
  OfFigure,
  TranscriptionDisputed,
} from '../figures.events';
import { figureRef, measureRef } from '../figures.events';
import type { Line } from '../line';
import type { SubmitReturnInput } from '../submit-return/submit-return.decider';

/** A small made-up book: one force, its office, an inspectorate, and a measure that starts in 2020. */
export const force: Actor = { person: 'person-f', role: 'force', body: 'kent-police' };
export const office: Actor = { person: 'person-o', role: 'office', body: 'kent-pcc' };
export const inspector: Actor = { person: 'person-i', role: 'inspector', body: 'hmicfrs' };

const open = { area: 'kent', access: 'public' } as const;
/** Papers by what their specs call them; the first is the force's own. */
export const paper: PaperOnRecord = { ...open, id: 'paper-1', issuedBy: 'kent-police' };
export const otherPaper: PaperOnRecord = { ...open, id: 'paper-2', issuedBy: 'kent-police' };
export const officePaper: PaperOnRecord = { ...open, id: 'paper-o', issuedBy: 'kent-pcc' };
export const inspectorsPaper: PaperOnRecord = { ...open, id: 'paper-i', issuedBy: 'hmicfrs' };

/** The date of the first paper, and one after it. */
export const DAY = '2022-09-14';
export const LATER = '2022-10-31';
export const START = '2020-01-01';

/** Everything said of a measure that does not say otherwise: a count of the force's, without decimals. */
export const content: MeasureContent = {
  title: 'Robberies',
  unit: 'count',
  decimals: 0,
  frequency: 'month',
  polarity: 'neither',
  definition: 'Robberies recorded in the month.',
  base: null,
  dimensions: [],
  owner: 'kent-police',
  comparatorOf: null,
  comparatorKind: null,
};

export const figure: OfFigure = { area: 'kent', measure: 'robbery', period: '2022-07', breakdown: '' };

type When = { readonly effectiveOn?: string };

export function defined(parts: Partial<MeasureContent> & When & { measure?: string } = {}): MeasureDefined {
  const { measure = 'robbery', effectiveOn = START, ...own } = parts;
  const of = { area: 'kent', measure };
  return {
    ...{ type: 'figures.measure-defined', schema: 1, effectiveOn, precision: 'day', access: 'public' },
    about: [measureRef(of)],
    data: { ...of, ...content, ...own },
  };
}

export function redefinition(parts: Partial<MeasureRedefined['data']> & When = {}): MeasureRedefined {
  const { effectiveOn = DAY, ...own } = parts;
  const of = { area: 'kent', measure: 'robbery' };
  return {
    ...{ type: 'figures.measure-redefined', schema: 1, effectiveOn, precision: 'day', access: 'public' },
    about: [measureRef(of)],
    data: { ...of, change: 'Counted by victim.', fromPeriod: null, ...own },
  };
}

type Said = Partial<OfFigure> &
  Partial<Observation> &
  When & {
    readonly of?: string;
    readonly paper?: string | null;
    readonly place?: string;
    readonly for?: string;
    readonly access?: 'public' | 'restricted';
    readonly precision?: 'day' | 'month';
    readonly saysNotWhy?: true;
  };

function observed({ effectiveOn = DAY, paper: id = paper.id, place = 'table 1', ...said }: Said) {
  const { for: body, access = 'public', precision = 'day', ...own } = said;
  const data = { ...figure, value: '40', status: 'A' as const, reason: null, ...own };
  return {
    ...{ schema: 1, effectiveOn, precision, access, about: [figureRef(data)], data },
    ...(body && { for: body }),
    ...(id && { source: { paper: id, place } }),
  };
}

/** Entries: '40' for July 2022 unless they say otherwise, of table 1 of the first paper, on its date. */
export function reported(said: Said = {}): FigureReported {
  return { ...observed(said), type: 'figures.figure-reported' };
}

type Changed = Said & { readonly of: string };

/** Declared changes are read in the second paper, and effective later, unless they say otherwise. */
function change(said: Changed) {
  const { data, ...rest } = observed({ effectiveOn: LATER, paper: otherPaper.id, value: '45', ...said });
  return { ...rest, data: { ...data, of: said.of } };
}

export function revised(said: Changed): FigureRevised {
  return { ...change(said), type: 'figures.figure-revised' };
}

export function corrected(said: Changed): FigureCorrected {
  const { data, ...rest } = change(said);
  return { ...rest, type: 'figures.figure-corrected', data: { ...data, severity: 'minor' } };
}

export function restated(said: Changed & { redefinition: string }): FigureRestated {
  const { data, ...rest } = change(said);
  return { ...rest, type: 'figures.figure-restated', data: { ...data, redefinition: said.redefinition } };
}

export function withdrawn(said: Changed): FigureWithdrawn {
  return { ...change({ value: null, status: 'O', ...said }), type: 'figures.figure-withdrawn' };
}

type Why = Pick<ChangeExplained['data'], 'of' | 'as'> & { readonly effectiveOn: string };

export function explanation({ of, as, effectiveOn }: Why): ChangeExplained {
  const fact = { schema: 1, effectiveOn, precision: 'day' as const, access: 'public' as const };
  const data = { ...figure, of, as, reason: because };
  return { ...fact, type: 'figures.change-explained', about: [figureRef(figure)], data };
}

export function marked({ of, effectiveOn = DAY }: { of: string; effectiveOn?: string }): EntryMarkedWrong {
  const fact = { schema: 1, effectiveOn, precision: 'day' as const, access: 'public' as const };
  const data = { ...figure, of, reason: null, right: null };
  return { ...fact, type: 'figures.entry-marked-wrong', about: [figureRef(figure)], data };
}

type About = {
  readonly of: string;
  readonly effectiveOn?: string;
  readonly access?: 'public' | 'restricted';
};

export function disputed({ of, effectiveOn = LATER, access = 'public' }: About): TranscriptionDisputed {
  const fact = { schema: 1, effectiveOn, precision: 'day' as const, access };
  const about = [figureRef(figure), measureRef(figure)];
  return { ...fact, type: 'figures.transcription-disputed', about, data: { ...figure, of, reason: because } };
}

export function disputeWithdrawn({
  dispute,
  ...said
}: About & { readonly dispute: string }): DisputeWithdrawn {
  const { of, effectiveOn = LATER, access = 'public' } = said;
  const fact = { schema: 1, effectiveOn, precision: 'day' as const, access };
  const about = [figureRef(figure), measureRef(figure)];
  return {
    ...fact,
    type: 'figures.dispute-withdrawn',
    about,
    data: { ...figure, of, dispute, reason: null },
  };
}

/** A reason, sealed as a decider gets it. */
export const because: SealedText = sealedText('A batch was counted twice.');

/** A line of a return as it is sent. */
export function line(parts: Partial<Line> = {}): Line {
  return { measure: 'robbery', period: '2022-07', value: '40', place: 'table 1', ...parts };
}

/** A return of the first paper, on its date. */
export function returned(lines: readonly Line[], parts: Partial<SubmitReturnInput> = {}): SubmitReturnInput {
  return { area: 'kent', paper: paper.id, effectiveOn: DAY, ...parts, lines };
}
