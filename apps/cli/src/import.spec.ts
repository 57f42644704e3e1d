import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from './exit';
import { daybook, folderWithSample, modulesLoadedBy, serving, type Outcome } from './testing/daybook';

const HEADER = 'measure,period,value,place,kind,reason,severity';
const JULY = 'robbery,2022-07,128,covering note,,,';
const CORRECTED = 'robbery,2022-06,114,covering note,corrected,"Counted twice, it seems.",minor';
const PAPER = 'kent-peel-plan-2022-10-31';
const FORCE = ['--role', 'force', '--body', 'kent-police'];
const GIB = 2 ** 30;
const MOST_MORE_KB = 150_000;

let folder: string;
let files: string;
beforeAll(async () => {
  folder = await folderWithSample();
  files = mkdtempSync(join(tmpdir(), 'daybook-files-'));
}, 120_000);
afterAll(() => [folder, files].forEach((one) => rmSync(one, { recursive: true, force: true })));

function fileOf(...lines: readonly string[]): string {
  const file = join(files, `${randomUUID()}.csv`);
  writeFileSync(file, [HEADER, ...lines, ''].join('\n'));
  return file;
}

function given(file: string, ...more: readonly string[]): string[] {
  const asked = ['--area', 'kent', '--paper', PAPER, '--effective-on', '2022-10-31', '--data', folder];
  return ['import', file, ...asked, ...FORCE, ...more];
}
const importing = (file: string, ...more: readonly string[]): Outcome => daybook(given(file, ...more));
const sizeNow = (): number =>
  (JSON.parse(daybook(['status', '--data', folder, '--json']).stdout) as { size: number }).size;

describe('daybook import', () => {
  it('checks every line and writes nothing; then records all of it, and the same again once', () => {
    const before = sizeNow();
    const file = fileOf(JULY, 'robbery,2022-08,4,covering note,,,');
    const dry = importing(file, '--dry-run');
    expect(dry).toMatchObject({ exit: EXIT.ok });
    expect(dry.stdout).toMatch(/^2 lines: .*1 confirmed/);
    expect(dry.stdout).toMatch(/2 +robbery +2022-07 +128 +confirmed +128/);
    expect(sizeNow()).toBe(before);
    const id = randomUUID();
    const first = importing(file, '--id', id);
    expect(first).toMatchObject({ exit: EXIT.ok, stdout: expect.stringContaining(id) as string });
    expect(first.stderr).toContain(`--id ${id}`);
    const again = importing(file, '--id', id);
    expect(again).toEqual({
      exit: EXIT.ok,
      stdout: first.stdout.replace('Recorded: records', 'Recorded already: records'),
      stderr: expect.not.stringContaining('Sending') as string,
    });
    expect(sizeNow()).toBe(before + 3);
  }, 120_000);

  it('says what a change was found to change, and names it in what is recorded', () => {
    const dry = importing(fileOf(CORRECTED), '--dry-run', '--json');
    const { lines, file } = JSON.parse(dry.stdout) as { lines: { of: string; line: number }[]; file: object };
    expect(lines[0]).toMatchObject({ line: 2, outcome: 'changed', kind: 'corrected' });
    expect(file).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    const { indexes } = JSON.parse(importing(fileOf(CORRECTED), '--json').stdout) as { indexes: number[] };
    const event = daybook(['event', String(indexes[1]), '--data', folder, '--json', ...FORCE]);
    expect(JSON.parse(event.stdout)).toMatchObject({ item: { record: { data: { of: lines[0]?.of } } } });
  }, 120_000);

  it('repeated under its id after a lost answer says what was recorded, though its lines would not pass again', async () => {
    const withdrawn = fileOf('robbery,2022-05,,covering note,withdrawn,Not counted here any more.,');
    const id = randomUUID();
    const first = importing(withdrawn, '--id', id);
    expect(first.exit).toBe(EXIT.ok);
    expect(importing(withdrawn, '--dry-run').exit).toBe(EXIT.refused);
    const size = sizeNow();
    const server = await serving(['start', '--data', folder, '--port', '0']);
    try {
      expect(importing(withdrawn, '--id', id)).toMatchObject({
        exit: EXIT.ok,
        stdout: first.stdout.replace('Recorded:', 'Recorded already:'),
      });
    } finally {
      await server.stop();
    }
    expect(importing(withdrawn, '--id', id, '--json')).toMatchObject({
      exit: EXIT.ok,
      stdout: expect.stringContaining(id) as string,
    });
    for (const other of [
      importing(fileOf(JULY), '--id', id),
      daybook(given(withdrawn, '--id', id).map((word) => (word === '2022-10-31' ? '2022-11-01' : word))),
    ])
      expect(other).toMatchObject({
        exit: EXIT.refused,
        stderr: expect.stringContaining('ledger.command-reused') as string,
      });
    expect(sizeNow()).toBe(size);
  }, 120_000);

  it('refused, shows each problem by line, column and code, and records none of it', () => {
    const before = sizeNow();
    const bad = fileOf(JULY, 'robbery,2022-03,1,note,withdrawn,,', 'robbery,2022-05,"1,8",x,,,');
    const { exit, stdout, stderr } = importing(bad);
    expect({ exit, stdout }).toEqual({ exit: EXIT.refused, stdout: '' });
    expect(stderr).toMatch(/Line +Column +Code +What to do/);
    expect(stderr).toMatch(/4 +value +figures\.bad-value/);
    const json = importing(bad, '--json');
    expect(JSON.parse(json.stderr)).toMatchObject({
      fields: expect.arrayContaining([
        expect.objectContaining({ code: 'figures.bad-value', detail: { line: 4, column: 'value' } }),
      ]) as object,
    });
    expect(importing(bad, '--dry-run')).toMatchObject({
      exit: EXIT.refused,
      stdout: expect.stringContaining('None of it') as string,
    });
    expect(sizeNow()).toBe(before);
  }, 120_000);

  it('lists the first thousand of all that is wrong, and says how many more', () => {
    const bad = Array.from({ length: 1_000 }, () => '=1,2022-07,=2,=3,,,').join('\n');
    const { exit, stderr } = daybook(given('-'), `${HEADER}\n${bad}\n`);
    expect(exit).toBe(EXIT.refused);
    expect(stderr.match(/figures\.file-formula/g)).toHaveLength(1_001);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe('and 2,000 more');
    const json = daybook(given('-', '--json'), `${HEADER}\n${bad}\n`);
    expect(JSON.parse(json.stderr)).toMatchObject({ detail: { more: 2_000 } });
  }, 120_000);

  it.each<[what: string, args: () => string[], stdin: string | Buffer, exit: number, code: string]>([
    [
      'a spreadsheet',
      () => given('-'),
      Buffer.from('PK\u0003\u0004'),
      EXIT.refused,
      'figures.file-is-spreadsheet',
    ],
    [
      'a column twice',
      () => given('-'),
      'measure,period,value,place,value\n',
      EXIT.refused,
      'figures.file-column-twice',
    ],
    ['no file', () => given(join(files, 'none.csv')), '', EXIT.usage, 'cli.usage'],
    [
      'nobody who sends it',
      () => given('-').filter((word) => !FORCE.includes(word)),
      HEADER,
      EXIT.usage,
      'cli.usage',
    ],
    [
      'another area',
      () => given('-').map((word) => (word === 'kent' ? 'essex' : word)),
      `${HEADER}\n${JULY}\n`,
      EXIT.refused,
      'identity.other-area',
    ],
  ])(
    'ends as documented for %s',
    (_what, args, stdin, exit, code) => {
      expect(daybook(args(), stdin)).toMatchObject({
        exit,
        stdout: '',
        stderr: expect.stringContaining(code) as string,
      });
    },
    120_000,
  );

  it('gives the same through a running server', async () => {
    const file = fileOf(JULY, 'robbery,2022-07,1,other note,,,');
    const alone = importing(file, '--dry-run', '--json');
    const server = await serving(['start', '--data', folder, '--port', '0']);
    try {
      expect(importing(file, '--dry-run', '--json')).toEqual(alone);
    } finally {
      await server.stop();
    }
  }, 120_000);

  it('refuses a line of a gigabyte without holding it', () => {
    const large = join(files, 'large.csv');
    writeFileSync(large, `${HEADER}\nrobbery`);
    truncateSync(large, GIB);
    const small = fileOf('robbery,2022-08,=1,x,,,');
    const memory = (file: string): { kb: number; code: boolean } => {
      const report = join(files, 'memory');
      const hook = join(files, 'hook.js');
      writeFileSync(
        hook,
        `process.on('exit',()=>require('node:fs').writeFileSync(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`,
      );
      const main = join(__dirname, '../../../dist/apps/cli/src/main.js');
      const { stderr } = spawnSync(process.execPath, ['--require', hook, main, ...given(file)], {
        encoding: 'utf8',
      });
      return {
        kb: Number(spawnSync('cat', [report], { encoding: 'utf8' }).stdout),
        code: stderr.includes('figures.file-'),
      };
    };
    const [least, most] = [memory(small), memory(large)];
    expect([least.code, most.code]).toEqual([true, true]);
    expect(least.kb).toBeGreaterThan(10_000);
    expect(most.kb - least.kb).toBeLessThan(MOST_MORE_KB);
  }, 120_000);
});

describe('daybook completion', () => {
  /** What bash would offer after these words. */
  function offered(...words: readonly string[]): string[] {
    const script = `source <(printf '%s' "$SCRIPT"); COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _daybook; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const env = { ...process.env, SCRIPT: daybook(['completion', 'bash']).stdout };
    const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', 'daybook', ...words], {
      encoding: 'utf8',
      env,
      cwd: files,
    });
    expect(stderr).toBe('');
    return stdout.trim().split('\n');
  }

  it('knows the commands, those below them, options, and what an option may be', () => {
    expect(offered('imp')).toEqual(['import-tracker', 'import']);
    expect(offered('figures', 's')).toEqual(['show']);
    expect(offered('import', 'x.csv', '--dr')).toEqual(['--dry-run']);
    expect(offered('import', '--role', 'off')).toEqual(['office']);
    expect(offered('completion', 'z')).toEqual(['zsh']);
  });

  it.each(['zsh', 'fish'])('speaks %s, and refuses a shell that it does not know', (shell) => {
    expect(daybook(['completion', shell])).toMatchObject({
      exit: EXIT.ok,
      stdout: expect.stringContaining('import') as string,
    });
    expect(daybook(['completion', 'cmd'])).toMatchObject({ exit: EXIT.usage });
  });

  it('and the help of import wait for no framework', () => {
    for (const args of [
      ['completion', 'bash'],
      ['import', '--help'],
    ])
      expect(modulesLoadedBy(args).filter((file) => /@nestjs|libsql|csv-parse/.test(file))).toEqual([]);
  });
});
