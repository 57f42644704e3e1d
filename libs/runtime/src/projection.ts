import { Refusal, RefusalError, type EventStore } from '@daybook/ledger';
import {
  Projector,
  startProjector,
  type RunningProjector,
  type Projected,
  type ViewStatus,
} from '@daybook/read-model';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Subscription } from 'rxjs';

/** The views following the ledger. */
export interface Following {
  status(): readonly ViewStatus[];
  /** Resolves when every view that has not stopped has passed `size`; false where it took longer. */
  waitFor(size: number, timeoutMs: number): Promise<boolean>;
  /** Why nothing is read at present, as far as is known; undefined while all is well. */
  failure(): string | undefined;
  close(): Promise<void>;
}

const PATIENCE_MS = 5_000;

const BEHIND = new Refusal(
  'runtime.views-behind',
  'The views have not read that far yet. Ask again shortly.',
  true,
);

function stoppedBefore({ view, position }: ViewStatus, size: number): Refusal {
  return new Refusal(
    'runtime.view-stopped',
    `The view "${view}" has stopped at a ledger size of ${position}, and cannot answer for ${size} until it is mended.`,
  );
}

/** How far the views have come, and waiting for them. */
export class Projection {
  constructor(private readonly following: Following) {}

  statuses(): readonly ViewStatus[] {
    return this.following.status();
  }

  waitFor(size: number, timeoutMs: number): Promise<boolean> {
    return this.following.waitFor(size, timeoutMs);
  }

  /** Why nothing follows the ledger at present, as far as is known; undefined while all is well. */
  failure(): string | undefined {
    return this.following.failure();
  }

  /**
   * The basis that the views can answer for: `size` once every one of them has passed it. Where they take
   * too long, or one has stopped before it, the answer uses what all have passed (any size, perhaps inside
   * a commit), or, when the reader named a basis (`strict`), is refused: a basis is never answered with
   * another, nor from a view that lacks some of its records.
   */
  async reach(size: number, strict: boolean): Promise<number> {
    const passed = await this.waitFor(size, PATIENCE_MS);
    const views = this.statuses();
    const stopped = views.find((one) => one.stopped && one.position < size);
    if (passed && !stopped) return size;
    if (strict) throw new RefusalError(stopped ? stoppedBefore(stopped, size) : BEHIND);
    return Math.min(size, ...views.map(({ position }) => position));
  }

  close(): Promise<void> {
    return this.following.close();
  }
}

const START_MS = 60_000;

/** The compiled worker beside this file; from a test that runs the sources, the one in the build. */
function workerFile(): string {
  const beside = join(__dirname, 'views.worker.js');
  return existsSync(beside) ? beside : join(__dirname, '../../../dist/libs/runtime/src/views.worker.js');
}

/** Views kept up in a thread of their own, told of each flush. */
export class FollowingInWorker implements Following {
  private constructor(
    private readonly projector: RunningProjector,
    private readonly told: Subscription,
  ) {}

  /** Resolves when the views can be read; they may still be behind. */
  static async start(store: EventStore, log: string, views: string): Promise<FollowingInWorker> {
    const projector = startProjector({ workerFile: workerFile(), eventsFile: log, viewsFile: views });
    const told = store.sizes().subscribe((size) => projector.tell(size));
    if (await projector.waitFor(0, START_MS)) return new FollowingInWorker(projector, told);
    told.unsubscribe();
    throw new Error(
      `The views could not be opened: ${projector.failure() ?? 'their thread does not answer'}`,
    );
  }

  status(): readonly ViewStatus[] {
    return this.projector.status();
  }

  waitFor(size: number, timeoutMs: number): Promise<boolean> {
    return this.projector.waitFor(size, timeoutMs);
  }

  failure(): string | undefined {
    return this.projector.failure();
  }

  async close(): Promise<void> {
    this.told.unsubscribe();
    await this.projector.close();
  }
}

/**
 * Views kept up in this very thread: for the command line and tests. Each question first reads what is new.
 */
export class FollowingInProcess implements Following {
  private readonly projector: Projector;
  private turn: Promise<void> = Promise.resolve();

  constructor(store: EventStore, file: string, views: readonly Projected[]) {
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

  /** None to tell of afterwards: what goes wrong here is thrown at whoever asked. */
  failure(): undefined {
    return undefined;
  }

  async close(): Promise<void> {
    await this.turn;
    this.projector.close();
  }
}
