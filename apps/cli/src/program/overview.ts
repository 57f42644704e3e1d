import type { Command } from 'commander';
import type { Asking, At } from '../ask/ask';
import type { PackAsked, TimelineWanted } from '../ask/overview';
import type { CliConfig } from '../config';
import { asking, inTime } from '../options';
import { parts } from '../parts';

/** `daybook timeline` and `daybook pack`: all that was said, and what of it is to be raised. */
export function addOverview(program: Command, config: CliConfig): void {
  const colour = { colour: config.colour };
  inTime(asking(program.command('timeline'), config))
    .description('everything said of meetings, questions, commitments, decisions and findings, newest first')
    .requiredOption('--area <area>', 'such as kent')
    .option('--kind <kind>', 'only what is about a meeting, question, commitment, decision or finding')
    .option('--office <id>', 'only what this office said, or the body whose act it was')
    .option('--meeting <id>', 'only what was said at this meeting')
    .option('--priority <plan/priority>', 'only what hangs from this priority')
    .option('--status <status>', 'only what is about a thing that stands so')
    .option('--from <date>', 'only what is effective on this date or later')
    .option('--to <date>', 'only what is effective by this date')
    .action((given: Asking & At & TimelineWanted) =>
      parts.askOverview().askTimeline({ ...given, ...colour }),
    );
  inTime(asking(program.command('pack'), config))
    .description('everything to be raised at a meeting: what is overdue, due, claimed and unanswered')
    .requiredOption('--area <area>', 'such as kent')
    .option('--for <date>', 'the day of the meeting; that of the position where absent')
    .option('--meeting-of <id>', 'the board or panel whose meeting it is, such as kent-panel')
    .action((given: Asking & At & PackAsked) => parts.askOverview().askPack({ ...given, ...colour }));
}
