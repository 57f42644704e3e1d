import type { Command } from 'commander';
import type { Asking, At } from '../ask/ask';
import type { MeetingsWanted } from '../ask/meetings';
import type { CliConfig } from '../config';
import { asking, inTime } from '../options';
import { parts } from '../parts';

/** `daybook meetings`: what is called and was held, and one meeting in full. */
export function addMeetings(program: Command, config: CliConfig): void {
  const colour = { colour: config.colour };
  const meetings = program.command('meetings').description('meetings of boards and panels: list or show');
  inTime(asking(meetings.command('list', { isDefault: true }), config))
    .description('a line for each meeting, the latest first, with what became of its notes')
    .option('--area <area>', 'only meetings of this area, such as kent')
    .option('--body <body>', 'only meetings of this board or panel, such as kent-panel')
    .option('--status <status>', 'only meetings in this status: called, postponed, cancelled, held')
    .option('--from <date>', 'only what is to be, or was, held on this day or later')
    .option('--to <date>', 'only what is to be, or was, held on this day or before')
    .action((given: Asking & At & MeetingsWanted) =>
      parts.askMeetings().askMeetings({ ...given, ...colour }),
    );
  inTime(asking(meetings.command('show'), config))
    .description('one meeting in full: each item, what was said under it, and what has happened since')
    .argument('<id>', 'its id, such as kent-board-2023-03-15')
    .option('--area <area>', 'the meeting of this area, where several have the id')
    .action((id: string, given: Asking & At & { area?: string }) =>
      parts.askMeetings().askMeeting(id, { ...given, ...colour }),
    );
}
