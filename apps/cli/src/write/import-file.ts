import { FIGURES_FILE, readFigures, type CheckedReturn, type FileRead } from '@daybook/figures';
import { RefusalError } from '@daybook/ledger';
import { linesToSend } from '@daybook/sheets';
import { v4 as newId } from 'uuid';
import { openDoor } from '../door/open-door';
import {
  fileAtHand,
  foretold,
  located,
  sayWhichCommand,
  tellDone,
  tellDryRun,
  tellingPlaces,
  type FileNamed,
} from './file-at-hand';
import { mustSayWho, type Giving } from './give-command';
import { checkInWords } from './import-words';
import { sentBefore } from './sent-before';

const COMMAND = 'submit-return';
const FILE = { kind: FIGURES_FILE, read: readFigures };

export interface Importing extends Giving {
  readonly area: string;
  readonly paper: string;
  readonly effectiveOn: string;
  readonly for?: string;
  readonly dryRun?: boolean;
  readonly colour?: boolean;
}

/**
 * Reads a file of figures, has every line of it checked, and, unless it is a dry run, submits it: all of it
 * is recorded or none. What a change names, where the file does not say, is what the check found standing,
 * and is sent with it. Ends with 1 where anything is refused, and 2 where the file cannot be opened.
 */
export async function importFile(file: string, importing: Importing): Promise<void> {
  const { data, json = false, id = newId(), role, body, token, dryRun, colour = false } = importing;
  mustSayWho(importing, id);
  await tellingPlaces({ json, colour }, async () => {
    const { read, named } = await fileAtHand(file, FILE, { json });
    const door = await openDoor(data, { role, body, token }, 'write');
    try {
      const sent = { ...headingOf(importing), lines: linesToSend(read) };
      const before =
        importing.id && !dryRun ? await sentBefore(door, id, { ...importing, ...named }) : undefined;
      if (before) return tellDone(before, named, json, 'Recorded already');
      const checked = await located(read, () => door.check<CheckedReturn>(COMMAND, sent));
      if (dryRun) return tellCheck(checked, read, named, { json, colour });
      if (!checked.recordable) throw new RefusalError(foretold('figures.bad-lines', checked, read));
      sayWhichCommand(id, json);
      const content = { ...sent, lines: naming(sent.lines, checked), file: named };
      tellDone(await located(read, () => door.command(COMMAND, id, content)), named, json);
    } finally {
      await door.close();
    }
  });
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

function tellCheck(
  checked: CheckedReturn,
  read: FileRead,
  file: FileNamed,
  how: { readonly json: boolean; readonly colour: boolean },
): void {
  const lines = checked.lines.map((line, i) => ({ ...line, line: read.lines[i]?.line ?? 0 }));
  const answer = { ...checked, file, lines };
  const refusal = (): ReturnType<typeof foretold> => foretold('figures.bad-lines', checked, read);
  tellDryRun(answer, checkInWords(answer, how.colour), refusal, how);
}
