import {
  headingBody,
  hiddenFile,
  hiddenHeading,
  newHeading,
  readHeading,
  type FileGiven,
  type HeadingFields,
} from '@daybook/pages';
import { linesToSend } from '@daybook/sheets';
import type { CheckedReturn } from '../check-return/check-lines';
import type { FileRead } from '../read-file/read-file';

/** What is said once for all figures of a file. */
export interface FileFields extends HeadingFields {
  /** What the check found each change to change, by the number of its line from 0. */
  readonly found: ReadonlyMap<number, string>;
}

export function newFields(): FileFields {
  return { ...newHeading(), found: new Map() };
}

export function readFields(form: Readonly<Record<string, string>>): FileFields {
  const named = Object.entries(form).flatMap(([field, of]): [number, string][] => {
    const line = /^of-(\d{1,4})$/.exec(field)?.[1];
    return line === undefined ? [] : [[Number(line), of]];
  });
  return { ...readHeading(form), found: new Map(named) };
}

/** The hidden fields of the check page: all that is needed to record exactly what it shows. */
export function hiddenFields(
  { fields, file, read }: FileGiven<FileFields, FileRead>,
  checked: CheckedReturn,
): readonly [string, string][] {
  const found = checked.lines.flatMap(({ number, of }): [string, string][] =>
    of && read.lines[number - 1]?.cells.of === '' && read.lines[number - 1]?.cells.kind !== ''
      ? [[`of-${number - 1}`, of]]
      : [],
  );
  return [...hiddenHeading(fields), ...hiddenFile(file, read.sha256), ...found];
}

/** The command's body, and the check's: what a change was found to change is named where the file does not. */
export function fileBody(
  area: string,
  { fields, file, read }: FileGiven<FileFields, FileRead>,
): Record<string, unknown> {
  const lines = linesToSend(read).map((line, i) => {
    const of = line.of ?? fields.found.get(i);
    return of ? { ...line, of } : line;
  });
  return { ...headingBody(area, fields), lines, file: { name: file.name, sha256: read.sha256 } };
}
