import { Refusal, type Problem } from '@daybook/ledger';
import {
  dateFields,
  fieldsOf,
  isEmpty,
  readDate,
  withQuery,
  type DateFields,
  type Visit,
} from '@daybook/pages';

/** What is compared, as the address says it: `to` and `toBasis` are the visit's own position. */
export interface ComparisonAsked {
  readonly measure?: string;
  readonly from?: string;
  readonly fromBasis?: string;
  readonly to?: string;
  readonly toBasis?: string;
}

/** The form as it is shown: what was typed, or what is compared. */
export interface ComparisonForm {
  readonly measure?: string;
  readonly from: DateFields;
  readonly to: DateFields;
  readonly fromBasis: string;
  readonly toBasis: string;
}

/** Reads the address. The later position may also stand in it as `to` and `to-basis`. */
export function askedIn({ query, at }: Visit): ComparisonAsked {
  const { measure, from } = query;
  const to = query.to ?? at.asOf;
  const toBasis = query['to-basis'] ?? query.toBasis ?? at.basis;
  const fromBasis = query['from-basis'] ?? query.fromBasis;
  return { measure, from, fromBasis, to, toBasis };
}

/** Where a comparison has its page: the later position is that of the page. */
export function comparisonPath(
  area: string,
  { measure, from, fromBasis, to, toBasis }: ComparisonAsked,
): string {
  const query = { measure, from, 'from-basis': fromBasis, 'as-of': to, basis: toBasis };
  return withQuery(`/${area}/changes`, query);
}

/** Whether the address says the later position in other words than the page's own. */
export function isElsewhere({ query }: Visit): boolean {
  return ['to', 'to-basis', 'toBasis', 'fromBasis'].some((name) => query[name] !== undefined);
}

export function isSent({ query }: Visit): boolean {
  return 'from-day' in query;
}

/** What the form sent: a comparison, or what is wrong with it. */
export function readForm({
  query,
}: Visit): { asked: ComparisonAsked } | { form: ComparisonForm; refusal: Refusal } {
  const [from, to] = [dateFields(query, 'from'), dateFields(query, 'to')];
  const [fromBasis, toBasis] = [size(query['from-basis']), size(query['to-basis'])];
  const { measure } = query;
  const problems: Problem[] = [];
  const say = (field: string, code: string, message: string): void => {
    problems.push({ field: `/${field}`, code, message });
  };
  for (const [name, fields, which] of [
    ['from', from, 'first'],
    ['to', to, 'second'],
  ] as const)
    if (!isEmpty(fields) && !readDate(fields)) say(name, 'position.bad-date', `Enter a real ${which} date`);
  for (const [name, text, which] of [
    ['fromBasis', fromBasis, 'first'],
    ['toBasis', toBasis, 'second'],
  ] as const)
    if (text !== '' && !/^\d{1,15}$/.test(text))
      say(name, 'position.bad-basis', `Enter the ${which} ledger size as a whole number`);
  if (isEmpty(from) && fromBasis === '') say('from', 'changes.no-start', 'Enter the first date');
  if (problems.length > 0)
    return {
      form: { measure, from, to, fromBasis, toBasis },
      refusal: Refusal.of('changes.bad-comparison', 'This cannot be compared.', problems),
    };
  return {
    asked: {
      measure,
      from: readDate(from),
      to: readDate(to),
      fromBasis: fromBasis || undefined,
      toBasis: toBasis || undefined,
    },
  };
}

function size(text: string | undefined): string {
  return (text ?? '').replace(/[\s,]/g, '');
}

/** The form filled with what an address asks for. */
export function formOf({
  measure,
  from = '',
  to = '',
  fromBasis = '',
  toBasis = '',
}: ComparisonAsked): ComparisonForm {
  const fields = (date: string): DateFields =>
    date === '' ? { day: '', month: '', year: '' } : fieldsOf(date);
  return { measure, from: fields(from), to: fields(to), fromBasis, toBasis };
}

/** The ids of the fields that refusals are about. */
export function anchors(id: string): string | undefined {
  const known: Readonly<Record<string, string>> = {
    from: 'from-day',
    to: 'to-day',
    fromBasis: 'from-basis',
    toBasis: 'to-basis',
  };
  return known[id];
}
