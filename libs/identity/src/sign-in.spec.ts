import { RefusalError } from '@daybook/ledger';
import { publicReader } from './person';
import { LocalSignIn } from './sign-in';

describe('the local sign-in', () => {
  it('lists a person of each role, two of them of the force, by office and not by name', () => {
    const people = new LocalSignIn(false).people();
    expect(people.map(({ role, body, areas }) => [role, body, areas])).toEqual([
      ['force', 'kent-police', ['kent']],
      ['force', 'kent-police', ['kent']],
      ['office', 'kent-pcc', ['kent']],
      ['inspector', 'hmicfrs', '*'],
      ['panel', 'kent-panel', ['kent']],
      ['public', 'public', []],
    ]);
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
    expect(people.at(-1)).toBe(publicReader);
  });

  it('signs in whoever is chosen, without a password, and says so in a banner', async () => {
    const signIn = new LocalSignIn(false);
    for (const person of signIn.people()) expect(await signIn.signIn(person.id)).toBe(person);
    expect(signIn.banner).toMatch(/without a password/);
  });

  it.each(['', 'nobody', 'constructor', 'demo-kent', ' demo-kent-police'])(
    'refuses who is not listed: %j',
    async (id) =>
      expect(await new LocalSignIn(false).signIn(id)).toMatchObject({ code: 'identity.sign-in-refused' }),
  );

  it('cannot be had in production', () => {
    expect(() => new LocalSignIn(true)).toThrow(RefusalError);
    expect(() => new LocalSignIn(true)).toThrow('identity.sign-in-refused');
  });

  it('hands out people whom nobody can change', () => {
    const [person] = new LocalSignIn(false).people();
    expect(() => Object.assign(person ?? {}, { role: 'inspector' })).toThrow(TypeError);
    expect(() => (person?.areas as string[]).push('surrey')).toThrow(TypeError);
  });
});
