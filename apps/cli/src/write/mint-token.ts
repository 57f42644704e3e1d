import { Tokens, type Role } from '@daybook/identity';
import { DataDirectory } from '@daybook/runtime';
import { readConfig } from '../config';

export interface TokenAsked {
  readonly data: string;
  readonly role: string;
  readonly body: string;
  readonly areas?: readonly string[];
  readonly person?: string;
  readonly expires: number;
}

/**
 * Writes a token for the API, alone on its line. It needs the key, in the data directory or where the
 * settings say, and not the ledger, so it works while a server runs; the key is made on first use.
 */
export async function mintToken({ data, role, body, areas, person, expires }: TokenAsked): Promise<void> {
  const tokens = new Tokens(readConfig().tokenKeyFile ?? new DataDirectory(data).tokenKey);
  const request = { role: role as Role, body, areas, person, expiresInSeconds: expires };
  process.stdout.write(`${await tokens.mint(request)}\n`);
}
