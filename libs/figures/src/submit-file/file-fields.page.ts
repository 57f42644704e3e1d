import { randomUUID } from 'node:crypto';
import { dateFields, readDate, type DateFields, type Upload } from '@daybook/pages';
import { linesToSend } from '@daybook/sheets';
import type { CheckedReturn } from '../check-return/check-lines';
import type { FileRead } from '../read-file/read-file';

/** What is said once for all figures of a file. */
export interface FileFields {
  readonly commandId: string;
  readonly paper: string;
  readonly effective: DateFields;
  readonly for: string;
}

/**
 * A file on its way: it travels in the form itself until it is recorded, since reasons are free text, which
 * rests nowhere before.
 */
export interface FileSentAgain {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As it was when it was checked; undefined for one that comes for the first time. */
  readonly sha256?: string;
  /** What each change was found to change, by the number of its line from 0. */
  readonly found: ReadonlyMap<number, string>;
}

const MOST_NAME = 255;

export function newFields(): FileFields {
  const effective = { day: '', month: '', year: '' };
  return { commandId: randomUUID(), paper: '', effective, for: '' };
}

type Form = Readonly<Record<string, string>>;

export function readFields(form: Form): FileFields {
  return {
    commandId: form['command-id'] || randomUUID(),
    paper: form.paper ?? '',
    effective: dateFields(form, 'effectiveOn'),
    for: form.for ?? '',
  };
}

/** The file of a form: just chosen, or coming back from the check page; undefined where there is none. */
export function readFile(form: Form, upload: Upload | undefined): FileSentAgain | undefined {
  if (upload?.name) return { name: nameIn(upload.name), bytes: upload.bytes, found: new Map() };
  const content = form['file-content'];
  if (content === undefined) return undefined;
  const named = Object.entries(form).flatMap(([field, of]): [number, string][] => {
    const line = /^of-(\d{1,4})$/.exec(field)?.[1];
    return line === undefined ? [] : [[Number(line), of]];
  });
  return {
    name: nameIn(form['file-name'] ?? ''),
    bytes: Buffer.from(content, 'base64url'),
    sha256: form['file-sha256'] ?? '',
    found: new Map(named),
  };
}

/** A name alone: some browsers send the folders too. */
function nameIn(path: string): string {
  return path.split(/[/\\]/).at(-1)?.slice(0, MOST_NAME) || 'file';
}

/** The hidden fields of the check page: all that is needed to record exactly what it shows. */
export function hiddenFields(
  { commandId, paper, effective, for: body }: FileFields,
  file: FileSentAgain,
  read: FileRead,
  checked: CheckedReturn,
): readonly [string, string][] {
  const found = checked.lines.flatMap(({ number, of }): [string, string][] =>
    of && read.lines[number - 1]?.cells.of === '' && read.lines[number - 1]?.cells.kind !== ''
      ? [[`of-${number - 1}`, of]]
      : [],
  );
  return [
    ['command-id', commandId],
    ['paper', paper],
    ['for', body],
    ['effectiveOn-day', effective.day],
    ['effectiveOn-month', effective.month],
    ['effectiveOn-year', effective.year],
    ['file-name', file.name],
    ['file-sha256', read.sha256],
    ['file-content', Buffer.from(file.bytes).toString('base64url')],
    ...found,
  ];
}

/** The command's body, and the check's: what a change was found to change is named where the file does not. */
export function fileBody(
  { paper, effective, for: body }: FileFields,
  area: string,
  file: FileSentAgain,
  read: FileRead,
): Record<string, unknown> {
  const lines = linesToSend(read).map((line, i) => {
    const of = line.of ?? file.found.get(i);
    return of ? { ...line, of } : line;
  });
  const heading = { area, paper, effectiveOn: readDate(effective, true) ?? '', ...(body && { for: body }) };
  return { ...heading, lines, file: { name: file.name, sha256: read.sha256 } };
}
