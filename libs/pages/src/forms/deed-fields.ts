import { randomUUID } from 'node:crypto';
import type { Problem } from '@daybook/ledger';
import { dateFields, fieldsOf, isEmpty, readDate, type DateFields } from '../date-fields';
import { longDate } from '../wording/dates';

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

/**
 * One question of a form. `name` is the member of the command's body that the answer becomes; what is left
 * empty is left out. A `date` may be a month alone where `month` says so.
 */
export interface Question {
  readonly name: string;
  readonly kind: 'line' | 'words' | 'date' | 'choice' | 'select' | 'several' | 'number';
  readonly label: string;
  /** Stands above it, where a part of the form begins. */
  readonly heading?: string;
  readonly hint?: string;
  /** What is said where no answer is given; absent: it need not be. */
  readonly missing?: string;
  readonly month?: boolean;
  readonly choices?: readonly Choice[];
  /** The answer that stands there to begin with; a date as YYYY-MM-DD. */
  readonly first?: string;
  /** Left out of the check where it is empty: one of many that most leave so. */
  readonly quiet?: true;
  /** GOV.UK class of a short input, such as `govuk-input--width-5`. */
  readonly width?: string;
}

/** What was typed; it lives in the form alone until it is recorded. */
export interface Typed {
  /** The command's id, made when the form was first shown: sent twice, it is recorded once. */
  readonly commandId: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly dates: Readonly<Record<string, DateFields>>;
}

/** Reads a form as it was sent; with what stands there to begin with where nothing was. */
export function readTyped(
  questions: readonly Question[],
  form: Readonly<Record<string, string>>,
  asked: Readonly<Record<string, string>> = {},
): Typed {
  const isNew = form['command-id'] === undefined;
  const first = ({ name, first: own }: Question): string => (isNew ? (asked[name] ?? own ?? '') : '');
  const texts = questions
    .filter(({ kind }) => kind !== 'date')
    .map((q): [string, string] => [
      q.name,
      (q.kind === 'several' ? several(q, form) : (form[q.name] ?? '')).trim() || first(q),
    ]);
  const dates = questions
    .filter(({ kind }) => kind === 'date')
    .map((q): [string, DateFields] => {
      const typed = dateFields(form, q.name);
      return [q.name, isEmpty(typed) && first(q) !== '' ? fieldsOf(first(q)) : typed];
    });
  return {
    commandId: form['command-id'] || randomUUID(),
    texts: Object.fromEntries(texts),
    dates: Object.fromEntries(dates),
  };
}

/** Checkboxes have a name each, so that none is lost where of repeated names the last counts. */
function several({ name, choices = [] }: Question, form: Readonly<Record<string, string>>): string {
  const chosen = choices.filter(({ value }) => form[`${name}.${value}`] !== undefined);
  return chosen.length > 0 ? chosen.map(({ value }) => value).join(' ') : (form[name] ?? '');
}

/** The same as hidden fields, for the page that asks whether all is right. */
export function hiddenTyped({ commandId, texts, dates }: Typed): readonly (readonly [string, string])[] {
  const parts = ['day', 'month', 'year'] as const;
  return [
    ['command-id', commandId],
    ...Object.entries(texts),
    ...Object.entries(dates).flatMap(([name, date]) =>
      parts.map((part): [string, string] => [`${name}-${part}`, date[part]]),
    ),
  ];
}

/** What is missing, or is no date, before it can be said in words. All else is for the rules, when it is sent. */
export function missingIn(questions: readonly Question[], typed: Typed): Problem[] {
  return questions.flatMap((question): Problem[] => {
    const message = problemWith(question, typed);
    return message ? [{ field: `/${question.name}`, code: 'request.missing', message }] : [];
  });
}

function problemWith({ name, kind, missing, month, label }: Question, typed: Typed): string | undefined {
  const date = typed.dates[name];
  if (kind === 'date' && date && !isEmpty(date))
    return readDate(date, month) ? undefined : `Enter a real date, such as 14 9 2022: ${label.toLowerCase()}`;
  if (kind === 'date') return missing;
  const text = typed.texts[name] ?? '';
  if (text === '') return missing;
  return kind === 'number' && !/^\d{1,9}$/.test(text)
    ? `Enter a whole number: ${label.toLowerCase()}`
    : undefined;
}

/** An answer as a command takes it. */
export type Answered = string | number | readonly string[];

/** The answer to a question as the command takes it; undefined where none was given. */
export function answerTo({ name, kind, month }: Question, typed: Typed): Answered | undefined {
  if (kind === 'date') return typed.dates[name] && readDate(typed.dates[name], month);
  const text = typed.texts[name] ?? '';
  if (text === '') return undefined;
  if (kind === 'several') return text.split(' ');
  return kind === 'number' ? Number(text) : text;
}

/** The members of a command's body that were answered. */
export function bodyOf(questions: readonly Question[], typed: Typed): Record<string, unknown> {
  const answered = questions.map((q) => [q.name, answerTo(q, typed)] as const);
  return Object.fromEntries(answered.filter(([, answer]) => answer !== undefined));
}

/** Each answer in words, for the page that asks whether all is right. */
export function answersInWords(
  questions: readonly Question[],
  typed: Typed,
): readonly (readonly [label: string, answer: string])[] {
  const shown = questions.filter((question) => !question.quiet || answerTo(question, typed) !== undefined);
  return shown.map((question) => {
    const { kind, label, choices = [] } = question;
    const answer = answerTo(question, typed);
    if (answer === undefined) return [label, 'not given'];
    const textOf = (value: string | number): string =>
      choices.find((choice) => choice.value === value)?.text ?? String(value);
    if (typeof answer === 'object') return [label, answer.map(textOf).join(', ')];
    const said = String(answer);
    if (kind !== 'date') return [label, textOf(answer)];
    return [label, said.length === 7 ? longDate(`${said}-01`, 'month') : longDate(said)];
  });
}

/** Where a problem is shown: at the first input of the question that its field, or what holds it, answers. */
export function anchorOf(questions: readonly Question[], id: string): string | undefined {
  const question =
    questions.find(({ name }) => name === id) ?? questions.find(({ name }) => id.startsWith(`${name}-`));
  return question && (question.kind === 'date' ? `${question.name}-day` : question.name);
}
