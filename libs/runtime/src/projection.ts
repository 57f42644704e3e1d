import type { EventStore } from '@daybook/ledger';
import { Refusal, RefusalError } from '@daybook/ledger';
import { Projector, type View, type ViewStatus } from '@daybook/read-model';

/** The views following the ledger. */
export interface Following {
  status(): readonly ViewStatus[];
  /** Resolves when every view that has not stopped has passed `size`; false where it took longer. */
  waitFor(size: number, timeoutMs: number): Promise<boolean>;
  close(): Promise<void>;
}

const PATIENCE_MS = 5_000;

/** How far the views have come, and waiting for them. */
export class Projection {
  constructor(private readonly following: Following) {}

  statuses(): readonly ViewStatus[] {
    return this.following.status();
  }

  waitFor(size: number, timeoutMs: number): Promise<boolean> {
    return this.following.waitFor(size, timeoutMs);
  }

  /**
   * The basis that the views can answer for: `size` once they have passed it. Where they take too long, the answer uses what they have
   * passed, or, when the reader named a basis (`strict`), is refused for now: a basis is never answered with another.
   */
  async reach(size: number, strict: boolean): Promise<number> {
    if (await this.waitFor(size, PATIENCE_MS)) return size;
    if (strict) throw new RefusalError(new Refusal('runtime.views-behind', 'The views have not read that far yet. Ask again shortly.', true));
    const running = this.statuses().filter((s) => !s.stopped);
    return Math.min(size, ...running.map((s) => s.position));
  }

  close(): Promise<void> {
    return this.following.close();
  }
}

/** Views kept up in this very thread: for the command line and tests. Each question first reads what is new. */
export class FollowingInProcess implements Following {
  private readonly projector: Projector;
  private turn: Promise<void> = Promise.resolve();

  constructor(store: EventStore, file: string, views: readonly View[]) {
    this.projector = new Projector(store, file, views);
  }

  status(): readonly ViewStatus[] {
    return this.projector.status();
  }

  async waitFor(size: number): Promise<boolean> {
    this.turn = this.turn.then(() => this.projector.catchUp());
    await this.turn;
    return this.projector.status().every((s) => s.stopped || s.position >= size);
  }

  async close(): Promise<void> {
    await this.turn;
    this.projector.close();
  }
}
