import type {
  ClaimItem,
  CommitmentEventItem,
  CommitmentInFull,
  CommitmentItem,
  CommitmentsAsked,
  DueItem,
} from '@daybook/scrutiny';
import type { Many, One } from '@daybook/runtime';
import type { ListAnswer, OneAnswer, Question } from '../door/door';
import { ask, at, type Asking, type At } from './ask';
import { PAGE } from './questions';
import { counted, dateOf, listed, positionLine } from './show';
import { sheet, table } from './table';

/** What was promised, to the last page. */
export const askCommitments = (asked: Asking & At & CommitmentsAsked): Promise<void> => {
  const { area, status, owner, to, meeting, kind, priority, overdue, moved, pending, sort } = asked;
  const wanted = { area, status, owner, to, meeting, kind, priority, overdue, moved, pending, sort };
  const commitments: Question<Many<CommitmentItem>> = {
    path: 'commitments',
    parameters: { ...at(asked), ...wanted, limit: PAGE },
    here: (readings, person) => readings.commitments.list(person, at(asked), wanted),
  };
  return ask(asked, (door) => door.many(commitments), showCommitments);
};

export const askCommitment = (id: string, asked: Asking & At & { area?: string }): Promise<void> => {
  const { area } = asked;
  const commitment: Question<One<CommitmentInFull>> = {
    path: `commitments/${encodeURIComponent(id)}`,
    parameters: { ...at(asked), area },
    here: (readings, person) => readings.commitments.one(person, at(asked), { id, area }),
  };
  return ask(asked, (door) => door.one(commitment), showCommitment);
};

function showCommitments(answer: ListAnswer<CommitmentItem>, colour: boolean): string {
  const rows = table<CommitmentItem>(
    [
      { head: 'Commitment', cell: (c) => c.id },
      { head: 'Kind', cell: (c) => c.kind },
      { head: 'Owner', cell: (c) => c.owner },
      { head: 'To', cell: (c) => c.to },
      { head: 'Status', cell: (c) => c.status },
      { head: 'Due', cell: due },
      { head: 'First on record', cell: (c) => (c.moves > 0 ? c.originalDue : null) },
      { head: 'Moves', cell: (c) => c.moves || null, align: 'end' },
      { head: 'Slip', cell: (c) => (c.moves > 0 ? c.slipDays : null), align: 'end' },
      { head: 'Asked for', cell: (c) => c.pendingMove },
      { head: 'Overdue', cell: (c) => c.overdueDays, align: 'end' },
      { head: 'Last word', cell: (c) => c.lastWordOn },
      { head: 'Target', cell: (c) => c.verdict },
      { head: 'Title', cell: (c) => c.title },
    ],
    answer.items,
    colour,
  );
  return listed(answer, rows, 'commitment');
}

function due(item: Pick<CommitmentItem, 'due'>): string {
  return item.due ?? '(no date given)';
}

function showCommitment({ item, ...position }: OneAnswer<CommitmentInFull>, colour: boolean): string {
  const { comparison, overdueDays } = item;
  const about = sheet([
    ['Commitment', item.id],
    ['Area', item.area],
    ['Title', item.title],
    ['In words', item.promiseErased ? '(erased)' : item.promise],
    ['Kind', item.kind],
    ['Owner', item.owner],
    ['Promised to', item.to ?? '(not said)'],
    ['Made', dateOf(item.made)],
    ['Meeting', item.meeting && [item.meeting, item.item].filter(Boolean).join(', item ')],
    ['Priority', item.priority],
    ['Status', item.status],
    ['Due', due(item)],
    ['First on record', item.originalDue],
    ['Drift', item.moves > 0 ? `${counted(item.moves, 'move')}, ${item.slipDays ?? 'unknown'} days` : null],
    ['Asked for', item.pendingMove],
    ['Overdue', overdueDays && `${counted(overdueDays, 'day')}; nothing recorded since ${item.lastWordOn}`],
    ['Claimed', item.claimedOn],
    ['Accepted', item.acceptedOn],
    ['Target', item.target && `${item.target.sense} ${item.target.value} of ${item.target.measure}`],
    ['Figure', comparison?.value ?? null],
    ['Verdict', comparison && [comparison.verdict, comparison.why].filter(Boolean).join(': ')],
    ['About', item.about.join(', ')],
  ]);
  return [about, datesOf(item.dates, colour), claimsOf(item.claims), historyOf(item.history, colour)]
    .filter((part) => part !== '')
    .concat(positionLine(position))
    .join('\n');
}

function datesOf(dates: readonly DueItem[], colour: boolean): string {
  if (dates.length === 0) return '';
  return table<DueItem>(
    [
      { head: 'Date said', cell: dateOf },
      { head: 'From', cell: (d) => d.from },
      { head: 'To', cell: (d) => d.due },
      { head: 'Days', cell: (d) => d.days, align: 'end' },
      { head: 'Asked by', cell: (d) => d.askedBy },
      { head: 'Why', cell: (d) => (d.reasonErased ? '(erased)' : d.reason) },
      { head: 'Answer', cell: (d) => d.outcome },
    ],
    dates,
    colour,
  );
}

function claimsOf(claims: readonly ClaimItem[]): string {
  return claims
    .map((claim) =>
      sheet([
        ['Claimed', dateOf(claim)],
        ['Evidence', claim.evidenceErased ? '(erased)' : claim.evidence],
        ['Accepted', claim.accepted && dateOf(claim.accepted)],
        ['Refused', claim.refused && dateOf(claim.refused)],
      ]),
    )
    .join('\n');
}

function historyOf(history: readonly CommitmentEventItem[], colour: boolean): string {
  return table<CommitmentEventItem>(
    [
      { head: 'Effective', cell: dateOf },
      { head: 'What', cell: (h) => h.type.slice(h.type.indexOf('.') + 1) },
      { head: 'From', cell: (h) => h.from },
      { head: 'To', cell: (h) => h.to ?? h.supersededBy },
      { head: 'By', cell: (h) => `${h.by.role} ${h.by.body}${h.for ? ` for ${h.for}` : ''}` },
      { head: 'Paper', cell: (h) => h.source?.paper ?? null },
      { head: 'Says', cell: (h) => h.texts.map((t) => (t.erased ? '(erased)' : (t.text ?? ''))).join(' / ') },
      {
        head: 'Counts',
        cell: (h) => (h.enteredWrongly ? 'entered wrongly' : h.fits ? null : 'does not fit'),
      },
      { head: 'Recorded', cell: (h) => h.recordedAt },
      { head: 'Record', cell: (h) => h.index, align: 'end' },
    ],
    history,
    colour,
  );
}
