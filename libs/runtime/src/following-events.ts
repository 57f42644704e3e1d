import type { Person } from '@daybook/identity';
import type { EventStore } from '@daybook/ledger';
import { eventItem, hasAll, wantedBy, type EventFilter, type EventItem } from './events';

/** Records read at once; whoever takes them slowly has no more than these in memory. */
const AT_ONCE = 200;

export interface Follow {
  /** The first record wanted; one that does not exist yet is waited for. */
  readonly from: number;
  readonly filter?: EventFilter;
  /** How long silence lasts before it is said. */
  readonly silenceMs: number;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/**
 * Records from an index on, as the reader may see them: first those that are there, then each that comes,
 * without gap or repeat. After every `silenceMs` in which there was nothing to tell it yields undefined. It
 * reads the next only when asked for it, needs no views, and ends when the signal says so or the store
 * closes.
 */
export async function* followEvents(
  store: EventStore,
  person: Person,
  { from, filter = {}, silenceMs, signal }: Follow,
): AsyncGenerator<EventItem | undefined> {
  const wanted = wantedBy(filter);
  const growth = new Growth(store, signal);
  try {
    for (let at = from; !growth.ended;) {
      const size = growth.look() ? await store.size() : at;
      while (at < size && !growth.ended) {
        for (const entry of await store.readAll(at, Math.min(AT_ONCE, size - at))) {
          at = entry.index + 1;
          const item = eventItem(entry, person);
          if (wanted.length === 0 || (!item.restricted && hasAll(item.record, wanted))) yield item;
          if (growth.ended) return;
        }
      }
      if (!(await growth.wait(silenceMs))) yield undefined;
    }
  } finally {
    growth.close();
  }
}

/** Whether the ledger may have grown since somebody looked. */
class Growth {
  ended = false;
  private grown = true;
  private wake: (() => void) | undefined;
  private readonly told;
  private readonly end = (): void => {
    this.ended = true;
    this.wake?.();
  };

  constructor(
    store: EventStore,
    private readonly signal: AbortSignal,
  ) {
    this.ended = signal.aborted;
    signal.addEventListener('abort', this.end);
    this.told = store.sizes().subscribe({
      next: () => {
        this.grown = true;
        this.wake?.();
      },
      error: this.end,
      complete: this.end,
    });
  }

  /** Whether there is anything to look for; what comes after this is told by the next. */
  look(): boolean {
    const { grown } = this;
    this.grown = false;
    return grown;
  }

  /** Resolves to true when the ledger grew, or all ended; to false after so long a silence. */
  wait(silenceMs: number): Promise<boolean> {
    if (this.grown || this.ended) return Promise.resolve(true);
    return new Promise((resolve) => {
      const settle = (woken: boolean): void => {
        clearTimeout(timer);
        this.wake = undefined;
        resolve(woken);
      };
      const timer = setTimeout(() => settle(false), silenceMs);
      this.wake = () => settle(true);
    });
  }

  close(): void {
    this.told.unsubscribe();
    this.signal.removeEventListener('abort', this.end);
  }
}
