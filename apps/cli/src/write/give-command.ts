import { isGivenUp, isHeld, isReceipt, refuse, type Done } from '@daybook/ledger';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { v4 as newId, validate as isUuid } from 'uuid';
import { openDoor } from '../door/open-door';
import type { Who } from '../door/who';
import { EXIT, EndsWith, UsageError } from '../exit';

export interface Giving extends Who {
  readonly data: string;
  readonly json?: boolean;
  /** The command's id; a new one where absent. The same id and body again answers with the first receipt. */
  readonly id?: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Gives one command, its body the JSON of a file (`-`: of stdin), and writes the receipt to stdout. */
export async function giveCommand(name: string, file: string, giving: Giving): Promise<void> {
  const { data, json, id = newId(), role, body, token } = giving;
  mustSayWho(giving, id);
  const content = jsonOf(await read(file));
  const door = await openDoor(data, { role, body, token }, 'write');
  try {
    const receipt = await door.command(name, id, content);
    process.stdout.write(json ? `${JSON.stringify(receipt, null, 2)}\n` : wordsFor(receipt));
    if (isHeld(receipt)) throw new EndsWith(EXIT.held);
  } finally {
    await door.close();
  }
}

/** A command says whose act it is, and has an id. */
export function mustSayWho({ role, body, token }: Who, id: string): void {
  if (role === undefined && body === undefined && token === undefined)
    throw new UsageError(
      'Say whose act it is: --role and --body, such as --role force --body kent-police, or --token.',
    );
  if (!isUuid(id)) refuse('request.bad-id', 'A command needs an id of its own: a uuid, kept for a retry.');
}

async function read(file: string): Promise<Buffer> {
  if (file === '-') return buffer(process.stdin);
  try {
    return await readFile(file);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UsageError(`The file ${file} cannot be read (${why}).`);
  }
}

/** Bytes that are no UTF-8 are refused: a lenient reader would change what is recorded, in silence. */
function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return refuse('request.malformed-json', 'The body is not JSON in UTF-8.');
  }
}

/** What came of a command, in words. */
export function wordsFor(answer: Done, recorded = 'Recorded'): string {
  if (isHeld(answer))
    return `Not on record yet: it waits as draft ${answer.draft} until a second person of your body approves it.\nCommand ${answer.commandId}. See it with: daybook draft ${answer.draft}\n`;
  if (isGivenUp(answer))
    return `The draft ${answer.draft} was ${answer.ended}. Nothing of it was recorded, and its texts are erased.\n`;
  const { commandId, stream, revision } = answer;
  if (!isReceipt(answer))
    return `Recorded in ${stream} up to revision ${revision}; its place in the ledger is not known yet.\nCommand ${commandId}. Send the same again with --id ${commandId} to see it: nothing is recorded twice.\n`;
  const { indexes, ledgerSize } = answer;
  const [first, last] = [indexes[0], indexes.at(-1)];
  const where = first === last ? `record ${first}` : `records ${first} to ${last}`;
  return `${recorded}: ${where} of the ledger, in ${stream} up to revision ${revision}.\nCommand ${commandId}. Ledger size ${ledgerSize}.\n`;
}
