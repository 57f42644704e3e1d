import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from './cluster-error';

const LEAST_MS = 50;
const MOST_MS = 2_000;

/**
 * How long to wait before trying again, in milliseconds: twice as long for each failure, up to two seconds,
 * and of that a random part, so that the nodes of a cluster that comes back do not all knock at once.
 */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  return Math.ceil(random() * Math.min(MOST_MS, LEAST_MS * 2 ** Math.min(failures, 16)));
}

/** Says that everything ends, to any number that wait at once. */
export function endOf(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

/** Waits; ends early, without an error, when the signal says so. Does not keep the process alive. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
}

/**
 * Does what may be done twice, again while the cluster does not answer, for so long. Rejects with the last
 * ClusterError then, and at once with whatever is more definite.
 */
export async function persist<T>(work: () => Promise<T>, forMs: number, signal: AbortSignal): Promise<T> {
  const until = Date.now() + forMs;
  for (let failures = 0; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      const passing = error instanceof ClusterError && error.passing;
      if (!passing || Date.now() >= until || signal.aborted) throw error;
      await pause(backoffMs(failures), signal);
    }
  }
}
