import { Option, type Command } from 'commander';
import { relative } from 'node:path';
import { readCount, type CliConfig } from './config';
import { roleWords } from './words';

/** A command that asks: where the ledger is, who asks, and whether the answer is for a program. */
export function asking(command: Command, config: CliConfig): Command {
  const options = [dataOption(config.dataDirectory), ...whoOptions(), jsonOption()];
  return options.reduce((known, option) => known.addOption(option), command);
}

export function dataOption(folder: string): Option {
  return new Option('--data <folder>', 'the folder that holds the ledger').default(
    folder,
    relative('', folder) || '.',
  );
}

export function jsonOption(): Option {
  return new Option('--json', 'write JSON, for programs');
}

export function roleOption(): Option {
  return new Option('--role <role>', 'the role acted in').choices(roleWords);
}

/** Nothing given reads what is public. Whoever can read the data directory is taken at their word. */
export function whoOptions(): Option[] {
  return [
    roleOption(),
    new Option('--body <body>', 'the body acted for, such as kent-police'),
    new Option('--token <token>', 'a token, instead of --role and --body'),
  ];
}

export function inTime(command: Command): Command {
  return basisOptions(command.option('--as-of <date>', 'the position on this UK date (default: today)'));
}

export function basisOptions(command: Command): Command {
  return command
    .option('--basis <size>', 'answer from a ledger of this size (default: everything recorded)')
    .option(
      '--basis-at <time>',
      'answer from what was recorded by the end of this UK day, or by this instant',
    );
}

export function oneFigure(command: Command): Command {
  return command
    .requiredOption('--area <area>', 'such as kent')
    .requiredOption('--measure <measure>', 'such as victim-based-crime')
    .requiredOption('--period <period>', 'in any spelling, such as 2022-07 or FY2022-23')
    .option('--breakdown <breakdown>', 'dimension=value;dimension=value (default: the whole)');
}

const MOST_RECORDS = 1_000;

export function readLimit(text: string): number {
  return Math.min(readCount(text, 1), MOST_RECORDS);
}
