import type { Prepared } from '../canonical';
import type { Commit } from './commit-reader';

interface Waiting {
  readonly revision: number;
  readonly settle: (reached: boolean) => void;
}

/** Who waits for what to come into a mirror, and what this very process has sent on its way there. */
export class Arrivals {
  private readonly waiting = new Map<string, Set<Waiting>>();
  /** What this process is writing, by the id of each record. */
  readonly own = new Map<string, Prepared>();
  /** Where commits of it landed, by the id of their first record. */
  private readonly landed = new Map<string, number>();

  /** `overdue` hears of it when something was waited for during half of a patience. */
  constructor(private readonly overdue: (sinceMs: number) => void) {}

  /** Resolves to true once such a record has come; to false when it took longer, or will not come. */
  reached(stream: string, revision: number, patienceMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const ofStream = this.waiting.get(stream) ?? new Set();
      this.waiting.set(stream, ofStream);
      const half = setTimeout(() => this.overdue(patienceMs / 2), patienceMs / 2);
      const timer = setTimeout(() => waiting.settle(false), patienceMs);
      const waiting: Waiting = {
        revision,
        settle: (reached) => {
          clearTimeout(half);
          clearTimeout(timer);
          ofStream.delete(waiting);
          if (ofStream.size === 0 && this.waiting.get(stream) === ofStream) this.waiting.delete(stream);
          resolve(reached);
        },
      };
      ofStream.add(waiting);
    });
  }

  /** Tells of records that are about to be written from here: so they need not be read a second time. */
  expect(records: readonly Prepared[]): void {
    for (const prepared of records) this.own.set(prepared.record.id, prepared);
  }

  /** Where those very records have come to stand meanwhile, if they have; they are expected no longer. */
  landing(records: readonly Prepared[]): number | undefined {
    const first = records[0]?.record.id ?? '';
    const place = this.landed.get(first);
    this.landed.delete(first);
    for (const { record } of records) this.own.delete(record.id);
    return place;
  }

  /** Commits have come in; `places` says where each begins. */
  tell(commits: readonly Commit[], places: readonly number[]): void {
    for (const [i, { stream, records }] of commits.entries()) {
      const [first, place] = [records[0], places[i]];
      const mine = first && records.every((prepared) => this.own.get(prepared.record.id) === prepared);
      if (mine && place !== undefined) this.landed.set(first.record.id, place);
      const revision = records.at(-1)?.record.revision ?? -1;
      for (const waiting of [...(this.waiting.get(stream) ?? [])])
        if (waiting.revision <= revision) waiting.settle(true);
    }
  }

  /** Nothing comes any more. */
  end(): void {
    for (const ofStream of [...this.waiting.values()])
      for (const waiting of [...ofStream]) waiting.settle(false);
  }
}
