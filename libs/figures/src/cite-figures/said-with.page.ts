import type { Person } from '@daybook/identity';
import type { PositionAsked } from '@daybook/pages';
import type { OfFigure } from '../figures.events';

/** An answer, a decision or a claim that rests on a figure. */
export interface SaidWith {
  /** "Answer: why calls wait". */
  readonly text: string;
  readonly path: string;
  readonly effectiveOn: string;
  readonly precision: 'day' | 'month';
  readonly who: string;
  /** The entry that was quoted, and the value as it was quoted, where that is not as reported. */
  readonly vintage: string;
  readonly value: string | null;
  /** Whether that entry still stands. */
  readonly stands: boolean;
}

/** What was said with a figure, at a position: another slice tells it. */
export type SaidWithFigure = (
  person: Person,
  at: PositionAsked,
  figure: OfFigure,
) => Promise<readonly SaidWith[]>;
