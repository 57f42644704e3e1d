import type { Command } from 'commander';
import type { Asking, At } from '../ask/ask';
import type { CliConfig } from '../config';
import { asking, inTime } from '../options';
import { parts } from '../parts';

/** `daybook plans`: police and crime plans, one of them, and what hangs from a priority. */
export function addPlans(program: Command, config: CliConfig): void {
  const colour = { colour: config.colour };
  const plans = program
    .command('plans')
    .description('police and crime plans: list, show one, or a priority with everything that hangs from it');
  const inArea = (command: Command): Command =>
    inTime(asking(command, config)).option(
      '--area <area>',
      'the plan of this area, where several have the id',
    );
  inTime(asking(plans.command('list', { isDefault: true }), config))
    .description('plans, whether each is in force, and how many priorities it has')
    .option('--area <area>', 'only of this area, such as kent')
    .action((given: Asking & At & { area?: string }) => parts.askPlans().askPlans({ ...given, ...colour }));
  inArea(plans.command('show'))
    .description('one plan, and how much hangs from each of its priorities')
    .argument('<id>', 'its id, such as making-kent-safer')
    .action((id: string, given: Asking & At & { area?: string }) =>
      parts.askPlans().askPlan(id, { ...given, ...colour }),
    );
  inArea(plans.command('priority'))
    .description('one priority: everything that hangs from it, and what moved since the last board')
    .argument('<plan>', "the plan's id, such as making-kent-safer")
    .argument('<priority>', "the priority's id, such as road-danger")
    .action((plan: string, priority: string, given: Asking & At & { area?: string }) =>
      parts.askPlans().askPriority({ plan, priority }, { ...given, ...colour }),
    );
}
