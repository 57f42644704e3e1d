import { Worker } from 'node:worker_threads';
import type { Order, ProjectorFiles, Report } from './projector-worker';
import type { ViewStatus } from './view';

export interface StartProjector extends ProjectorFiles {
  /** A compiled file that calls `runProjectorWorker` with the views. */
  readonly workerFile: string;
}

/** Records live for one batch: with room for it they are collected cheaply, all at once. */
const YOUNG = { maxYoungGenerationSizeMb: 96 };

interface Waiting {
  readonly size: number;
  readonly settle: (passed: boolean) => void;
}

/**
 * Starts the projector in a thread of its own, so that no batch ever stalls a request. `eventsFile` must
 * exist.
 */
export function startProjector({ workerFile, eventsFile, viewsFile }: StartProjector): RunningProjector {
  const files: ProjectorFiles = { eventsFile, viewsFile };
  return new RunningProjector(new Worker(workerFile, { workerData: files, resourceLimits: YOUNG }));
}

/** The main thread's side of a projector. */
export class RunningProjector {
  private report: Report | undefined;
  private readonly waiting = new Set<Waiting>();
  private readonly ended: Promise<void>;
  private gone = false;

  constructor(private readonly worker: Worker) {
    worker.on('message', (report: Report) => this.take(report));
    worker.on('error', (error) => this.take({ views: this.status(), failure: error.message }));
    this.ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.gone = true;
        for (const one of [...this.waiting]) one.settle(false);
        resolve();
      });
    });
  }

  /** How far each view has come, as last heard; none until the worker has opened its files. */
  status(): readonly ViewStatus[] {
    return this.report?.views ?? [];
  }

  /** Why the last batch, or the worker itself, failed or ended; undefined while all is well. */
  failure(): string | undefined {
    return this.report?.failure ?? (this.gone ? 'The thread of the views has ended.' : undefined);
  }

  /** Tells the projector that the ledger has grown to `size`. Cheap: call it for every append. */
  tell(size: number): void {
    this.order({ size });
  }

  /**
   * Resolves to true when every view that has not stopped has passed `size`, to false after `timeoutMs`, or
   * at once where the worker is gone.
   */
  waitFor(size: number, timeoutMs: number): Promise<boolean> {
    if (this.passed(size)) return Promise.resolve(true);
    if (this.gone) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiting: Waiting = {
        size,
        settle: (passed) => {
          clearTimeout(timer);
          this.waiting.delete(waiting);
          resolve(passed);
        },
      };
      const timer = setTimeout(() => waiting.settle(false), timeoutMs);
      this.waiting.add(waiting);
    });
  }

  /** Lets the batch under way finish, and ends the worker. */
  async close(): Promise<void> {
    this.order({ close: true });
    await this.ended;
  }

  private order(order: Order): void {
    this.worker.postMessage(order);
  }

  private passed(size: number): boolean {
    const views = this.report?.views;
    return (
      views !== undefined && views.every(({ position, stopped }) => stopped !== undefined || position >= size)
    );
  }

  private take(report: Report): void {
    this.report = report;
    for (const one of [...this.waiting]) if (this.passed(one.size)) one.settle(true);
  }
}
