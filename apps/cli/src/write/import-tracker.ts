import { TRACKER_FILE, readTracker, type CheckedTracker, type TrackerRead } from '@daybook/inspections';
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
import { trackerInWords } from './tracker-words';

const COMMAND = 'import-tracker';
const FILE = { kind: TRACKER_FILE, read: readTracker };

export interface TrackerGiven extends Giving {
  readonly area: string;
  readonly effectiveOn: string;
  readonly paper?: string;
  readonly place?: string;
  readonly for?: string;
  readonly dryRun?: boolean;
  readonly colour?: boolean;
}

/**
 * Reads a tracker, has every line of it checked, and, unless it is a dry run, imports it: all of it is
 * recorded or none. With an id that was given it is sent at once, since what was recorded under it is
 * answered with again, and a check would stumble over it. Ends with 1 where anything is refused, and 2 where
 * the file cannot be opened.
 */
export async function importTracker(file: string, given: TrackerGiven): Promise<void> {
  const { data, json = false, id = newId(), role, body, token, dryRun = false, colour = false } = given;
  mustSayWho(given, id);
  await tellingPlaces({ json, colour }, async () => {
    const { read, named } = await fileAtHand(file, FILE, { json });
    const door = await openDoor(data, { role, body, token }, 'write');
    try {
      const sent = { ...headingOf(given), lines: linesToSend(read) };
      if (dryRun || given.id === undefined) {
        const checked = await located(read, () => door.check<CheckedTracker>(COMMAND, sent));
        if (dryRun) return tellCheck(checked, read, named, { json, colour });
        if (!checked.recordable) throw new RefusalError(foretold('inspections.bad-lines', checked, read));
        sayWhichCommand(id, json);
      }
      tellDone(await located(read, () => door.command(COMMAND, id, { ...sent, file: named })), named, json);
    } finally {
      await door.close();
    }
  });
}

function headingOf({ area, effectiveOn, paper, place, for: body }: TrackerGiven): Record<string, unknown> {
  return { area, effectiveOn, ...(paper && { paper }), ...(place && { place }), ...(body && { for: body }) };
}

function tellCheck(
  checked: CheckedTracker,
  read: TrackerRead,
  file: FileNamed,
  how: { readonly json: boolean; readonly colour: boolean },
): void {
  const lines = checked.lines.map((line, i) => ({ ...line, line: read.lines[i]?.line ?? 0 }));
  const answer = { ...checked, file, lines };
  const refusal = (): ReturnType<typeof foretold> => foretold('inspections.bad-lines', checked, read);
  tellDryRun(answer, trackerInWords(answer, how.colour), refusal, how);
}
