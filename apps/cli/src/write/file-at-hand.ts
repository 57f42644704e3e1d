import { Refusal, RefusalError, isHeld, isRefusal, type Done } from '@daybook/ledger';
import { collectBytes, firstProblems, placeInFile, type SheetKind, type SheetRead } from '@daybook/sheets';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { EXIT, EndsWith, UsageError } from '../exit';
import { showSteps } from '../progress';
import { wordsFor } from './give-command';
import { problemsInWords } from './import-words';

/** What is told of a file besides what came of it. */
export interface FileNamed {
  readonly name: string;
  readonly sha256: string;
}

/** How a file is read. */
export interface Reading<Read> {
  readonly kind: SheetKind;
  read(bytes: Uint8Array): Read | Refusal;
}

/** A file that was read, as the command line goes on with it. */
export interface FileAtHand<Read> {
  readonly read: Read;
  readonly named: FileNamed;
}

/** What a check found wrong, as it says so itself. */
interface Found {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** Reads a file, `-` for stdin. Throws its refusal, or a UsageError where it cannot be opened. */
export async function fileAtHand<Read extends SheetRead>(
  file: string,
  reading: Reading<Read>,
  { json }: { readonly json: boolean },
): Promise<FileAtHand<Read>> {
  const steps = json ? undefined : showSteps('Importing: bytes');
  const bytes = await bytesOf(file, reading.kind, (done, total) => steps?.at(done, total)).finally(() =>
    steps?.end(),
  );
  const read = orThrow(reading.read(bytes));
  const name = file === '-' ? 'stdin' : basename(file).slice(0, 255);
  return { read, named: { name, sha256: read.sha256 } };
}

async function bytesOf(
  file: string,
  kind: SheetKind,
  onProgress: (done: number, total: number) => void,
): Promise<Buffer> {
  if (file === '-') return orThrow(await collectBytes(kind, process.stdin));
  try {
    const { size } = await stat(file);
    const chunks = createReadStream(file) as AsyncIterable<Buffer>;
    return orThrow(await collectBytes(kind, chunks, (done) => onProgress(done, size)));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new UsageError(`The file ${file} cannot be read (${String(error.code)}).`);
  }
}

function orThrow<T>(found: T | Refusal): T {
  if (isRefusal(found)) throw new RefusalError(found);
  return found;
}

/** Asks; a refusal comes back with the place of each problem in the file beside its place in the body. */
export async function located<T>(read: SheetRead, ask: () => Promise<T>): Promise<T> {
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
export function foretold(
  code: string,
  { problems, lines }: { readonly problems: readonly Found[]; readonly lines: readonly Checked[] },
  read: SheetRead,
): Refusal {
  const fields = [...problems, ...lines.flatMap((line) => line.problems)].map(
    ({ pointer, code: which, message }) => ({
      field: pointer,
      code: which,
      message,
      detail: { ...placeInFile(pointer, read) },
    }),
  );
  // What is wrong with the heading is said once, whatever lines say it again.
  const known = fields.filter(({ field }, i) => field.startsWith('/lines/') || i < problems.length);
  const bad = lines.filter((line) => line.problems.length > 0).length;
  const message = `Nothing was recorded: ${bad} of ${lines.length} lines cannot be recorded as they are.`;
  return firstProblems(Refusal.of(code, message, known));
}

interface Checked {
  readonly problems: readonly Found[];
}

/** Runs an import; what is refused by line is told as a table of places, unless JSON was asked for. */
export async function tellingPlaces(
  { json, colour }: { readonly json: boolean; readonly colour: boolean },
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (json || !(error instanceof RefusalError) || error.refusal.fields.length === 0) throw error;
    process.stderr.write(problemsInWords(error.refusal, colour));
    throw new EndsWith(EXIT.refused);
  }
}

/** What came of an import, and of which file. */
export function tellDone(done: Done, file: FileNamed, json: boolean, recorded?: string): void {
  process.stdout.write(json ? `${JSON.stringify({ ...done, file }, null, 2)}\n` : wordsFor(done, recorded));
  if (isHeld(done)) throw new EndsWith(EXIT.held);
}

/** What a dry run found: `words` of it, or all of it as JSON; ends with 1 where it cannot be recorded. */
export function tellDryRun(
  answer: { readonly recordable: boolean },
  words: string,
  refusal: () => Refusal,
  { json, colour }: { readonly json: boolean; readonly colour: boolean },
): void {
  process.stdout.write(json ? `${JSON.stringify(answer, null, 2)}\n` : words);
  if (answer.recordable) return;
  if (!json) process.stderr.write(problemsInWords(refusal(), colour));
  throw new EndsWith(EXIT.refused);
}

/** Said before a command leaves, so that it can be sent again where no answer comes. */
export function sayWhichCommand(id: string, json: boolean): void {
  if (!json)
    process.stderr.write(`Sending command ${id}. Were no answer to come, repeat it with --id ${id}\n`);
}
