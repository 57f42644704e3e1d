import type { Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import type { Visit } from '../page';
import { nameOf } from '../wording/names';
import type { Question } from './deed-fields';

/*
 * What forms of every slice ask alike.
 */

/** When the act was; who writes down another's looks for it in a paper, all others act today. */
export function dateQuestion(transcribing: boolean, today: string): Question {
  return {
    ...{ name: 'effectiveOn', kind: 'date', month: true },
    label: 'On which day was this said or done?',
    hint: transcribing
      ? "The day of the act, or the paper's date where it gives none. Leave the day empty where only the month is known"
      : 'For example, 15 3 2023',
    missing: 'Enter the day on which this was said or done',
    ...(!transcribing && { first: today }),
  };
}

/** In which paper it stands, and where; `needed` of who writes down another body's act. */
export function sourceQuestions(
  papers: readonly { readonly id: string; readonly title: string }[],
  needed: boolean,
): Question[] {
  const optional = needed ? '' : ' (optional)';
  return [
    {
      name: 'paper',
      kind: 'select',
      label: `In which paper does it stand?${optional}`,
      ...(papers.length === 0 && { hint: 'No paper is on record. Record it first, among the papers' }),
      choices: papers.map(({ id, title }) => ({ value: id, text: title })),
      ...(needed && { missing: 'Choose the paper in which it stands' }),
    },
    {
      name: 'place',
      kind: 'line',
      label: `Where in it?${optional}`,
      hint: 'A paragraph, page or item',
      ...(needed && { missing: 'Enter the place in the paper' }),
    },
  ];
}

/** Ids that were typed into one line, with commas or spaces between them. */
export function idsIn(line: unknown): string[] {
  return typeof line === 'string' ? line.split(/[\s,]+/).filter((id) => id !== '') : [];
}

/** The way back to what a form is about. */
export function crumbsTo(
  visit: Visit,
  area: string,
  ...steps: readonly (readonly [text: string, path: string])[]
) {
  const all = [[nameOf(area), `/${area}`] as const, ...steps];
  return all.map(([text, path]) => ({ text, href: visit.link(path) }));
}

/** What a person is told to whom a form is not open. */
export function notYours({ role, body }: Person, what: string): never {
  if (role === 'public') return refuse('identity.not-allowed', 'Sign in to record this.');
  return refuse('identity.not-allowed', `${what} is not for ${nameOf(body)} to record here.`);
}
