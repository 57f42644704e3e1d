import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';

const KEY_BYTES = 32;

/**
 * The 32 random bytes kept in a file (as base64url, mode 0600), made on first use.
 *
 * The file appears whole or not at all, and when two processes make it at once, both use the one that came
 * first. Throws where the file cannot be read or written, or holds anything else: a damaged key is never
 * replaced, since that would end every token that it signed without a word.
 */
export function keyFrom(file: string): Uint8Array {
  const text = readIfThere(file) ?? create(file);
  const key = Buffer.from(text, 'base64url');
  if (key.length !== KEY_BYTES || key.toString('base64url') !== text)
    throw new Error(
      `${file} does not hold a signing key. Put the right file back, or remove it to make a new key.`,
    );
  return new Uint8Array(key);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function create(file: string): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const written = openSync(draft, 'wx', 0o600);
  try {
    writeSync(written, `${randomBytes(KEY_BYTES).toString('base64url')}\n`);
    fsyncSync(written);
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    closeSync(written);
    unlinkSync(draft);
  }
  return readFileSync(file, 'utf8').trim();
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
