import { prepare, type StoredEntry } from '@daybook/ledger';
import { recorded } from '@daybook/ledger/testing';
import { Projector, openRows, type Rows } from '@daybook/read-model';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FiguresEvent } from '../figures.events';
import { figuresViews } from '../figures.module';

/** The views of the slice on facts recorded in this order, each of them delivered twice. */
export class ViewsOn {
  private constructor(
    private readonly folder: string,
    readonly rows: Rows,
    readonly size: number,
  ) {}

  static async facts(facts: readonly FiguresEvent[]): Promise<ViewsOn> {
    const entries: StoredEntry[] = facts.map((fact, index) => ({
      index,
      ...prepare(recorded(fact, { index })),
    }));
    const folder = mkdtempSync(path.join(tmpdir(), 'daybook-views-'));
    const file = path.join(folder, 'views.db');
    const log = {
      readAll: async (from: number, limit: number) => entries.slice(from, from + limit),
      size: async () => entries.length,
    };
    const projector = new Projector(log, file, figuresViews);
    for (const entry of entries) {
      await projector.apply([entry]);
      await projector.apply([entry]);
    }
    projector.close();
    return new ViewsOn(folder, openRows(file), entries.length);
  }

  close(): void {
    this.rows.close();
    rmSync(this.folder, { recursive: true });
  }
}
