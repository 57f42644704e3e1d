import type { Refusal } from '@daybook/ledger';
import { isUtf8 } from 'node:buffer';
import { fileRefused } from './file-problems';
import type { SheetKind } from './sheet-kind';

/** The most bytes of one file: a thousand lines with long texts need less. */
export const MOST_FILE_BYTES = 2 * 1_024 * 1_024;

export function tooLarge(kind: SheetKind): Refusal {
  const size = `${MOST_FILE_BYTES / 1_048_576} MB`;
  return fileRefused(
    kind,
    'too-large',
    `This file is larger than ${size}, the most that is read. Send fewer ${kind.words.many} at once.`,
  );
}

/**
 * All bytes of a file, or the refusal of one that is too large, which is then read no further: whatever
 * comes, no more than the limit and one chunk is ever held.
 */
export async function collectBytes(
  kind: SheetKind,
  chunks: AsyncIterable<Uint8Array>,
  onProgress: (bytes: number) => void = () => undefined,
): Promise<Buffer | Refusal> {
  const held: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MOST_FILE_BYTES) return tooLarge(kind);
    held.push(chunk);
    onProgress(bytes);
  }
  return Buffer.concat(held, bytes);
}

const SPREADSHEETS: readonly (readonly [name: string, magic: readonly number[]])[] = [
  ['an Excel or OpenDocument workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
];
const SAVE_AS = 'In the spreadsheet choose "Save as" and the type "CSV UTF-8 (comma delimited)".';

/** The text of a file: UTF-8, with or without a byte order mark, or UTF-16 with one. */
export function textOf(kind: SheetKind, bytes: Uint8Array): string | Refusal {
  const starts = (magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte);
  const other = SPREADSHEETS.find(([, magic]) => starts(magic));
  if (other) return fileRefused(kind, 'is-spreadsheet', `This is ${other[0]}, whatever its name. ${SAVE_AS}`);
  if (starts([0xff, 0xfe])) return decoded(kind, bytes, 'utf-16le');
  if (starts([0xfe, 0xff])) return decoded(kind, bytes, 'utf-16be');
  return decoded(kind, bytes, 'utf-8');
}

function decoded(
  kind: SheetKind,
  bytes: Uint8Array,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be',
): string | Refusal {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const line = encoding === 'utf-8' ? lineOfBadByte(bytes) : undefined;
    const where = line === undefined ? 'This file' : `Line ${line}`;
    const message = `${where} holds bytes that are not ${encoding.slice(0, 6).toUpperCase()} text. ${SAVE_AS}`;
    return fileRefused(kind, 'not-utf-8', message, line);
  }
  const nul = text.indexOf('\0');
  if (nul < 0) return text;
  const line = text.slice(0, nul).split(/\r\n|\n|\r/).length;
  const message = `Line ${line} holds a NUL character, which no text has. ${SAVE_AS}`;
  return fileRefused(kind, 'not-text', message, line);
}

const NEWLINE = 0x0a;

/**
 * The first line with bytes that are no UTF-8. A line feed is never part of a longer character, so that the
 * lines before one are good or not by themselves: the bad one is found by halves, however many there are.
 */
function lineOfBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (good < bad) {
    const half = good + Math.ceil((bad - good) / 2);
    const lines = bytes.subarray(0, bytes.subarray(0, half).lastIndexOf(NEWLINE) + 1);
    if (isUtf8(lines)) good = half;
    else bad = half - 1;
  }
  let line = 1;
  for (const byte of bytes.subarray(0, good)) if (byte === NEWLINE) line += 1;
  return line;
}
