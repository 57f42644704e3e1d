import type { Actor, Fact, Recorded } from './record';
import type { Refusal } from './refusal';

/** What a decision may know besides its command and state. */
export interface Context<Given = undefined> {
  /** The instant of deciding. */
  readonly now: Date;
  /** The UK calendar date of `now`. */
  readonly today: string;
  readonly by: Actor;
  /** What the handler read of other streams at their tips (a paper, a scale). */
  readonly given: Given;
}

/**
 * The rules of one family of streams, as two pure functions.
 *
 * `decide` states what becomes true, or refuses. `evolve` folds one record, in ledger order; it owns the
 * state that it is given and may return the same object changed, because the tip cache keeps one state per
 * stream and drops it when an append fails. Neither reads a clock, draws a random number, or does I/O.
 */
export interface Decider<Command, State, Event extends Fact, Given = undefined> {
  initial(): State;
  decide(command: Command, state: State, context: Context<Given>): readonly Event[] | Refusal;
  evolve(state: State, event: Recorded<Event>): State;
}
