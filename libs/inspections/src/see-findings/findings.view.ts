import type { Recorded } from '@daybook/ledger';
import { type Marked, saidIn } from '@daybook/provenance';
import type { View } from '@daybook/read-model';
import { actOf, isFindingAct, raisedOf, type Act, type Raised } from '../acts';
import { groupOf, type Group } from '../book';
import { findingRef, type InspectionsEvent } from '../inspections.events';

/** One finding: how it was raised, and all that was said of it, in effective order. */
export interface FindingRow {
  readonly area: string;
  readonly finding: string;
  /** Null where only what was said of it later is effective yet, or its raising is marked as entered wrongly. */
  readonly raised: Raised | null;
  /** Every raising that is not marked, in effective order: there are several only after a mark of one. */
  readonly raisings: readonly Raised[];
  readonly acts: readonly Act[];
  readonly groups: readonly Group[];
  /** What was entered wrongly and counts for nothing, each with its mark. */
  readonly wrong: readonly { readonly act: Act | Raised | Group; readonly mark: Marked }[];
}

/** Every finding of every area, by its reference (`finding:kent/kent-peel-2021-22-afi-01`). */
export const findingsView: View<FindingRow> = {
  name: 'findings',
  version: 1,
  key(record) {
    const { area } = (record as Recorded<InspectionsEvent>).data;
    return findingsOf(record).map((id) => findingRef(area, id));
  },
  fold(known, { index, record }, key) {
    const event = record as Recorded<InspectionsEvent>;
    const { area } = event.data;
    const finding = key.slice(findingRef(area, '').length);
    const row = known ?? { area, finding, raised: null, raisings: [], acts: [], groups: [], wrong: [] };
    if (isFindingAct(event)) return { ...row, acts: [...row.acts, actOf(event, index)] };
    if (event.type === 'inspections.finding-raised')
      return withRaisings(row, [...row.raisings, raisedOf(event, index)]);
    if (event.type === 'inspections.findings-grouped')
      return { ...row, groups: [...row.groups, groupOf(event, saidIn(event, index))] };
    if (event.type !== 'inspections.entry-marked-wrong') return row;
    return leaveOut(row, { ...saidIn(event, index), of: event.data.of });
  },
  columns: ['area', 'finding', 'inspection', 'kind'],
  values: ({ area, finding, raised }) => ({
    area,
    finding,
    inspection: raised?.inspection ?? null,
    kind: raised?.kind ?? null,
  }),
};

function findingsOf(record: Recorded): readonly string[] {
  const event = record as Recorded<InspectionsEvent>;
  if (isFindingAct(event)) return event.data.findings;
  if (event.type === 'inspections.finding-raised') return [event.data.finding];
  if (event.type === 'inspections.findings-grouped' || event.type === 'inspections.entry-marked-wrong')
    return event.data.findings;
  return [];
}

function withRaisings(row: FindingRow, raisings: readonly Raised[]): FindingRow {
  return { ...row, raisings, raised: raisings.at(-1) ?? null };
}

function leaveOut(row: FindingRow, mark: Marked): FindingRow {
  const isOther = ({ id }: { readonly id: string }): boolean => id !== mark.of;
  const act = [...row.raisings, ...row.acts, ...row.groups].find((one) => !isOther(one));
  return {
    ...withRaisings(row, row.raisings.filter(isOther)),
    acts: row.acts.filter(isOther),
    groups: row.groups.filter(isOther),
    wrong: act ? [...row.wrong, { act, mark }] : row.wrong,
  };
}
