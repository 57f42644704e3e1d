import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { benchServer, kurrentRows } from './kurrent.bench';
import { run, save, table, type Result } from './measure';
import { storeRows } from './store.bench';
import { viewRows } from './views.bench';

/**
 * `npm run bench [-- --only word] [--rounds n] [--store esdb]`: every row beside its limit, in one run on one
 * disk; with `--store esdb` the rows of a cluster, beside the client alone on the same server.
 */
async function main(): Promise<void> {
  const option = (name: string): string | undefined =>
    process.argv[process.argv.indexOf(`--${name}`) + 1 || Infinity];
  const rounds = Number(option('rounds') ?? 3);
  const only = option('only') ?? '';
  const results: Result[] = [];
  const base = join(process.cwd(), 'bench-results', 'scratch');
  mkdirSync(base, { recursive: true });
  const server = option('store') === 'esdb' ? await benchServer() : undefined;
  if (server) process.stderr.write(`On ${server.name}.\n`);
  const rows = server ? kurrentRows(server.connection) : [...storeRows, ...viewRows];
  for (const row of rows.filter(({ name }) => name.includes(only))) {
    process.stderr.write(`${row.name} ...\n`);
    results.push(await run(row, rounds, base));
  }
  await server?.stop();
  rmSync(base, { recursive: true, force: true });
  const file = join('bench-results', server ? 'bench-esdb.json' : 'bench.json');
  save(results, file);
  process.stdout.write(`${table(results)}\n\nMedians of ${rounds}; ${file}, ${statSync(file).size} bytes.\n`);
}

void main();
