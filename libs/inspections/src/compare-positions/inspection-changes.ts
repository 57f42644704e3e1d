import { isSealed, type FreeText } from '@daybook/ledger';
import { inEffectiveOrder, type Said } from '@daybook/provenance';
import type { Audience, Position, Rows } from '@daybook/read-model';
import { type Act, type Raised } from '../acts';
import type { Group } from '../book';
import type { FindingStatus } from '../codes';
import { stateOf, type AddresseeState } from '../finding-state';
import { findingsView, type FindingRow } from '../see-findings/findings.view';
import {
  inspectionsView,
  type GradeSaid,
  type InspectionRow,
  type InspectionSaid,
  type ResponseStep,
} from '../see-inspections/inspections.view';

/** What happened, in the order in which kinds are counted. */
export const INSPECTION_CHANGES = [
  'inspection-recorded',
  'graded',
  'finding-raised',
  'findings-grouped',
  'completion-anticipated',
  'completion-moved',
  'move-agreed',
  'progress-reported',
  'finding-accepted',
  'finding-disputed',
  'dispute-answered',
  'discharge-claimed',
  'discharge-assured',
  'discharge-declined',
  'finding-closed',
  'finding-reopened',
  'finding-carried-forward',
  'finding-superseded',
  'finding-withdrawn',
  'comments-invited',
  'comments-recorded',
  'recommendation-answered',
  'response-published',
  'copy-sent',
  'act-entered-wrongly',
] as const;
export type InspectionChangeKind = (typeof INSPECTION_CHANGES)[number];

/** How an act moved a finding, for one addressee: before and after it, at its place in effective order. */
export interface AddresseeMoved {
  readonly addressee: string;
  readonly statusBefore: FindingStatus | null;
  readonly statusAfter: FindingStatus;
  /** `2022-11`, a day, or words; null where no date stood. */
  readonly anticipatedBefore: string | null;
  readonly anticipatedAfter: string | null;
}

/** One change, and where it stands in the list. */
export interface InspectionChange {
  /** The reference of what changed: an inspection or a finding. */
  readonly key: string;
  /** Its place among the changes of one key, from 0. */
  readonly n: number;
  readonly area: string;
  readonly inspection: string | null;
  readonly finding: string | null;
  readonly kind: InspectionChangeKind;
  readonly said: Said;
  readonly text: FreeText;
  readonly of: string | null;
  /** Of a grade: the question that was graded, and how; null is explicitly not graded. */
  readonly graded: { readonly question: string; readonly grade: string | null } | null;
  readonly addressees: readonly AddresseeMoved[];
  /** Whether what it is about reads otherwise at the later position than at the earlier one. */
  readonly standingDiffers: boolean;
}

/** Two positions, the first no later than the second on either clock. */
export interface PositionsCompared {
  readonly area: string;
  readonly from: Position;
  readonly to: Position;
  readonly audience: Audience;
}

/**
 * What was said of an area's findings and inspections between two positions, in order of reference, and of
 * each in effective order. What is on record at the first position is on record at the second.
 */
export function inspectionChanges(rows: Rows, compared: PositionsCompared): InspectionChange[] {
  const { area, from, to, audience } = compared;
  const findings = (at: Position) => rows.list(findingsView, { area }, at, audience).rows;
  const inspections = (at: Position) => rows.list(inspectionsView, { area }, at, audience).rows;
  const knownFindings = new Map(findings(from).map(({ key, row }) => [key, row]));
  const knownInspections = new Map(inspections(from).map(({ key, row }) => [key, row]));
  return [
    ...findings(to).flatMap(({ key, row }) => numbered(key, ofFinding(knownFindings.get(key), row))),
    ...inspections(to).flatMap(({ key, row }) => numbered(key, ofInspection(knownInspections.get(key), row))),
  ];
}

type Unplaced = Omit<InspectionChange, 'key' | 'n'>;

function numbered(key: string, changes: readonly Unplaced[]): InspectionChange[] {
  return [...changes]
    .sort((a, b) => inEffectiveOrder(a.said, b.said))
    .map((change, n) => ({ ...change, key, n }));
}

function ofFinding(before: FindingRow | undefined, row: FindingRow): Unplaced[] {
  const { area, finding, raised, acts } = row;
  const known = new Set(everything(before).map(({ id }) => id));
  const standingDiffers = states(before) !== states(row);
  const base = {
    ...{ area, finding, inspection: raised?.inspection ?? null },
    ...{ of: null, graded: null, text: null, addressees: [], standingDiffers },
  };
  const fresh = <Of extends Said>(all: readonly Of[]): Of[] => all.filter(({ id }) => !known.has(id));
  return [
    ...fresh(row.raisings).map((one): Unplaced => ({ ...base, kind: 'finding-raised', said: one })),
    ...fresh(row.groups).map((one): Unplaced => ({ ...base, kind: 'findings-grouped', said: one })),
    ...fresh(acts).map((act): Unplaced => ({
      ...base,
      kind: kindOf(act.type),
      said: act,
      text: textOf(act.data),
      of: 'of' in act.data ? act.data.of : null,
      addressees: raised ? act.data.addressees.map((id) => movedBy(raised, acts, act, id)) : [],
    })),
    ...fresh(row.wrong.map(({ mark }) => mark)).map((mark): Unplaced => ({
      ...base,
      kind: 'act-entered-wrongly',
      said: mark,
      of: mark.of,
    })),
  ];
}

function everything(row: FindingRow | undefined): readonly Said[] {
  if (!row) return [];
  return [...row.raisings, ...row.acts, ...row.groups, ...row.wrong.map(({ mark }) => mark)];
}

function ofInspection(before: InspectionRow | undefined, row: InspectionRow): Unplaced[] {
  const { area, inspection } = row;
  const marks = (one: InspectionRow | undefined) => one?.wrong.map(({ mark }) => mark) ?? [];
  const all = [...(before?.recordings ?? []), ...(before?.grades ?? []), ...(before?.response ?? [])];
  const known = new Set([...all, ...marks(before)].map(({ id }) => id));
  const fresh = <Of extends Said>(list: readonly Of[]): Of[] => list.filter(({ id }) => !known.has(id));
  const base = {
    ...{ area, inspection, finding: null, of: null, graded: null, text: null, addressees: [] },
    standingDiffers: true,
  };
  return [
    ...fresh<InspectionSaid>(row.recordings).map((one): Unplaced => ({
      ...base,
      kind: 'inspection-recorded',
      said: one,
    })),
    ...fresh<GradeSaid>(row.grades).map((one): Unplaced => ({
      ...base,
      kind: 'graded',
      said: one,
      graded: { question: one.questionTitle, grade: one.grade },
    })),
    ...fresh<ResponseStep>(row.response).map((step): Unplaced => ({
      ...base,
      kind: kindOf(step.type),
      said: step,
      text: textOf(step.data),
      finding: 'finding' in step.data ? step.data.finding : null,
      of: 'of' in step.data ? step.data.of : null,
    })),
    ...fresh(marks(row)).map((mark): Unplaced => ({
      ...base,
      kind: 'act-entered-wrongly',
      said: mark,
      of: mark.of,
    })),
  ];
}

function kindOf(type: Act['type'] | ResponseStep['type']): InspectionChangeKind {
  return type.slice('inspections.'.length) as InspectionChangeKind;
}

/** The words that an act gives: a reason, evidence, a report, an answer. */
function textOf(data: object): FreeText {
  return Object.values(data).find((part) => isSealed(part)) ?? null;
}

function movedBy(raised: Raised, acts: readonly Act[], act: Act, addressee: string): AddresseeMoved {
  const earlier = acts.filter((one) => inEffectiveOrder(one, act) < 0);
  const a = stateOf(raised, earlier, addressee);
  const b = stateOf(raised, [...earlier, act], addressee);
  return {
    addressee,
    statusBefore: a.status,
    statusAfter: b.status,
    anticipatedBefore: anticipated(a),
    anticipatedAfter: anticipated(b),
  };
}

function anticipated({ completion }: AddresseeState): string | null {
  return completion.standing?.expected.anticipated ?? null;
}

/** How a finding reads at a position: with each addressee, where it stands and by when. */
function states(row: FindingRow | undefined): string {
  const { raised, acts, groups } = row ?? { raised: null, acts: [], groups: [] as readonly Group[] };
  if (!raised) return '';
  const each = raised.addressees.map((id) => {
    const state = stateOf(raised, acts, id);
    const agreed = state.completion.moves.map((move) => move.agreed !== null);
    return [id, state.status, anticipated(state), ...agreed].join(' ');
  });
  return [raised.id, groups.at(-1)?.group, ...each].join('; ');
}
