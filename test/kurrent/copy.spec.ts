import { Dispatcher } from '@daybook/identity';
import { isRefusal, isSealed, type Entry } from '@daybook/ledger';
import { commandId } from '@daybook/ledger/testing';
import {
  DaybookModule,
  copyLedger,
  openDaybook,
  openStores,
  proveCopy,
  DataDirectory,
} from '@daybook/runtime';
import { sampleForce } from '@daybook/sample-kent';
import { NestFactory } from '@nestjs/core';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { EXIT } from '../../apps/cli/src/exit';
import { folderWithSample, type Outcome } from '../../apps/cli/src/testing/daybook';
import { describeOnServers, freshPrefix } from './servers';

const PATIENCE_MS = 300_000;
const MAIN = join(__dirname, '../../dist/apps/cli/src/main.js');

let sample: string;
let folder: string;
let texts: string[];
/** How many texts of the ledger can be read: all that are sealed but the one that is erased. */
let keys: number;
let size: number;

/** The Kent sample, with three corrections whose reasons are sealed, the last of them erased since. */
beforeAll(async () => {
  sample = await folderWithSample();
  const opened = await openDaybook({ dataDirectory: sample, worker: false });
  const app = await NestFactory.createApplicationContext(DaybookModule.of(opened), { logger: false });
  const july = { area: 'kent', measure: 'robbery', period: '2022-07' };
  let of = '17e598a5-9c1f-5d6e-923c-9b708d214832';
  for (const value of ['129', '130', '131']) {
    const change = { ...july, of, value, severity: 'minor', reason: `Because of ${value}.`, place: 'letter' };
    const body = { ...change, paper: 'kent-peel-plan-2022-10-31', effectiveOn: '2022-10-31' };
    const outcome = await app.get(Dispatcher).command(sampleForce, 'correct-figure', commandId(value), body);
    if (isRefusal(outcome) || !('events' in outcome)) throw new Error(JSON.stringify(outcome));
    of = outcome.events[0]!;
  }
  size = await opened.store.size();
  const sealedIn = (entries: readonly Entry[]): string[] =>
    entries
      .flatMap(({ record }) => Object.values(record.data).filter((part) => isSealed(part)))
      .map(({ key }) => key);
  texts = sealedIn(await opened.store.readAll(size - 3, 3));
  keys = sealedIn(await opened.store.readAll(0, size)).length - 1;
  await opened.keys.erase(texts[2]!);
  await app.close();
  await opened.close();
}, PATIENCE_MS);
afterAll(() => rmSync(sample, { recursive: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-copy-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs one command line beside this process, which the double needs to answer it. */
async function daybook(args: readonly string[], stdin = '', env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } });
  const [stdout, stderr, exit] = [text(child.stdout), text(child.stderr), once(child, 'exit')];
  child.stdin.end(stdin);
  const [code] = (await exit) as [number | null];
  return { exit: code, stdout: await stdout, stderr: await stderr };
}

const copy = (from: string, to: string, ...more: string[]): Promise<Outcome> =>
  daybook(['copy', '--from', from, '--to', to, '--json', ...more]);

describe('the sample', () => {
  it('has three sealed reasons, one of them erased', () => {
    expect(texts).toHaveLength(3);
  });
});

describeOnServers('Moving house', (connection) => {
  it(
    'takes a ledger into a cluster and out again: the same bytes, keys, hashes and answers',
    async () => {
      const prefix = freshPrefix();
      const back = join(folder, 'back');
      const into = await copy(sample, connection(), '--to-prefix', prefix);
      expect(into).toMatchObject({
        exit: EXIT.ok,
        stderr: expect.stringContaining('Proving records') as string,
      });
      const proof = JSON.parse(into.stdout) as Record<string, unknown>;
      expect(proof).toMatchObject({ records: size, written: size, keys, erased: 1, without: 0 });
      const again = JSON.parse((await copy(sample, connection(), '--to-prefix', prefix)).stdout) as object;
      expect(again).toEqual({ ...proof, written: 0 });
      const out = JSON.parse((await copy(connection(), back, '--from-prefix', prefix)).stdout) as object;
      expect(out).toEqual(proof);

      const cluster = { DAYBOOK_STORE: connection(), DAYBOOK_STREAM_PREFIX: prefix };
      const who = ['--role', 'force', '--body', 'kent-police'];
      const robbery = ['--area', 'kent', '--measure', 'robbery', '--period', '2022-07'];
      for (const args of [
        ['figures', '--area', 'kent'],
        ['figures', '--area', 'kent', '--as-of', '2022-10-31', '--basis', '300'],
        ['measures'],
        ['papers'],
        ['history', ...robbery],
        ['events', '--limit', '1000'],
      ]) {
        const ask = (data: string, env = {}): Promise<Outcome> =>
          daybook([...args, ...who, '--json', '--data', data], '', env);
        const here = await ask(sample);
        expect(here.exit).toBe(EXIT.ok);
        expect(await ask(back)).toEqual(here);
        expect(await ask(join(folder, 'node'), cluster)).toEqual(here);
      }
      const { stdout: history } = await daybook(['history', ...robbery, ...who, '--json', '--data', back]);
      expect(history).toContain('Because of 130.');
      expect(history).not.toContain('Because of 131.');
    },
    PATIENCE_MS,
  );

  it(
    'goes on where it was killed',
    async () => {
      const prefix = freshPrefix();
      const args = [MAIN, 'copy', '--from', sample, '--to', connection(), '--to-prefix', prefix];
      const child = spawn(process.execPath, args);
      await new Promise<void>((resolve) => {
        child.stderr.on('data', (said: Buffer) => said.includes('Copying records: ') && resolve());
      });
      child.kill('SIGKILL');
      await once(child, 'exit');
      const proof = JSON.parse((await copy(sample, connection(), '--to-prefix', prefix)).stdout) as {
        records: number;
        written: number;
      };
      expect(proof.records).toBe(size);
      expect(proof.written).toBeLessThan(size);
    },
    PATIENCE_MS,
  );
});

describe('a copy', () => {
  it('goes on from any commit on, in any ledger that holds the beginning', async () => {
    const [from, to] = ['from', 'to'].map((name) => new DataDirectory(join(folder, name)));
    cpSync(sample, from!.folder, { recursive: true });
    const [source, target] = [openStores(from!, undefined), openStores(to!, undefined)];
    // As it was left by a copy that was interrupted.
    for (let next = 0; next < 100;) {
      const [first] = await source.store.readAll(next, 1);
      const { commit, stream, revision } = first!.record;
      const records = await source.store.readAll(next, commit.of);
      await target.store.append(stream, revision - 1, records);
      next += commit.of;
    }
    const there = await target.store.size();
    expect(await copyLedger(source, target)).toEqual({ written: size - there });
    const proof = await proveCopy(source, target);
    expect(proof).toMatchObject({ records: size, keys, erased: 1 });

    // What is erased after a copy was made is erased in it by the next one.
    await source.keys.erase(texts[1]!);
    expect(await copyLedger(source, target)).toEqual({ written: 0 });
    expect(await proveCopy(source, target)).toMatchObject({ keys: keys - 1, erased: 2 });

    // A key that differs, and a ledger that goes on by itself, are found out.
    await target.keys.erase(texts[0]!);
    await expect(proveCopy(source, target)).rejects.toMatchObject({ refusal: { code: 'copy.differs' } });
    for (const end of [source, target]) {
      await end.store.close();
      await end.keys.close();
    }
  });

  it('is refused where another ledger is already, and changes nothing there', async () => {
    const other = join(folder, 'other');
    const paper = { id: 'a-paper', area: 'kent', title: 'A', issuedBy: 'kent-police', dated: '2022-01-01' };
    await daybook(
      ['record-paper', '-', '--data', other, '--role', 'force', '--body', 'kent-police'],
      JSON.stringify(paper),
    );
    const { exit, stdout, stderr } = await copy(sample, other);
    expect({ exit, stdout }).toEqual({ exit: EXIT.refused, stdout: '' });
    expect(JSON.parse(stderr.trim().split('\n').at(-1)!)).toMatchObject({ code: 'copy.differs' });
    expect((await copy(other, sample)).exit).toBe(EXIT.refused);
    expect((await daybook(['status', '--data', other])).stdout).toContain('1 record in');
  });

  it.each([
    [
      'of a ledger that is not there',
      ['--from', '/nowhere/at/all', '--to', 'x'],
      EXIT.notFound,
      'cli.ledger-not-on-record',
    ],
    ['to no place', ['--from', 'x'], EXIT.usage, 'cli.usage'],
    [
      'to an address of another kind',
      ['--from', 'x', '--to', 'kurrentdb://admin:secret@h'],
      EXIT.usage,
      'cli.usage',
    ],
    ['into itself', ['--from', 'x', '--to', './x'], EXIT.usage, 'cli.usage'],
    [
      'to streams that cannot be named so',
      ['--from', 'x', '--to', 'esdb://h', '--to-prefix', 'A-b'],
      EXIT.usage,
      'cli.usage',
    ],
  ])('%s says so', async (_, args, exit, code) => {
    const outcome = await daybook(['copy', ...args, '--json']);
    expect(outcome).toMatchObject({ exit, stdout: '' });
    expect(outcome.stderr).toContain(code);
    expect(outcome.stderr).not.toContain('secret');
  });

  it('of one kind of ledger is not taken for the other', async () => {
    const embedded = await daybook(['status', '--data', sample], '', {
      DAYBOOK_STORE: 'esdb://127.0.0.1:1?tls=false',
    });
    expect(embedded).toMatchObject({ exit: EXIT.unavailable, stdout: '' });
    expect(embedded.stderr).toContain('holds a ledger of its own');
  });
});
