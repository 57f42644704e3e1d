import type { Upload } from '../page';

/**
 * A file on its way: it travels in the form itself until it is recorded, since what people write in it is
 * free text, which rests nowhere before.
 */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As it was when it was checked; undefined for one that comes for the first time. */
  readonly sha256?: string;
}

const MOST_NAME = 255;

/** The file of a form: just chosen, or coming back from the check page; undefined where there is none. */
export function sentFile(
  form: Readonly<Record<string, string>>,
  upload: Upload | undefined,
): SentFile | undefined {
  if (upload?.name) return { name: nameIn(upload.name), bytes: upload.bytes };
  const content = form['file-content'];
  if (content === undefined) return undefined;
  return {
    name: nameIn(form['file-name'] ?? ''),
    bytes: Buffer.from(content, 'base64url'),
    sha256: form['file-sha256'] ?? '',
  };
}

/** A name alone: some browsers send the folders too. */
function nameIn(path: string): string {
  return path.split(/[/\\]/).at(-1)?.slice(0, MOST_NAME) || 'file';
}

/** The hidden fields in which a file that was checked comes back. */
export function hiddenFile(file: SentFile, sha256: string): readonly [string, string][] {
  return [
    ['file-name', file.name],
    ['file-sha256', sha256],
    ['file-content', Buffer.from(file.bytes).toString('base64url')],
  ];
}
