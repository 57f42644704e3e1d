import type { EventStore } from '@daybook/ledger';
import type { DataDirectory } from './data-directory';
import { FollowingInProcess, type Following } from './projection';
import { allViews } from './views';

/** Placeholder until the engine's worker side is there. */
export async function followInWorker(store: EventStore, directory: DataDirectory): Promise<Following> {
  return new FollowingInProcess(store, directory.views, allViews);
}
