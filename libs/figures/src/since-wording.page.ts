import { longDate } from '@daybook/pages';
import {
  KIND_WORDS,
  breakdownInWords,
  figurePath,
  periodInWords,
  valueWithUnit,
} from './see-figures/wording.page';
import type { EnteredFigure, EntryNamed } from './see-papers/entered';
import type { OfFigure } from './figures.events';
import type { Unit } from './codes';
import type { Became, Totals } from './since';

/** What became of an entry, as a word in a tag, and what it means. */
export const BECAME_WORDS: Readonly<Record<Became, { word: string; colour: string; meaning: string }>> = {
  stands: {
    word: 'Still stands',
    colour: 'green',
    meaning: 'It, or what it confirms, still answers for the figure.',
  },
  revised: { word: 'Revised since', colour: 'blue', meaning: 'More data arrived, as planned.' },
  corrected: { word: 'Corrected since', colour: 'yellow', meaning: 'An error was found.' },
  restated: {
    word: 'Restated since',
    colour: 'blue',
    meaning: 'It was issued again because the definition changed.',
  },
  withdrawn: {
    word: 'Withdrawn since',
    colour: 'grey',
    meaning: 'It was taken back, and nothing was put in its place.',
  },
  unexplained: {
    word: 'Changed without explanation',
    colour: 'orange',
    meaning: 'A later paper gives another value, and nobody has said why.',
  },
  released: {
    word: 'Value came since',
    colour: 'blue',
    meaning: 'It said that there was no value; a later paper gives one.',
  },
  contradicts: {
    word: 'Contradicts its own paper',
    colour: 'orange',
    meaning:
      'Its paper gives another value at another place, which was recorded first; this one never stood.',
  },
  'entered-wrongly': {
    word: 'Entered wrongly',
    colour: 'red',
    meaning: 'A slip of the pen in this ledger, marked as one; no error of the paper.',
  },
};

/** A part of the totals: how many, in words, by which name a page shows those alone, and which they are. */
export interface TotalSaid {
  readonly name: string;
  readonly count: number;
  readonly words: string;
  holds(figure: EnteredFigure): boolean;
}

const COUNTED: readonly (readonly [Became, keyof Totals, one: string, many: string])[] = [
  ['stands', 'stands', 'still stands', 'still stand'],
  ['revised', 'revised', 'revised since', 'revised since'],
  ['corrected', 'corrected', 'corrected since', 'corrected since'],
  ['restated', 'restated', 'restated since', 'restated since'],
  ['withdrawn', 'withdrawn', 'withdrawn since', 'withdrawn since'],
  ['unexplained', 'unexplained', 'changed without explanation', 'changed without explanation'],
  ['released', 'released', 'was missing and has a value since', 'were missing and have a value since'],
  ['contradicts', 'contradicts', 'contradicts its own paper', 'contradict their own paper'],
  ['entered-wrongly', 'enteredWrongly', 'was entered wrongly', 'were entered wrongly'],
];

/** The totals that add up to all figures, those that are not nought. */
export function totalsSaid(totals: Totals): readonly TotalSaid[] {
  return COUNTED.flatMap(([became, total, one, many]) => {
    const count = totals[total];
    const holds = (figure: EnteredFigure): boolean => figure.became === became;
    return count === 0 ? [] : [{ name: became, count, words: count === 1 ? one : many, holds }];
  });
}

/** What counts across them: confirmations, and figures of which a paper gives two values. */
export function acrossSaid(totals: Totals): readonly TotalSaid[] {
  const { confirmedSince, confirmsEarlier, contradictsItself } = totals;
  const said: readonly TotalSaid[] = [
    {
      ...{ name: 'confirmed-since', count: confirmedSince },
      words: confirmedSince === 1 ? 'was confirmed by a later paper' : 'were confirmed by a later paper',
      holds: ({ confirmedBy }) => confirmedBy.length > 0,
    },
    {
      ...{ name: 'confirms', count: confirmsEarlier },
      words: `only ${confirmsEarlier === 1 ? 'confirms' : 'confirm'} what was on record before`,
      holds: ({ confirms }) => confirms !== null,
    },
    {
      ...{ name: 'contradicts-itself', count: contradictsItself },
      words: `${contradictsItself === 1 ? 'has' : 'have'} another value at another place of the same paper`,
      holds: (figure) => figure.contradictsItself,
    },
  ];
  return said.filter(({ count }) => count > 0);
}

/** The totals in one line: "301 still stand, 12 corrected since". */
export function totalsLine(totals: Totals): string {
  const { figures, stands, confirmedSince } = totals;
  const said = totalsSaid(totals);
  const parts =
    stands === figures && figures > 1
      ? ['all still stand']
      : said.map(({ count, words }) => (figures === 1 ? words : `${count} ${words}`));
  return [...parts, ...(confirmedSince > 0 ? [`${confirmedSince} confirmed by a later paper`] : [])].join(
    ', ',
  );
}

/** A figure by its measure's title, its part and its period. */
export function figureTitle(
  { measure, period, breakdown }: OfFigure,
  titles: ReadonlyMap<string, string>,
): string {
  return [titles.get(measure) ?? measure, breakdownInWords(breakdown), periodInWords(period)]
    .filter((part) => part !== '')
    .join(', ');
}

/** An entry's value with its unit, and where it stands. */
export function entrySaid(entry: EntryNamed, unit: Unit | null, papers: ReadonlyMap<string, string>): object {
  return {
    ...entry,
    words: valueWithUnit(entry, unit),
    date: longDate(entry.effectiveOn, entry.precision),
    paperTitle: entry.paper && (papers.get(entry.paper) ?? entry.paper),
  };
}

/** One figure of a paper or a return, for its row of the table. */
export function enteredRow(
  entered: EnteredFigure,
  titles: ReadonlyMap<string, string>,
  papers: ReadonlyMap<string, string>,
): object {
  const { became, changedBy, standing, unit } = entered;
  return {
    ...entered,
    title: figureTitle(entered, titles),
    href: figurePath(entered),
    words: valueWithUnit(entered, unit),
    kindWord: entered.kind === 'entered-wrongly' ? 'Reported' : KIND_WORDS[entered.kind].word,
    tag: BECAME_WORDS[became],
    changedBy: changedBy && entrySaid(changedBy, unit, papers),
    // Said only where it is neither what was sent nor what took its place.
    standing:
      standing && became !== 'stands' && standing.id !== changedBy?.id
        ? entrySaid(standing, unit, papers)
        : null,
    confirmedBy: entered.confirmedBy.map((id) => ({ id, title: papers.get(id) ?? id })),
  };
}

/** What the words on a page mean: those that its figures use. */
export function becameKey(figures: readonly { readonly became: Became }[]): readonly object[] {
  const used = new Set(figures.map(({ became }) => became));
  return COUNTED.filter(([became]) => used.has(became)).map(([became]) => BECAME_WORDS[became]);
}
