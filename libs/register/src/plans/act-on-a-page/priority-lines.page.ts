import type { PriorityItem } from '../see-plans/plan-item';
import type { PriorityGiven } from '../plan-setting';

/** `road-danger: Less danger on the roads (for kent-chief-constable)`; the id and whom it is for may be left out. */
const LINE = /^(?:([a-z0-9]+(?:-[a-z0-9]+)*):\s+)?(.+?)(?:\s+\(for ([a-z0-9]+(?:-[a-z0-9]+)*)\))?$/;
const MOST_ID = 60;

/** Priorities as a form takes them: one a line, numbered in their order. */
export function prioritiesIn(lines: unknown): PriorityGiven[] {
  if (typeof lines !== 'string') return [];
  const given = lines.split(/\r?\n/).map((line) => line.trim());
  return given
    .filter((line) => line !== '')
    .map((line, n) => {
      const [, id, title = line, setFor] = LINE.exec(line) ?? [];
      return { number: n + 1, id: id ?? idOf(title), title, ...(setFor && { setFor }) };
    });
}

/** The same the other way about. */
export function priorityLine({ id, title, setFor }: PriorityItem): string {
  return `${id}: ${title}${setFor ? ` (for ${setFor})` : ''}`;
}

/** An id made from a title: its words in lower case, with hyphens, as far as there is room for whole ones. */
function idOf(title: string): string {
  const words =
    title
      .toLowerCase()
      .normalize('NFKD')
      .match(/[a-z0-9]+/g) ?? [];
  return words.reduce((id, word) => {
    const longer = id === '' ? word : `${id}-${word}`;
    return longer.length > MOST_ID ? id : longer;
  }, '');
}
