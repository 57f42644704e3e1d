import { isRefusal, RefusalError, type Clock } from '@daybook/ledger';
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { createHmac, randomBytes } from 'node:crypto';
import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tokens, type TokenRequest } from './tokens';

const START = Date.UTC(2022, 6, 1, 12);
let now = START;
const clock: Clock = { now: () => new Date(now) };

let folder: string;
let keyFile: string;
let tokens: Tokens;

beforeEach(() => {
  now = START;
  folder = mkdtempSync(join(tmpdir(), 'tokens-'));
  keyFile = join(folder, 'token.key');
  tokens = new Tokens(keyFile, clock);
});
afterEach(() => rmSync(folder, { recursive: true }));

const forKent: TokenRequest = { role: 'force', body: 'kent-police', expiresInSeconds: 60 };

async function codeOf(token: string, by = tokens): Promise<string> {
  const outcome = await by.verify(token);
  return isRefusal(outcome) ? outcome.code : 'accepted';
}

/** The secret itself: what the attacker does not have, and what a mistake in the claims is signed with. */
async function secret(): Promise<Uint8Array> {
  await tokens.mint(forKent);
  return Buffer.from(readFileSync(keyFile, 'utf8').trim(), 'base64url');
}

const seconds = (): number => now / 1000;
const claims = (): Record<string, unknown> => ({
  iss: 'daybook',
  aud: 'daybook',
  sub: 'someone',
  iat: seconds(),
  exp: seconds() + 60,
  role: 'force',
  body: 'kent-police',
});
const signed = async (payload: Record<string, unknown>, alg = 'HS256', key?: Uint8Array): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg }).sign(key ?? (await secret()));
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token', () => {
  it('speaks for a body in its role and areas', async () => {
    expect(await tokens.verify(await tokens.mint(forKent))).toEqual({
      id: 'token-kent-police',
      role: 'force',
      body: 'kent-police',
      areas: ['kent'],
      label: 'Holder of a token for kent-police',
    });
    const inspector = {
      role: 'inspector',
      body: 'hmicfrs',
      person: 'liaison-1',
      expiresInSeconds: 1,
    } as const;
    expect(await tokens.verify(await tokens.mint(inspector))).toMatchObject({ id: 'liaison-1', areas: '*' });
    const reader = { role: 'public', body: 'public', expiresInSeconds: 1 } as const;
    expect(await tokens.verify(await tokens.mint(reader))).toMatchObject({ role: 'public', areas: [] });
  });

  it('may be narrowed to some areas, never widened', async () => {
    const some: TokenRequest = { role: 'inspector', body: 'hmicfrs', areas: ['kent'], expiresInSeconds: 60 };
    expect(await tokens.verify(await tokens.mint(some))).toMatchObject({ areas: ['kent'] });
    expect(await tokens.verify(await tokens.mint({ ...forKent, areas: [] }))).toMatchObject({ areas: [] });
    const wide = tokens.mint({ ...forKent, areas: ['kent', 'surrey'] });
    await expect(wide).rejects.toMatchObject({ refusal: { code: 'identity.other-area' } });
    const smuggled = await signed({ ...claims(), areas: ['kent', 'surrey'] });
    expect(await tokens.verify(smuggled)).toMatchObject({ areas: ['kent'] });
  });

  it('ends at its hour', async () => {
    const token = await tokens.mint(forKent);
    now += 59_999;
    expect(await codeOf(token)).toBe('accepted');
    now += 1;
    expect(await codeOf(token)).toBe('identity.token-expired');
  });

  it('is not made for nonsense: every field at fault is named', async () => {
    const nonsense = {
      role: 'king',
      body: 'Kent Police',
      areas: ['*'],
      person: 'Jo Doe',
      expiresInSeconds: 0,
    };
    const minted = tokens.mint(nonsense as unknown as TokenRequest);
    await expect(minted).rejects.toBeInstanceOf(RefusalError);
    const fields = ['/role', '/body', '/areas', '/person', '/expiresInSeconds'];
    await expect(minted).rejects.toMatchObject({
      refusal: { code: 'request.bad-value', fields: fields.map((field) => ({ field })) },
    });
    for (const expiresInSeconds of [-1, 1.5, NaN, Infinity])
      await expect(tokens.mint({ ...forKent, expiresInSeconds })).rejects.toBeInstanceOf(RefusalError);
  });
});

describe('refused as invalid', () => {
  it('unsigned: alg none, with and without a signature left on', async () => {
    await secret();
    const none = new UnsecuredJWT(claims()).encode();
    expect(await codeOf(none)).toBe('identity.token-invalid');
    const [, , signature] = (await tokens.mint(forKent)).split('.');
    for (const alg of ['none', 'None', 'NONE', ''])
      expect(await codeOf(`${encoded({ alg })}.${encoded(claims())}.${signature}`)).toBe(
        'identity.token-invalid',
      );
  });

  it('signed with the right key by another algorithm', async () => {
    const key = new Uint8Array(64);
    key.set(await secret());
    for (const alg of ['HS384', 'HS512'])
      expect(await codeOf(await signed(claims(), alg, key))).toBe('identity.token-invalid');
  });

  it('RS256, by a key pair or by a public key used as an HMAC secret', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const rsa = await new SignJWT(claims()).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    expect(await codeOf(rsa)).toBe('identity.token-invalid');
    for (const alg of ['RS256', 'HS256']) {
      const text = `${encoded({ alg })}.${encoded(claims())}`;
      const hmac = createHmac('sha256', await exportSPKI(publicKey))
        .update(text)
        .digest('base64url');
      expect(await codeOf(`${text}.${hmac}`)).toBe('identity.token-invalid');
    }
  });

  it('carrying its own key, or an extension that must be understood', async () => {
    const own = randomBytes(32);
    const jwk = { kty: 'oct', k: own.toString('base64url') };
    const text = `${encoded({ alg: 'HS256', jwk })}.${encoded(claims())}`;
    const hmac = createHmac('sha256', own).update(text).digest('base64url');
    expect(await codeOf(`${text}.${hmac}`)).toBe('identity.token-invalid');
    const critical = `${encoded({ alg: 'HS256', crit: ['later'], later: 1 })}.${encoded(claims())}`;
    const mac = createHmac('sha256', await secret())
      .update(critical)
      .digest('base64url');
    expect(await codeOf(`${critical}.${mac}`)).toBe('identity.token-invalid');
  });

  it('signed with another key, also where it has expired', async () => {
    const other = new Tokens(join(folder, 'other.key'), clock);
    const token = await other.mint(forKent);
    expect(await codeOf(token)).toBe('identity.token-invalid');
    now += 3_600_000;
    expect(await codeOf(token)).toBe('identity.token-invalid');
    expect(await codeOf(token, other)).toBe('identity.token-expired');
  });

  it('altered: claims of one token under the signature of another', async () => {
    const [head, , signature] = (await tokens.mint(forKent)).split('.');
    const altered = encoded({ ...claims(), role: 'inspector', body: 'hmicfrs' });
    expect(await codeOf(`${head}.${altered}.${signature}`)).toBe('identity.token-invalid');
  });

  it('not yet valid', async () => {
    const later = await signed({ ...claims(), nbf: seconds() + 10 });
    expect(await codeOf(later)).toBe('identity.token-invalid');
    now += 10_000;
    expect(await codeOf(later)).toBe('accepted');
  });

  it.each(['iss', 'aud', 'sub', 'iat', 'exp', 'role', 'body'])('without the claim %s', async (name) => {
    const { [name]: _left, ...rest } = claims();
    expect(await codeOf(await signed(rest))).toBe('identity.token-invalid');
  });

  it.each([
    { iss: 'other' },
    { aud: 'other' },
    { role: 'king' },
    { role: ['force'] },
    { role: 'constructor' },
    { body: 7 },
    { body: 'Kent Police' },
    { sub: '' },
    { sub: 'a'.repeat(101) },
    { areas: '*' },
    { areas: [7] },
    { areas: { kent: true } },
    { exp: 'tomorrow' },
  ])('with a claim that cannot be: %j', async (claim) =>
    expect(await codeOf(await signed({ ...claims(), ...claim }))).toBe('identity.token-invalid'),
  );

  it.each(['', '.', '..', '...', 'garbage', 'a.b.c', 'e30.e30.e30', '\0', '💥.💥.💥', 'x'.repeat(100_000)])(
    'garbage: %#',
    async (text) => expect(await codeOf(text)).toBe('identity.token-invalid'),
  );
});

describe('the signing key', () => {
  it('is made on first use, for the owner alone: 32 random bytes as base64url', async () => {
    expect(readdirSync(folder)).toEqual([]);
    await tokens.mint(forKent);
    expect(readdirSync(folder)).toEqual(['token.key']);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(keyFile, 'utf8')).toMatch(/^[\w-]{43}\n$/);
  });

  it('is kept: a token outlives the process, and two processes share the key', async () => {
    const token = await tokens.mint(forKent);
    expect(await codeOf(token, new Tokens(keyFile, clock))).toBe('accepted');
    expect(await codeOf(await new Tokens(keyFile, clock).mint(forKent))).toBe('accepted');
  });

  it.each(['', 'short', 'A'.repeat(44), `${'A'.repeat(42)}!`, `${'A'.repeat(43)}!`])(
    'is never replaced when damaged: %j',
    async (text) => {
      writeFileSync(keyFile, text);
      await expect(tokens.mint(forKent)).rejects.toThrow('does not hold a signing key');
      await expect(tokens.verify('a.b.c')).rejects.toThrow('does not hold a signing key');
      expect(readFileSync(keyFile, 'utf8')).toBe(text);
    },
  );

  it('is the first one where two processes make it at once', async () => {
    const token = await tokens.mint(forKent);
    const missing = Object.assign(new Error('no such file'), { code: 'ENOENT' });
    const late = jest.spyOn(fs, 'readFileSync').mockImplementationOnce(() => {
      throw missing;
    });
    expect(await codeOf(token, new Tokens(keyFile, clock))).toBe('accepted');
    expect(late).toHaveBeenCalledTimes(2);
    late.mockRestore();
    expect(readdirSync(folder)).toEqual(['token.key']);
  });

  it('is needed: where it cannot be kept nothing is signed or accepted', async () => {
    const nowhere = new Tokens(join(folder, 'missing', 'token.key'), clock);
    await expect(nowhere.mint(forKent)).rejects.toThrow('ENOENT');
    await expect(nowhere.verify('a.b.c')).rejects.toThrow('ENOENT');
  });
});
