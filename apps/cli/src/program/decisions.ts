import type { Command } from 'commander';
import type { Asking, At } from '../ask/ask';
import type { DecisionsAsked } from '../ask/decisions';
import type { CliConfig } from '../config';
import { asking, inTime } from '../options';
import { parts } from '../parts';

/** `daybook decisions`: what was decided, and one decision in full. */
export function addDecisions(program: Command, config: CliConfig): void {
  const colour = { colour: config.colour };
  const decisions = program.command('decisions').description('decisions of named offices: list or show');
  inTime(asking(decisions.command('list', { isDefault: true }), config))
    .description('a line for each decision, the latest first')
    .option('--area <area>', 'only decisions of this area, such as kent')
    .option('--status <status>', 'only decisions in this status: standing, rescinded, superseded')
    .option('--office <office>', 'only what this office decided, such as kent-chief-constable')
    .option('--meeting <id>', 'only what was decided at this meeting')
    .option('--priority <plan/priority>', 'only what serves this priority of a plan')
    .action((given: Asking & At & DecisionsAsked) =>
      parts.askDecisions().askDecisions({ ...given, ...colour }),
    );
  inTime(asking(decisions.command('show'), config))
    .description('one decision in full: its reasons, what it rests on, and its history')
    .argument('<id>', 'its id')
    .option('--area <area>', 'the decision of this area, where several have the id')
    .action((id: string, given: Asking & At & { area?: string }) =>
      parts.askDecisions().askDecision(id, { ...given, ...colour }),
    );
}
