/** What a fault can be set on. `read` is a plain read, `subscribe` a read that goes on. */
export type Method =
  'append' | 'batchAppend' | 'read' | 'subscribe' | 'delete' | 'tombstone' | 'serverFeatures';

/**
 * - `unavailable`: UNAVAILABLE before anything has happened
 * - `unavailable-after-write`: it happened, and the answer is lost
 * - `hang`: no answer, until the caller gives up or its deadline has passed
 * - `hang-after-write`: it happened, and then as `hang`
 * - `timeout`, `timeout-after-write`: the server's own time for writing ran out; callers see no difference
 * - `access-denied`
 * - `unknown`: UNKNOWN, as where the server's own code throws, or finds no leader
 * - `dropAfter`: the stream of answers breaks with UNAVAILABLE after so many events
 */
export type Fault =
  | 'unavailable'
  | 'unavailable-after-write'
  | 'hang'
  | 'hang-after-write'
  | 'timeout'
  | 'timeout-after-write'
  | 'access-denied'
  | 'unknown'
  | { readonly dropAfter: number };

/**
 * Faults that wait for their call: each one spoils the next call of its method, in the order they were set.
 */
export class Faults {
  private readonly waiting = new Map<Method, Fault[]>();

  add(method: Method, fault: Fault, times = 1): void {
    const queue = this.waiting.get(method) ?? [];
    for (let i = 0; i < times; i += 1) queue.push(fault);
    this.waiting.set(method, queue);
  }

  take(method: Method): Fault | undefined {
    return this.waiting.get(method)?.shift();
  }

  clear(): void {
    this.waiting.clear();
  }
}

export type Ending = 'unavailable' | 'hang' | 'timeout' | 'access-denied' | 'unknown';

/** Whether the work is done before the fault shows, and how the call ends then. */
export function partsOf(fault: Fault | undefined): { readonly writes: boolean; readonly ending?: Ending } {
  switch (fault) {
    case undefined:
      return { writes: true };
    case 'unavailable':
    case 'hang':
    case 'timeout':
    case 'access-denied':
    case 'unknown':
      return { writes: false, ending: fault };
    case 'unavailable-after-write':
      return { writes: true, ending: 'unavailable' };
    case 'hang-after-write':
      return { writes: true, ending: 'hang' };
    case 'timeout-after-write':
      return { writes: true, ending: 'timeout' };
    default:
      return { writes: false, ending: 'unavailable' };
  }
}
