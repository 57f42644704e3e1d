import { rmSync } from 'node:fs';
import { EXIT } from '../exit';
import { daybook, folderWithSample, recordsIn } from '../testing/daybook';

let folder: string;
let size: string;
beforeAll(async () => {
  folder = await folderWithSample();
  size = String(recordsIn(folder));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => daybook([...args, '--data', folder, '--area', 'kent']);

describe('daybook diff', () => {
  it('is a table of changes, with the way to ask the very same again', () => {
    const { exit, stdout } = run('diff', '--from', '2022-09-14', '--to', '2022-10-31');
    expect(exit).toBe(EXIT.ok);
    expect(stdout).toMatch(/^Measure +Period +Breakdown? *Kind|^Measure +Period +Kind/);
    expect(stdout).toMatch(/calls-101-answered-share +2022-04 .*first-release +71\.8 /);
    const flags = `--from 2022-09-14 --from-basis ${size} --to 2022-10-31 --to-basis ${size}`;
    expect(stdout).toContain(flags);
    expect(run('diff', ...flags.split(' ')).stdout).toBe(stdout);
  }, 120_000);

  it('is both positions and the changes as JSON; where nothing changed, it says so', () => {
    const json = JSON.parse(run('diff', '--from-basis', size, '--json').stdout) as object;
    expect(json).toMatchObject({ basis: Number(size), from: { basis: Number(size) }, items: [] });
    expect(run('diff', '--from-basis', size).stdout).toContain('nothing changed');
  }, 120_000);

  it('has a table of its own for findings and inspections: what each act made of them, and their dates', () => {
    const { stdout } = run('diff', '--from', '2022-10-30', '--to', '2022-10-31');
    const [figures = '', findings = '', scrutiny = ''] = stdout.split('\n\n');
    expect(figures).toMatch(/^Measure /);
    expect(findings).toMatch(/^Finding +Kind +Addressee +Status +Anticipated +Effective/);
    expect(findings).toMatch(
      /kent-peel-2021-22-afi-01 +completion-anticipated +kent-police +open +2023-02 +2022-10-31/,
    );
    expect(scrutiny).toMatch(/^About +Kind +Status +Date +Effective +By +Paper/);
    const graded = run('diff', '--from', '2022-04-27', '--to', '2022-04-28').stdout;
    expect(graded).toMatch(/^Finding /);
    expect(graded).toMatch(/kent-peel-2021-22 +graded +[A-Z][^:]+: \S+/);
    expect(graded).toMatch(/kent-peel-2021-22 +inspection-recorded/);
    const items = (
      JSON.parse(run('diff', '--from', '2022-04-27', '--to', '2022-04-28', '--json').stdout) as {
        items: { about: string }[];
      }
    ).items;
    expect(items.filter(({ about }) => about.startsWith('finding:'))).toHaveLength(19);
  }, 120_000);

  it.each([
    [[], 'changes.no-start'],
    [['--from', '2022-10-31', '--to', '2022-09-14'], 'changes.backwards'],
  ])('is refused: %j', (args, code) => {
    const { exit, stderr } = run('diff', ...args);
    expect([exit, stderr.includes(code)]).toEqual([EXIT.refused, true]);
  });
});

describe('daybook replay', () => {
  it('is a table of steps, from a day on and in either order', () => {
    const measure = ['--measure', 'calls-999-not-answered-share'];
    const { exit, stdout } = run('replay', ...measure, '--from', '2022-10-01');
    expect(exit).toBe(EXIT.ok);
    expect(stdout).toMatch(/^Step +Measure +Period/);
    expect(stdout).toMatch(/12 +calls-999-not-answered-share +2022-04 +confirmed +0\.76 +0\.76/);
    expect(stdout).toContain('7 steps. Position');
    const recorded = JSON.parse(run('replay', ...measure, '--order', 'recorded', '--json').stdout) as {
      items: { n: number; index: number }[];
    };
    const indexes = recorded.items.map(({ index }) => index);
    expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
    expect(recorded.items.map(({ n }) => n)).toEqual(indexes.map((_, i) => i + 1));
  }, 120_000);
});
