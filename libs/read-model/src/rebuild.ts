import { open, rename, rm } from 'node:fs/promises';
import type { LogReader } from './log-reader';
import { Projector, type Projected, type ProjectorOptions } from './projector';
import type { ViewStatus } from './view';

export type OnProgress = (position: number, size: number) => void;

/**
 * Brings `views.db` up to what the log holds now, in this thread, and lets go of it: for a program that has
 * no worker. Nobody else may be writing the file.
 */
export async function catchUpViews(
  log: LogReader,
  file: string,
  views: readonly Projected[],
  onProgress?: OnProgress,
  options?: ProjectorOptions,
): Promise<readonly ViewStatus[]> {
  const projector = new Projector(log, file, views, options);
  try {
    const size = await log.size();
    await projector.catchUp(size, async (position) => onProgress?.(position, size));
    return projector.status();
  } finally {
    projector.close();
  }
}

/**
 * Builds all views from the first record in a fresh file beside the old one, then puts it in its place: the
 * same rows as kept up record by record. Nobody may have the old file open. The old one stands until the new
 * one is whole and on disk: interrupted while it builds, it leaves the old file as it was; in the instant of
 * changing over, none, which the next start builds.
 */
export async function rebuildViews(
  log: LogReader,
  file: string,
  views: readonly Projected[],
  onProgress?: OnProgress,
): Promise<readonly ViewStatus[]> {
  const fresh = `${file}.rebuild`;
  await removeDatabase(fresh);
  const statuses = await catchUpViews(log, fresh, views, onProgress, { durability: 'scratch' });
  await flush(fresh);
  await removeDatabase(file);
  await rename(fresh, file);
  return statuses;
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * The file first: a write-ahead log without its file is harmless, a file without its write-ahead log is not.
 */
async function removeDatabase(file: string): Promise<void> {
  for (const part of ['', '-wal', '-shm', '-journal']) await rm(`${file}${part}`, { force: true });
}
