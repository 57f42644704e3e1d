import { startWebApp, type WebAsked } from './web-app';

/** Serves one's own ledger, made where there is none yet. */
export async function start({ data, port, host }: Serving): Promise<void> {
  const address = await startWebApp({ dataDirectory: data, port, host });
  process.stdout.write(`Daybook is at ${address}\nIts ledger is in ${data}. Stop it with Ctrl+C.\n`);
}

export interface Serving extends Pick<WebAsked, 'port' | 'host'> {
  readonly data: string;
}
