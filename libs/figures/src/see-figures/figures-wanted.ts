import { Refusal, RefusalError, isDate, type Problem } from '@daybook/ledger';
import { KINDS, STATUSES, isStatus, type Kind, type Status } from '../codes';
import { parsePeriod } from '../period';

/** What a list of figures can be sorted by; a `-` before it turns the order about. */
export const SORT_FIELDS = ['measure', 'period', 'value', 'effective'] as const;
export type SortField = (typeof SORT_FIELDS)[number];
export type FigureSort = SortField | `-${SortField}`;
export const FIGURE_SORTS: readonly FigureSort[] = SORT_FIELDS.flatMap((by) => [by, `-${by}`] as const);

/** Which figures are wanted, in which order. `period` is canonical. */
export interface FiguresWanted {
  readonly area: string;
  readonly measure?: string;
  readonly period?: string;
  readonly status?: Status;
  readonly kind?: Kind;
  /** The paper that the standing entry stands in. */
  readonly paper?: string;
  /** Only figures of which something other than a mere confirmation became effective after this UK day. */
  readonly changedSince?: string;
  readonly sort: FigureSort;
}

/** The same as it is asked: text, each part of which may be wrong. */
export interface FiguresAsked {
  readonly area: string;
  readonly measure?: string;
  /** In any accepted spelling. */
  readonly period?: string;
  readonly status?: string;
  readonly kind?: string;
  readonly paper?: string;
  readonly changedSince?: string;
  /** `measure` where absent. */
  readonly sort?: string;
}

/**
 * Reads what is asked. Throws a RefusalError that names every part that cannot be read. A measure or a paper
 * that nobody knows is no error: no figure has it.
 */
export function readFiguresWanted(asked: FiguresAsked): FiguresWanted {
  const { area, measure, status, kind, paper, changedSince, sort = 'measure' } = asked;
  const problems: Problem[] = [];
  const period = asked.period === undefined ? undefined : parsePeriod(asked.period);
  const wrong = (field: string, code: string, message: string): void => {
    problems.push({ field: `/${field}`, code, message });
  };
  if (asked.period !== undefined && !period)
    wrong('period', 'figures.bad-period', 'Write the period as a day, month, quarter or year: 2022-07.');
  if (status !== undefined && !isStatus(status))
    wrong('status', 'figures.unknown-status', `Choose a status: ${Object.keys(STATUSES).join(', ')}.`);
  if (kind !== undefined && !isKind(kind))
    wrong('kind', 'figures.unknown-kind', `Choose a kind: ${KINDS.join(', ')}.`);
  if (changedSince !== undefined && !isDate(changedSince))
    wrong('changedSince', 'figures.bad-date', 'Write the day as a date of the calendar: 2022-10-31.');
  if (!isSort(sort)) wrong('sort', 'figures.unknown-sort', `Sort by one of ${FIGURE_SORTS.join(', ')}.`);
  if (problems.length > 0)
    throw new RefusalError(
      Refusal.of('figures.bad-filter', 'Figures cannot be asked for like that.', problems),
    );
  return {
    area,
    sort: sort as FigureSort,
    ...(measure !== undefined && { measure }),
    ...(period && { period: period.canonical }),
    ...(status !== undefined && { status: status as Status }),
    ...(kind !== undefined && { kind: kind as Kind }),
    ...(paper !== undefined && { paper }),
    ...(changedSince !== undefined && { changedSince }),
  };
}

function isKind(text: string): text is Kind {
  return KINDS.some((kind) => kind === text);
}

function isSort(text: string): text is FigureSort {
  return FIGURE_SORTS.some((sort) => sort === text);
}
