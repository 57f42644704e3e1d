import { nameIn, type Names, type Visit } from '@daybook/pages';
import {
  COMMITMENT_KINDS,
  COMMITMENT_STATUSES,
  type CommitmentKind,
  type CommitmentStatus,
} from '../../codes';
import type { CommitmentItem } from './commitment-item';
import type { CommitmentsAsked } from './commitments-wanted';
import { COMMITMENT_KIND_WORDS, STATUS_WORDS } from './wording.page';

/** What the list's address may ask for; the same names as the API's. */
const ASKED = [
  ...(['status', 'owner', 'to', 'meeting', 'kind', 'priority'] as const),
  ...(['overdue', 'moved', 'pending', 'sort'] as const),
] as const satisfies readonly (keyof CommitmentsAsked)[];
type Name = (typeof ASKED)[number];
export type ListAsked = Readonly<Partial<Record<Name, string>>>;

/** Every status: the list shows what is still to be kept unless its address says so. */
const ANY = 'any';

export const LIST_SORTS: readonly (readonly [sort: string, words: string])[] = [
  ['id', 'commitment'],
  ['-id', 'commitment, Z to A'],
  ['due', 'due date, earliest first'],
  ['-due', 'due date, latest first'],
  ['-overdue', 'days overdue, most first'],
  ['overdue', 'days overdue, fewest first'],
  ['-slip', 'slip, most days first'],
  ['slip', 'slip, fewest days first'],
  ['-moves', 'moves, most first'],
  ['moves', 'moves, fewest first'],
];

export function listAsked({ query }: Visit): ListAsked {
  return Object.fromEntries(
    ASKED.flatMap((name) => (query[name]?.trim() ? [[name, query[name].trim()]] : [])),
  );
}

/** A form sends what was left empty too; the address that people keep has only what is asked for. */
export function sentByForm({ query }: Visit): boolean {
  return ASKED.some((name) => query[name] === '');
}

/** The same as the API takes it: what is still to be kept, unless a status or all of them are asked for. */
export function apiAsked(area: string, asked: ListAsked): CommitmentsAsked & { readonly area: string } {
  const { status = 'live', ...others } = asked;
  return { area, ...others, ...(status !== ANY && { status }) };
}

/** The id of the field that a problem of the API's parameter is about. */
export function fieldOfParameter(parameter: string): string | undefined {
  return ASKED.find((name) => name === parameter);
}

/** What is asked for, as parts of a sentence. */
export function askedInWords(asked: ListAsked, names: Names): string[] {
  const { status, owner, to, meeting, kind, priority, overdue, moved, pending } = asked;
  return [
    status && status !== ANY && `status: ${statusInWords(status).toLowerCase()}`,
    owner && `owner: ${nameIn(names, owner)}`,
    to && `promised to: ${nameIn(names, to)}`,
    meeting && `meeting: ${meeting}`,
    kind && `kind: ${(COMMITMENT_KIND_WORDS[kind as CommitmentKind] ?? kind).toLowerCase()}`,
    priority && `priority: ${priority}`,
    overdue && (overdue === 'yes' ? 'overdue' : 'not overdue'),
    moved && (moved === 'yes' ? 'date moved' : 'date never moved'),
    pending && (pending === 'yes' ? 'another date asked for' : 'no other date asked for'),
  ].filter((part) => typeof part === 'string' && part !== '') as string[];
}

export function isEveryStatus({ status }: ListAsked): boolean {
  return status === ANY;
}

function statusInWords(status: string): string {
  return status === 'live' ? 'to be kept' : (STATUS_WORDS[status as CommitmentStatus]?.word ?? status);
}

type Option = readonly [value: string, text: string];

/** The form that asks: its choices, from everything in the area, and what was asked last. */
export function listForm(
  visit: Visit,
  asked: ListAsked,
  all: readonly CommitmentItem[],
  names: Names,
): object {
  const known = (of: (item: CommitmentItem) => (string | null)[]): string[] =>
    [...new Set(all.flatMap(of).filter((one) => one !== null))].sort();
  const named = (ids: readonly string[]): Option[] => ids.map((id) => [id, nameIn(names, id)]);
  const choose = (name: Name, other: string, options: readonly Option[]) => [
    { value: '', text: other, selected: !asked[name] },
    ...options.map(([value, text]) => ({ value, text, selected: value === asked[name] })),
  ];
  const eitherWay = (name: Name, yes: string, no: string) =>
    choose(name, 'Either', [
      ['yes', yes],
      ['no', no],
    ]);
  return {
    action: visit.path,
    kept: Object.entries({ 'as-of': visit.at.asOf, basis: visit.at.basis }).filter(([, value]) => value),
    asked,
    statuses: choose('status', 'Whatever is still to be kept', [
      [ANY, 'Any status'],
      ...COMMITMENT_STATUSES.map((one): Option => [one, STATUS_WORDS[one].word]),
    ]),
    kinds: choose(
      'kind',
      'Any kind',
      COMMITMENT_KINDS.map((one) => [one, COMMITMENT_KIND_WORDS[one]]),
    ),
    owners: choose('owner', 'Anybody', named(known(({ owner, ownerBody }) => [owner, ownerBody]))),
    promisedTo: choose('to', 'Anybody', named(known(({ to }) => [to]))),
    meetings: choose(
      'meeting',
      'Any meeting, or none',
      known(({ meeting }) => [meeting]).map((id) => [id, id]),
    ),
    overdue: eitherWay('overdue', 'Overdue', 'Not overdue'),
    moved: eitherWay('moved', 'Moved', 'Never moved'),
    pending: eitherWay('pending', 'Asked for, no answer yet', 'Not asked for'),
    sorts: LIST_SORTS.map(([value, text]) => ({
      value,
      text: text.charAt(0).toUpperCase() + text.slice(1),
      selected: value === (asked.sort ?? 'id'),
    })),
  };
}

/** A column's head: how it is sorted now, and the link that sorts by it, the other way about where it is. */
export function sortHead(visit: Visit, asked: ListAsked, first: string): object {
  const now = asked.sort ?? 'id';
  const turned = first.startsWith('-') ? first.slice(1) : `-${first}`;
  const to = now === first ? turned : first;
  const field = first.replace('-', '');
  return {
    sorted: now === field ? 'ascending' : now === `-${field}` ? 'descending' : undefined,
    href: visit.link(visit.path, { ...asked, sort: to }),
    does: `sort by ${LIST_SORTS.find(([sort]) => sort === to)?.[1] ?? to}`,
  };
}
