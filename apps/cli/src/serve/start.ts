import { startWebApp, type WebAsked } from './web-app';

/** Serves one's own ledger, made where there is none yet. */
export async function start({ data, port, host }: Serving): Promise<void> {
  const { address, noSignIn } = await startWebApp({ dataDirectory: data, port, host });
  const lines = [
    `Daybook is at ${address}`,
    ...(noSignIn ? [noSignIn] : []),
    `Its ledger is in ${data}. Stop it with Ctrl+C.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

export interface Serving extends Pick<WebAsked, 'port' | 'host'> {
  readonly data: string;
}
