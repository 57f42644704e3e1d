import 'reflect-metadata';
import { OtherStore, openDaybook } from '@daybook/runtime';
import type { AddressInfo } from 'node:net';
import { BadSettings, NO_SIGN_IN, readConfig, type WebConfig } from './config';
import { createServer } from './server';

export { readConfig } from './config';

/** A running web app. */
export interface Running {
  /** Where it answers, such as `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Why nobody can sign in to the pages, in a sentence; absent where people can. */
  readonly noSignIn?: string;
  /** Stops accepting, lets what is under way finish, closes the store. Again: nothing. */
  close(): Promise<void>;
}

/**
 * Opens the data directory and serves it until SIGTERM or SIGINT. What `given` leaves out comes from the
 * environment. Throws BadSettings, DataDirectoryTaken, or what listening threw; nothing stays open then.
 */
export async function startWeb(given: Partial<WebConfig> = {}): Promise<Running> {
  const config = readConfig(given);
  const { dataDirectory, cluster, tokenKeyFile } = config;
  const daybook = await openDaybook({ dataDirectory, cluster, tokenKeyFile });
  try {
    const app = await createServer(daybook, config);
    await app.listen(config.port, config.host);
    const address = addressOf(config.host, app.getHttpServer().address() as AddressInfo);
    daybook.directory.say({ pid: process.pid, address });
    let closing: Promise<void> | undefined;
    const close = (): Promise<void> => (closing ??= app.close().finally(() => daybook.close()));
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void close());
    return { address, ...(config.signIn === 'none' && { noSignIn: NO_SIGN_IN }), close };
  } catch (error) {
    await daybook.close();
    throw error;
  }
}

/** An address that this machine itself can use, also where the server listens on all of its addresses. */
function addressOf(host: string, { port }: AddressInfo): string {
  const own = ({ '0.0.0.0': '127.0.0.1', '::': '::1' } as Record<string, string>)[host] ?? host;
  return `http://${own.includes(':') ? `[${own}]` : own}:${port}`;
}

async function main(): Promise<void> {
  try {
    const { address, noSignIn } = await startWeb();
    process.stdout.write(`Daybook answers at ${address}\n`);
    if (noSignIn) process.stdout.write(`${noSignIn}\n`);
  } catch (error) {
    const known =
      error instanceof BadSettings ||
      error instanceof OtherStore ||
      (error instanceof Error && error.name === 'DataDirectoryTaken');
    process.stderr.write(`${known ? error.message : String((error as Error).stack)}\n`);
    process.exitCode = 1;
  }
}

if (require.main === module) void main();
