import { rmSync } from 'node:fs';
import { EXIT } from './exit';
import { daybook, folderWithSample, serving } from './testing/daybook';

const PATIENCE_MS = 300_000;
const FORCE = ['--role', 'force', '--body', 'kent-police'];
const SEPTEMBER = 'kent-performance-2022-09-14';

let folder: string;
let data: readonly string[];
beforeAll(async () => {
  folder = await folderWithSample();
  data = ['--data', folder];
  const calendar = {
    ...{ area: 'kent', measure: 'victim-based-crime', frequency: 'month', daysAfter: 45, from: '2022-07' },
    effectiveOn: '2022-09-14',
  };
  const set = daybook(['expect-returns', '-', ...data, ...FORCE], JSON.stringify(calendar));
  if (set.exit !== EXIT.ok) throw new Error(set.stderr);
}, PATIENCE_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = (...args: string[]): Record<string, unknown> =>
  JSON.parse(daybook([...args, ...data, '--json']).stdout) as Record<string, unknown>;

describe('returns and papers, on the command line', () => {
  it('are listed, and shown with what became of their figures', () => {
    const listed = daybook(['returns', ...data, '--area', 'kent']);
    expect(listed.exit).toBe(EXIT.ok);
    expect(listed.stdout).toMatch(/^Return +Effective +Paper +By +Act of +Figures +Since/);
    expect(listed.stdout).toMatch(/344 stand, 1 contradict their paper, 32 confirmed by a later paper/);
    expect(listed.stdout).toContain('5 returns. Position');
    const { items } = json('returns', 'list', '--area', 'kent', '--paper', SEPTEMBER) as {
      items: { index: number; lines: number }[];
    };
    expect(items).toMatchObject([{ paper: SEPTEMBER, lines: 345 }]);
    const shown = daybook(['returns', 'show', String(items[0]?.index), ...data]);
    expect(shown.stdout).toMatch(/Figures +345\n/);
    expect(shown.stdout).toMatch(/ contradicts /);
  });

  it('a paper is shown with its totals; papers alone lists them as before', () => {
    const shown = daybook(['papers', 'show', SEPTEMBER, ...data]);
    expect(shown.stdout).toMatch(/Since +344 stand, 1 contradict their paper/);
    expect(json('papers', 'show', SEPTEMBER, '--as-of', '2022-09-14')).toMatchObject({
      item: { totals: { figures: 345, confirmedSince: 0 } },
    });
    expect(daybook(['papers', ...data, '--area', 'kent']).stdout).toContain('8 papers. Position');
    const absent = daybook(['papers', 'show', 'nothing', ...data]);
    expect([absent.exit, absent.stderr]).toEqual([
      EXIT.notFound,
      expect.stringContaining('(register.paper-not-on-record)'),
    ]);
  });

  it('what is expected is said in words, and what is unexplained is nothing in the sample', () => {
    const at = ['--area', 'kent', '--as-of', '2022-10-16'];
    const { exit, stdout } = daybook(['expected', ...data, ...at]);
    expect(exit).toBe(EXIT.ok);
    expect(stdout).toMatch(/victim-based-crime +2022-07 +2022-09-14 +received +2022-09-14/);
    expect(stdout).toMatch(/victim-based-crime +2022-08 +2022-10-15 +has not come +1/);
    expect(json('expected', ...at, '--state', 'due')).toMatchObject({ items: [{ period: '2022-09' }] });
    expect(daybook(['expected', ...data, ...at, '--state', 'lost'])).toMatchObject({ exit: EXIT.refused });
    expect(daybook(['unexplained', ...data, '--area', 'kent']).stdout).toContain(
      'No change is unexplained there.',
    );
  });

  it(
    'a server answers the same as the files',
    async () => {
      const asked = [
        ['returns', '--area', 'kent'],
        ['papers', 'show', SEPTEMBER],
        ['expected', '--area', 'kent'],
        ['unexplained', '--area', 'kent'],
      ];
      const answers = (): unknown[] => asked.map((args) => json(...args));
      const here = answers();
      const server = await serving(['start', ...data, '--port', '0']);
      const there = answers();
      await server.stop();
      expect(there).toEqual(here);
    },
    PATIENCE_MS,
  );
});
