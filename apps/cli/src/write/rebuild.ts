import { EmbeddedStore } from '@daybook/ledger';
import { Projector, type ViewStatus } from '@daybook/read-model';
import { DataDirectory, allViews } from '@daybook/runtime';
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { mustHoldLedger } from '../door/open-door';
import { EXIT, EndsWith } from '../exit';
import { showSteps } from '../progress';

export interface RebuildAsked {
  readonly data: string;
  readonly json?: boolean;
}

/**
 * Makes the views anew from the ledger, beside the old ones, which stand until the new ones are whole and
 * on disk. The ledger itself is only read. Needs the data directory for itself. Ends with 70 where a view
 * stopped at a record.
 */
export async function rebuild({ data, json }: RebuildAsked): Promise<void> {
  mustHoldLedger(data);
  const directory = new DataDirectory(data);
  directory.take();
  try {
    const started = performance.now();
    const fresh = `${directory.views}.new`;
    removeDatabase(fresh);
    const { size, views } = await project(directory.events, fresh);
    flush(fresh);
    removeDatabase(directory.views);
    renameSync(fresh, directory.views);
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    const answer = { size, seconds, views };
    process.stdout.write(json ? `${JSON.stringify(answer, null, 2)}\n` : wordsFor(answer));
    if (views.some(({ stopped }) => stopped)) throw new EndsWith(EXIT.internal);
  } finally {
    directory.release();
  }
}

async function project(
  events: string,
  file: string,
): Promise<{ size: number; views: readonly ViewStatus[] }> {
  const store = new EmbeddedStore(events);
  const projector = new Projector(store, file, allViews, { durability: 'scratch' });
  const steps = showSteps('Reading records');
  try {
    const size = await store.size();
    await projector.catchUp(size, async (position) => steps.at(position, size));
    return { size, views: projector.status() };
  } finally {
    steps.end();
    projector.close();
    await store.close();
  }
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** The main file first: what a crash leaves of the others belongs to nothing. */
function removeDatabase(file: string): void {
  for (const one of [file, `${file}-wal`, `${file}-shm`]) rmSync(one, { force: true });
}

function wordsFor({
  size,
  seconds,
  views,
}: {
  size: number;
  seconds: string;
  views: readonly ViewStatus[];
}): string {
  const lines = views.map(({ view, stopped }) =>
    stopped ? `  ${view} stopped at record ${stopped.index}: ${stopped.reason}\n` : `  ${view}\n`,
  );
  return `Made ${views.length} views anew from ${size} records, in ${seconds} s:\n${lines.join('')}`;
}
