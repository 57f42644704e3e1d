import {
  DataDirectory,
  copyLedger,
  isAddress,
  isConnection,
  openStores,
  proveCopy,
  type ClusterSetting,
  type Copied,
  type LedgerEnd,
  type Stores,
} from '@daybook/runtime';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig } from '../config';
import { clusterHere, mustHoldAll, mustHoldLedgerIn } from '../door/open-ledger';
import { UsageError } from '../exit';
import { showSteps, type Steps } from '../progress';

export interface CopyAsked {
  readonly from?: string;
  readonly to?: string;
  readonly fromPrefix?: string;
  readonly toPrefix?: string;
  readonly json?: boolean;
}

/** A ledger that is open for as long as it is copied. */
interface End extends LedgerEnd {
  close(): Promise<void>;
}

const STEPS = { comparing: 'Comparing records', copying: 'Copying records', proving: 'Proving records' };

/**
 * Copies a ledger and its keys from one place to another, each a folder or a cluster, and proves the copy by
 * reading both again from the beginning. Run again after an interruption it goes on.
 */
export async function copy({ from, to, fromPrefix, toPrefix, json }: CopyAsked): Promise<void> {
  const { store } = readConfig();
  const [source, target] = [placeOf(from ?? store, fromPrefix), placeOf(to ?? store, toPrefix)];
  if (!source || !target) throw new UsageError('Say where: --from and --to, each a folder or esdb://...');
  if (JSON.stringify(source) === JSON.stringify(target))
    throw new UsageError('This would copy a ledger into itself.');
  if (typeof source === 'string') mustHoldLedgerIn(source);
  const written = await withEnds(source, target, (a, b, say) => copyLedger(a, b, say));
  // Opened again: what was written must be there for whoever comes next, read from the beginning.
  const proof = await withEnds(source, target, (a, b, say) => proveCopy(a, b, say));
  const copied: Copied = { ...written, ...proof };
  process.stdout.write(json ? `${JSON.stringify(copied, null, 2)}\n` : wordsFor(copied));
}

type Place = string | ClusterSetting;
type Say = (step: keyof typeof STEPS, done: number, total: number) => void;

function placeOf(text: string | undefined, prefix: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  if (isConnection(text)) return clusterHere(text, prefix);
  // Not quoted: it may hold a password. Taken for a folder, it would be made into one.
  if (isAddress(text)) throw new UsageError('A cluster is named as esdb://... or esdb+discover://...');
  return resolve(text);
}

async function withEnds<T>(
  source: Place,
  target: Place,
  work: (from: LedgerEnd, to: LedgerEnd, say: Say) => Promise<T>,
): Promise<T> {
  let steps: { readonly of: keyof typeof STEPS; readonly shown: Steps } | undefined;
  const from = await open(source);
  try {
    const to = await open(target);
    try {
      return await work(from, to, (step, done, total) => {
        if (steps?.of !== step) {
          steps?.shown.end();
          steps = { of: step, shown: showSteps(STEPS[step]) };
        }
        steps.shown.at(done, total);
      });
    } finally {
      steps?.shown.end();
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/**
 * A folder is taken for as long as that; a cluster gets a mirror in a folder of its own, which goes
 * afterwards.
 */
async function open(place: Place): Promise<End> {
  const [cluster, folder] =
    typeof place === 'string' ? [undefined, place] : [place, mkdtempSync(join(tmpdir(), 'daybook-mirror-'))];
  const directory = new DataDirectory(folder);
  directory.take();
  let stores: Stores | undefined;
  const close = async (): Promise<void> => {
    await stores?.store.close();
    await stores?.keys.close();
    directory.release();
    if (cluster) rmSync(folder, { recursive: true, force: true });
  };
  try {
    stores = openStores(directory, cluster);
    await mustHoldAll(stores.store);
    return { ...stores, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function wordsFor({ records, written, keys, erased, without, digest }: Copied): string {
  const lines = [
    `Every one of ${records} records has the same bytes in both ledgers; ${written} of them were copied now.`,
    `${keys} keys of sealed texts are the same, ${erased} are erased in both.`,
    ...(without > 0 ? [`${without} texts had lost their keys before.`] : []),
    `SHA-256 over all record hashes: ${digest}`,
  ];
  return `${lines.join('\n')}\n`;
}
