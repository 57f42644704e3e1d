import { randomUUID } from 'node:crypto';
import { dateFields, hiddenFile, readDate, type DateFields, type FileGiven } from '@daybook/pages';
import { linesToSend } from '@daybook/sheets';
import type { CheckedReturn } from '../check-return/check-lines';
import type { FileRead } from '../read-file/read-file';

/** What is said once for all figures of a file. */
export interface FileFields {
  readonly commandId: string;
  readonly paper: string;
  readonly effective: DateFields;
  readonly for: string;
  /** What the check found each change to change, by the number of its line from 0. */
  readonly found: ReadonlyMap<number, string>;
}

export function newFields(): FileFields {
  const effective = { day: '', month: '', year: '' };
  return { commandId: randomUUID(), paper: '', effective, for: '', found: new Map() };
}

type Form = Readonly<Record<string, string>>;

export function readFields(form: Form): FileFields {
  return {
    commandId: form['command-id'] || randomUUID(),
    paper: form.paper ?? '',
    effective: dateFields(form, 'effectiveOn'),
    for: form.for ?? '',
    found: foundIn(form),
  };
}

function foundIn(form: Form): ReadonlyMap<number, string> {
  const named = Object.entries(form).flatMap(([field, of]): [number, string][] => {
    const line = /^of-(\d{1,4})$/.exec(field)?.[1];
    return line === undefined ? [] : [[Number(line), of]];
  });
  return new Map(named);
}

/** The hidden fields of the check page: all that is needed to record exactly what it shows. */
export function hiddenFields(
  { fields, file, read }: FileGiven<FileFields, FileRead>,
  checked: CheckedReturn,
): readonly [string, string][] {
  const { commandId, paper, effective, for: body } = fields;
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
    ...hiddenFile(file, read.sha256),
    ...found,
  ];
}

/** The command's body, and the check's: what a change was found to change is named where the file does not. */
export function fileBody(
  area: string,
  { fields, file, read }: FileGiven<FileFields, FileRead>,
): Record<string, unknown> {
  const { paper, effective, for: body, found } = fields;
  const lines = linesToSend(read).map((line, i) => {
    const of = line.of ?? found.get(i);
    return of ? { ...line, of } : line;
  });
  const heading = { area, paper, effectiveOn: readDate(effective, true) ?? '', ...(body && { for: body }) };
  return { ...heading, lines, file: { name: file.name, sha256: read.sha256 } };
}
