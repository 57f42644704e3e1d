import type { Problem, Refusal } from '@daybook/ledger';

/** One line of the GOV.UK error summary. `href` is absent where no field on the page is to blame. */
export interface SummaryLine {
  readonly text: string;
  readonly href?: string;
}

/** A refusal as a page shows it: the summary, and each field's own messages by the field's id. */
export interface ErrorSummary {
  readonly lines: readonly SummaryLine[];
  /** The permanent codes, each once. */
  readonly codes: readonly string[];
  /** Message by field id: the first of each field. */
  readonly at: Readonly<Record<string, string>>;
}

/** The id of the field that a JSON pointer names: `/lines/3/value` is `lines-3-value`. */
export function fieldId(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '-');
}

/**
 * The error summary of a refusal. `anchors` gives the ids on the page of problems whose own field is not
 * there, by field id: a problem of a whole line is linked to its first field. Problems of one field with one
 * sentence show once.
 */
export function errorSummary(refusal: Refusal, anchors: (id: string) => string | undefined): ErrorSummary {
  const problems: readonly Problem[] =
    refusal.fields.length > 0
      ? refusal.fields
      : [{ field: '', code: refusal.code, message: refusal.message }];
  const lines = new Map<string, SummaryLine>();
  const at: Record<string, string> = {};
  for (const { field, message } of problems) {
    const id = anchors(fieldId(field));
    if (id !== undefined) at[id] ??= message;
    lines.set(`${id ?? ''} ${message}`, { text: message, ...(id !== undefined && { href: `#${id}` }) });
  }
  return { lines: [...lines.values()], codes: [...new Set(problems.map(({ code }) => code))], at };
}
