import { FIGURES_FILE, readFigures, type CheckedReturn, type FileRead } from '@daybook/figures';
import { Refusal, RefusalError, isHeld, isRefusal, type Done } from '@daybook/ledger';
import { collectBytes, firstProblems, linesToSend, placeInFile } from '@daybook/sheets';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { v4 as newId } from 'uuid';
import type { Door } from '../door/door';
import { openDoor } from '../door/open-door';
import { EXIT, EndsWith, UsageError } from '../exit';
import { showSteps } from '../progress';
import { mustSayWho, wordsFor, type Giving } from './give-command';
import { checkInWords, problemsInWords } from './import-words';
import { sentBefore } from './sent-before';

const COMMAND = 'submit-return';

export interface Importing extends Giving {
  readonly area: string;
  readonly paper: string;
  readonly effectiveOn: string;
  readonly for?: string;
  readonly dryRun?: boolean;
  readonly colour?: boolean;
}

/** What is told of the file besides what came of it. */
interface FileNamed {
  readonly name: string;
  readonly sha256: string;
}

/**
 * Reads a file of figures, has every line of it checked, and, unless it is a dry run, submits it: all of it
 * is recorded or none. What a change names, where the file does not say, is what the check found standing,
 * and is sent with it. Ends with 1 where anything is refused, and 2 where the file cannot be opened.
 */
export async function importFile(file: string, importing: Importing): Promise<void> {
  const { data, json = false, id = newId(), role, body, token, dryRun, colour = false } = importing;
  mustSayWho(importing, id);
  try {
    const steps = json ? undefined : showSteps('Importing: bytes');
    const read = figuresIn(
      await bytesOf(file, (done, total) => steps?.at(done, total)).finally(() => steps?.end()),
    );
    const named = { name: file === '-' ? 'stdin' : basename(file).slice(0, 255), sha256: read.sha256 };
    const door = await openDoor(data, { role, body, token }, 'write');
    try {
      const sent = { ...headingOf(importing), lines: linesToSend(read) };
      const before =
        importing.id && !dryRun ? await sentBefore(door, id, { ...importing, ...named }) : undefined;
      if (before) return tellDone(before, named, json, 'Recorded already');
      const checked = await located(read, () => door.check<CheckedReturn>(COMMAND, sent));
      if (dryRun) return tellCheck(checked, read, named, { json, colour });
      if (!checked.recordable) throw new RefusalError(refusalOf(checked, read));
      if (!json)
        process.stderr.write(`Sending command ${id}. Were no answer to come, repeat it with --id ${id}\n`);
      await submit(door, id, { ...sent, lines: naming(sent.lines, checked) }, { read, named, json });
    } finally {
      await door.close();
    }
  } catch (error) {
    if (json || !(error instanceof RefusalError) || !hasPlaces(error.refusal)) throw error;
    process.stderr.write(problemsInWords(error.refusal, colour));
    throw new EndsWith(EXIT.refused);
  }
}

function headingOf({ area, paper, effectiveOn, for: body }: Importing): Record<string, unknown> {
  return { area, paper, effectiveOn, ...(body && { for: body }) };
}

/** The lines with what each change was found to change. */
function naming(
  lines: readonly Record<string, string>[],
  checked: CheckedReturn,
): readonly Record<string, string>[] {
  return lines.map((line, i) => {
    const found = checked.lines[i]?.of;
    return line.kind && found ? { ...line, of: found } : line;
  });
}

async function submit(
  door: Door,
  id: string,
  body: object,
  { read, named, json }: { read: FileRead; named: FileNamed; json: boolean },
): Promise<void> {
  const receipt = await located(read, () => door.command(COMMAND, id, { ...body, file: named }));
  tellDone(receipt, named, json);
}

function tellDone(done: Done, file: FileNamed, json: boolean, recorded?: string): void {
  process.stdout.write(json ? `${JSON.stringify({ ...done, file }, null, 2)}\n` : wordsFor(done, recorded));
  if (isHeld(done)) throw new EndsWith(EXIT.held);
}

async function bytesOf(file: string, onProgress: (done: number, total: number) => void): Promise<Buffer> {
  if (file === '-') return wholeOf(await collectBytes(FIGURES_FILE, process.stdin));
  try {
    const { size } = await stat(file);
    const chunks = createReadStream(file) as AsyncIterable<Buffer>;
    return wholeOf(await collectBytes(FIGURES_FILE, chunks, (done) => onProgress(done, size)));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new UsageError(`The file ${file} cannot be read (${String(error.code)}).`);
  }
}

function wholeOf(bytes: Buffer | Refusal): Buffer {
  if (isRefusal(bytes)) throw new RefusalError(bytes);
  return bytes;
}

function figuresIn(bytes: Buffer): FileRead {
  const read = readFigures(bytes);
  if (isRefusal(read)) throw new RefusalError(read);
  return read;
}

/** Asks; a refusal comes back with the place of each problem in the file beside its place in the body. */
async function located<T>(read: FileRead, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const { code, message, retryable, fields, detail } = error.refusal;
    const placed = fields.map((f) => ({ ...f, detail: { ...f.detail, ...placeInFile(f.field, read) } }));
    throw new RefusalError(new Refusal(code, message, retryable, placed, detail));
  }
}

/** The refusal that a check foretells, with the place of each problem in the file. */
function refusalOf({ problems, lines, totals }: CheckedReturn, read: FileRead): Refusal {
  const fields = [...problems, ...lines.flatMap((line) => line.problems)].map(
    ({ pointer, code, message }) => ({
      field: pointer,
      code,
      message,
      detail: { ...placeInFile(pointer, read) },
    }),
  );
  const known = fields.filter(({ field }, i) => field.startsWith('/lines/') || i < problems.length);
  const bad = totals.refused + totals.differs;
  const message = `Nothing was recorded: ${bad} of ${totals.lines} lines cannot be recorded as they are.`;
  return firstProblems(Refusal.of('figures.bad-lines', message, known));
}

function hasPlaces({ fields }: Refusal): boolean {
  return fields.length > 0;
}

function tellCheck(
  checked: CheckedReturn,
  read: FileRead,
  file: FileNamed,
  { json, colour }: { json: boolean; colour: boolean },
): void {
  const lines = checked.lines.map((line, i) => ({ ...line, line: read.lines[i]?.line ?? 0 }));
  const answer = { ...checked, file, lines };
  process.stdout.write(json ? `${JSON.stringify(answer, null, 2)}\n` : checkInWords(answer, colour));
  if (checked.recordable) return;
  if (!json) process.stderr.write(problemsInWords(refusalOf(checked, read), colour));
  throw new EndsWith(EXIT.refused);
}
