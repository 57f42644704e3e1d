import { KurrentDouble } from './server';

/**
 * `node dist/test/kurrent/double/serve.js [--port N]`: prints where it listens, and serves until it is told
 * to end.
 */
async function main(): Promise<void> {
  const at = process.argv.indexOf('--port');
  const port = at < 0 ? 0 : Number(process.argv[at + 1]);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    process.stderr.write('--port needs a number from 0 to 65535\n');
    process.exitCode = 2;
    return;
  }
  const double = await KurrentDouble.start({ port });
  const end = (): void => void double.close();
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.stdout.write(`${double.connectionString}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
