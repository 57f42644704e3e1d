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
}

const MAIN = join(__dirname, '..', '..', '..', 'web', 'src', 'main.js');

/**
 * Starts the web app in this process, which then runs until it is told to stop. Throws
 * DataDirectoryTaken, naming who has it, and what listening threw.
 */
export async function startWebApp(asked: WebAsked): Promise<WebRunning> {
  if (!existsSync(MAIN)) throw new Error('The web app is not built here. Run: npm run build');
  const { startWeb } = createRequire(__filename)(MAIN) as WebApp;
  try {
    // What is not given must be absent there, so that the environment or a default decides it.
    const given = Object.entries(asked).filter(([, value]) => value !== undefined);
    return await startWeb(Object.fromEntries(given) as unknown as WebAsked);
  } catch (error) {
    // Its settings are read from the environment: what is wrong with them is for whoever typed them.
    if (error instanceof Error && error.constructor.name === 'BadSettings')
      throw new UsageError(error.message);
    throw error;
  }
}
