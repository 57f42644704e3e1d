import { changesOf, recordOf, type FigureChange } from '../compare-positions/changes';
import type { DefinitionChange } from '../compare-positions/comparison';
import { disputesWhere, notesOf, type DisputeNote } from '../disputes';
import type { DisputeEvent, FigureEvent, MeasureEvent } from '../figures.events';
import type { FigureRow } from '../see-figures/figures.view';
import type { MeasureRow } from '../see-measures/measures.view';
import {
  judge,
  type Explanation,
  type FigureEntry,
  type FigureRecord,
  type Standing,
  type WrongMark,
} from '../vintages';

/** In which order a history is stepped through: as it happened, or as this ledger came to know it. */
export const ORDERS = ['effective', 'recorded'] as const;
export type Order = (typeof ORDERS)[number];

/** What a history is made of. */
export type StepType = (FigureEvent | MeasureEvent | DisputeEvent)['type'];
/** An event about a figure. */
type Told = FigureEntry | Explanation | WrongMark | DisputeNote;

/** One event of a history, in the least words: where it stands on both clocks, and which row tells it. */
export type Step = {
  readonly id: string;
  readonly index: number;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly type: StepType;
} & (
  | {
      readonly row: FigureRow;
      readonly event: Told;
      readonly defines?: undefined;
    }
  | { readonly defines: MeasureRow; readonly row?: undefined }
);

/** Every event about these figures and measures, in the order asked for. */
export function stepsOf(
  figures: readonly FigureRow[],
  measures: readonly MeasureRow[],
  order: Order,
): Step[] {
  const steps = [...figures.flatMap(stepsOfFigure), ...measures.flatMap(stepsOfMeasure)];
  return steps.sort(order === 'recorded' ? byIndex : byDate);
}

function byIndex(a: Step, b: Step): number {
  return a.index - b.index;
}

function byDate(a: Step, b: Step): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  return a.index - b.index;
}

const DISPUTE_TYPES: Readonly<Record<DisputeNote['said'], DisputeEvent['type']>> = {
  disputed: 'figures.transcription-disputed',
  'dispute-withdrawn': 'figures.dispute-withdrawn',
};

function stepsOfFigure(row: FigureRow): Step[] {
  const step = (type: StepType, event: Told): Step => {
    const { id, order, effectiveOn, recordedAt } = event;
    return { id, index: order, effectiveOn, recordedAt, type, row, event };
  };
  const known = new Set(row.vintages.map(({ id }) => id));
  const isKnown = ({ of }: { readonly of: string }): boolean => known.has(of);
  return [
    ...row.vintages.map((v) => step(`figures.figure-${v.act}`, v)),
    ...row.explanations.filter(isKnown).map((e) => step('figures.change-explained', e)),
    ...row.marks.filter(isKnown).map((m) => step('figures.entry-marked-wrong', m)),
    ...notesOf(row.disputes)
      .filter(isKnown)
      .map((said) => step(DISPUTE_TYPES[said.said], said)),
  ];
}

function stepsOfMeasure(row: MeasureRow): Step[] {
  const step =
    (type: MeasureEvent['type']) =>
    ({
      id,
      index,
      effectiveOn,
      recordedAt,
    }: MeasureRow['definitions'][number] | MeasureRow['redefinitions'][number]) =>
      ({ id, index, effectiveOn, recordedAt, type, defines: row }) satisfies Step;
  return [
    ...row.definitions.map(step('figures.measure-defined')),
    ...row.redefinitions.map(step('figures.measure-redefined')),
  ];
}

/** Whether an event is no later than a step, in the order in which the history is stepped through. */
function reached(step: Step, order: Order): (event: Pick<FigureEntry, 'effectiveOn' | 'order'>) => boolean {
  if (order === 'recorded') return (event) => event.order <= step.index;
  return (event) =>
    event.effectiveOn < step.effectiveOn ||
    (event.effectiveOn === step.effectiveOn && event.order <= step.index);
}

/** What was on record about a figure after a step; with `but` without the event of that id. */
export function recordAfter(row: FigureRow, step: Step, order: Order, but?: string): FigureRecord {
  const { entries, explanations, marks } = recordOf(row);
  const counts = reached(step, order);
  const there = <Event extends FigureEntry | Explanation | WrongMark>(events: readonly Event[]): Event[] =>
    events.filter((event) => counts(event) && event.id !== but);
  return { entries: there(entries), explanations: there(explanations), marks: there(marks) };
}

/** A figure as it stood after a step; undefined where nothing was on record about it yet. */
export function rowAfter(row: FigureRow, step: Step, order: Order): FigureRow | undefined {
  const record = recordAfter(row, step, order);
  const { vintages, standing } = judge(record);
  if (sizeOf(record) === 0) return undefined;
  const { explanations, marks } = record;
  const { figure } = row;
  const disputes = disputesWhere(row.disputes, reached(step, order));
  return { figure, vintages, explanations, marks, standing: standing ?? null, disputes };
}

function sizeOf({ entries, explanations, marks }: FigureRecord): number {
  return entries.length + explanations.length + marks.length;
}

/** What a step about a figure did: to the entry that it is about, and to others that are judged otherwise by it. */
export interface StepDone {
  readonly change: FigureChange;
  readonly rejudged: readonly FigureChange[];
}

export function doneBy(step: Extract<Step, { row: FigureRow }>, order: Order): StepDone {
  const { row } = step;
  const earlier = recordAfter(row, step, order, step.id);
  const later = recordAfter(row, step, order);
  const changes = changesOf(earlier, later);
  const rejudged = changes.filter(({ kind }) => kind === 'rejudged');
  const own = changes.find(({ kind }) => kind !== 'rejudged') ?? nothingAltered(step, earlier, later);
  return { change: own, rejudged };
}

/** A step that leaves all as it was is told all the same: a confirmation, say. */
function nothingAltered(
  { event, row }: Extract<Step, { row: FigureRow }>,
  earlier: FigureRecord,
  later: FigureRecord,
): FigureChange {
  const { vintages, standing } = judge(later);
  const isEntry = 'act' in event;
  const about = isEntry ? event.id : event.of;
  const entry = [...vintages, ...row.vintages].find(({ id }) => id === about);
  if (!entry) throw new Error(`Event ${event.id} is about no entry of its figure.`);
  const noted = 'said' in event ? event.said : 'as' in event ? 'explained' : 'entered-wrongly';
  const kind = isEntry ? entry.kind : noted;
  const was = judge(earlier).vintages.find(({ id }) => id === about);
  return { kind, event, entry, ...(was && { was }), ...standingBoth(standing) };
}

function standingBoth(standing: Standing | undefined): { before?: Standing; after?: Standing } {
  return standing ? { before: standing, after: standing } : {};
}

/** What a step about a measure says of its definition. */
export function definitionBy(step: Extract<Step, { defines: MeasureRow }>, order: Order): DefinitionChange {
  const { id, index, effectiveOn, recordedAt, defines } = step;
  const redefinition = defines.redefinitions.find((one) => one.id === id);
  const { change = null, fromPeriod = null } = redefinition ?? {};
  const counts = reached(step, order);
  const starts = defines.definitions
    .filter((one) => one.id !== id && counts({ effectiveOn: one.effectiveOn, order: one.index }))
    .map((one) => one.effectiveOn);
  const earlier = starts.every((start) => effectiveOn < start);
  return {
    ...{ id, index, effectiveOn, recordedAt, change, fromPeriod },
    kind: redefinition ? 'redefined' : 'defined',
    definedAgain:
      redefinition || starts.length === 0 ? null : earlier ? 'start-moved-back' : 'nothing-changed',
  };
}
