import type { QuotedFigure, QuotedWords } from '@daybook/figures';

/** A figure that an answer, a decision or a claim rests on, with what became of the vintage quoted. */
export type CitedFigure = QuotedFigure & {
  /** As it was quoted. */
  readonly value: string | null;
};

/** How a figure that was cited is said: figures are another slice's, and so are their words. */
export type CitedInWords = (figure: CitedFigure) => QuotedWords;
