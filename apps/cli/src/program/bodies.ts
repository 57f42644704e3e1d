import type { Command } from 'commander';
import type { Asking, At } from '../ask/ask';
import type { BodiesAsked } from '../ask/bodies';
import type { CliConfig } from '../config';
import { asking, inTime } from '../options';
import { parts } from '../parts';

/** `daybook bodies`: bodies and offices, who holds them, and who took whose place. */
export function addBodies(program: Command, config: CliConfig): void {
  const colour = { colour: config.colour };
  const bodies = program.command('bodies').description('list bodies and their offices, or show one');
  inTime(asking(bodies.command('list', { isDefault: true }), config))
    .description('bodies and offices: what they are, since when they are held, and who took their place')
    .option('--area <area>', 'only of this area, such as kent')
    .option('--kind <kind>', 'only of this kind, such as force, board or office')
    .action((given: Asking & At & BodiesAsked) => parts.askBodies().askBodies({ ...given, ...colour }));
  inTime(asking(bodies.command('show'), config))
    .description('one body or office: what is within it, and what was said of it')
    .argument('<id>', 'its id, such as kent-pcc')
    .option('--area <area>', 'the body of this area, where several have the id')
    .action((id: string, given: Asking & At & { area?: string }) =>
      parts.askBodies().askBody(id, { ...given, ...colour }),
    );
}
