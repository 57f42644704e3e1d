import { KurrentStore } from '@daybook/ledger';
import { commit } from '@daybook/ledger/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NewEvent } from './double';

/** Stores that an example opens, each with a mirror in one folder; all of it is gone after the example. */
export class Mirrors {
  private folder = '';
  private opened: KurrentStore[] = [];

  /** Registers what comes before and after each example of the file. */
  static forEach(): Mirrors {
    const mirrors = new Mirrors();
    beforeEach(() => {
      mirrors.folder = mkdtempSync(join(tmpdir(), 'daybook-kurrent-'));
    });
    afterEach(async () => {
      await mirrors.closeAll();
      rmSync(mirrors.folder, { recursive: true });
    });
    return mirrors;
  }

  file(mirror: string): string {
    return join(this.folder, mirror);
  }

  open(connection: string, mirror: string, prefix = 'spec'): KurrentStore {
    const mirrorFile = this.file(mirror);
    const patience = { deadlineMs: 1_000, patienceMs: 1_000, doubtMs: 1_000 };
    this.opened.push(new KurrentStore({ connection, prefix, mirrorFile, ...patience }));
    return this.opened.at(-1)!;
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.opened.map((store) => store.close()));
    this.opened = [];
  }
}

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await nextTurn();
}

export function untilSize(store: KurrentStore, size: number): Promise<void> {
  return until(async () => (await store.size()) >= size);
}

export function untilState(store: KurrentStore, state: string): Promise<void> {
  return until(() => store.health().state === state);
}

/** A commit's records as a cluster would be sent them. */
export function eventsOf(stream: string, after: number, of: number): NewEvent[] {
  return commit(stream, after, { of, text: 'x' }).map(({ record: { id, type }, bytes }) => ({
    id,
    type,
    data: bytes,
  }));
}
