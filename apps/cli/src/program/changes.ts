import { Option, type Command } from 'commander';
import type { Asking, At } from '../ask/ask';
import type { DiffAsked, ReplayAsked } from '../ask/changes';
import type { CliConfig } from '../config';
import { asking, inTime } from '../options';
import { parts } from '../parts';

/** What changed between two positions, and a history step by step. */
export function addChanges(program: Command, config: CliConfig): void {
  const colour = { colour: config.colour };
  asking(program.command('diff'), config)
    .description('what changed between two positions: two dates, two ledger sizes, or some of each')
    .requiredOption('--area <area>', 'whose figures, such as kent')
    .option('--measure <measure>', 'only figures of this measure')
    .option('--from <date>', 'the earlier UK date (default: the later one)')
    .option('--to <date>', 'the later UK date (default: today)')
    .option('--from-basis <size>', 'the earlier ledger size (default: the later one)')
    .option('--to-basis <size>', 'the later ledger size (default: everything recorded)')
    .action((given: Asking & DiffAsked) => parts.askChanges().askDiff({ ...given, ...colour }));
  inTime(asking(program.command('replay'), config))
    .description('the history of an area or a measure, event by event, with what each changed')
    .requiredOption('--area <area>', 'such as kent')
    .option('--measure <measure>', 'only this measure')
    .option('--from <date>', 'begin at this UK date')
    .addOption(
      new Option('--order <order>', 'as it happened, or as this ledger came to know it')
        .choices(['effective', 'recorded'])
        .default('effective'),
    )
    .action((given: Asking & At & ReplayAsked) => parts.askChanges().askReplay({ ...given, ...colour }));
}
