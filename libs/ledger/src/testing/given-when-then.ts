import type { Context, Decider } from '../decider';
import type { Actor, Entry, Fact, Recorded } from '../record';
import { isRefusal, type Problem, type Refusal } from '../refusal';
import { keyIdOf, type SealedText } from '../sealing/sealed-text';

/** Who acts in a spec that does not say. */
export const someActor: Actor = { person: 'person-1', role: 'office', body: 'kent-office' };
/** The day on which a spec decides that does not say. */
export const SOME_DAY = '2026-01-15';

/**
 * The id of record `n` (from 0) in a spec; the n-th fact passed to `given` has it, so that a command can
 * name it.
 */
export function eventId(n: number): string {
  return `00000000-0000-5000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** A sealed text as a decider sees it; the same words give the same value. It opens with no key. */
export function sealedText(words: string): SealedText {
  return { sealed: Buffer.from(words, 'utf8').toString('base64'), key: keyIdOf('spec', words) };
}

/**
 * What a spec may say about a record. `index` is its place in the ledger; its id and revision follow from
 * it.
 */
export interface Standing {
  readonly index?: number;
  readonly id?: string;
  readonly stream?: string;
  readonly revision?: number;
  readonly by?: Actor;
  readonly recordedAt?: string;
  readonly commit?: { readonly n: number; readonly of: number };
  readonly command?: { readonly id: string; readonly hash: string };
}

/**
 * A fact as the ledger would hand it back, without what JSON loses. Unsaid: index 0, `eventId(index)`,
 * revision = index, a commit and a command of its own, by `someActor`, in the stream `spec-1`.
 */
export function recorded<F extends Fact>(fact: F, standing: Standing = {}): Recorded<F> {
  const { index = 0, ...said } = standing;
  const own = JSON.parse(JSON.stringify(fact)) as F;
  return {
    ...own,
    stream: 'spec-1',
    revision: index,
    id: eventId(index),
    commit: { n: 1, of: 1 },
    recordedAt: '2026-01-01T09:00:00.000Z',
    by: someActor,
    command: { id: `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`, hash: '0'.repeat(64) },
    ...said,
  };
}

/** The same with its place in the log, for views. */
export function entry<F extends Fact>(fact: F, standing: Standing = {}): Entry<F> {
  return { index: standing.index ?? 0, record: recorded(fact, standing) };
}

/**
 * The circumstances of a command; `given` is required where the decider needs something of another
 * stream.
 */
export type Circumstances<Given> = { readonly today?: string; readonly by?: Actor } & (undefined extends Given
  ? { readonly given?: Given }
  : { readonly given: Given });

type WhenArguments<Command, Given> = undefined extends Given
  ? [command: Command, circumstances?: Circumstances<Given>]
  : [command: Command, circumstances: Circumstances<Given>];

/**
 * Specifies a decider by example:
 *
 *     const figures = givenWhenThen(figuresDecider);
 *     const beginning = figures.given([released('40')]);
 *     beginning.when(correct('41', eventId(0)), { by: force, given: { paper } }).then([corrected('41')]);
 *     beginning.when(correct('41', eventId(9))).thenRefused('figures.not-standing');
 *
 * Each step leaves the one before it as it was, so that a beginning can be shared by many examples.
 */
export function givenWhenThen<Command, State, Event extends Fact, Given>(
  decider: Decider<Command, State, Event, Given>,
): Example<Command, State, Event, Given> {
  return new Example(decider, []);
}

/** A stream's history, and what may be asked of it. */
export class Example<Command, State, Event extends Fact, Given> {
  constructor(
    private readonly decider: Decider<Command, State, Event, Given>,
    /** The history, stamped as it stands in the stream. */
    readonly history: readonly Recorded<Event>[],
  ) {}

  /**
   * Facts that stand already, in ledger order: one call is one commit. Each gets its revision by where it
   * stands and `eventId(revision)`; one made with `recorded` keeps what it says besides its place.
   */
  given(facts: readonly (Event | Recorded<Event>)[]): Example<Command, State, Event, Given> {
    return new Example(this.decider, [...this.history, ...stamp(facts, this.history.length)]);
  }

  /** Decides, at noon of `today` (SOME_DAY), by `by` (someActor), on the state that the history folds to. */
  when(...[command, circumstances]: WhenArguments<Command, Given>): Outcome<State, Event> {
    const { today = SOME_DAY, by = someActor, given } = circumstances ?? {};
    const context = { now: new Date(`${today}T12:00:00.000Z`), today, by, given } as Context<Given>;
    const state = this.state();
    const decided = this.decider.decide(command, state, context);
    // The state is shared by later commands: a decision that changes it would be remembered though nothing
    // was written.
    expect(state).toEqual(this.state());
    return new Outcome(this.decider, this.history, decided);
  }

  /** The state that the history folds to. */
  state(): State {
    return fold(this.decider, this.history);
  }
}

/** What was decided. Not a promise, although it has a `then`. */
export class Outcome<State, Event extends Fact> {
  constructor(
    private readonly decider: Pick<Decider<never, State, Event, never>, 'initial' | 'evolve'>,
    private readonly history: readonly Recorded<Event>[],
    readonly decided: readonly Event[] | Refusal,
  ) {}

  /**
   * Expects exactly these facts, in this order; `expect.objectContaining` and its like may stand for a part.
   * Also expects that they fold to the same state now and after a restart, when they have been through JSON.
   */
  then(expected: readonly unknown[]): void {
    if (!Array.isArray(expected))
      throw new Error('Finish the example: .then([...facts]) or .thenRefused(code).');
    expect(this.decided).toEqual(expected);
    const facts = this.events();
    const place = (fact: Event, i: number): Recorded<Event> => ({
      ...recorded(fact, { index: this.history.length + i, commit: { n: i + 1, of: facts.length } }),
      ...fact,
    });
    const now = fold(this.decider, [...this.history, ...facts.map(place)]);
    const afterRestart = fold(this.decider, [...this.history, ...stamp(facts, this.history.length)]);
    expect(now).toEqual(afterRestart);
  }

  /** Expects a refusal with this code and, where said, these parts of it. */
  thenRefused(
    code: string,
    parts: { retryable?: boolean; fields?: readonly Partial<Problem>[]; detail?: object } = {},
  ): void {
    expect(this.decided).toMatchObject({ code, ...parts });
    expect(isRefusal(this.decided)).toBe(true);
  }

  /** The facts decided, for looser expectations. Throws when the command was refused. */
  events(): readonly Event[] {
    if (isRefusal(this.decided)) throw new Error(`Refused: ${this.decided.code}: ${this.decided.message}`);
    return this.decided;
  }
}

function stamp<Event extends Fact>(
  facts: readonly (Event | Recorded<Event>)[],
  from: number,
): Recorded<Event>[] {
  return facts.map((fact, i) => {
    const place = { revision: from + i, commit: { n: i + 1, of: facts.length } };
    const own = recorded<Event>(fact, { index: from + i });
    return { ...own, ...('recordedAt' in fact ? fact : {}), ...place };
  });
}

function fold<State, Event extends Fact>(
  decider: Pick<Decider<never, State, Event, never>, 'initial' | 'evolve'>,
  history: readonly Recorded<Event>[],
): State {
  return history.reduce((state, record) => decider.evolve(state, record), decider.initial());
}
