import type { Person } from '@daybook/identity';
import type { Many, One, PositionRequest, Readings } from '@daybook/runtime';
import type { Schema } from '../../openapi/json-schema';
import type { AnswerName } from '../../openapi/schemas';
import { refused, type Described, type ParameterName, type Parameters } from '../parameters';

/** What a query answers with: one thing, a page of many, or a thing that has no position (`bare`). */
export type Answer = One<object> | Many<object> | { readonly bare: object };

export interface Asking<Needed extends ParameterName, Optional extends ParameterName> {
  readonly readings: Readings;
  readonly person: Person;
  readonly at: PositionRequest;
  readonly asked: Readonly<Record<Needed, string>> & Readonly<Partial<Record<Optional, string>>>;
  /** Where the page begins and how long it is; only for queries that take `after` and `limit`. */
  readonly page: { readonly after?: string; readonly limit?: number };
}

/** A table of a CSV file: its columns, and what stands in each for every line. */
export interface Sheet {
  readonly columns: readonly SheetColumn[];
  readonly lines: readonly (readonly string[])[];
}
export interface SheetColumn {
  readonly name: string;
  readonly schema: Schema;
}

interface QueryRow<Needed extends ParameterName, Optional extends ParameterName> {
  /** Under /api/v1; `:name` is a needed parameter in the path. */
  readonly path: string;
  readonly title: string;
  readonly item: AnswerName;
  readonly shape: 'one' | 'many' | 'bare';
  /** Which of the two clocks its answers stand on; `between`: two positions on both. */
  readonly clocks: 'both' | 'ledger' | 'between' | 'none';
  readonly needed: readonly Needed[];
  readonly optional?: readonly Optional[];
  readonly paged?: boolean;
  /** Parameters that mean something else here than elsewhere. */
  readonly described?: Readonly<Partial<Record<ParameterName, Described>>>;
  /** Its items as lines of a file, where those are not simply the members of each item. */
  sheet?(asking: Asking<Needed, Optional>, found: Many<object>): Promise<Sheet>;
  ask(asking: Asking<Needed, Optional>): Promise<Answer>;
}

/** Who asks, where and what, with parameters that the row of the table knows. */
export type ApiAsking = Omit<Asking<never, never>, 'asked'> & { readonly asked: Parameters };

export interface ApiQuery extends Omit<QueryRow<ParameterName, ParameterName>, 'ask' | 'sheet'> {
  ask(asking: ApiAsking): Promise<Answer>;
  sheet?(asking: ApiAsking, found: Many<object>): Promise<Sheet>;
}

/**
 * A row of the table. The needed parameters are there when it is asked: whoever reads a request sees to
 * that.
 */
export function query<const Needed extends ParameterName, const Optional extends ParameterName = never>(
  row: QueryRow<Needed, Optional>,
): ApiQuery {
  return row;
}

/** The parameters that a query takes after the question mark. */
export function parametersOf(query: ApiQuery): readonly ParameterName[] {
  const own = [...query.needed, ...(query.optional ?? [])].filter((name) => !query.path.includes(`:${name}`));
  const clocks: Record<ApiQuery['clocks'], readonly ParameterName[]> = {
    both: ['asOf', 'basis', 'basisAt', 'minBasis'],
    ledger: ['basis', 'basisAt', 'minBasis'],
    between: [],
    none: [],
  };
  return [...own, ...clocks[query.clocks], ...(query.paged ? (['limit', 'after'] as const) : [])];
}

export function one<Name extends AnswerName>(item: Name) {
  return { item, shape: 'one', clocks: 'both' } as const;
}

export function many<Name extends AnswerName>(item: Name) {
  return { item, shape: 'many', clocks: 'both' } as const;
}

/** A place in the ledger as it stands in a request. Throws a RefusalError for anything else. */
export function placeIn(text: string, name = 'index', code = 'bad-index'): number {
  if (!/^\d{1,15}$/.test(text)) throw refused(name, code, 'A place in the ledger is a whole number, from 0.');
  return Number(text);
}
