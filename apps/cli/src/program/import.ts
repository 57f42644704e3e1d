import type { Command } from 'commander';
import type { CliConfig } from '../config';
import { EXIT } from '../exit';
import { dataOption, jsonOption, whoOptions } from '../options';
import { parts } from '../parts';
import type { Importing } from '../write/import-file';

const EXITS = `
Exit codes:
  ${EXIT.ok}   all of it is recorded; with --dry-run: all of it could be
  ${EXIT.refused}   the file, a line or the return is refused; nothing is recorded
  ${EXIT.held}   all of it waits as a draft for a second person; nothing is on record yet
  ${EXIT.usage}   the command line cannot be read, or the file not opened
  ${EXIT.unavailable}  unavailable for now; the same may succeed later

The file is CSV. Its first line names the columns: measure, period, value and place, and where
needed breakdown, status, kind, reason, of, severity, printed and withheldBy. An empty kind is
a report. A change (revised, corrected, restated, withdrawn) that leaves "of" empty changes
what the check finds standing.

Before it is sent, stderr names the command's id, except with --json. With that --id, the same
file and the same heading, the import is recorded once: a repetition says what came of the first.
`;

/** Submitting a file of figures: checked line by line, then recorded whole or not at all. */
export function addImport(program: Command, config: CliConfig): void {
  [dataOption(config.dataDirectory), ...whoOptions(), jsonOption()]
    .reduce((known, option) => known.addOption(option), program.command('import'))
    .description('submit a return from a CSV file: check every line, then record all of it or none')
    .argument('<file>', 'the file of figures; - reads stdin')
    .requiredOption('--area <area>', 'whose book it is written into, such as kent')
    .requiredOption('--paper <id>', 'the recorded paper that the figures stand in')
    .requiredOption('--effective-on <date>', 'the UK date from which they were on record, or its month')
    .option('--for <body>', 'the body whose act it is, where the office transcribes it')
    .option('--dry-run', 'only check: say what would come of every line, and record nothing')
    .option('--id <uuid>', 'the id of the command, kept for a retry (default: a new one)')
    .addHelpText('after', EXITS)
    .action((file: string, given: Importing) =>
      parts.importFile().importFile(file, { ...given, colour: config.colour }),
    );
}
