import { Refusal, RefusalError, type Problem } from '@daybook/ledger';
import { FINDING_KINDS, STATUSES, type FindingKind, type FindingStatus } from '../codes';

/** What a list of findings can be sorted by; a `-` before it turns the order about. */
export const FINDING_SORT_FIELDS = ['id', 'due', 'slip', 'moves', 'gap'] as const;
export type FindingSortField = (typeof FINDING_SORT_FIELDS)[number];
export type FindingSort = FindingSortField | `-${FindingSortField}`;
export const FINDING_SORTS: readonly FindingSort[] = FINDING_SORT_FIELDS.flatMap(
  (by) => [by, `-${by}`] as const,
);

/** A status, or `live`: whatever has not ended. */
export const STATUSES_WANTED = ['live', ...STATUSES] as const;
export type StatusWanted = (typeof STATUSES_WANTED)[number];

/** Which findings are wanted, in which order: one item for each finding and addressee. */
export interface FindingsWanted {
  readonly area?: string;
  readonly inspection?: string;
  readonly kind?: FindingKind;
  readonly status?: FindingStatus | 'live';
  readonly addressee?: string;
  /** The area of assessment. */
  readonly question?: string;
  readonly priority?: string;
  readonly overdue?: boolean;
  /** Only what moved, and whose latest move is agreed, or is not. */
  readonly agreed?: boolean;
  /** Only what moved more often than this. */
  readonly movedMoreThan?: number;
  /** Only what has waited for the next party for more days than this. */
  readonly gapOver?: number;
  readonly sort: FindingSort;
}

/** The same as it is asked: text, each part of which may be wrong. */
export type FindingsAsked = { readonly [Name in keyof FindingsWanted]?: string };

/**
 * Reads what is asked. Throws a RefusalError that names every part that cannot be read. An inspection, a body
 * or a question that nobody knows is no error: no finding has it.
 */
export function readFindingsWanted(asked: FindingsAsked): FindingsWanted {
  const problems: Problem[] = [];
  const choice = <Of extends string>(name: keyof FindingsAsked, known: readonly Of[], code: string) => {
    const text = asked[name];
    const found = known.find((one) => one === text);
    if (text !== undefined && found === undefined)
      problems.push({ field: `/${name}`, code, message: `Choose one of ${known.join(', ')}.` });
    return found;
  };
  const number = (name: 'movedMoreThan' | 'gapOver'): number | undefined => {
    const text = asked[name];
    if (text === undefined || /^\d{1,6}$/.test(text)) return text === undefined ? undefined : Number(text);
    const message = 'Write a whole number, from 0.';
    problems.push({ field: `/${name}`, code: 'inspections.bad-number', message });
    return undefined;
  };
  const overdue = choice('overdue', ['yes', 'no'], 'inspections.yes-or-no');
  const agreed = choice('agreed', ['yes', 'no'], 'inspections.yes-or-no');
  const read = {
    ...given({ area: asked.area, inspection: asked.inspection, addressee: asked.addressee }),
    ...given({ question: asked.question, priority: asked.priority }),
    ...given({ kind: choice('kind', FINDING_KINDS, 'inspections.unknown-kind') }),
    ...given({ status: choice('status', STATUSES_WANTED, 'inspections.unknown-status') }),
    ...given({ movedMoreThan: number('movedMoreThan'), gapOver: number('gapOver') }),
    ...(overdue && { overdue: overdue === 'yes' }),
    ...(agreed && { agreed: agreed === 'yes' }),
    sort: choice('sort', FINDING_SORTS, 'inspections.unknown-sort') ?? 'id',
  } as const;
  if (problems.length === 0) return read;
  throw new RefusalError(
    Refusal.of('inspections.bad-filter', 'Findings cannot be asked for like that.', problems),
  );
}

function given<Of extends object>(parts: Of): { [Name in keyof Of]?: Exclude<Of[Name], undefined> } {
  const entries = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof Of]?: Exclude<Of[Name], undefined> };
}
