import type { Group } from '../book';
import { isLive, type FindingKind, type FindingStatus } from '../codes';
import { beginning, stateOf } from '../finding-state';
import type { FindingRow } from './findings.view';
import type { FindingsWanted } from './findings-wanted';
import { standingOf, type Standing } from './standing';

/** One finding with one of its addressees: a line of the tracker. */
export interface FindingItem extends Omit<Standing, 'status'> {
  readonly finding: string;
  /** The same, by the name that a finding in full has it under: its address is `/findings/{id}`. */
  readonly id: string;
  /** Null of good practice that is addressed to nobody: nobody claims or closes it, so it has no status. */
  readonly addressee: string | null;
  readonly status: FindingStatus | null;
  readonly area: string;
  readonly inspection: string;
  readonly kind: FindingKind;
  /** Its number within its report. */
  readonly number: number | null;
  readonly title: string;
  /** The area of assessment. */
  readonly question: string | null;
  readonly priority: string | null;
  /** The findings that it shares its item of the improvement plan with go by this id; null: by itself. */
  readonly group: string | null;
}

/** The lines of a finding, one for each addressee; none where it is not raised for this reader by the day. */
export function itemsOf({ area, finding, raised, acts, groups }: FindingRow, day: string): FindingItem[] {
  if (!raised) return [];
  const { inspection, kind, number, title, question, priority } = raised;
  const group = groupedIn({ groups })?.group ?? null;
  const content = { finding, id: finding, area, inspection, kind, number, title, question, priority, group };
  if (raised.addressees.length === 0)
    return [{ ...content, addressee: null, ...standingOf(beginning(raised, ''), day), status: null }];
  return raised.addressees.map((addressee) => ({
    ...{ ...content, addressee },
    ...standingOf(stateOf(raised, acts, addressee), day),
  }));
}

/** The latest grouping of a finding; one that names nothing else takes it out of any. */
export function groupedIn({ groups }: Pick<FindingRow, 'groups'>): Group | undefined {
  const own = groups.at(-1);
  return own && own.findings.length > 1 ? own : undefined;
}

/** Whether a line is one of those wanted, in what the view does not filter by itself. */
export function isWanted(item: FindingItem, wanted: FindingsWanted): boolean {
  const { status, addressee, question, priority, overdue, agreed, movedMoreThan, gapOver } = wanted;
  if (
    status === 'live' ? !item.status || !isLive(item.status) : status !== undefined && item.status !== status
  )
    return false;
  if (addressee !== undefined && item.addressee !== addressee) return false;
  if (question !== undefined && item.question !== question) return false;
  if (priority !== undefined && item.priority !== priority) return false;
  if (overdue !== undefined && (item.overdueDays !== null) !== overdue) return false;
  if (agreed !== undefined && item.agreed !== agreed) return false;
  if (movedMoreThan !== undefined && item.moves <= movedMoreThan) return false;
  return gapOver === undefined || (item.gapDays !== null && item.gapDays > gapOver);
}
