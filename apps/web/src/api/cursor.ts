import { refused } from './parameters';

/** Where the next page begins, as an opaque text for the address. */
export function writeCursor(next: string): string {
  return Buffer.from(next, 'utf8').toString('base64url');
}

/** Reads what `writeCursor` wrote. Throws a RefusalError, `request.bad-cursor`, for anything else. */
export function readCursor(after: string): string {
  const next = Buffer.from(after, 'base64url').toString('utf8');
  if (next === '' || next.includes('\0') || writeCursor(next) !== after)
    throw refused('after', 'bad-cursor', 'Pass as "after" only what an answer gave as "next".');
  return next;
}
