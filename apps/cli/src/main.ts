import { CommanderError } from 'commander';
import { EXIT, EndsWith, UsageError, type Exit } from './exit';
import { parts } from './parts';
import { daybookProgram } from './program';

/** Runs one command line; the answer is what the process should end with. */
async function run(argv: readonly string[]): Promise<Exit> {
  try {
    await daybookProgram().parseAsync(argv);
    return EXIT.ok;
  } catch (error) {
    if (error instanceof EndsWith) return error.exit;
    // Commander has said it already, on stderr where it is an error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const json = argv.includes('--json');
    if (error instanceof UsageError) return explainUsage(error, json);
    const { failureOf, wordsFor } = parts.failure();
    const failure = failureOf(error);
    process.stderr.write(wordsFor(failure, json));
    return failure.exit;
  }
}

function explainUsage({ message }: UsageError, json: boolean): Exit {
  const code = 'cli.usage';
  const failure = { code, message, retryable: false, fields: [], detail: {} };
  process.stderr.write(json ? `${JSON.stringify(failure)}\n` : `${message} (${code})\n`);
  return EXIT.usage;
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.ok);
});

void run(process.argv).then((exit) => {
  process.exitCode = exit;
});
