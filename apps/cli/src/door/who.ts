import { Tokens, publicReader, sharedPseudonym, type Person, type Role } from '@daybook/identity';
import { RefusalError, isRefusal } from '@daybook/ledger';
import { UsageError } from '../exit';

/**
 * Whose act it is, as the command line says it: a role and a body, or a token; nothing at all reads what
 * is public.
 */
export interface Who {
  readonly role?: string;
  readonly body?: string;
  readonly token?: string;
}

/** How long the token that this process makes for itself is good; it is used at once. */
const OWN_TOKEN_SECONDS = 300;

/**
 * Whoever can read the key in the data directory may act as anyone: the role and body are taken at their
 * word.
 */
export async function tokenOf({ role, body, token }: Who, tokens: Tokens): Promise<string | undefined> {
  if (token !== undefined && (role !== undefined || body !== undefined))
    throw new UsageError('Give either --token, or --role and --body.');
  if (token !== undefined || (role === undefined && body === undefined)) return token;
  if (role === undefined || body === undefined)
    throw new UsageError('Give --role and --body together, such as --role force --body kent-police.');
  const person = sharedPseudonym('cli', body);
  return tokens.mint({ role: role as Role, body, person, expiresInSeconds: OWN_TOKEN_SECONDS });
}

/** The person that the command line speaks for; the same whether it opens the ledger or asks a server. */
export async function personOf(who: Who, tokens: Tokens): Promise<Person> {
  const token = await tokenOf(who, tokens);
  if (token === undefined) return publicReader;
  const person = await tokens.verify(token);
  if (isRefusal(person)) throw new RefusalError(person);
  return person;
}
