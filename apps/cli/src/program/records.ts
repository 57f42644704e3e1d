import { Argument, type Command } from 'commander';
import type { Asking } from '../ask/ask';
import type { EventsWanted } from '../ask/records';
import { readCount, type CliConfig } from '../config';
import type { BasisRequest } from '../door/door';
import { asking, basisOptions, readLimit } from '../options';
import { parts } from '../parts';

/** What the ledger itself says: its records, one of them, those about a thing, and those that come. */
export function addRecords(program: Command, config: CliConfig): void {
  const colour = { colour: config.colour };
  const listing = (command: Command): Command =>
    basisOptions(asking(command, config))
      .option('--from <index>', 'the record to begin at (default: that end of the ledger)', (text) =>
        readCount(text),
      )
      .option('--limit <number>', 'most records wanted, up to 1000 (default: 100)', readLimit)
      .option('--newest', 'the newest first');

  listing(program.command('events'))
    .description('the records of the ledger, in its order; or, with --follow, those that come')
    .option('--stream <stream>', 'only this stream, such as figures-kent')
    .option('--type <type>', 'only this type, such as figures.figure-corrected')
    .option('--about <reference>', 'only about this, such as paper:kent-performance-2022-09-14')
    .option('--paper <paper>', 'only what stands in this paper, or is about it')
    .option('--writer-role <role>', 'only what somebody in this role wrote')
    .option('--by <who>', 'only by this body, or by this role')
    .option('--date <date>', 'only effective on this UK date')
    .option('--follow', 'go on as records come, from --from or from now on, until stopped or --limit')
    .action((given: Asking & EventsWanted) => parts.records().askEvents({ ...given, ...colour }));
  listing(program.command('about'))
    .description('everything on record about a figure, a measure, a paper or any other thing')
    .argument('<reference>', 'such as figure:kent/robbery/2022-07 or measure:kent/robbery')
    .action((about: string, given: Asking & EventsWanted) =>
      parts.records().askEvents({ ...given, about, ...colour }),
    );
  basisOptions(asking(program.command('event'), config))
    .description('one record: what exactly was written, its hash, and what stands beside it')
    .addArgument(
      new Argument('<index>', 'its place in the ledger, from 0').argParser((text) => readCount(text)),
    )
    .action((index: number, given: Asking & BasisRequest) =>
      parts.records().askEvent(index, { ...given, ...colour }),
    );
}
