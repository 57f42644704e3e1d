import { Dispatcher } from '@daybook/identity';
import { DaybookModule, openDaybook } from '@daybook/runtime';
import { loadSample } from '@daybook/sample-kent';
import { NestFactory } from '@nestjs/core';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = join(__dirname, '..', '..', '..', '..', 'dist', 'apps', 'cli', 'src', 'main.js');
/** Notes at the end of a process which modules it had loaded. */
const NOTE_MODULES = `
process.on('exit', () =>
  require('node:fs').writeFileSync(process.env.LOADED_MODULES, JSON.stringify(Object.keys(require.cache))));`;

export interface Outcome {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function mainFile(): string {
  if (!existsSync(MAIN))
    throw new Error('The command line is tested as it is built. Run first: npm run build');
  return MAIN;
}

/** Runs one command line as people do, in a process of its own, and waits for its end. */
export function daybook(
  args: readonly string[],
  stdin: string | Buffer = '',
  env: NodeJS.ProcessEnv = {},
): Outcome {
  const settings = { encoding: 'utf8', input: stdin, env: environment(env), maxBuffer: 2 ** 28 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [mainFile(), ...args], settings);
  return { exit: status, stdout, stderr };
}

/** The files of the modules that one command line loaded. */
export function modulesLoadedBy(args: readonly string[]): string[] {
  const folder = temporary();
  const [hook, list] = [join(folder, 'hook.js'), join(folder, 'modules.json')];
  writeFileSync(hook, NOTE_MODULES);
  const env = environment({ LOADED_MODULES: list });
  spawnSync(process.execPath, ['--require', hook, mainFile(), ...args], { env });
  const modules = JSON.parse(readFileSync(list, 'utf8')) as string[];
  rmSync(folder, { recursive: true });
  return modules;
}

export interface Serving {
  readonly address: string;
  /** Everything that it printed until it answered. */
  readonly printed: string;
  /** Tells it to stop, and waits; the answer is what it ended with. Again: the same. */
  stop(): Promise<number | null>;
}

/** Starts `demo` or `start` and waits until it says where it answers. */
export async function serving(args: readonly string[]): Promise<Serving> {
  const child = spawn(process.execPath, [mainFile(), ...args], {
    env: environment({ DAYBOOK_LOG: 'silent' }),
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  let printed = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    printed += `${line}\n`;
    if (line.includes('Ctrl+C')) break;
  }
  const address = /Daybook is at (\S+)/.exec(printed)?.[1];
  if (!address) throw new Error(`It did not start: ${printed}${errors}`);
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM');
    return (await ended)[0];
  };
  return { address, printed, stop };
}

export function temporary(): string {
  return mkdtempSync(join(tmpdir(), 'daybook-cli-'));
}

/** A folder with the Kent sample. */
export function folderWithSample(): Promise<string> {
  return folderWith(loadSample);
}

/** A folder with what is recorded into it. */
export async function folderWith(load: (dispatcher: Dispatcher) => Promise<unknown>): Promise<string> {
  const folder = temporary();
  const opened = await openDaybook({ dataDirectory: folder, worker: false });
  const app = await NestFactory.createApplicationContext(DaybookModule.of(opened), { logger: false });
  await load(app.get(Dispatcher));
  await app.close();
  await opened.close();
  return folder;
}

/** How many records a ledger in files holds. */
export function recordsIn(folder: string): number {
  const { size } = JSON.parse(daybook(['status', '--data', folder, '--json']).stdout) as { size: number };
  return size;
}

function environment(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_ENV: _env, NODE_OPTIONS: _options, DAYBOOK_DATA: _data, ...rest } = process.env;
  return { ...rest, ...more };
}
