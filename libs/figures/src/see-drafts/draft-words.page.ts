import { nameOf } from '@daybook/pages';
import { checkRows, recordsInWords } from '../submit-return/return-check.page';
import { LINE_FIELDS, type LineFields } from '../submit-return/return-fields.page';
import type { MeasureItem } from '../see-measures/measures.query';
import type { DraftInFull, DraftItem } from './drafts.query';

/** What came of a draft, as a tag says it. */
export const STATE_WORDS: Readonly<
  Record<DraftItem['state'], { readonly word: string; readonly tag: string }>
> = {
  waiting: { word: 'Awaits approval', tag: 'govuk-tag--yellow' },
  approved: { word: 'Approved', tag: 'govuk-tag--green' },
  rejected: { word: 'Rejected', tag: 'govuk-tag--red' },
  withdrawn: { word: 'Withdrawn', tag: 'govuk-tag--grey' },
};

const COMMAND_WORDS: Readonly<Record<string, string>> = {
  'submit-return': 'Return',
  'revise-figure': 'Revision',
  'correct-figure': 'Correction',
  'restate-figures': 'Restatement',
  'withdraw-figure': 'Withdrawal',
  'mark-entered-wrongly': 'Entry marked as entered wrongly',
  'switch-four-eyes': 'Switching four eyes off',
};

/** What a draft is, as a heading. */
export function draftTitle({ command }: Pick<DraftItem, 'command'>): string {
  return COMMAND_WORDS[command] ?? command;
}

/** What each line of a change declares, though its command says it and not the line. */
const DECLARED: Readonly<Record<string, string>> = {
  'revise-figure': 'revised',
  'correct-figure': 'corrected',
  'restate-figures': 'restated',
  'withdraw-figure': 'withdrawn',
};

type Body = NonNullable<DraftInFull['body']>;

/** What will be recorded once a draft is approved, as one sentence. */
export function draftSentence(draft: DraftInFull, body: Body, paperTitle: string | undefined): string {
  const { command, by, area } = draft;
  if (command === 'switch-four-eyes')
    return `${nameOf(by.body)} switches four eyes off in ${nameOf(area)}: from then on, one person of it puts figures on record alone.`;
  if (command === 'mark-entered-wrongly')
    return `${nameOf(by.body)} marks an entry as entered wrongly${body.right ? ', and puts the right one in its place' : ': the paper has no such figure'}.`;
  const effectiveOn = textOf(body.effectiveOn);
  const heading = { for: textOf(body.for), paperTitle, effectiveOn, count: linesOf(draft, body).length };
  return recordsInWords(by.body, heading);
}

/** The lines of a draft as the form for returns has them, whatever its command. */
export function linesOf({ command }: Pick<DraftItem, 'command'>, body: Body): readonly LineFields[] {
  const kind = DECLARED[command];
  if (command === 'switch-four-eyes') return [];
  if (command === 'mark-entered-wrongly') return body.right ? [lineOf(body.right as Body)] : [];
  if (!Array.isArray(body.lines)) return [lineOf(body, kind)];
  const lines = body.lines as readonly Body[];
  return lines.map((line) => lineOf({ ...line, reason: line.reason ?? body.reason }, kind));
}

function lineOf(line: Body, kind?: string): LineFields {
  const said = kind ? { ...line, kind } : line;
  return Object.fromEntries(LINE_FIELDS.map((field) => [field, textOf(said[field])])) as LineFields;
}

/** The lines in words, as the form says them before it sends them. */
export function draftRows(
  draft: DraftInFull,
  body: Body,
  measures: readonly MeasureItem[],
): readonly object[] {
  return linesOf(draft, body).map((line) => checkRows(line, measures));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
