import type { Decider } from './decider';
import type { Fact, Recorded } from './record';
import { NO_STREAM, type EventStore } from './store/event-store';

const MOST_STREAMS = 1_000;
const PAGE = 1_000;

/** The folded state of one stream at a revision. */
export interface Tip<State> {
  revision: number;
  state: State;
  /**
   * The append that made this state, and so, in the store's order, all before it: what is said of the
   * state waits for it.
   */
  flushed: Promise<unknown>;
}

/** States at the tip, the least recently used forgotten first, so that a command folds only what is new. */
export class TipCache {
  private readonly tips = new Map<string, Tip<unknown>>();

  constructor(private readonly store: Pick<EventStore, 'readStream'>) {}

  /**
   * The cached state, or the whole stream folded. Every stream has one decider, so its name alone is the
   * key.
   */
  async load<State, Event extends Fact>(
    decider: Pick<Decider<never, State, Event, never>, 'initial' | 'evolve'>,
    stream: string,
  ): Promise<Tip<State>> {
    const cached = this.tips.get(stream) as Tip<State> | undefined;
    const tip = cached ?? { revision: NO_STREAM, state: decider.initial(), flushed: Promise.resolve() };
    if (!cached) await this.readOn(decider, stream, tip);
    this.tips.delete(stream);
    this.tips.set(stream, tip);
    if (this.tips.size > MOST_STREAMS) this.tips.delete(this.tips.keys().next().value as string);
    return tip;
  }

  /** Forgets this state; one that was loaded since stays. */
  drop(stream: string, tip: Tip<unknown>): void {
    if (this.tips.get(stream) === tip) this.tips.delete(stream);
  }

  /** Folds what has come after the state, up to the stream's tip. */
  async readOn<State, Event extends Fact>(
    decider: Pick<Decider<never, State, Event, never>, 'evolve'>,
    stream: string,
    tip: Tip<State>,
  ): Promise<void> {
    for (;;) {
      const entries = await this.store.readStream(stream, tip.revision + 1, PAGE);
      for (const { record } of entries) {
        tip.state = decider.evolve(tip.state, record as unknown as Recorded<Event>);
        tip.revision = record.revision;
      }
      if (entries.length < PAGE) return;
    }
  }
}
