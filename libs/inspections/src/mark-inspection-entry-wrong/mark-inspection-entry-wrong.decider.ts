import { Refusal, type Decider, type SealedText } from '@daybook/ledger';
import type { GivenPaper } from '@daybook/provenance';
import { inspectionsBook, type InspectionsBook } from '../book';
import { findingRef, inspectionRef, type EntryMarkedWrong } from '../inspections.events';
import { refused } from '../setting';

export interface MarkInspectionEntryWrongInput {
  readonly area: string;
  /** The event id of the entry. */
  readonly of: string;
  readonly reason?: SealedText | null;
  readonly says?: SealedText | null;
}

/** What says nothing that a fold reads: a mark of it would change nothing. */
const NOT_MARKED: readonly string[] = [
  'inspections.scale-defined',
  'inspections.tracker-imported',
  'inspections.entry-marked-wrong',
];

/**
 * A slip of the pen. The mark is effective on the wrong entry's own date; the entry stays visible, and all
 * else is judged as if it were absent. What the paper really says is entered by the command for it, on the
 * date that the paper gives: a finding or an inspection whose own entry is marked is raised or recorded
 * again under its id, and keeps what was said of it.
 */
export const markInspectionEntryWrong: Decider<
  MarkInspectionEntryWrongInput,
  InspectionsBook,
  EntryMarkedWrong,
  GivenPaper
> = {
  ...inspectionsBook,
  decide({ area, of, reason = null, says = null }, book, { by }) {
    const entry = book.entries.get(of);
    if (!entry || NOT_MARKED.includes(entry.type))
      return new Refusal('inspections.unknown-entry', `No entry ${of} that can be marked is on record here.`);
    if (entry.by.body !== by.body)
      return new Refusal('inspections.not-yours', 'Only the body that wrote the entry may mark it.');
    if (book.marked.has(of))
      return new Refusal('inspections.already-marked', `Entry ${of} is marked as entered wrongly already.`);
    if (!reason) {
      const message = 'Say how the slip came about.';
      return refused(message, [{ field: '/reason', code: 'inspections.reason-missing', message }]);
    }
    const { effectiveOn, precision, access, source, inspections, findings } = entry;
    const about = [
      ...findings.map((id) => findingRef(area, id)),
      ...inspections.map((id) => inspectionRef(area, id)),
      ...(source ? [`paper:${source.paper}`] : []),
    ];
    const data = { area, of, inspections, findings, reason, says };
    return [
      {
        type: 'inspections.entry-marked-wrong',
        ...{ schema: 1, effectiveOn, precision, about, access, data },
        ...(entry.for && { for: entry.for }),
        ...(source && { source }),
      },
    ];
  },
};
