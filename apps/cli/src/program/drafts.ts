import type { Command } from 'commander';
import type { Asking } from '../ask/ask';
import type { DraftsAsked } from '../ask/drafts';
import type { CliConfig } from '../config';
import { asking } from '../options';
import { parts } from '../parts';

/** What waits for a second person. */
export function addDrafts(program: Command, config: CliConfig): void {
  const colour = { colour: config.colour };
  asking(program.command('drafts'), config)
    .description('the drafts of your body: what waits for a second person, and what came of the rest')
    .requiredOption('--area <area>', 'whose figures they are about, such as kent')
    .option('--all', 'also those that have ended')
    .action((given: Asking & DraftsAsked) => parts.drafts().askDrafts({ ...given, ...colour }));
  asking(program.command('draft').argument('<id>', 'the id of the draft'), config)
    .description('one draft of your body, and whether it could be approved now')
    .action((id: string, given: Asking) => parts.drafts().askDraft(id, { ...given, ...colour }));
}
