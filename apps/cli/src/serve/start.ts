import { readConfig } from '../config';
import { startWebApp, type WebAsked } from './web-app';

/** Serves one's own ledger, made where there is none yet. */
export async function start({ data, port, host }: Serving): Promise<void> {
  const { address, noSignIn } = await startWebApp({ dataDirectory: data, port, host });
  const ledger = readConfig().store
    ? `Its ledger is in a cluster, and its mirror in ${data}`
    : `Its ledger is in ${data}`;
  const lines = [
    `Daybook is at ${address}`,
    ...(noSignIn ? [noSignIn] : []),
    `${ledger}. Stop it with Ctrl+C.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

export interface Serving extends Pick<WebAsked, 'port' | 'host'> {
  readonly data: string;
}
