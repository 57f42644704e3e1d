import { Argument, type Command } from 'commander';
import type { Asking, At } from '../ask/ask';
import type { ExpectedAsked, ReturnsAsked, UnexplainedAsked } from '../ask/returns';
import { readCount, type CliConfig } from '../config';
import { asking, inTime } from '../options';
import { parts } from '../parts';

/** Returns, what is expected, what papers put on record, and what nobody has explained. */
export function addReturns(program: Command, config: CliConfig): void {
  const colour = { colour: config.colour };
  const returns = program.command('returns').description('list returns, or show one');
  inTime(asking(returns.command('list', { isDefault: true }), config))
    .description('the returns of an area, the newest effective first, and what became of their figures')
    .requiredOption('--area <area>', 'whose returns, such as kent')
    .option('--paper <id>', 'only returns of this paper')
    .option('--of <body>', 'only returns of this body, its own or written down for it')
    .action((given: Asking & At & ReturnsAsked) => parts.askReturns().askReturns({ ...given, ...colour }));
  inTime(asking(returns.command('show'), config))
    .description('one return: each figure, and what became of it')
    .addArgument(
      new Argument('<index>', 'the place of its first record').argParser((text) => readCount(text)),
    )
    .action((index: number, given: Asking & At) =>
      parts.askReturns().askReturn(index, { ...given, ...colour }),
    );
  inTime(asking(program.command('expected'), config))
    .description('what the reporting calendars ask for, and whether it has come')
    .requiredOption('--area <area>', 'such as kent')
    .option('--measure <measure>', 'only of this measure')
    .option('--state <state>', 'only in this state: received, received-late, overdue or due')
    .action((given: Asking & At & ExpectedAsked) => parts.askReturns().askExpected({ ...given, ...colour }));
  inTime(asking(program.command('unexplained'), config))
    .description('figures that changed and nobody has said why, the oldest first')
    .requiredOption('--area <area>', 'such as kent')
    .option('--measure <measure>', 'only figures of this measure')
    .action((given: Asking & At & UnexplainedAsked) =>
      parts.askReturns().askUnexplained({ ...given, ...colour }),
    );
  const papers = program.command('papers').description('list papers, or show one');
  inTime(asking(papers.command('list', { isDefault: true }), config))
    .description('the papers on record')
    .option('--area <area>', 'only papers of this area')
    .action((given: Asking & At & { area?: string }) => parts.ask().askPapers({ ...given, ...colour }));
  inTime(asking(papers.command('show'), config))
    .description('one paper: what it put on record, and what became of it')
    .argument('<id>', 'its id, such as kent-performance-2022-09-14')
    .action((id: string, given: Asking & At) => parts.askReturns().askPaper(id, { ...given, ...colour }));
}
