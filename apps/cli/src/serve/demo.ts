import { Dispatcher, LocalSignIn } from '@daybook/identity';
import { DaybookModule, type Daybook } from '@daybook/runtime';
import { loadSample, sampleCommands } from '@daybook/sample-kent';
import { NestFactory } from '@nestjs/core';
import { openLedger } from '../door/open-ledger';
import { showSteps } from '../progress';
import type { Serving } from './start';
import { checkWebSettings, startWebApp } from './web-app';

/**
 * Serves the Kent sample: loads it into an empty ledger, or goes on where loading was interrupted, and
 * leaves any other ledger as it is.
 */
export async function demo({ data, port, host }: Serving): Promise<void> {
  const asked = { dataDirectory: data, port, host, demo: true, logLevel: 'warn' } as const;
  await checkWebSettings(asked);
  const loaded = await fill(data);
  const { address, noSignIn } = await startWebApp(asked);
  process.stdout.write(
    [
      ...loaded,
      `Daybook is at ${address}`,
      "This ledger is a demonstration made from public papers. It is no body's record.",
      ...(noSignIn ? [noSignIn] : await whoMaySignIn()),
      `Its files are in ${data}. Stop it with Ctrl+C.`,
      '',
    ].join('\n'),
  );
}

async function fill(folder: string): Promise<string[]> {
  const daybook = await openLedger(folder);
  try {
    return (await wantsSample(daybook)) ? await load(daybook) : [];
  } finally {
    await daybook.close();
  }
}

async function wantsSample({ store }: Daybook): Promise<boolean> {
  if ((await store.size()) === 0) return true;
  const [first, last] = [sampleCommands()[0], sampleCommands().at(-1)];
  const carriedOut = async (id = ''): Promise<boolean> => (await store.findCommand(id)).length > 0;
  return (await carriedOut(first?.id)) && !(await carriedOut(last?.id));
}

async function load(daybook: Daybook): Promise<string[]> {
  const options = { logger: false, abortOnError: false } as const;
  const app = await NestFactory.createApplicationContext(DaybookModule.of(daybook), options);
  const steps = showSteps('Loading the Kent papers');
  try {
    const loaded = await loadSample(app.get(Dispatcher), ({ done, total }) => steps.at(done, total));
    const { papers, measures, figures, register, acts, scrutiny } = loaded;
    // The views are read up here, so that the first page need not wait for them.
    await daybook.projection.waitFor(await daybook.store.size(), 0);
    return [
      `Recorded ${papers} papers, ${measures} measures, ${figures} figures, ${register} bodies and plans, ` +
        `${acts} acts of inspections and ${scrutiny} acts of scrutiny.`,
    ];
  } finally {
    steps.end();
    await app.close();
  }
}

async function whoMaySignIn(): Promise<string[]> {
  const people = (await new LocalSignIn(false).people()).map(({ label }) => `  ${label}`);
  return ['Anyone can sign in there as anyone, without a password:', ...people];
}
