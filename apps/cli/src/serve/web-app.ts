import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { UsageError } from '../exit';

/** What the web app is asked for; the rest of its settings comes from its own environment. */
export interface WebAsked {
  readonly dataDirectory: string;
  readonly port?: number;
  readonly host?: string;
  readonly demo?: boolean;
  /** How much is logged; as DAYBOOK_LOG says where absent. */
  readonly logLevel?: 'warn';
}

/** The web app as it runs. */
export interface WebRunning {
  /** Where it answers, such as `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Why nobody can sign in to its pages, in a sentence; absent where people can. */
  readonly noSignIn?: string;
}

/** The web app's entry, as this one knows it: apps import nothing of each other. */
interface WebApp {
  /** Serves until SIGTERM or SIGINT. */
  startWeb(asked: WebAsked): Promise<WebRunning>;
  readConfig(asked: WebAsked): object;
}

const MAIN = join(__dirname, '..', '..', '..', 'web', 'src', 'main.js');

/**
 * Starts the web app in this process, which then runs until it is told to stop. Throws
 * DataDirectoryTaken, naming who has it, and what listening threw.
 */
export async function startWebApp(asked: WebAsked): Promise<WebRunning> {
  return usable(async ({ startWeb }) => startWeb(given(asked)));
}

/** Reads the web app's settings before anything is written; throws UsageError, naming what is wrong with them. */
export async function checkWebSettings(asked: WebAsked): Promise<void> {
  await usable(async ({ readConfig }) => readConfig(given(asked)));
}

/** What is not given must be absent there, so that the environment or a default decides it. */
function given(asked: WebAsked): WebAsked {
  const said = Object.entries(asked).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as unknown as WebAsked;
}

async function usable<T>(work: (web: WebApp) => Promise<T>): Promise<T> {
  if (!existsSync(MAIN)) throw new Error('The web app is not built here. Run: npm run build');
  try {
    return await work(createRequire(__filename)(MAIN) as WebApp);
  } catch (error) {
    // Its settings are read from the environment: what is wrong with them is for whoever typed them.
    if (error instanceof Error && error.constructor.name === 'BadSettings')
      throw new UsageError(error.message);
    throw error;
  }
}
