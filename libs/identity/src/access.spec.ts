import type { Fact } from '@daybook/ledger';
import fc from 'fast-check';
import { audienceFor, mayRead } from './access';
import { areasOf } from './areas';
import { actorOf, publicReader, roles, type Person, type Role } from './person';

function person(role: Role, body: string, areas = areasOf(role, body)): Person {
  return { id: 'someone', role, body, areas, label: 'Someone' };
}

function fact(access: Fact['access'], area?: string): Fact {
  return {
    type: 't',
    schema: 1,
    effectiveOn: '2022-07-31',
    precision: 'day',
    about: [],
    access,
    data: { area },
  };
}

describe('areas of a body', () => {
  it.each([
    ['force', 'kent-police', ['kent']],
    ['office', 'kent-pcc', ['kent']],
    ['panel', 'kent-panel', ['kent']],
    ['force', 'devon-and-cornwall-police', ['devon-and-cornwall']],
    ['inspector', 'hmicfrs', '*'],
    ['inspector', 'hmic', '*'],
    ['inspector', 'kent-police', []],
    ['force', 'hmicfrs', []],
    ['force', 'kent-pcc', []],
    ['office', 'kent-police', []],
    ['force', '-police', []],
    ['force', '*-police', []],
    ['force', 'kent', []],
    ['public', 'public', []],
    ['public', 'kent-police', []],
  ] as const)('%s %s: %j', (role, body, areas) => expect(areasOf(role, body)).toEqual(areas));
});

describe('audience', () => {
  it('is inside for the force, the office and the inspectorate of that area, outside for all others', () => {
    expect(audienceFor(person('force', 'kent-police'), 'kent')).toBe('inside');
    expect(audienceFor(person('office', 'kent-pcc'), 'kent')).toBe('inside');
    expect(audienceFor(person('inspector', 'hmicfrs'), 'kent')).toBe('inside');
    expect(audienceFor(person('force', 'kent-police'), 'surrey')).toBe('outside');
    expect(audienceFor(person('office', 'kent-pcc'), 'surrey')).toBe('outside');
    expect(audienceFor(person('inspector', 'hmicfrs', ['surrey']), 'kent')).toBe('outside');
    expect(audienceFor(person('panel', 'kent-panel'), 'kent')).toBe('outside');
    expect(audienceFor(publicReader, 'kent')).toBe('outside');
  });

  it('is outside for everyone where no area is asked for', () => {
    for (const role of roles)
      expect(audienceFor(person(role, 'kent-police', '*'), undefined)).toBe('outside');
  });

  it('takes every area from nobody but an inspectorate', () => {
    expect(audienceFor(person('force', 'kent-police', '*'), 'kent')).toBe('outside');
    expect(audienceFor(person('office', 'kent-pcc', '*'), 'kent')).toBe('outside');
  });
});

describe('what a person may read', () => {
  it('public records are for everyone, restricted ones for the insiders of their area', () => {
    expect(mayRead(publicReader, fact('public', 'kent'))).toBe(true);
    expect(mayRead(person('force', 'kent-police'), fact('restricted', 'kent'))).toBe(true);
    expect(mayRead(person('inspector', 'hmicfrs'), fact('restricted', 'kent'))).toBe(true);
    expect(mayRead(person('force', 'surrey-police'), fact('restricted', 'kent'))).toBe(false);
    expect(mayRead(person('inspector', 'hmicfrs'), fact('restricted'))).toBe(false);
  });

  it('never is a restricted record for the panel, the public, or another area', () => {
    const area = fc.constantFrom('kent', 'surrey', 'essex', 'constructor', '*', '');
    const areas = fc.oneof(fc.constant('*' as const), fc.array(area));
    fc.assert(
      fc.property(fc.constantFrom(...roles), areas, fc.option(area, { nil: undefined }), (role, own, of) => {
        const insider = role === 'force' || role === 'office' || role === 'inspector';
        const has = of !== undefined && (own === '*' ? role === 'inspector' : own.includes(of));
        expect(mayRead(person(role, 'any', own), fact('restricted', of))).toBe(insider && has);
        expect(mayRead(person(role, 'any', own), fact('public', of))).toBe(true);
      }),
    );
  });
});

it('the ledger is told the pseudonym, the role and the body, and no more', () => {
  expect(actorOf(person('force', 'kent-police'))).toEqual({
    person: 'someone',
    role: 'force',
    body: 'kent-police',
  });
});
