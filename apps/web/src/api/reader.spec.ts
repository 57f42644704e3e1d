import { Tokens, publicReader } from '@daybook/identity';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readers } from './reader';

const folder = mkdtempSync(join(tmpdir(), 'daybook-'));
const clock = { at: 0, now: () => new Date(Date.UTC(2024, 5, 3) + clock.at) };
const tokens = new Tokens(join(folder, 'token.key'), clock);
/** A register that says nothing of anybody. */
const silent = { of: async () => ({ areas: [], standsFor: [] }) };
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => (clock.at = 0));

const mint = (person: string) =>
  tokens.mint({ role: 'force', body: 'kent-police', person, expiresInSeconds: 60 });

it('a token is checked once, and never counts after it expires', async () => {
  const verify = jest.spyOn(tokens, 'verify');
  const readers = new Readers(tokens, clock, silent);
  const header = `Bearer ${await mint('one')}`;
  for (clock.at = 0; clock.at < 60_000; clock.at += 20_000)
    expect(await readers.of(header)).toMatchObject({ id: 'one', body: 'kent-police' });
  expect(verify).toHaveBeenCalledTimes(1);
  clock.at = 60_000;
  await expect(readers.of(header)).rejects.toThrow('identity.token-expired');
});

it('no token is taken for another, and what does not hold is not remembered', async () => {
  const readers = new Readers(tokens, clock, silent);
  const [one, two] = [await mint('one'), await mint('two')];
  const changed = `${one.slice(0, -4)}AAAA`;
  for (let round = 0; round < 2; round++) {
    expect(await readers.of(`Bearer ${one}`)).toMatchObject({ id: 'one' });
    expect(await readers.of(`bearer ${two}`)).toMatchObject({ id: 'two' });
    await expect(readers.of(`Bearer ${changed}`)).rejects.toThrow('identity.token-invalid');
    await expect(readers.of(`Basic ${one}`)).rejects.toThrow('identity.token-invalid');
    expect(await readers.of(undefined)).toBe(publicReader);
  }
});

it('the register is asked each time, and adds areas only where a token is not narrowed', async () => {
  const areas: string[] = [];
  const register = { of: async () => ({ areas, standsFor: [] }) };
  const readers = new Readers(tokens, clock, register);
  const [free, narrowed] = await Promise.all(
    [undefined, ['surrey']].map((only) =>
      tokens.mint({ role: 'office', body: 'kent-mayor', areas: only, expiresInSeconds: 60 }),
    ),
  );
  expect(await readers.of(`Bearer ${free}`)).toMatchObject({ areas: [] });
  areas.push('kent');
  expect(await readers.of(`Bearer ${free}`)).toMatchObject({ areas: ['kent'] });
  expect(await readers.of(`Bearer ${narrowed}`)).toMatchObject({ areas: [] });
});
