import { prepare, type Fact, type StoredEntry } from '@daybook/ledger';
import { recorded } from '@daybook/ledger/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Projector, type Projected } from '../projector';
import type { Rows } from '../rows';
import { openRows } from '../view-file';

/** The views of a slice on facts recorded in this order, each of them delivered twice. */
export class ViewsOn {
  private constructor(
    private readonly folder: string,
    readonly rows: Rows,
    readonly size: number,
  ) {}

  static async facts(views: readonly Projected[], facts: readonly Fact[]): Promise<ViewsOn> {
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
    const projector = new Projector(log, file, views);
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
