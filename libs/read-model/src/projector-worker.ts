import { EmbeddedLogReader } from '@daybook/ledger';
import { setImmediate as turn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { Projector, type Projected } from './projector';
import type { ViewStatus } from './view';

/** What the worker is given: the ledger to read, which must exist, and the file to write. */
export interface ProjectorFiles {
  readonly eventsFile: string;
  readonly viewsFile: string;
}

/** To the worker: how large the ledger is now; or that it should finish. */
export type Order = { readonly size: number } | { readonly close: true };

/** From the worker, after every batch: how far each view is, and what went wrong where a batch failed. */
export interface Report {
  readonly views: readonly ViewStatus[];
  readonly failure?: string;
}

/**
 * The whole of a projector's worker file: `runProjectorWorker([...views])`. It catches up with the ledger,
 * and again each time it is told of a new size. A batch that fails (the disk is full) is reported and tried
 * again at the next such message; nothing of it was written.
 */
export function runProjectorWorker(views: readonly Projected[]): void {
  const port = parentPort;
  if (!port) throw new Error('runProjectorWorker runs in a worker that startProjector started.');
  const { eventsFile, viewsFile } = workerData as ProjectorFiles;
  const log = new EmbeddedLogReader(eventsFile);
  const projector = new Projector(log, viewsFile, views);
  let target = 0;
  let closing = false;
  let running = false;

  const report = (failure?: string): void =>
    port.postMessage({
      views: projector.status(),
      ...(failure !== undefined && { failure }),
    } satisfies Report);
  const afterBatch = async (): Promise<boolean> => {
    report();
    await turn();
    return !closing;
  };
  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    for (let reached = -1; reached < target && !closing;) {
      reached = target;
      await projector
        .catchUp(reached, afterBatch)
        .catch((error: unknown) => report(error instanceof Error ? error.message : 'unknown'));
    }
    running = false;
    if (!closing) return;
    projector.close();
    await log.close();
    port.close();
  };

  port.on('message', (order: Order) => {
    if ('close' in order) closing = true;
    else target = Math.max(target, order.size);
    void run();
  });
  void log.size().then((size) => {
    report();
    target = Math.max(target, size);
    return run();
  });
}
