import type { PartCompared, TallyItem } from '@daybook/inspections';
import type { Many } from '@daybook/runtime';
import type { ListAnswer, Question } from '../door/door';
import { ask, at, type Asking, type At } from './ask';
import { dateOf, listed } from './show';
import { table } from './table';

export interface TalliesAsked {
  readonly area: string;
  readonly inspection?: string;
}

/** What a board was told beside what the ledger counts: a line for each number that was said. */
export const askTallies = (asked: Asking & At & TalliesAsked): Promise<void> => {
  const { area, inspection } = asked;
  const wanted = { area, inspection };
  const tallies: Question<Many<TallyItem>> = {
    path: 'tallies',
    parameters: { ...at(asked), ...wanted },
    here: (readings, person) => readings.tallies.list(person, at(asked), wanted),
  };
  return ask(asked, (door) => door.many(tallies), showTallies);
};

interface Line {
  readonly tally: TallyItem;
  readonly part: PartCompared;
  /** Of the part that a sum equals: whether the sum holds. */
  readonly sum: string | null;
}

function showTallies(answer: ListAnswer<TallyItem>, colour: boolean): string {
  const lines = answer.items.flatMap((tally) =>
    tally.parts.map((part): Line => ({ tally, part, sum: sumOf(tally, part) })),
  );
  const rows = table<Line>(
    [
      { head: 'Effective', cell: ({ tally }) => dateOf(tally) },
      { head: 'Occasion', cell: ({ tally }) => tally.occasion },
      { head: 'Words', cell: ({ part }) => part.words },
      { head: 'Said', cell: ({ part }) => part.said ?? 'not said', align: 'end' },
      { head: 'Counted', cell: ({ part }) => part.counted, align: 'end' },
      { head: 'Agrees', cell: ({ part }) => agrees(part) },
      { head: 'Sum', cell: ({ sum }) => sum },
      { head: 'Paper', cell: ({ tally }) => tally.source?.paper ?? null },
      { head: 'Note', cell: ({ tally }) => (tally.enteredWrongly ? 'entered wrongly' : null) },
      { head: 'Record', cell: ({ tally }) => tally.index, align: 'end' },
    ],
    lines,
    colour,
  );
  return listed(answer, rows, 'occasion');
}

function agrees({ agrees: same }: PartCompared): string | null {
  return same === null ? null : same ? 'yes' : 'no';
}

/** "28 + 5 - 21", and what it comes to where that is not what was said. */
function sumOf({ sum, parts }: TallyItem, { id }: PartCompared): string | null {
  if (sum?.equals !== id) return null;
  const number = (one: string): string => String(parts.find((part) => part.id === one)?.said ?? '?');
  const base = [sum.plus.map(number).join(' + '), ...sum.minus.map(number)].join(' - ');
  return sum.holds ? base : `${base} = ${sum.reckoned}`;
}
