import { publicReader } from '@daybook/identity';
import type { ErrorSummary } from '../error-summary';
import type { Typed } from '../forms/deed-fields';
import { withQuery, type Answer, type Show, type Visit } from '../page';

/** A visit of nobody in particular, for tests of a page alone. */
export function visitOf(of: Partial<Visit>): Visit {
  return {
    ...{ person: publicReader, path: '/f', params: {}, query: {}, form: {}, at: {} },
    link: linkTo,
    ...of,
  };
}

function linkTo(path: string, query: Parameters<Visit['link']>[1] = {}): string {
  return withQuery(path, query);
}

/** What a form shows, as a test reads it. */
export type Shown = Show & {
  readonly data: {
    readonly typed: Typed;
    readonly errors?: ErrorSummary;
    readonly at: Readonly<Record<string, string>>;
    readonly sentence?: string;
    readonly rows?: readonly (readonly [string, string])[];
    readonly hidden?: readonly (readonly [string, string])[];
  };
};

export function shownBy(answer: Answer): Shown {
  if (!('template' in answer)) throw new Error('It leads elsewhere.');
  return answer as Shown;
}
