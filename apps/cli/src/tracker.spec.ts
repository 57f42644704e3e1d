import type { Dispatcher, Person } from '@daybook/identity';
import { isReceipt } from '@daybook/ledger';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from './exit';
import { daybook, folderWith, type Outcome } from './testing/daybook';

const AFI = 'kent-peel-2021-22-afi-01';
const HEADER = 'finding,anticipated,reason,progress,claim,evidence';
const FORCE = ['--role', 'force', '--body', 'kent-police'];
const inspector: Person = {
  ...{ id: 'an-inspector', role: 'inspector', body: 'hmicfrs', areas: '*', label: 'Inspector' },
};

let folder: string;
let files: string;
beforeAll(async () => {
  folder = await folderWith(recordFinding);
  files = mkdtempSync(join(tmpdir(), 'daybook-files-'));
}, 120_000);
afterAll(() => [folder, files].forEach((one) => rmSync(one, { recursive: true, force: true })));

/** An inspection and one area for improvement of the force's. */
async function recordFinding(dispatcher: Dispatcher): Promise<void> {
  const inspection = 'kent-peel-2021-22';
  const said = { area: 'kent', effectiveOn: '2022-04-28' };
  const give = async (name: string, body: object): Promise<void> => {
    const outcome = await dispatcher.command(inspector, name, randomUUID(), { ...said, ...body });
    if (!isReceipt(outcome)) throw new Error(JSON.stringify(outcome));
  };
  const force = { id: inspection, kind: 'force', inspectorate: 'hmicfrs', title: 'How well the force does' };
  await give('record-inspection', { ...force, publishedOn: '2022-04-28' });
  const afi = { id: AFI, kind: 'afi', title: 'Recording of crime', addressees: ['kent-police'] };
  await give('raise-finding', { inspection, ...afi });
}

function importing(lines: readonly string[], ...more: readonly string[]): Outcome {
  const file = join(files, 'tracker.csv');
  writeFileSync(file, [HEADER, ...lines, ''].join('\n'));
  const asked = ['--area', 'kent', '--effective-on', '2022-10-31', '--data', folder];
  return daybook(['findings', 'import', file, ...asked, ...FORCE, ...more]);
}

describe('daybook findings import', () => {
  it('checks every line and writes nothing; then records all of it, and the same again once', () => {
    const lines = [`${AFI},November 2022,,"Under way.",,`];
    const dry = importing(lines, '--dry-run');
    expect(dry).toMatchObject({ exit: EXIT.ok });
    expect(dry.stdout).toMatch(/^1 line: 1 with a first date, 1 with progress\. All of it can be recorded/);
    expect(dry.stdout).toMatch(/2 +kent-peel-2021-22-afi-01 +kent-police +date-given, progress +2022-11/);
    const first = importing(lines);
    expect(first).toMatchObject({ exit: EXIT.ok, stdout: expect.stringMatching(/records 2 to 4/) as string });
    const [, id = ''] = /--id (\S+)/.exec(first.stderr) ?? [];
    expect(importing(lines, '--id', id)).toMatchObject({ exit: EXIT.ok, stdout: first.stdout });
  }, 120_000);

  it('says by line and column what is wrong, and records nothing', () => {
    const refused = importing([`${AFI},2023-13,,,,`, `${AFI},,,,yes,`]);
    expect(refused).toMatchObject({ exit: EXIT.refused, stdout: '' });
    expect(refused.stderr).toMatch(/2 of 2 lines cannot be recorded/);
    expect(refused.stderr).toMatch(/2 +anticipated +inspections\.bad-month/);
    expect(refused.stderr).toMatch(/3 +evidence +inspections\.evidence-missing/);
    const unread = importing([`${AFI},=1,,,,`], '--dry-run');
    expect(unread).toMatchObject({ exit: EXIT.refused });
    expect(unread.stderr).toMatch(/2 +anticipated +inspections\.file-formula/);
  }, 120_000);
});
