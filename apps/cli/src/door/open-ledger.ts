import { refuse, type EventStore } from '@daybook/ledger';
import {
  clusterSetting,
  openDaybook,
  untilCurrent,
  type ClusterSetting,
  type Daybook,
} from '@daybook/runtime';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../config';
import { UsageError } from '../exit';

/** How long a node of a cluster may take to read all of the ledger, before a question is given up. */
const CATCH_UP_MS = 600_000;

/** The cluster that the settings name; throws UsageError where they cannot be used. */
export function clusterHere(connection?: string, prefix?: string): ClusterSetting | undefined {
  const { store, streamPrefix } = readConfig();
  try {
    return clusterSetting(connection ?? store, prefix ?? streamPrefix);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/**
 * Opens the ledger of a folder in this process, or, where the settings name a cluster, that cluster's, with
 * its mirror in the folder; then waits until all of it is here. Throws DataDirectoryTaken and OtherStore,
 * and refuses (`ledger.store-unavailable`) where the cluster does not let it.
 */
export async function openLedger(folder: string): Promise<Daybook> {
  const cluster = clusterHere();
  const { tokenKeyFile } = readConfig();
  const daybook = await openDaybook({ dataDirectory: folder, cluster, tokenKeyFile, worker: false });
  try {
    await mustHoldAll(daybook.store);
    return daybook;
  } catch (error) {
    await daybook.close();
    throw error;
  }
}

/** Waits until the store holds all that is on record; refuses, saying why, where it does not come to that. */
export async function mustHoldAll(store: Pick<EventStore, 'health'>): Promise<void> {
  if (await untilCurrent(store, CATCH_UP_MS)) return;
  const message = `The event store cannot be read. ${store.health().reason ?? ''}`.trim();
  refuse('ledger.store-unavailable', message, { retryable: true });
}

/**
 * Refuses to make an empty ledger where one is to be read. One in a cluster is there, whatever the folder
 * holds.
 */
export function mustHoldLedger(folder: string): void {
  if (!clusterHere()) mustHoldLedgerIn(folder);
}

export function mustHoldLedgerIn(folder: string): void {
  if (!existsSync(join(folder, 'events.db')) && !existsSync(join(folder, 'mirror.db')))
    refuse('cli.ledger-not-on-record', `There is no ledger in ${folder}. Name its folder with --data.`);
}
