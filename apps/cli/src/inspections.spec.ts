import type { Person } from '@daybook/identity';
import { isRefusal } from '@daybook/ledger';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { EXIT } from './exit';
import { daybook, folderWith } from './testing/daybook';

const inspector: Person = { id: 'i', role: 'inspector', body: 'hmicfrs', areas: '*', label: 'Inspector' };
const office: Person = { id: 'o', role: 'office', body: 'kent-pcc', areas: ['kent'], label: 'Office' };
const report = { area: 'kent', kind: 'force', inspectorate: 'hmicfrs', scale: 'peel-2021' };
const reports = [
  ['peel-1', '2022-04-28', 'good'],
  ['peel-2', '2024-02-01', 'inadequate'],
] as const;

let data: readonly string[];
beforeAll(async () => {
  const folder = await folderWith(async (dispatcher) => {
    const give = async (name: string, body: object, by = inspector): Promise<void> => {
      const done = await dispatcher.command(by, name, randomUUID(), body);
      if (isRefusal(done)) throw new Error(done.message);
    };
    for (const [id, day, grade] of reports) {
      const said = { area: 'kent', effectiveOn: day };
      await give('record-inspection', {
        ...said,
        ...report,
        id,
        title: 'How the force does',
        publishedOn: day,
      });
      await give('give-grade', {
        ...said,
        inspection: id,
        question: 'custody',
        questionTitle: 'Custody',
        grade,
      });
    }
    const adopted = {
      area: 'kent',
      effectiveOn: '2022-04-01',
      id: 'plan-1',
      title: 'A plan',
      from: '2022-04',
    };
    await give(
      'adopt-plan',
      { ...adopted, priorities: [{ number: 1, id: 'roads', title: 'Roads' }] },
      office,
    );
    const finding = {
      ...{ area: 'kent', effectiveOn: '2024-02-01', inspection: 'peel-2', kind: 'afi' },
      id: 'afi-1',
    };
    await give('raise-finding', {
      ...{ ...finding, title: 'Record crime', addressees: ['kent-police'] },
      about: ['priority:kent/plan-1/roads'],
    });
  });
  data = ['--data', folder];
}, 60_000);
afterAll(() => rmSync(data[1]!, { recursive: true, force: true }));

it('inspections are listed, shown with their grades, and compared over the cycles', () => {
  const listed = daybook(['inspections', ...data, '--area', 'kent']);
  expect(listed.stdout).toMatch(/kent +peel-1 +force +hmicfrs +2022-04-28 +peel-2021 +How the force does/);
  expect(listed.stdout).toContain('2 inspections. Position');
  const shown = daybook(['inspections', 'show', 'peel-1', ...data]);
  expect(shown.stdout).toMatch(/custody +good +2022-04-28/);
  const response = daybook(['inspections', 'response', 'peel-1', ...data, '--as-of', '2022-06-23']);
  expect(response.stdout).toMatch(/Due +2022-06-22\nStatus +none recorded here, 1 day past the last day\n/);
  const grades = daybook(['inspections', 'grades', ...data, '--area', 'kent']);
  expect(grades.stdout).toMatch(/peel-1 .* good +\(first on record\)/);
  expect(grades.stdout).toMatch(/peel-2 .* inadequate +3 grades down from good/);
  const absent = daybook(['inspections', 'show', 'peel-2', ...data, '--as-of', '2023-01-01']);
  expect([absent.exit, absent.stderr]).toEqual([
    EXIT.notFound,
    expect.stringContaining('(inspections.inspection-not-on-record)'),
  ]);
}, 60_000);

it('plans are listed, shown with what hangs from each priority, and a priority in full', () => {
  const listed = daybook(['plans', ...data, '--as-of', '2023-01-01']);
  expect(listed.stdout).toMatch(/kent +plan-1 +in-force +2022-04 +1 +A plan/);
  const shown = daybook(['plans', 'show', 'plan-1', ...data]);
  expect(shown.stdout).toMatch(/1 +roads +0 +1 +0 +0 +0 +0 +0 +Roads/);
  const priority = daybook(['plans', 'priority', 'plan-1', 'roads', ...data]);
  expect(priority.stdout).toMatch(/finding +afi-1 +open kent-police +Record crime/);
  expect(priority.stdout).toMatch(/Last board +none before this day/);
}, 60_000);
