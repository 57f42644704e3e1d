import { EmbeddedLogReader } from '@daybook/ledger';
import { rebuildViews, type ViewStatus } from '@daybook/read-model';
import { DataDirectory, allViews, logFileOf } from '@daybook/runtime';
import { clusterHere, mustHoldLedger } from '../door/open-ledger';
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
    const { size, views } = await project(directory);
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    const answer = { size, seconds, views };
    process.stdout.write(json ? `${JSON.stringify(answer, null, 2)}\n` : wordsFor(answer));
    if (views.some(({ stopped }) => stopped)) throw new EndsWith(EXIT.internal);
  } finally {
    directory.release();
  }
}

async function project(directory: DataDirectory): Promise<{ size: number; views: readonly ViewStatus[] }> {
  const { views } = directory;
  const store = new EmbeddedLogReader(logFileOf(directory, clusterHere()));
  const steps = showSteps('Reading records');
  try {
    const made = await rebuildViews(store, views, allViews, (position, size) => steps.at(position, size));
    return { size: await store.size(), views: made };
  } finally {
    steps.end();
    await store.close();
  }
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
