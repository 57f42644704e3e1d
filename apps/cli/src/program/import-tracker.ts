import type { Command } from 'commander';
import type { CliConfig } from '../config';
import { EXIT } from '../exit';
import { dataOption, jsonOption, whoOptions } from '../options';
import { parts } from '../parts';
import type { TrackerGiven } from '../write/import-tracker';

const EXITS = `
Exit codes:
  ${EXIT.ok}   all of it is recorded; with --dry-run: all of it could be
  ${EXIT.refused}   the file, a line or the tracker is refused; nothing is recorded
  ${EXIT.usage}   the command line cannot be read, or the file not opened
  ${EXIT.unavailable}  unavailable for now; the same may succeed later

The file is CSV. Its first line names the columns: finding, and where needed addressee, anticipated,
earliest, latest, reason, askedBy, progress, taken, planned, claim (yes), evidence and effectiveOn.
A date that is another than the one that stands moves it; the same again is nothing new. A list of
findings that Daybook gave as CSV can be filled in: its other columns are passed by.

Before it is sent, stderr names the command's id, except with --json. With that --id, the same file
and the same heading, the tracker is recorded once.
`;

/** `daybook findings import`: a tracker, checked line by line, then recorded whole or not at all. */
export function addTrackerImport(findings: Command, config: CliConfig): void {
  [dataOption(config.dataDirectory), ...whoOptions(), jsonOption()]
    .reduce((known, option) => known.addOption(option), findings.command('import'))
    .description('import a tracker from a CSV file: check every line, then record all of it or none')
    .argument('<file>', 'the tracker; - reads stdin')
    .requiredOption('--area <area>', 'whose book it is written into, such as kent')
    .requiredOption('--effective-on <date>', 'the UK date on which all of it was so, or its month')
    .option('--paper <id>', 'the recorded paper that it stands in; needed for acts of other bodies')
    .option('--place <words>', 'where in the paper')
    .option('--for <body>', 'the body whose act it is, where the office transcribes it')
    .option('--dry-run', 'only check: say what would come of every line, and record nothing')
    .option('--id <uuid>', 'the id of the command, kept for a retry (default: a new one)')
    .addHelpText('after', EXITS)
    .action((file: string, given: TrackerGiven) =>
      parts.importTracker().importTracker(file, { ...given, colour: config.colour }),
    );
}
