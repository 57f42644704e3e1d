import { longDate } from '@daybook/pages';
import type { Became } from '../since';
import { figureHeading, figurePath, KIND_WORDS, valueWithUnit } from '../see-figures/wording.page';
import type { QuotedFigure } from './quoted-figures.query';

/** A figure as somebody quoted it, for pages of other slices. */
export interface QuotedWords {
  /** "Robberies, July 2022". */
  readonly text: string;
  readonly path: string;
  /** As it was quoted: "1,839". */
  readonly quoted: string;
  readonly stands: boolean;
  /** What became of it, in a sentence. */
  readonly since: string;
}

const BECAME_WORDS: Readonly<Partial<Record<Became, string>>> = {
  released: 'a value was first released',
  contradicts: 'its paper gives another value elsewhere, which stands',
  'entered-wrongly': 'it was entered wrongly here',
};

/** Says of a figure that was quoted whether it still stands, and what stands now. */
export function quotedInWords(figure: QuotedFigure & { readonly value: string | null }): QuotedWords {
  const { measure, title, unit, value, stands, became, now } = figure;
  const worded = (given: string | null): string =>
    given === null ? 'no value' : valueWithUnit({ value: given, status: 'A', withheldBy: null }, unit);
  const kind = KIND_WORDS[became as keyof typeof KIND_WORDS]?.word.toLowerCase() ?? became;
  const what = BECAME_WORDS[became] ?? kind;
  const stood =
    now && now.kind !== 'withdrawn'
      ? `${worded(now.value)} stands, since ${longDate(now.effectiveOn)}`
      : 'nothing stands';
  return {
    ...{
      text: figureHeading(figure, title ?? measure),
      path: figurePath(figure),
      quoted: worded(value),
      stands,
    },
    since: stands ? 'It still stands.' : `It stands no longer: ${what}; ${stood}.`,
  };
}
