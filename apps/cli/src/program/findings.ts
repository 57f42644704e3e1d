import type { Command } from 'commander';
import type { Asking, At } from '../ask/ask';
import type { CountsAsked, TrackerAsked } from '../ask/findings';
import type { TalliesAsked } from '../ask/tallies';
import type { CliConfig } from '../config';
import { asking, inTime } from '../options';
import { parts } from '../parts';
import { addTrackerImport } from './import-tracker';

/** `daybook findings`: the tracker, one in full, how many stood in which status when, and what was said of them. */
export function addFindings(program: Command, config: CliConfig): void {
  const colour = { colour: config.colour };
  const findings = program
    .command('findings')
    .description('the findings of inspections: list, show, count, compare with what was said, or import');
  addTrackerImport(findings, config);
  inTime(asking(findings.command('list', { isDefault: true }), config))
    .description('the tracker: a line for each finding and addressee')
    .option('--area <area>', 'only findings of this area, such as kent')
    .option('--inspection <id>', 'only findings of this inspection, such as kent-peel-2021-22')
    .option(
      '--status <status>',
      'only findings in this status, such as claimed; live: whatever has not ended',
    )
    .option(
      '--kind <kind>',
      'only findings of this kind: cause-of-concern, recommendation, afi, good-practice',
    )
    .option('--addressee <body>', 'only findings for this body, such as kent-police')
    .option('--question <question>', 'only findings of this area of assessment')
    .option('--priority <words>', 'only findings of this priority')
    .option('--overdue <yes|no>', 'only what is past the latest day that it was to be complete by, or is not')
    .option('--agreed <yes|no>', 'only findings whose date moved, and whose latest move is agreed, or is not')
    .option('--moved-more-than <n>', 'only findings whose date moved more often than this')
    .option('--gap-over <days>', 'only findings that have waited for the next party for more days than this')
    .option('--sort <order>', 'by id, due, slip, moves or gap; -slip turns it about', 'id')
    .action((given: Asking & At & TrackerAsked) => parts.askFindings().askFindings({ ...given, ...colour }));
  inTime(asking(findings.command('show'), config))
    .description('one finding in full: where it stands with each addressee, its dates, and its history')
    .argument('<id>', 'its id, such as kent-peel-2021-22-afi-01')
    .option('--area <area>', 'the finding of this area, where several have the id')
    .action((id: string, given: Asking & At & { area?: string }) =>
      parts.askFindings().askFinding(id, { ...given, ...colour }),
    );
  inTime(asking(findings.command('counts'), config))
    .description('how many findings stood in which status, on each day that changed it')
    .requiredOption('--area <area>', 'such as kent')
    .option('--inspection <id>', 'only findings of this inspection')
    .option('--kind <kind>', 'only findings of this kind')
    .action((given: Asking & At & CountsAsked) => parts.askFindings().askCounts({ ...given, ...colour }));
  inTime(asking(findings.command('tallies'), config))
    .description('numbers that a board was told about findings, beside what the ledger counts')
    .requiredOption('--area <area>', 'such as kent')
    .option('--inspection <id>', 'only numbers about this inspection')
    .action((given: Asking & At & TalliesAsked) => parts.askTallies().askTallies({ ...given, ...colour }));
}
