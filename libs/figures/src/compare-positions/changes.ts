import type { Kind } from '../codes';
import type { DisputeNote } from '../disputes';
import {
  inEffectiveOrder,
  judge,
  type Explanation,
  type FigureEntry,
  type FigureRecord,
  type Judged,
  type Standing,
  type Vintage,
  type WrongMark,
} from '../vintages';

/** What a change is: what the fold makes of a new entry, or what became of one that was on record before. */
export type ChangeKind = Kind | 'explained' | DisputeNote['said'] | 'rejudged' | 'defined' | 'redefined';
export const CHANGE_KINDS = [
  'defined',
  'redefined',
  'first-release',
  'missing',
  'revised',
  'corrected',
  'restated',
  'withdrawn',
  'unexplained',
  'contradicts',
  'confirmed',
  'explained',
  'entered-wrongly',
  'disputed',
  'dispute-withdrawn',
  'rejudged',
] as const satisfies readonly ChangeKind[];

/** One change of a figure between two records of it, the second of which holds all of the first. */
export interface FigureChange {
  readonly kind: ChangeKind;
  /** The event that made the change; of a re-judged entry the one that caused it. */
  readonly event: FigureEntry | Explanation | WrongMark | DisputeNote;
  /** The entry that changed, as it is judged in the end. */
  readonly entry: Vintage;
  /** The same as it was judged at first; undefined where it was not on record yet. */
  readonly was?: Vintage;
  /** What stood before the change and after it; the changes of a figure lead from the first record to the second. */
  readonly before?: Standing;
  readonly after?: Standing;
}

/** An event that the second record has and the first has not; a new entry comes with all that is noted on it. */
interface Step {
  readonly event: FigureEntry | Explanation | WrongMark;
  readonly about: string;
  readonly own: 'entry' | 'explained' | 'entered-wrongly';
  readonly adds: FigureRecord;
}

/**
 * What changed between two records of a figure, in order of (effectiveOn, ledger order): every new entry, but
 * for a confirmation that alters nothing; what was noted on older entries; and older entries that are judged
 * otherwise now, after the event that caused it. Empty where nothing changed.
 */
export function changesOf(earlier: FigureRecord, later: FigureRecord): FigureChange[] {
  const steps = stepsBetween(earlier, later);
  if (steps.length === 0) return [];
  const first = judge(earlier);
  const last = judge(later);
  const was = new Map(first.vintages.map((v) => [v.id, v]));
  const is = new Map(last.vintages.map((v) => [v.id, v]));
  const walked = walk(earlier, first, steps, was);
  return walked.flatMap(({ step, before, after, altered, caused }): FigureChange[] => {
    const entry = is.get(step.about);
    const positions = { ...(before && { before }), ...(after && { after }) };
    const rejudged = caused
      .filter((id) => !(id === step.about && step.own !== 'entry'))
      .flatMap((id): FigureChange[] => {
        const [old, now] = [was.get(id), is.get(id)];
        if (!old || !now || judgedAlike(old, now)) return [];
        return [
          {
            kind: 'rejudged',
            event: step.event,
            entry: now,
            was: old,
            ...(after && { before: after, after }),
          },
        ];
      });
    const kind = step.own === 'entry' ? entry?.kind : step.own;
    const counts = altered || rejudged.length > 0 || (step.own === 'entry' && kind !== 'confirmed');
    if (!entry || !kind || !counts) return rejudged;
    const old = was.get(entry.id);
    return [{ kind, event: step.event, entry, ...(old && { was: old }), ...positions }, ...rejudged];
  });
}

/**
 * The same with what was newly said of entries in disputes, each in its place: it changes nothing that
 * stands.
 */
export function withDisputes(
  changes: readonly FigureChange[],
  notes: readonly DisputeNote[],
  earlier: FigureRecord,
  later: FigureRecord,
): FigureChange[] {
  if (notes.length === 0) return [...changes];
  const entries = new Map(judge(later).vintages.map((v) => [v.id, v]));
  let stands = judge(earlier).standing;
  const waiting = [...notes].sort(inEffectiveOrder);
  const said = (before?: FigureChange): FigureChange[] => {
    const due = waiting.filter((note) => !before || inEffectiveOrder(note, before.event) < 0);
    waiting.splice(0, due.length);
    return due.flatMap((event) => {
      const entry = entries.get(event.of);
      return entry
        ? [{ kind: event.said, event, entry, ...(stands && { before: stands, after: stands }) }]
        : [];
    });
  };
  const merged = changes.flatMap((change) => {
    const due = said(change);
    stands = change.after;
    return [...due, change];
  });
  return [...merged, ...said()];
}

/** A step with what it did: what stood around it, and which older entries it was the last to judge otherwise. */
interface Walked {
  readonly step: Step;
  readonly before?: Standing;
  readonly after?: Standing;
  readonly altered: boolean;
  readonly caused: readonly string[];
}

function walk(
  earlier: FigureRecord,
  first: Judged,
  steps: readonly Step[],
  older: ReadonlyMap<string, Vintage>,
): Walked[] {
  const causes = new Map<string, Step>();
  let record = earlier;
  let judged = first;
  const walked = steps.map((step) => {
    record = together(record, step.adds);
    const next = judge(record);
    const known = new Map(judged.vintages.map((v) => [v.id, v]));
    let target = false;
    for (const v of next.vintages) {
      const old = known.get(v.id);
      if (!old || !older.has(v.id) || judgedAlike(old, v)) continue;
      causes.set(v.id, step);
      target ||= v.id === step.about;
    }
    const [before, after] = [judged.standing, next.standing];
    judged = next;
    return { step, before, after, altered: target || !standsAlike(before, after) };
  });
  return walked.map((one) => ({
    ...one,
    caused: [...older.keys()].filter((id) => causes.get(id) === one.step),
  }));
}

function stepsBetween(earlier: FigureRecord, later: FigureRecord): Step[] {
  const known = new Set([earlier.entries, earlier.explanations, earlier.marks].flat().map(({ id }) => id));
  const entries = later.entries.filter(({ id }) => !known.has(id));
  const arriving = new Set(entries.map(({ id }) => id));
  const isNew = (note: { id: string }): boolean => !known.has(note.id);
  const explanations = later.explanations.filter(isNew);
  const marks = later.marks.filter(isNew);
  const onOld = (note: { of: string }): boolean => !arriving.has(note.of);
  return [
    ...entries.map((event): Step => {
      const on = (note: { of: string }): boolean => note.of === event.id;
      const adds = { entries: [event], explanations: explanations.filter(on), marks: marks.filter(on) };
      return { event, about: event.id, own: 'entry', adds };
    }),
    ...explanations.filter(onOld).map((event): Step => ({
      ...{ event, about: event.of, own: 'explained' },
      adds: { entries: [], explanations: [event], marks: [] },
    })),
    ...marks.filter(onOld).map((event): Step => ({
      ...{ event, about: event.of, own: 'entered-wrongly' },
      adds: { entries: [], explanations: [], marks: [event] },
    })),
  ].sort((a, b) => inEffectiveOrder(a.event, b.event));
}

function together(a: FigureRecord, b: FigureRecord): FigureRecord {
  return {
    entries: [...a.entries, ...b.entries],
    explanations: [...a.explanations, ...b.explanations],
    marks: [...a.marks, ...b.marks],
  };
}

/** Whether two judgments of one entry say the same of it. */
export function judgedAlike(a: Vintage, b: Vintage): boolean {
  return (
    a.kind === b.kind &&
    a.difference === b.difference &&
    a.contradictsItself === b.contradictsItself &&
    a.explained?.id === b.explained?.id &&
    a.marked?.id === b.marked?.id
  );
}

/** Whether the same stands, and in the same way; reports that only confirm it make no difference. */
export function standsAlike(a: Standing | undefined, b: Standing | undefined): boolean {
  if (!a || !b) return a === b;
  return a.id === b.id && a.kind === b.kind && saysAlike(a, b);
}

/** Whether what stands reads the same: value, status, and who withholds it. */
export function saysAlike(a: Standing | undefined, b: Standing | undefined): boolean {
  if (!a || !b) return a === b;
  return a.value === b.value && a.status === b.status && a.withheldBy === b.withheldBy;
}

/** A row of the view as the record that it was folded from. */
export function recordOf(row: {
  readonly vintages: readonly Vintage[];
  readonly explanations: FigureRecord['explanations'];
  readonly marks: FigureRecord['marks'];
}): FigureRecord {
  const { vintages, explanations, marks } = row;
  return { entries: vintages, explanations, marks };
}
