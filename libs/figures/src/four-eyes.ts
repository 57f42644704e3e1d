import { isSharedPseudonym } from '@daybook/identity';
import { Refusal, isRefusal, type Actor, type Decider } from '@daybook/ledger';
import type { FiguresBook } from './book';
import {
  correctFigure,
  restateFigures,
  reviseFigure,
  withdrawFigure,
} from './change-a-figure/change-a-figure.decider';
import type { FiguresEvent } from './figures.events';
import { markEnteredWrongly } from './mark-entered-wrongly/mark-entered-wrongly.decider';
import type { GivenPaper } from './setting';
import { submitReturn } from './submit-return/submit-return.decider';
import { switchFourEyes } from './switch-four-eyes/switch-four-eyes.decider';

/** A decider of the book, whichever command it decides: a draft's body passed that command's class. */
export type BookDecider = Decider<object, FiguresBook, FiguresEvent, GivenPaper>;

/**
 * The commands that no one person of a body with four eyes gives alone: all that put a figure on record, and
 * the one that would switch them off. What says nothing of a figure's value does not wait.
 */
export const heldDeciders: ReadonlyMap<string, BookDecider> = new Map<string, unknown>([
  ['submit-return', submitReturn],
  ['revise-figure', reviseFigure],
  ['correct-figure', correctFigure],
  ['restate-figures', restateFigures],
  ['withdraw-figure', withdrawFigure],
  ['mark-entered-wrongly', markEnteredWrongly],
  ['switch-four-eyes', switchFourEyes],
]) as ReadonlyMap<string, BookDecider>;

const SHARED =
  "All of your body share this pseudonym, so it is nobody's pair of eyes. Use a token of your own: daybook token --person.";

/** The refusal of who cannot be told apart from others of the body, where two of its people must agree. */
export function refusedAsShared(by: Actor): Refusal | undefined {
  return isSharedPseudonym(by) ? new Refusal('figures.shared-person', SHARED) : undefined;
}

/**
 * Whether a command that was just accepted waits for a second person of the writer's body; a refusal where
 * that could be the very person who wrote it.
 */
export function waitsForASecond(command: string, by: Actor, book: FiguresBook): boolean | Refusal {
  const waits = heldDeciders.has(command) && book.fourEyes.has(by.body);
  return (waits && refusedAsShared(by)) || waits;
}

/** The same decider, whose facts name both: who wrote them stands in `by`, who approved them in the data. */
export function naming(approvedBy: Actor, decider: BookDecider): BookDecider {
  return {
    ...decider,
    decide(command, book, context) {
      const facts = decider.decide(command, book, context);
      if (isRefusal(facts)) return facts;
      const once = facts[0]?.type === 'figures.return-submitted';
      return facts.map((fact, i) =>
        once && i > 0 ? fact : ({ ...fact, data: { ...fact.data, approvedBy } } as FiguresEvent),
      );
    },
  };
}
