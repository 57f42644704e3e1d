import type { Problem } from '@daybook/ledger';
import type { Question } from '@daybook/pages';
import { ITEM } from '../../body';

/** An item as it is typed into one line. */
export interface TypedItem {
  readonly item: string;
  readonly title: string;
  readonly private: boolean;
}

/** Lines that are not blank, without the spaces around them. */
export function linesIn(text: unknown): string[] {
  if (typeof text !== 'string') return [];
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function agendaQuestion(label: string, needed: boolean): Question {
  return {
    ...{ name: 'items', kind: 'words', label },
    hint: 'An item on each line: its number and its title, such as B1 Vetting. Begin the line of a private item with “private”',
    ...(needed && { missing: 'Enter an item, with its number and its title' }),
  };
}

/** What is wrong with a line: all other rules are kept when it is sent. */
export function agendaProblems({ items }: Readonly<Record<string, unknown>>): readonly Problem[] {
  const wrong = linesIn(items).filter((line) => itemIn(line) === undefined);
  const message = `Begin each line with the number of the item, then its title: ${wrong.join('; ')}`;
  return wrong.length > 0 ? [{ field: '/items', code: 'request.invalid', message }] : [];
}

export function itemsIn(text: unknown): TypedItem[] {
  return linesIn(text).flatMap((line) => itemIn(line) ?? []);
}

function itemIn(line: string): TypedItem | undefined {
  const [, hidden, number = '', title = ''] = /^(private\s+)?(\S+)\s+(.+)$/i.exec(line) ?? [];
  const item = number.replace(/[.:]$/, '');
  if (title === '' || !ITEM.test(item)) return undefined;
  return { item, title, private: hidden !== undefined };
}
