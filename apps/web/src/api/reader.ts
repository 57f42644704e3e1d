import { publicReader, withStanding, type BodyStandings, type Person, type Tokens } from '@daybook/identity';
import { isRefusal, Refusal, RefusalError, type Clock } from '@daybook/ledger';
import { decodeJwt } from 'jose';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever asks, by the token shown; the public where none was. */
    person: Person;
  }
}

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;
const MOST_REMEMBERED = 1_000;

/**
 * Who asks: by bearer token alone, no cookie counts here.
 *
 * A token that held is remembered until it expires, since a program sends the same one with every request.
 * Only a new key ends it sooner, and a new key needs a restart anyway. What the register says of its body is
 * asked each time.
 */
export class Readers {
  private readonly known = new Map<string, { readonly person: Person; readonly expires: number }>();

  constructor(
    private readonly tokens: Pick<Tokens, 'verify'>,
    private readonly clock: Clock,
    private readonly standings: Pick<BodyStandings, 'of'>,
  ) {}

  /** Without a token, a member of the public; with one that does not hold, nobody: throws a RefusalError. */
  async of(authorization: string | undefined): Promise<Person> {
    if (authorization === undefined) return publicReader;
    return withStanding(await this.holderOf(authorization), this.standings);
  }

  private async holderOf(authorization: string): Promise<Person> {
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined)
      throw new RefusalError(
        new Refusal('identity.token-invalid', 'Send a token as "Authorization: Bearer ...".'),
      );
    const known = this.known.get(token);
    if (known && this.clock.now().getTime() < known.expires) return known.person;
    this.known.delete(token);
    const person = await this.tokens.verify(token);
    if (isRefusal(person)) throw new RefusalError(person);
    this.remember(token, person);
    return person;
  }

  private remember(token: string, person: Person): void {
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    this.known.set(token, { person, expires: (decodeJwt(token).exp ?? 0) * 1_000 });
  }
}
