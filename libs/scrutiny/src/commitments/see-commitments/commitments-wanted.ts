import { Refusal, RefusalError, type Problem } from '@daybook/ledger';
import {
  COMMITMENT_KINDS,
  COMMITMENT_STATUSES,
  type CommitmentKind,
  type CommitmentStatus,
} from '../../codes';

/** What a list of commitments can be sorted by; a `-` before it turns the order about. */
export const COMMITMENT_SORT_FIELDS = ['id', 'due', 'slip', 'moves', 'overdue'] as const;
export type CommitmentSortField = (typeof COMMITMENT_SORT_FIELDS)[number];
export type CommitmentSort = CommitmentSortField | `-${CommitmentSortField}`;
export const COMMITMENT_SORTS: readonly CommitmentSort[] = COMMITMENT_SORT_FIELDS.flatMap(
  (by) => [by, `-${by}`] as const,
);

/** A status, or `live`: whatever is still to be kept. */
export const COMMITMENT_STATUSES_WANTED = ['live', ...COMMITMENT_STATUSES] as const;
export type CommitmentStatusWanted = (typeof COMMITMENT_STATUSES_WANTED)[number];

/** Which commitments are wanted, in which order. */
export interface CommitmentsWanted {
  readonly area?: string;
  readonly status?: CommitmentStatus | 'live';
  /** An office; or a body with all offices within it, and what it took over from a body that it succeeded. */
  readonly owner?: string;
  /** The same of whom it was promised to. */
  readonly to?: string;
  readonly meeting?: string;
  readonly kind?: CommitmentKind;
  /** `<plan>/<priority>`. */
  readonly priority?: string;
  readonly overdue?: boolean;
  /** Only what moved at least once, or never. */
  readonly moved?: boolean;
  /** Only what another date is asked for and not yet agreed or refused, or the rest. */
  readonly pending?: boolean;
  readonly sort: CommitmentSort;
}

/** The same as it is asked: text, each part of which may be wrong. */
export type CommitmentsAsked = { readonly [Name in keyof CommitmentsWanted]?: string };

/**
 * Reads what is asked. Throws a RefusalError that names every part that cannot be read. A body, a meeting or
 * a priority that nobody knows is no error: no commitment has it.
 */
export function readCommitmentsWanted(asked: CommitmentsAsked): CommitmentsWanted {
  const problems: Problem[] = [];
  const choice = <Of extends string>(name: keyof CommitmentsAsked, known: readonly Of[], code: string) => {
    const text = asked[name];
    const found = known.find((one) => one === text);
    if (text !== undefined && found === undefined)
      problems.push({ field: `/${name}`, code, message: `Choose one of ${known.join(', ')}.` });
    return found;
  };
  const yesOrNo = (name: 'overdue' | 'moved' | 'pending'): boolean | undefined => {
    const read = choice(name, ['yes', 'no'], 'scrutiny.yes-or-no');
    return read && read === 'yes';
  };
  const { area, owner, to, meeting, priority } = asked;
  const read = {
    ...given({ area, owner, to, meeting, priority }),
    ...given({ status: choice('status', COMMITMENT_STATUSES_WANTED, 'scrutiny.unknown-status') }),
    ...given({ kind: choice('kind', COMMITMENT_KINDS, 'scrutiny.unknown-kind') }),
    ...given({ overdue: yesOrNo('overdue'), moved: yesOrNo('moved'), pending: yesOrNo('pending') }),
    sort: choice('sort', COMMITMENT_SORTS, 'scrutiny.unknown-sort') ?? 'id',
  } as const;
  if (problems.length === 0) return read;
  throw new RefusalError(
    Refusal.of('scrutiny.bad-filter', 'Commitments cannot be asked for like that.', problems),
  );
}

function given<Of extends object>(parts: Of): { [Name in keyof Of]?: Exclude<Of[Name], undefined> } {
  const entries = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof Of]?: Exclude<Of[Name], undefined> };
}
