import { Refusal, RefusalError, refuse, type Actor, type Receipt } from '@daybook/ledger';
import {
  CommandHandler,
  CqrsModule,
  QueryHandler,
  type ICommandHandler,
  type IQueryHandler,
} from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { IsArray, IsIn, IsOptional, IsString } from 'class-validator';
import { areasOf } from './areas';
import { COMMAND_DEFINITIONS, type CommandDefinition } from './command-definition';
import { Dispatcher } from './dispatcher';
import { publicReader, roles, type Person, type Role } from './person';
import { commandPolicies } from './policies';
import { BodyStandings } from './standing';

class NoteBody {
  @IsString() area!: string;
  @IsOptional() @IsIn(['fault', 'rule', 'exception']) outcome?: string;
}
class NoAreaBody {
  @IsString() title!: string;
}
class Note {
  constructor(
    readonly body: NoteBody,
    readonly id: string,
    readonly by: Actor,
  ) {}
}
class Look {}

const receipt: Receipt = { commandId: '', stream: 's', revision: 0, events: [], indexes: [0], ledgerSize: 1 };
const taken: Note[] = [];

@CommandHandler(Note)
class NoteHandler implements ICommandHandler<Note> {
  async execute(note: Note): Promise<Receipt | Refusal> {
    taken.push(note);
    if (note.body.outcome === 'rule') return new Refusal('slice.no', 'No.');
    if (note.body.outcome === 'exception') refuse('slice.no', 'No.');
    if (note.body.outcome === 'fault') throw new Error('The disk is full.');
    return { ...receipt, commandId: note.id };
  }
}
@QueryHandler(Look)
class LookHandler implements IQueryHandler<Look> {
  async execute(): Promise<string> {
    return 'seen';
  }
}

function note(name: string, body: new () => object = NoteBody): CommandDefinition {
  return { name, title: name, body, sealed: [], make: (b, id, by) => new Note(b as NoteBody, id, by) };
}

function person(role: Role, body: string): Person {
  return { id: `demo-${body}`, role, body, areas: areasOf(role, body), label: body };
}

const everyone = [
  person('force', 'kent-police'),
  person('office', 'kent-pcc'),
  person('inspector', 'hmicfrs'),
  person('panel', 'kent-panel'),
  publicReader,
];
const [force, , inspector, panel] = everyone as [Person, Person, Person, Person];
const ID = '0f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const kent = { area: 'kent' };
/** A command whose body says days. */
const DATED = 'claim-discharge';

/** Of Kent's commissioner, whose place a mayor took. */
const standings: Pick<BodyStandings, 'succession'> = {
  succession: async (area, body) =>
    area === 'kent' && body === 'kent-old' ? { body: 'kent-mayor', on: '2028-05-09' } : undefined,
};

let app: TestingModule;
let dispatcher: Dispatcher;

beforeAll(async () => {
  const definitions = [
    ...Object.keys(commandPolicies).map((name) => note(name)),
    note('no-row'),
    note('constructor'),
  ].map((d) =>
    d.name === 'explain-change' ? note(d.name, NoAreaBody) : d.name === DATED ? note(d.name, DayBody) : d,
  );
  app = await Test.createTestingModule({
    imports: [CqrsModule],
    providers: [
      Dispatcher,
      NoteHandler,
      LookHandler,
      { provide: COMMAND_DEFINITIONS, useValue: definitions },
      { provide: BodyStandings, useValue: standings },
    ],
  }).compile();
  await app.init();
  dispatcher = app.get(Dispatcher);
});
afterAll(() => app.close());
beforeEach(() => taken.splice(0));

async function codeOf(who: Person, name: string, body: unknown = kent, id = ID): Promise<string> {
  const outcome = await dispatcher.command(who, name, id, body);
  return 'code' in outcome ? outcome.code : 'done';
}

class DayBody {
  @IsString()
  area!: string;
  @IsOptional()
  @IsString()
  effectiveOn?: string;
  @IsOptional()
  @IsString()
  dated?: string;
  @IsOptional()
  @IsArray()
  lines?: unknown[];
}

describe('a command of a body whose place another took', () => {
  const old: Person = { ...person('office', 'kent-pcc'), body: 'kent-old' };

  it.each([
    [{ effectiveOn: '2028-05-08' }, 'done'],
    [{ effectiveOn: '2028-04' }, 'done'],
    [{ dated: '2022-09-14' }, 'done'],
    [{ effectiveOn: '2028-05-09' }, 'identity.body-succeeded'],
    [{ effectiveOn: '2028-05' }, 'identity.body-succeeded'],
    [{ effectiveOn: '2028-05-10', dated: '2022-09-14' }, 'identity.body-succeeded'],
    [{ effectiveOn: '2028-05-01', lines: [{}, { effectiveOn: '2028-06-01' }] }, 'identity.body-succeeded'],
    [{ effectiveOn: '' }, 'identity.body-succeeded'],
    [{}, 'identity.body-succeeded'],
  ])('is of a day before that: %j', async (said, code) => {
    expect(await codeOf(old, DATED, { ...kent, ...said })).toBe(code);
    expect(await codeOf(force, DATED, { ...kent, ...said })).toBe('done');
  });

  it('names the body that acts now', async () => {
    expect(await dispatcher.command(old, DATED, ID, kent)).toMatchObject({
      message: expect.stringMatching(/^kent-mayor took the place of kent-old on 2028-05-09/) as string,
    });
  });
});

describe('a command', () => {
  it('reaches the bus with the plain body, its id in lower case, and who gave it', async () => {
    const outcome = await dispatcher.command(force, 'submit-return', ID.toUpperCase(), kent);
    expect(outcome).toEqual({ ...receipt, commandId: ID });
    expect(taken).toEqual([new Note(kent, ID, { person: force.id, role: 'force', body: 'kent-police' })]);
    expect(Object.getPrototypeOf(taken[0]?.body)).toBe(Object.prototype);
  });

  it.each(Object.keys(commandPolicies).filter((name) => name !== 'explain-change'))(
    '%s is dispatched for whom its row names, and for nobody else',
    async (name) => {
      for (const who of everyone) {
        const expected = Object.hasOwn(commandPolicies[name] ?? {}, who.role)
          ? 'done'
          : 'identity.not-allowed';
        expect([who.role, await codeOf(who, name)]).toEqual([who.role, expected]);
      }
      expect(taken).toHaveLength(Object.keys(commandPolicies[name] ?? {}).length);
    },
  );

  it('without a policy row is dispatched for nobody', async () => {
    for (const who of everyone)
      for (const name of ['no-row', 'constructor'])
        expect(await codeOf(who, name)).toBe('identity.not-allowed');
    expect(taken).toEqual([]);
  });

  it('that no slice defines is unknown', async () => {
    for (const name of ['make-promise', 'figure', 'toString', '__proto__', ''])
      expect(await codeOf(force, name)).toBe('identity.unknown-command');
  });

  it.each(['', '7', 'not-a-uuid', `${ID}0`, ` ${ID}`, ID.replaceAll('-', ''), `{${ID}}`])(
    'needs a uuid for its id: %j',
    async (id) => expect(await codeOf(force, 'submit-return', kent, id)).toBe('request.bad-id'),
  );

  it('about another area is refused, and a body that names no area is in none', async () => {
    expect(await codeOf(force, 'submit-return', { area: 'surrey' })).toBe('identity.other-area');
    expect(await codeOf(panel, 'record-paper', { area: 'surrey' })).toBe('identity.other-area');
    expect(await codeOf(inspector, 'submit-return', { area: 'surrey' })).toBe('done');
    expect(await codeOf(inspector, 'explain-change', { title: 'kent' })).toBe('identity.other-area');
    expect(await codeOf({ ...inspector, areas: ['essex'] }, 'submit-return')).toBe('identity.other-area');
    expect(taken).toHaveLength(1);
  });

  it('answers with the first step that fails: name, id, role, shape, area', async () => {
    expect(await codeOf(publicReader, 'nothing', {}, '7')).toBe('identity.unknown-command');
    expect(await codeOf(publicReader, 'submit-return', {}, '7')).toBe('request.bad-id');
    expect(await codeOf(publicReader, 'submit-return', {})).toBe('identity.not-allowed');
    expect(await codeOf(force, 'submit-return', { area: 'surrey', more: 1 })).toBe('request.unknown-field');
    expect(await codeOf(force, 'submit-return', { area: 7 })).toBe('request.is-string');
    expect(taken).toEqual([]);
  });

  it('answers with a refusal of the slice as a value, also one that was thrown', async () => {
    expect(await codeOf(force, 'submit-return', { ...kent, outcome: 'rule' })).toBe('slice.no');
    expect(await codeOf(force, 'submit-return', { ...kent, outcome: 'exception' })).toBe('slice.no');
  });

  it('rejects when something broke', async () =>
    expect(codeOf(force, 'submit-return', { ...kent, outcome: 'fault' })).rejects.toThrow(
      'The disk is full.',
    ));
});

describe('a query', () => {
  it('is answered for everyone whom its row names', async () => {
    for (const who of everyone)
      expect(await dispatcher.query<string>(who, 'figures', new Look())).toBe('seen');
  });

  it('without a policy row is answered for nobody', async () => {
    for (const who of everyone)
      for (const name of ['no-row', 'submit-return', 'constructor']) {
        const asked = dispatcher.query(who, name, new Look());
        await expect(asked).rejects.toBeInstanceOf(RefusalError);
        await expect(asked).rejects.toMatchObject({ refusal: { code: 'identity.not-allowed' } });
      }
  });

  it('is answered for no role that is not in its row', async () => {
    const ghost = { ...publicReader, role: 'ghost' as Role };
    expect(roles).not.toContain(ghost.role);
    await expect(dispatcher.query(ghost, 'figures', new Look())).rejects.toBeInstanceOf(RefusalError);
  });
});

it('two commands of one name are a fault at the start', async () => {
  const twice = Test.createTestingModule({
    imports: [CqrsModule],
    providers: [Dispatcher, { provide: COMMAND_DEFINITIONS, useValue: [note('a'), note('a')] }],
  }).compile();
  await expect(twice).rejects.toThrow('Two commands have the same name.');
});
