import { RefusalError } from '@daybook/ledger';
import { publicReader } from './person';
import { LocalSignIn } from './sign-in';

describe('the local sign-in', () => {
  it('lists a person of each role, two of them of the force, by office and not by name', async () => {
    const people = await new LocalSignIn(false).people();
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

  it('lists a person of each body that acts by the register alone, before the public', async () => {
    const mayor = { role: 'office', body: 'kent-mayor', title: 'Mayor of Kent' } as const;
    const signIn = new LocalSignIn(false, async () => [mayor]);
    const [person, last] = (await signIn.people()).slice(-2);
    expect(person).toMatchObject({ id: 'demo-kent-mayor', role: 'office', areas: [], label: mayor.title });
    expect(last).toBe(publicReader);
    expect(await signIn.signIn('demo-kent-mayor')).toEqual(person);
  });

  it('signs in whoever is chosen, without a password, and says so in a banner', async () => {
    const signIn = new LocalSignIn(false);
    for (const person of await signIn.people()) expect(await signIn.signIn(person.id)).toBe(person);
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

  it('hands out people whom nobody can change', async () => {
    const [person] = await new LocalSignIn(false).people();
    expect(() => Object.assign(person ?? {}, { role: 'inspector' })).toThrow(TypeError);
    expect(() => (person?.areas as string[]).push('surrey')).toThrow(TypeError);
  });
});
