import type { Person } from '@daybook/identity';
import { isRefusal } from '@daybook/ledger';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { EXIT } from './exit';
import { daybook, folderWith, serving } from './testing/daybook';

const inspector: Person = { id: 'i', role: 'inspector', body: 'hmicfrs', areas: '*', label: 'Inspector' };
const force: Person = { id: 'f', role: 'force', body: 'kent-police', areas: ['kent'], label: 'Force' };
const kent = { area: 'kent', effectiveOn: '2022-04-28' };
const PATIENCE_MS = 120_000;

let data: readonly string[];
beforeAll(async () => {
  const folder = await folderWith(async (dispatcher) => {
    const give = async (person: Person, name: string, body: object): Promise<void> => {
      const done = await dispatcher.command(person, name, randomUUID(), { ...kent, ...body });
      if (isRefusal(done)) throw new Error(done.message);
    };
    const report = { id: 'peel-1', kind: 'force', inspectorate: 'hmicfrs', publishedOn: '2022-04-28' };
    await give(inspector, 'record-inspection', { ...report, title: 'How the force does' });
    const afi = { inspection: 'peel-1', id: 'afi-1', kind: 'afi', number: 1, title: 'Recording of crime' };
    await give(inspector, 'raise-finding', { ...afi, addressees: ['kent-police'] });
    const finding = { finding: 'afi-1' };
    await give(force, 'anticipate-completion', {
      ...finding,
      effectiveOn: '2022-05-20',
      anticipated: '2022-11',
    });
    const why = { reason: 'A later audit.', askedBy: 'kent-police' };
    await give(force, 'move-completion', { ...finding, ...why, effectiveOn: '2022-10-31', to: '2022-12' });
    await give(force, 'claim-discharge', {
      ...finding,
      effectiveOn: '2022-11-30',
      evidence: 'Audited twice.',
    });
    const told = [
      { id: 'afis', words: 'areas for improvement', number: 3, kind: 'afi' },
      { id: 'done', words: 'discharged', number: 1, statuses: ['claimed', 'assured', 'closed'] },
      { id: 'remain', words: 'that remain', number: 1 },
    ];
    const sum = { plus: ['afis'], minus: ['done'], equals: 'remain' };
    const tally = { effectiveOn: '2023-01-10', occasion: 'Board of January', parts: told, sum };
    await give(force, 'record-tally', tally);
  });
  data = ['--data', folder];
}, PATIENCE_MS);
afterAll(() => rmSync(data[1]!, { recursive: true, force: true }));

const at = (...args: string[]) => daybook(['findings', ...args, ...data, '--as-of', '2023-03-15']);

it(
  'findings are listed, shown in full, and counted over time',
  () => {
    const listed = at('list', '--area', 'kent', '--gap-over', '100');
    expect(listed.stdout).toMatch(/afi-1 +kent-police +afi +claimed +2022-12 +2022-11 +1 +31 +not agreed/);
    expect(listed.stdout).toContain('1 line. Position 2023-03-15');
    expect(at('--area', 'kent', '--overdue', 'yes').stdout).toContain('No line is on record there.');
    const shown = at('show', 'afi-1');
    expect(shown.stdout).toMatch(/Assured +not yet, 105 days/);
    expect(shown.stdout).toMatch(/completion-moved .* A later audit\./);
    expect(at('counts', '--area', 'kent').stdout).toMatch(/2022-11-30 +0 +0 +0 +1 /);
    expect(at('--status', 'lost')).toMatchObject({ exit: EXIT.refused });
    expect(daybook(['findings', 'show', 'afi-1', ...data, '--as-of', '2022-04-27']).exit).toBe(EXIT.notFound);
  },
  PATIENCE_MS,
);

it(
  'a server answers the same as the files',
  async () => {
    const asked = [['list'], ['show', 'afi-1'], ['counts', '--area', 'kent']];
    const answers = (): string[] => asked.map((args) => at(...args, '--json').stdout);
    const here = answers();
    const server = await serving(['start', ...data, '--port', '0']);
    const there = answers();
    await server.stop();
    expect(there).toEqual(here);
  },
  PATIENCE_MS,
);

it(
  'what a board was told stands beside what the ledger counts',
  () => {
    const { stdout } = at('tallies', '--area', 'kent');
    expect(stdout).toMatch(/2023-01-10 +Board of January +areas for improvement +3 +1 +no/);
    expect(stdout).toMatch(/discharged +1 +1 +yes/);
    expect(stdout).toMatch(/that remain +1 +1 +yes +3 - 1 = 2/);
    expect(stdout).toContain('1 occasion. Position 2023-03-15');
    const none = at('tallies', '--area', 'kent', '--inspection', 'peel-1');
    expect(none.stdout).toContain('No occasion is on record there.');
  },
  PATIENCE_MS,
);
