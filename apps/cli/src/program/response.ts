import type { Command } from 'commander';
import type { Asking, At } from '../ask/ask';
import type { CliConfig } from '../config';
import { asking, inTime } from '../options';
import { parts } from '../parts';

/** `daybook inspections response`: the 56 days of section 55, and what was said in answer. */
export function addResponse(inspections: Command, config: CliConfig): void {
  inTime(asking(inspections.command('response'), config))
    .description('the response to a report under section 55: its clock, what it covers, what it lacks')
    .argument('<id>', "the inspection's id, such as kent-peel-2021-22")
    .option('--area <area>', 'the inspection of this area, where several have the id')
    .action((id: string, given: Asking & At & { area?: string }) =>
      parts.askResponse().askResponse(id, { ...given, colour: config.colour }),
    );
}
