import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataDirectory, DataDirectoryTaken } from './data-directory';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-directory-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

it('is held by one at a time, and says who that is', () => {
  const first = new DataDirectory(folder);
  first.take();
  const second = new DataDirectory(folder);
  const refused = thrownBy(() => second.take());
  expect(refused).toBeInstanceOf(DataDirectoryTaken);
  expect((refused as DataDirectoryTaken).owner).toEqual({ pid: process.pid });
  first.release();
  second.take();
  second.release();
});

it('is not called in use when it cannot be locked for another reason', () => {
  writeFileSync(join(folder, 'lock.db'), 'no lock at all '.repeat(100));
  const refused = thrownBy(() => new DataDirectory(folder).take());
  expect(refused).not.toBeInstanceOf(DataDirectoryTaken);
  expect(String(refused)).toContain(`${folder} cannot be locked by its lock.db: file is not a database`);
});
