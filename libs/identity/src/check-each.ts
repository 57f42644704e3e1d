import { isRefusal, type Problem } from '@daybook/ledger';
import { checkBody } from './check-body';

/** One item of a list as it was sent: the texts in it, and what its class says against it. */
export interface SentItem<Item> {
  readonly texts: Partial<Item>;
  readonly badly: readonly Problem[];
}

/**
 * Checks the items of a list, each by itself, so that one bad item hides no other; `list` points to the list.
 * What of a bad item is text can be looked at all the same.
 */
export async function checkEach<Item extends object>(
  type: new () => Item,
  sent: readonly unknown[],
  list: string,
): Promise<readonly SentItem<Item>[]> {
  return Promise.all(
    sent.map(async (one, i) => {
      const checked = await checkBody(type, one);
      const texts = Object.entries(Object(one) as object).filter(([, part]) => typeof part === 'string');
      const badly = isRefusal(checked) ? checked.fields : [];
      return {
        texts: Object.fromEntries(texts) as Partial<Item>,
        badly: badly.map((problem) => ({ ...problem, field: `${list}/${i}${problem.field}` })),
      };
    }),
  );
}

/** A problem as the answer of a check says it. */
export interface LineProblem {
  /** Into the body that was sent, such as `/lines/3/value`. */
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

export function lineProblem({ field, code, message }: Problem): LineProblem {
  return { pointer: field, code, message };
}
