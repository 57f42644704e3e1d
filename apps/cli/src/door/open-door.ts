import { Tokens, withStanding } from '@daybook/identity';
import { DataDirectory, DataDirectoryTaken, type Daybook } from '@daybook/runtime';
import { readConfig } from '../config';
import type { Door } from './door';
import { LocalDoor } from './local-door';
import { mustHoldLedger, openLedger } from './open-ledger';
import { RemoteDoor } from './remote-door';
import { personOf, tokenOf, type Who } from './who';

/**
 * Opens the ledger in a folder, or the way to the server that has it. The folder is taken at its word
 * only for writing: reading a ledger that is not there is refused (`cli.ledger-not-on-record`) rather
 * than making an empty one. Throws DataDirectoryTaken where another process has it that answers nobody,
 * such as this command run twice.
 */
export async function openDoor(folder: string, who: Who, purpose: 'read' | 'write'): Promise<Door> {
  if (purpose === 'read') mustHoldLedger(folder);
  let daybook: Daybook;
  try {
    daybook = await openLedger(folder);
  } catch (error) {
    if (!(error instanceof DataDirectoryTaken) || !error.owner?.address) throw error;
    const tokens = new Tokens(readConfig().tokenKeyFile ?? new DataDirectory(folder).tokenKey);
    return new RemoteDoor(error.owner.address, await tokenOf(who, tokens));
  }
  try {
    const person = await withStanding(await personOf(who, daybook.tokens), daybook.standings);
    return await LocalDoor.open(daybook, person);
  } catch (error) {
    await daybook.close();
    throw error;
  }
}
