// Longer than 300 lines: the whole command line in one run, against one sample ledger that takes seconds to make.
import { Tokens } from '@daybook/identity';
import { ukDate } from '@daybook/ledger';
import { DataDirectory, openDaybook } from '@daybook/runtime';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from './exit';
import {
  daybook,
  folderWithSample,
  modulesLoadedBy,
  recordsIn,
  serving,
  temporary,
  type Outcome,
  type Serving,
} from './testing/daybook';

/** Each command line is a process of its own; many of them take long on a busy machine. */
const PATIENCE_MS = 300_000;

const APRIL = ['--area', 'kent', '--measure', 'calls-999-not-answered-share', '--period', '2022-04'];
const FORCE = ['--role', 'force', '--body', 'kent-police'];
const ID = '3f0e0f52-97a8-4d7c-9a8e-5f1d8a3a1c11';
const JULY = { measure: 'victim-based-crime', period: '2022-07', place: 'letter, first line' };

let folder: string;
let data: readonly string[];
let size: number;
beforeAll(async () => {
  folder = await folderWithSample();
  size = recordsIn(folder);
  data = ['--data', folder];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const running: Serving[] = [];
/** A server that no test leaves behind, however it ends. */
async function serve(...args: string[]): Promise<Serving> {
  const server = await serving([...args, '--port', '0']);
  running.push(server);
  return server;
}
afterEach(() => Promise.all(running.splice(0).map((server) => server.stop())));

function aReturn(lines: readonly object[], area = 'kent'): string {
  return JSON.stringify({ area, paper: 'kent-peel-plan-2022-10-31', effectiveOn: '2022-10-31', lines });
}

function submit(body: string | Buffer, ...more: string[]): Outcome {
  return daybook(['submit-return', '-', ...data, ...(more.length > 0 ? more : FORCE)], body);
}

describe('the help', () => {
  it.each([[['--help']], [['figures', 'list', '--help']], [['submit-return', '--help']], [[]]])(
    'waits for no framework and no store: %j',
    (args) => {
      const loaded = modulesLoadedBy(args);
      expect(loaded.some((file) => file.includes('commander'))).toBe(true);
      expect(loaded.filter((file) => /@nestjs|libsql|class-validator|[\\/]libs[\\/]/.test(file))).toEqual([]);
    },
  );

  it('is what a command line is checked by: a command that runs loads both', () => {
    const loaded = modulesLoadedBy(['status', ...data]);
    expect(loaded.some((file) => file.includes('@nestjs'))).toBe(true);
    expect(loaded.some((file) => file.includes('libsql'))).toBe(true);
  });

  it('ends with 0 when it was asked for, and with 2 when nothing was', () => {
    expect(daybook(['--help']).exit).toBe(EXIT.ok);
    expect(daybook([])).toMatchObject({ exit: EXIT.usage, stdout: '' });
  });
});

describe('a question', () => {
  it('is answered in a table, with the position that it used', () => {
    const { exit, stdout } = daybook([
      'figures',
      ...data,
      '--area',
      'kent',
      '--measure',
      'calls-999-queue-time',
    ]);
    expect(exit).toBe(EXIT.ok);
    expect(stdout).toMatch(/^Measure +Period +Value +Unit/);
    expect(stdout).toMatch(/calls-999-queue-time +R6-2022-07 +10\.8 +seconds/);
    expect(stdout).toMatch(/7 figures\. Position \d{4}-\d{2}-\d{2}, using/);
    expect(stdout).toContain(`using the first ${size} records`);
    expect(stdout).not.toContain('\u001b');
  });

  it('is answered as of a past day, and on a past basis', () => {
    const at = (...more: string[]): unknown =>
      JSON.parse(daybook(['figure', ...data, ...APRIL, '--json', ...more]).stdout || 'null');
    expect(at('--as-of', '2022-10-31')).toMatchObject({
      asOf: '2022-10-31',
      basis: size,
      item: { value: '0.76' },
    });
    const { items } = JSON.parse(
      daybook(['events', ...data, '--json', '--type', 'figures.return-submitted']).stdout,
    ) as {
      items: { index: number }[];
    };
    const beforeSeptember = String(items[2]!.index);
    expect(at('--as-of', '2022-10-31', '--basis', beforeSeptember)).toMatchObject({ item: { value: '0.8' } });
  });

  it('lists all of a long list', () => {
    const { items } = JSON.parse(
      daybook(['figures', 'list', ...data, '--area', 'kent', '--json']).stdout,
    ) as {
      items: unknown[];
    };
    expect(items.length).toBeGreaterThan(450);
  });

  it.each<[string, string[], number, string]>([
    ['a day that does not exist', ['--as-of', '2022-02-30'], EXIT.refused, 'position.bad-date'],
    ['a future day', ['--as-of', '2999-01-01'], EXIT.refused, 'position.future-date'],
    ['a basis that is none', ['--basis', '1e3'], EXIT.refused, 'position.bad-basis'],
    ['a basis beyond the ledger', ['--basis', '99999999'], EXIT.refused, 'position.beyond-ledger'],
    ['a time that is none', ['--basis-at', 'noon'], EXIT.refused, 'position.bad-date'],
    ['a day before anything was known', ['--as-of', '2010-01-01'], EXIT.notFound, 'figures.not-on-record'],
  ])('about %s is refused', (_, more, exit, code) => {
    const outcome = daybook(['figure', ...data, ...APRIL, ...more]);
    expect(outcome).toMatchObject({ exit, stdout: '' });
    expect(outcome.stderr).toContain(`(${code})`);
  });

  it('that is refused says so in JSON where JSON was wanted', () => {
    const { stderr } = daybook(['figure', ...data, ...APRIL, '--as-of', '2022-02-30', '--json']);
    expect(JSON.parse(stderr)).toMatchObject({
      code: 'position.bad-date',
      retryable: false,
      fields: [{ field: '/asOf' }],
    });
  });

  it('of a ledger that is not there makes none', () => {
    const elsewhere = join(folder, 'nowhere');
    const { exit, stderr } = daybook(['status', '--data', elsewhere]);
    expect({ exit, stderr }).toEqual({
      exit: EXIT.notFound,
      stderr: expect.stringContaining(elsewhere) as string,
    });
    expect(existsSync(elsewhere)).toBe(false);
  });

  it.each([
    [['figures', 'list']],
    [['figure', '--area', 'kent', '--measure', 'robbery']],
    [['status', '--colour']],
    [['event', 'first']],
    [['status', '--role', 'chief']],
    [['status', '--role', 'force']],
    [['nonsense']],
  ])('that cannot be read says so: %j', (args) => {
    const { exit, stdout, stderr } = daybook(args[0] === 'nonsense' ? args : [...args, ...data]);
    expect({ exit, stdout }).toEqual({ exit: EXIT.usage, stdout: '' });
    expect(stderr).not.toBe('');
  });
});

describe('a command', () => {
  it('is carried out once: the same again answers with the first receipt', () => {
    const body = aReturn([
      { measure: 'calls-999-received', period: '2022-11', value: '9', status: 'F', place: 'x' },
    ]);
    const first = submit(body, ...FORCE, '--id', ID);
    expect(first.stdout).toContain(`Command ${ID}. Ledger size ${size + 2}.`);
    expect(submit(body, ...FORCE, '--id', ID)).toEqual(first);
    const again = daybook(['command', 'submit-return', '-', ...data, ...FORCE, '--id', ID, '--json'], body);
    expect(JSON.parse(again.stdout)).toMatchObject({
      ...{ commandId: ID, ledgerSize: size + 2, indexes: [size, size + 1] },
    });
    const other = submit(aReturn([{ ...JULY, value: '1' }]), ...FORCE, '--id', ID);
    expect(other).toMatchObject({
      exit: EXIT.refused,
      stderr: expect.stringContaining('ledger.command-reused') as string,
    });
  });

  it('names every problem with its place', () => {
    const { exit, stdout, stderr } = submit(
      aReturn([
        { ...JULY, value: '1,839' },
        { ...JULY, value: '1' },
      ]),
    );
    expect({ exit, stdout }).toEqual({ exit: EXIT.refused, stdout: '' });
    expect(stderr).toMatch(/^ {2}\/lines\/0\/value: .+ \(figures\.bad-value\)$/m);
    expect(stderr).toMatch(/^ {2}\/lines\/1: .+ \(figures\.duplicate-line\)$/m);
  });

  it.each<[string, () => Outcome, number, string]>([
    [
      'a value that differs',
      () => submit(aReturn([{ ...JULY, value: '1' }])),
      EXIT.refused,
      'figures.value-differs',
    ],
    [
      'another area',
      () => submit(aReturn([{ ...JULY, value: '1' }], 'essex')),
      EXIT.refused,
      'identity.other-area',
    ],
    [
      'the public',
      () => submit(aReturn([]), '--role', 'public', '--body', 'public'),
      EXIT.refused,
      'identity.not-allowed',
    ],
    [
      'a token that is none',
      () => submit(aReturn([]), '--token', 'x'),
      EXIT.refused,
      'identity.token-invalid',
    ],
    ['no JSON', () => submit('{'), EXIT.refused, 'request.malformed-json'],
    [
      'no UTF-8',
      () => submit(Buffer.from('{"area":"\xff"}', 'latin1')),
      EXIT.refused,
      'request.malformed-json',
    ],
    ['no uuid', () => submit('{}', ...FORCE, '--id', '1'), EXIT.refused, 'request.bad-id'],
    [
      'no such command',
      () => daybook(['command', 'edit', '-', ...data, ...FORCE], '{}'),
      EXIT.notFound,
      'identity.unknown-command',
    ],
    [
      'no file',
      () => daybook(['record-paper', join(folder, 'no.json'), ...data, ...FORCE]),
      EXIT.usage,
      'cli.usage',
    ],
    ['nobody', () => daybook(['record-paper', '-', ...data], '{}'), EXIT.usage, 'cli.usage'],
  ])('of %s is refused', (_, run, exit, code) => {
    const outcome = run();
    expect(outcome).toMatchObject({ exit, stdout: '' });
    expect(outcome.stderr).toContain(`(${code})`);
  });

  it('starts a ledger where there is none, from a file', () => {
    const fresh = temporary();
    const file = join(fresh, 'paper.json');
    writeFileSync(
      file,
      JSON.stringify({
        id: 'a-paper',
        area: 'kent',
        title: 'A',
        issuedBy: 'kent-police',
        dated: '2022-01-01',
      }),
    );
    expect(daybook(['record-paper', file, '--data', join(fresh, 'ledger'), ...FORCE]).stdout).toContain(
      'Ledger size 1.',
    );
    rmSync(fresh, { recursive: true });
  });
});

describe('a token', () => {
  const ask = (...more: string[]): Outcome => daybook(['token', ...data, ...FORCE, ...more]);

  it('stands alone on its line, and speaks for whom it says', async () => {
    const { exit, stdout } = ask('--areas', 'kent', '--expires', '30m');
    expect(exit).toBe(EXIT.ok);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const person = await new Tokens(new DataDirectory(folder).tokenKey).verify(stdout.trim());
    expect(person).toMatchObject({
      id: 'token-kent-police',
      role: 'force',
      body: 'kent-police',
      areas: ['kent'],
    });
  });

  it('reads and writes as that body', () => {
    const token = ask().stdout.trim();
    expect(daybook(['status', ...data, '--token', token]).exit).toBe(EXIT.ok);
    const refused = submit(aReturn([{ ...JULY, value: '1' }]), '--token', token);
    expect(refused.stderr).toContain('figures.value-differs');
  });

  it('reaches no further than its body, and needs an end that can be read', () => {
    expect(ask('--areas', 'kent,essex')).toMatchObject({ exit: EXIT.refused, stdout: '' });
    expect(ask('--expires', 'never')).toMatchObject({ exit: EXIT.usage, stdout: '' });
    expect(daybook(['token', ...data, '--role', 'chief', '--body', 'kent-police']).exit).toBe(EXIT.usage);
  });
});

describe('a data directory', () => {
  it('that another process has is left alone, and that process is named', async () => {
    const holder = await openDaybook({ dataDirectory: folder, worker: false });
    try {
      for (const args of [['status'], ['rebuild'], ['start', '--port', '0'], ['demo', '--port', '0']]) {
        const { exit, stdout, stderr } = daybook([...args, ...data]);
        expect({ exit, stdout }).toEqual({ exit: EXIT.unavailable, stdout: '' });
        expect(stderr).toContain(`is in use by process ${process.pid}.`);
      }
      expect(daybook(['token', ...data, ...FORCE]).exit).toBe(EXIT.ok);
    } finally {
      await holder.close();
    }
  });

  it('answers the same after its views were spoilt and made anew', () => {
    const ask = (): Outcome => daybook(['figures', ...data, '--area', 'kent', '--json']);
    const before = ask();
    writeFileSync(join(folder, 'views.db'), 'This is no database.');
    expect(ask()).toMatchObject({ exit: EXIT.internal, stdout: '' });
    const { exit, stdout, stderr } = daybook(['rebuild', ...data]);
    expect(exit).toBe(EXIT.ok);
    expect(stdout).toMatch(/^Made \d+ views anew from \d+ records, in \d+\.\d s:/);
    expect(stderr).toContain('Reading records');
    expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([]);
    expect(ask()).toEqual(before);
  });
});

describe('while a server has the data directory', () => {
  const questions: readonly (readonly string[])[] = [
    ['figures', '--area', 'kent'],
    ['history', ...APRIL, '--as-of', '2022-10-31'],
    ['measures'],
    ['papers', '--area', 'kent', ...FORCE],
    ['figures', '--area', 'kent', '--measure', 'victim-based-crime', '--as-of', '2022-09-30'],
    ['figure', ...APRIL],
    ['figure', ...APRIL, '--as-of', '2010-01-01'],
    [
      'figure',
      '--area',
      'kent',
      '--measure',
      'vps-offered-hate-crime-share',
      '--period',
      '2017-12-06',
      '--breakdown',
      'answer=yes',
    ],
    ['history', '--area', 'kent', '--measure', 'calls-101-queue-time', '--period', '2022-08-01/2022-08-22'],
    ['history', '--area', 'kent', '--measure', 'robbery', '--period', 'whenever'],
    ['measures', '--area', 'kent', '--basis', '100'],
    ['papers', '--area', 'kent', '--as-of', '2022-02-30'],
    ['events', '--from', '5', '--limit', '3'],
    ['events', '--about', 'paper:kent-progress-2017-12-06', '--by', 'force', '--limit', '4'],
    ['events', '--paper', 'kent-peel-plan-2022-10-31', '--writer-role', 'force', '--newest', '--limit', '3'],
    ['about', 'measure:kent/robbery', '--basis', '400'],
    ['events', '--follow', '--from', '5', '--limit', '3', '--type', 'figures.measure-defined'],
    ['event', '7'],
    ['event', '99999'],
    ['status'],
    ['status', '--token', 'x'],
  ];
  /** As JSON, and the first few in words as well: words are made of what JSON shows. */
  const askAll = (): Outcome[] => [
    ...questions.map((args) => daybook([...args, ...data, '--json'])),
    ...questions.slice(0, 4).map((args) => daybook([...args, ...data])),
  ];

  it(
    'the answers, refusals and receipts are the same, byte for byte',
    async () => {
      const refusal = (): Outcome => submit(aReturn([{ ...JULY, value: '1' }]));
      const today = ukDate(new Date());
      const opened = [...askAll(), refusal()];
      const server = await serve('start', ...data);
      const served = [...askAll(), refusal()];
      // Where midnight comes in between, the answers are of two days, and the same but for that.
      const tonight = ukDate(new Date());
      const ofOneDay = (all: readonly Outcome[]): string =>
        JSON.stringify(all, null, 1).replaceAll(tonight, today);
      expect(ofOneDay(served)).toEqual(ofOneDay(opened));
      expect(opened.filter(({ exit }) => exit === EXIT.ok).length).toBeGreaterThan(14);

      const body = aReturn([
        { measure: 'calls-999-received', period: '2022-12', value: '9', status: 'F', place: 'x' },
      ]);
      const id = ID.replace('3', '4');
      const receipt = submit(body, ...FORCE, '--id', id, '--json');
      expect(receipt).toMatchObject({ exit: EXIT.ok, stderr: '' });
      expect(await server.stop()).toBe(EXIT.ok);
      expect(submit(body, ...FORCE, '--id', id, '--json')).toEqual(receipt);
    },
    PATIENCE_MS,
  );
});

describe('the demonstration', () => {
  it('loads the sample once, says where it is and who can sign in, and stops when told', async () => {
    const fresh = temporary();
    const first = await serve('demo', '--data', fresh);
    expect(first.printed).toContain(
      'Recorded 8 papers, 146 measures, 632 figures, 54 bodies and plans, ' +
        '95 acts of inspections and 165 acts of scrutiny.',
    );
    expect(first.printed).toContain('Performance analyst, Kent Police');
    const areas = (await (await fetch(`${first.address}/api/v1/areas`)).json()) as { items: unknown };
    expect(areas.items).toEqual([{ id: 'kent' }]);
    expect(await first.stop()).toBe(EXIT.ok);
    const size = (): string => daybook(['status', '--data', fresh]).stdout;
    const before = size();
    const second = await serve('demo', '--data', fresh);
    expect(second.printed).not.toContain('Recorded');
    expect(await second.stop()).toBe(EXIT.ok);
    expect(size()).toBe(before);
    rmSync(fresh, { recursive: true });
  });

  it('leaves a ledger that holds something else as it is', async () => {
    const fresh = temporary();
    const paper = { id: 'a-paper', area: 'kent', title: 'A', issuedBy: 'kent-police', dated: '2022-01-01' };
    daybook(['record-paper', '-', '--data', fresh, ...FORCE], JSON.stringify(paper));
    const server = await serve('demo', '--data', fresh);
    await server.stop();
    expect(daybook(['status', '--data', fresh]).stdout).toContain('1 record in the embedded store');
    rmSync(fresh, { recursive: true });
  });
});
