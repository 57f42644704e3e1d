import type {
  AddresseeItem,
  DayOfParty,
  FindingCounts,
  FindingInFull,
  FindingItem,
  FindingsAsked,
  HistoryItem,
  Standing,
} from '@daybook/inspections';
import type { Many, One } from '@daybook/runtime';
import type { ListAnswer, OneAnswer, Question } from '../door/door';
import { ask, at, type Asking, type At } from './ask';
import { PAGE } from './questions';
import { counted, dateOf, listed, positionLine } from './show';
import { sheet, table } from './table';

export type TrackerAsked = FindingsAsked;
export interface CountsAsked {
  readonly area: string;
  readonly inspection?: string;
  readonly kind?: string;
}

/** The tracker, to its last page. */
export const askFindings = (asked: Asking & At & TrackerAsked): Promise<void> => {
  const { area, inspection, status, kind, addressee, question, priority } = asked;
  const { overdue, agreed, movedMoreThan, gapOver, sort } = asked;
  const wanted = {
    ...{ area, inspection, status, kind, addressee, question, priority },
    ...{ overdue, agreed, movedMoreThan, gapOver, sort },
  };
  const tracker: Question<Many<FindingItem>> = {
    path: 'findings',
    parameters: { ...at(asked), ...wanted, limit: PAGE },
    here: (readings, person) => readings.findings.list(person, at(asked), wanted),
  };
  return ask(asked, (door) => door.many(tracker), showTracker);
};

export const askFinding = (id: string, asked: Asking & At & { area?: string }): Promise<void> => {
  const { area } = asked;
  const finding: Question<One<FindingInFull>> = {
    path: `findings/${encodeURIComponent(id)}`,
    parameters: { ...at(asked), area },
    here: (readings, person) => readings.findings.one(person, at(asked), { id, area }),
  };
  return ask(asked, (door) => door.one(finding), showFinding);
};

export const askCounts = (asked: Asking & At & CountsAsked): Promise<void> => {
  const { area, inspection, kind } = asked;
  const wanted = { area, inspection, kind };
  const counts: Question<Many<FindingCounts>> = {
    path: 'finding-counts',
    parameters: { ...at(asked), ...wanted },
    here: (readings, person) => readings.findings.counts(person, at(asked), wanted),
  };
  return ask(asked, (door) => door.many(counts), showCounts);
};

function showTracker(answer: ListAnswer<FindingItem>, colour: boolean): string {
  const rows = table<FindingItem>(
    [
      { head: 'Finding', cell: (f) => f.finding },
      { head: 'Addressee', cell: (f) => f.addressee },
      { head: 'Kind', cell: (f) => f.kind },
      { head: 'Status', cell: (f) => f.status },
      { head: 'Anticipated', cell: anticipated },
      { head: 'First on record', cell: (f) => (f.moves > 0 ? f.originalAnticipated : null) },
      { head: 'Moves', cell: (f) => f.moves || null, align: 'end' },
      { head: 'Slip', cell: (f) => (f.moves > 0 ? f.slipDays : null), align: 'end' },
      { head: 'Agreed', cell: agreed },
      { head: 'Overdue', cell: (f) => f.overdueDays, align: 'end' },
      { head: 'Claimed', cell: on('claimedOn') },
      { head: 'Assured', cell: on('assuredOn') },
      { head: 'Ended', cell: on('endedOn') },
      { head: 'Waits', cell: (f) => f.gapDays, align: 'end' },
      { head: 'Title', cell: (f) => f.title },
    ],
    answer.items,
    colour,
  );
  return listed(answer, rows, 'line');
}

/** A day on which a party acted, or its month where no more is known. */
function on(day: DayOfParty): (item: FindingItem) => string | null {
  return ({ monthOnly, ...days }) => (monthOnly.includes(day) ? (days[day]?.slice(0, 7) ?? null) : days[day]);
}

function anticipated({
  anticipated: date,
  noDateGiven,
}: Pick<Standing, 'anticipated' | 'noDateGiven'>): string | null {
  return date ?? (noDateGiven ? '(no date given)' : null);
}

function agreed({ agreed: isAgreed }: Pick<Standing, 'agreed'>): string | null {
  return isAgreed === null ? null : isAgreed ? 'yes' : 'not agreed';
}

function showFinding({ item, ...position }: OneAnswer<FindingInFull>, colour: boolean): string {
  const about = sheet([
    ['Finding', item.id],
    ['Area', item.area],
    ['Title', item.title],
    ['Kind', item.kind],
    ['Number', item.number],
    ['Reference', item.reference],
    ['Inspection', item.inspection],
    ['Area of assessment', item.question],
    ['Priority', item.priority],
    ['Raised', dateOf(item.raised)],
    ['Group', item.group && `${item.group.id}: ${item.group.findings.join(', ')}`],
    ['About', item.about.join(', ')],
  ]);
  const each = item.addressees.map((one) => addresseeInWords(one)).join('\n');
  const history = table<HistoryItem>(
    [
      { head: 'Effective', cell: dateOf },
      { head: 'What', cell: (h) => h.type.slice(h.type.indexOf('.') + 1) },
      { head: 'With', cell: (h) => h.addressees.join(', ') },
      { head: 'From', cell: (h) => h.from },
      { head: 'To', cell: (h) => h.to ?? h.goesOnAs ?? h.group },
      { head: 'By', cell: (h) => `${h.by.role} ${h.by.body}${h.for ? ` for ${h.for}` : ''}` },
      { head: 'Paper', cell: (h) => h.source?.paper ?? null },
      { head: 'Says', cell: (h) => h.texts.map((t) => (t.erased ? '(erased)' : (t.text ?? ''))).join(' / ') },
      { head: 'Counts', cell: (h) => countsFor(h) },
      { head: 'Recorded', cell: (h) => h.recordedAt },
      { head: 'Record', cell: (h) => h.index, align: 'end' },
    ],
    item.history,
    colour,
  );
  return `${about}\n${each}\n${history}\n${positionLine(position)}`;
}

function addresseeInWords(one: AddresseeItem): string {
  const { claim, gaps, missing } = one;
  const drift =
    one.moves > 0 ? `${counted(one.moves, 'move')}, ${one.slipDays ?? 'an unknown number of'} days` : null;
  return sheet([
    ['Addressee', one.addressee],
    ['Status', one.status],
    ['Anticipated', anticipated(one)],
    ['First on record', one.originalAnticipated],
    ['Drift', drift && `${drift}${one.agreed ? '' : '; the latest is not agreed'}`],
    ['Overdue', one.overdueDays && counted(one.overdueDays, 'day')],
    ['Claimed', claim && dateOf(claim)],
    ['Declined', claim?.declined ? dateOf(claim.declined) : null],
    ['Assured', claim?.assured ? dateOf(claim.assured) : waits(gaps.claimedNotAssuredDays)],
    ['Ended', one.ended ? dateOf(one.ended) : waits(gaps.assuredNotClosedDays)],
    ['Goes on as', one.goesOnAs],
    ['Closed without', missing.join(', ')],
  ]);
}

function waits(days: number | null): string | null {
  return days === null ? null : `not yet, ${counted(days, 'day')}`;
}

function countsFor({ enteredWrongly, unfitting }: HistoryItem): string | null {
  if (enteredWrongly) return 'entered wrongly';
  return unfitting.length > 0 ? `does not fit: ${unfitting.join(', ')}` : null;
}

function showCounts(answer: ListAnswer<FindingCounts>, colour: boolean): string {
  const number = (head: string, of: (c: FindingCounts) => number) =>
    ({ head, cell: of, align: 'end' }) as const;
  const rows = table<FindingCounts>(
    [
      { head: 'On', cell: (c) => c.on },
      number('Open', (c) => c.open),
      number('Accepted', (c) => c.accepted),
      number('Disputed', (c) => c.disputed),
      number('Claimed', (c) => c.claimed),
      number('Assured', (c) => c.assured),
      number('Closed', (c) => c.closed),
      number('Carried forward', (c) => c.carriedForward),
      number('Superseded', (c) => c.superseded),
      number('Withdrawn', (c) => c.withdrawn),
      number('In all', (c) => c.total),
    ],
    answer.items,
    colour,
  );
  return listed(answer, rows, 'day');
}
