import { nameOf, type Visit } from '@daybook/pages';
import { FINDING_KINDS, STATUSES, type FindingKind, type FindingStatus } from '../codes';
import type { FindingItem } from './finding-item';
import type { FindingsAsked } from './findings-wanted';
import { FINDING_KIND_WORDS, STATUS_WORDS, questionInWords } from './wording.page';

/** What the tracker's address may ask for, by the name that the API has for it. */
const NAMES = {
  inspection: 'inspection',
  kind: 'kind',
  status: 'status',
  owner: 'addressee',
  question: 'question',
  priority: 'priority',
  overdue: 'overdue',
  agreed: 'agreed',
  'moved-more-than': 'movedMoreThan',
  'gap-over': 'gapOver',
  sort: 'sort',
} as const satisfies Readonly<Record<string, keyof FindingsAsked>>;
type Name = keyof typeof NAMES;
const ASKED = Object.keys(NAMES) as Name[];

/** What is asked for, by the names of the page's address. */
export type TrackerAsked = Readonly<Partial<Record<Name, string>>>;

/** Every status: the tracker shows what is live unless its address says so. */
const ANY = 'any';

export const TRACKER_SORTS: readonly (readonly [sort: string, words: string])[] = [
  ['id', 'finding'],
  ['-id', 'finding, Z to A'],
  ['due', 'due date, earliest first'],
  ['-due', 'due date, latest first'],
  ['-slip', 'slip, most days first'],
  ['slip', 'slip, fewest days first'],
  ['-moves', 'moves, most first'],
  ['moves', 'moves, fewest first'],
  ['-gap', 'gap, longest first'],
  ['gap', 'gap, shortest first'],
];

export function trackerAsked({ query }: Visit): TrackerAsked {
  return Object.fromEntries(
    ASKED.flatMap((name) => (query[name]?.trim() ? [[name, query[name].trim()]] : [])),
  );
}

/** A form sends what was left empty too; the address that people keep has only what is asked for. */
export function sentByForm({ query }: Visit): boolean {
  return ASKED.some((name) => query[name] === '');
}

/** The same as the API and the readings take it: what is live, unless a status or all of them are asked for. */
export function apiAsked(area: string, asked: TrackerAsked): FindingsAsked & { readonly area: string } {
  const { status = 'live' } = asked;
  const named = ASKED.flatMap((name) => (asked[name] ? [[NAMES[name], asked[name]] as const] : []));
  const { status: _any, ...others } = Object.fromEntries(named) as FindingsAsked;
  return { area, ...others, ...(status !== ANY && { status }) };
}

/** The id of the field that a problem of the API's parameter is about. */
export function fieldOfParameter(parameter: string): string | undefined {
  return ASKED.find((name) => NAMES[name] === parameter);
}

/** What is asked for, as parts of a sentence. */
export function askedInWords(asked: TrackerAsked, inspections: ReadonlyMap<string, string>): string[] {
  const { inspection, kind, status, owner, question, priority, overdue, agreed } = asked;
  return [
    inspection && `inspection: ${inspections.get(inspection) ?? inspection}`,
    kind && `kind: ${(FINDING_KIND_WORDS[kind as FindingKind] ?? kind).toLowerCase()}`,
    status && status !== ANY && `status: ${statusInWords(status).toLowerCase()}`,
    owner && `owner: ${nameOf(owner)}`,
    question && `area of assessment: ${questionInWords(question)}`,
    priority && `priority: ${priority}`,
    overdue && (overdue === 'yes' ? 'overdue' : 'not overdue'),
    agreed && (agreed === 'yes' ? 'moved, and agreed' : 'moved, and not agreed'),
    asked['moved-more-than'] && `moved more than ${asked['moved-more-than']} times`,
    asked['gap-over'] && `waiting for the next party for more than ${asked['gap-over']} days`,
  ].filter((part) => part !== undefined && part !== '' && part !== false) as string[];
}

function statusInWords(status: string): string {
  return status === 'live' ? 'not ended' : (STATUS_WORDS[status as FindingStatus]?.word ?? status);
}

/** The form that asks: its choices, from everything in the area, and what was asked last. */
export function trackerForm(
  visit: Visit,
  asked: TrackerAsked,
  all: readonly FindingItem[],
  inspections: ReadonlyMap<string, string>,
): object {
  const known = (of: (item: FindingItem) => string | null): string[] =>
    [...new Set(all.flatMap((item) => of(item) ?? []))].sort();
  const choose = (name: Name, other: string, options: readonly (readonly [string, string])[]) => [
    { value: '', text: other, selected: !asked[name] },
    ...options.map(([value, text]) => ({ value, text, selected: value === asked[name] })),
  ];
  return {
    action: visit.path,
    kept: Object.entries({ 'as-of': visit.at.asOf, basis: visit.at.basis }).filter(([, value]) => value),
    asked,
    inspections: choose(
      'inspection',
      'Every inspection',
      known((item) => item.inspection).map((id) => [id, inspections.get(id) ?? id]),
    ),
    kinds: choose(
      'kind',
      'Any kind',
      FINDING_KINDS.map((kind) => [kind, FINDING_KIND_WORDS[kind]] as const),
    ),
    statuses: choose('status', 'Whatever has not ended', [
      [ANY, 'Any status'],
      ...STATUSES.map((status) => [status, STATUS_WORDS[status].word] as const),
    ]),
    owners: choose(
      'owner',
      'Anybody',
      known((item) => item.addressee).map((id) => [id, nameOf(id)] as const),
    ),
    questions: choose(
      'question',
      'Any',
      known((item) => item.question).map((id) => [id, questionInWords(id)] as const),
    ),
    overdue: choose('overdue', 'Either', [
      ['yes', 'Overdue'],
      ['no', 'Not overdue'],
    ]),
    agreed: choose('agreed', 'Moved or not', [
      ['no', 'Moved, and not agreed'],
      ['yes', 'Moved, and agreed'],
    ]),
    sorts: TRACKER_SORTS.map(([value, text]) => ({
      value,
      text: text.charAt(0).toUpperCase() + text.slice(1),
      selected: value === (asked.sort ?? 'id'),
    })),
  };
}

/** A column's head: how it is sorted now, and the link that sorts by it, the other way about where it is. */
export function sortHead(visit: Visit, asked: TrackerAsked, first: string): object {
  const now = asked.sort ?? 'id';
  const turned = first.startsWith('-') ? first.slice(1) : `-${first}`;
  const to = now === first ? turned : first;
  const field = first.replace('-', '');
  return {
    sorted: now === field ? 'ascending' : now === `-${field}` ? 'descending' : undefined,
    href: visit.link(visit.path, { ...asked, sort: to }),
    does: `sort by ${TRACKER_SORTS.find(([sort]) => sort === to)?.[1] ?? to}`,
  };
}
