import { longDate, nameOf } from '@daybook/pages';
import { checkRows, recordsInWords } from '../submit-return/return-check.page';
import { LINE_FIELDS, type LineFields } from '../submit-return/return-fields.page';
import type { MeasureItem } from '../see-measures/measures.query';
import type { DraftInFull, DraftItem, DraftRecord } from './drafts.query';

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
  const heading = { for: textOf(body.for), paperTitle, effectiveOn, count: draftLines(draft, body).length };
  return recordsInWords(by.body, heading);
}

/** The lines of a draft as the form for returns has them, whatever its command. */
function linesOf({ command }: Pick<DraftItem, 'command'>, body: Body): readonly LineFields[] {
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

const OBSERVED = /^figures\.figure-(reported|revised|corrected|restated|withdrawn)$/;

/** A line of a draft: its fields, and what its record says beside them. */
export interface DraftLine {
  readonly fields: LineFields;
  /** Missing where it would not be recorded as things are. */
  readonly record?: DraftRecord;
}

/** The figures that would be recorded; those that were sent, where that would be refused now. */
export function draftLines(draft: DraftInFull, body: Body): readonly DraftLine[] {
  if (draft.records.length === 0) return linesOf(draft, body).map((fields) => ({ fields }));
  return draft.records.flatMap((record) => {
    const act = OBSERVED.exec(record.type)?.[1];
    if (!act) return [];
    const kind = record.data.saysNotWhy ? 'unexplained' : act === 'reported' ? '' : act;
    return [{ fields: lineOf({ ...record.data, place: record.place }, kind), record }];
  });
}

/** The line in words, as the form says it before it is sent, with its date, readers, body and paper. */
export function draftRow(
  { fields, record }: DraftLine,
  measures: readonly MeasureItem[],
  paperTitle: (id: string) => string,
): object {
  const more = record && [
    ['Effective', longDate(record.effectiveOn, record.precision)],
    ['Who may read it', ACCESS_WORDS[record.access]],
    ...(record.for ? [['Written down for', nameOf(record.for)]] : []),
    ...(record.paper ? [['Paper', paperTitle(record.paper)]] : []),
    ...(record.data.secondHand ? [['Read in', 'a paper of another body']] : []),
    ...(fields.of ? [['Entry that it changes', fields.of]] : []),
  ];
  return { ...checkRows(fields, measures), more: more ?? [] };
}

const ACCESS_WORDS = {
  public: 'Everybody',
  restricted: 'Restricted: the force, the office and the inspectorate of the area',
} as const;

/** What a draft says once for all of it: the readers that were asked for, and the file that it was read from. */
export function draftHeading(body: Body): readonly (readonly [string, string])[] {
  const file = (body.file ?? {}) as Body;
  const access = body.access === 'restricted' || body.access === 'public' ? body.access : undefined;
  return [
    ...(access ? [['Asked to be read by', ACCESS_WORDS[access]] as const] : []),
    ...(body.file ? [['File', textOf(file.name) || 'erased'] as const] : []),
    ...(body.file ? [['SHA-256 of the file', textOf(file.sha256) || 'erased'] as const] : []),
    ...(textOf(body.reason) ? [['Why', textOf(body.reason)] as const] : []),
  ];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
