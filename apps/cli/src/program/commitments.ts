import type { Command } from 'commander';
import type { CommitmentsAsked } from '@daybook/scrutiny';
import type { Asking, At } from '../ask/ask';
import type { CliConfig } from '../config';
import { asking, inTime } from '../options';
import { parts } from '../parts';

/** `daybook commitments`: what was promised, and one commitment in full. */
export function addCommitments(program: Command, config: CliConfig): void {
  const colour = { colour: config.colour };
  const commitments = program
    .command('commitments')
    .description('what was promised, to whom and by when: list, or show one in full');
  inTime(asking(commitments.command('list', { isDefault: true }), config))
    .description('what was promised, and where each commitment stands')
    .option('--area <area>', 'only commitments about this area, such as kent')
    .option('--status <status>', 'only commitments in this status; live: whatever is still to be kept')
    .option('--owner <id>', 'only what this office promised, or this body and the offices within it')
    .option('--to <id>', 'only what was promised to this office or body')
    .option('--meeting <id>', 'only what was promised at this meeting')
    .option(
      '--kind <kind>',
      'only commitments of this kind: action, undertaking, recommendation, target, duty',
    )
    .option('--priority <priority>', 'only what serves this priority, as plan/priority')
    .option('--overdue <yes|no>', 'only what is past the latest day of its date, or is not')
    .option('--moved <yes|no>', 'only what has another date than at first, or never moved')
    .option('--pending <yes|no>', 'only what another date is asked for, or is not')
    .option('--sort <order>', 'by id, due, slip, moves or overdue; -overdue turns it about', 'id')
    .action((given: Asking & At & CommitmentsAsked) =>
      parts.askCommitments().askCommitments({ ...given, ...colour }),
    );
  inTime(asking(commitments.command('show'), config))
    .description('one commitment in full: its dates, claims and answers, its target, and its history')
    .argument('<id>', 'its id, such as kent-board-2023-03-15-action-1')
    .option('--area <area>', 'the commitment about this area, where several have the id')
    .action((id: string, given: Asking & At & { area?: string }) =>
      parts.askCommitments().askCommitment(id, { ...given, ...colour }),
    );
}
