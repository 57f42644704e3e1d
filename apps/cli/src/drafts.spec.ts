import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from './exit';
import { daybook, temporary, type Outcome } from './testing/daybook';

/** Each command line is a process of its own. */
const PATIENCE_MS = 300_000;
const BODY = ['--role', 'force', '--body', 'kent-police'];

let folder: string;
let data: readonly string[];
let analyst: readonly string[];
let head: readonly string[];
beforeAll(() => {
  folder = temporary();
  data = ['--data', join(folder, 'ledger')];
  const token = (person: string): readonly string[] => {
    const { stdout } = daybook(['token', ...data, ...BODY, '--person', person]);
    return ['--token', stdout.trim()];
  };
  [analyst, head] = [token('analyst'), token('head')];
  give('record-paper', { id: 'letter', title: 'Letter', issuedBy: 'kent-police', dated: '2022-09-14' });
  give('define-measure', {
    ...{ id: 'robbery', title: 'Robbery', unit: 'count', decimals: 0, frequency: 'month' },
    ...{ definition: 'Robberies recorded.', effectiveOn: '2022-01-01' },
  });
  give('switch-four-eyes', { on: true });
}, PATIENCE_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function give(name: string, body: object, who = analyst, ...more: string[]): Outcome {
  const file = join(folder, 'body.json');
  writeFileSync(file, JSON.stringify({ area: 'kent', ...body }));
  return daybook([name, file, ...data, ...who, ...more]);
}

const ofMonth = (period: string): object => ({
  paper: 'letter',
  effectiveOn: '2022-09-14',
  lines: [{ measure: 'robbery', period, value: '7', place: 'line 1', reason: 'a late file' }],
});
/** Sends a return of a month; the answer is its draft. */
function draftOf(period: string): string {
  const { stdout, stderr, exit } = give('submit-return', ofMonth(period), analyst, '--json');
  expect({ exit, stderr }).toEqual({ exit: EXIT.held, stderr: '' });
  return (JSON.parse(stdout) as { draft: string }).draft;
}

it(
  'a command that is held says so, is listed, and is recorded by a second person',
  () => {
    const draft = draftOf('2022-06');
    const said = give('submit-return', ofMonth('2022-06'), analyst, '--id', draft).stdout;
    expect(said).toContain(`Not on record yet: it waits as draft ${draft}`);

    const list = daybook(['drafts', ...data, ...head, '--area', 'kent']).stdout;
    expect(list).toContain(`${draft}  waiting  submit-return`);
    expect(list).toContain('1 draft waiting. Four eyes are on.');
    const shown = daybook(['draft', draft, ...data, ...head]).stdout;
    for (const words of ['analyst, force kent-police', 'a late file', 'It would be accepted as it is'])
      expect(shown).toContain(words);

    expect(give('approve-return', { draft })).toMatchObject({ exit: EXIT.refused, stdout: '' });
    const approved = give('approve-return', { draft }, head);
    expect(approved.stdout).toContain('Recorded: records 3 to 4 of the ledger');
    expect(give('approve-return', { draft }, head)).toEqual(approved);
    const { items } = JSON.parse(
      daybook(['drafts', ...data, ...head, '--area', 'kent', '--all', '--json']).stdout,
    ) as { items: object[] };
    expect(items).toMatchObject([{ id: draft, state: 'approved', ended: { by: { person: 'head' } } }]);
  },
  PATIENCE_MS,
);

it(
  'a draft that is rejected says so, to its author too',
  () => {
    const draft = draftOf('2022-07');
    expect(give('reject-return', { draft, reason: 'Not what it says.' }, head).stdout).toContain(
      `The draft ${draft} was rejected. Nothing of it was recorded`,
    );
    const shown = daybook(['draft', draft, ...data, ...analyst]).stdout;
    expect(shown).toContain('Not what it says.');
    expect(shown).not.toContain('a late file');
  },
  PATIENCE_MS,
);

it(
  'is not sent, and not approved, by whoever says only the body',
  () => {
    const draft = draftOf('2022-05');
    for (const refused of [
      give('submit-return', ofMonth('2022-04'), BODY),
      give('approve-return', { draft }, BODY),
    ]) {
      expect(refused).toMatchObject({ exit: EXIT.refused, stdout: '' });
      expect(refused.stderr).toContain('daybook token --person');
    }
  },
  PATIENCE_MS,
);

it(
  'is nobody else’s to read',
  () => {
    const office = ['--role', 'office', '--body', 'kent-pcc'];
    const draft = draftOf('2022-08');
    expect(daybook(['draft', draft, ...data, ...office])).toMatchObject({ exit: EXIT.notFound, stdout: '' });
    expect(daybook(['drafts', ...data, ...office, '--area', 'kent']).stdout).toBe(
      '0 drafts waiting. Four eyes are off.\n',
    );
    expect(daybook(['drafts', ...data, '--area', 'kent']).exit).toBe(EXIT.refused);
  },
  PATIENCE_MS,
);

it(
  'an import that waits says so again under its id, and refuses another file under it',
  () => {
    const file = join(folder, 'figures.csv');
    const write = (value: string): void =>
      writeFileSync(file, `measure,period,value,place\nrobbery,2022-08,${value},line 3\n`);
    const id = randomUUID();
    const heading = ['--area', 'kent', '--paper', 'letter', '--effective-on', '2022-09-14', '--id', id];
    const importing = (): Outcome => daybook(['import', file, ...heading, ...data, ...analyst]);
    write('7');
    const first = importing();
    expect(first.stdout).toContain(`it waits as draft ${id}`);
    expect(importing()).toEqual({
      ...first,
      stderr: expect.not.stringContaining('Sending') as string,
    });
    write('8');
    expect(importing()).toMatchObject({
      exit: EXIT.refused,
      stderr: expect.stringContaining('ledger.command-reused') as string,
    });
    expect(
      daybook(['withdraw-draft', '-', ...data, ...analyst], JSON.stringify({ area: 'kent', draft: id })).exit,
    ).toBe(EXIT.ok);
  },
  PATIENCE_MS,
);
