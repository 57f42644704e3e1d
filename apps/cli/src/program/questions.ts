import type { QuestionsAsked } from '@daybook/scrutiny';
import type { Command } from 'commander';
import type { Asking, At } from '../ask/ask';
import type { LeaningAsked } from '../ask/questions-asked';
import type { CliConfig } from '../config';
import { asking, inTime } from '../options';
import { parts } from '../parts';

/** `daybook questions`: what was asked, one in full, and what was said that leans on revised figures. */
export function addQuestionsAsked(program: Command, config: CliConfig): void {
  const colour = { colour: config.colour };
  const questions = program
    .command('questions')
    .description('what was asked, whether it was answered, and what the answers lean on');
  inTime(asking(questions.command('list', { isDefault: true }), config))
    .description('questions, with where they stand and how long they have waited')
    .option('--area <area>', 'only questions of this area, such as kent')
    .option('--status <status>', 'only open, part-answered, taken-away, answered or settled ones')
    .option('--to <body>', 'only what this body or office is asked')
    .option('--asked-by <body>', 'only what this body or office asked')
    .option('--meeting <id>', 'only what was asked at this meeting')
    .option('--priority <plan/priority>', 'only what serves this priority of a plan')
    .option('--unanswered <yes|no>', 'only what somebody waits for an answer to, or the rest')
    .option('--sort <order>', 'by id or age; -age turns it about', '-age')
    .action((given: Asking & At & QuestionsAsked) =>
      parts.askQuestionsAsked().askQuestions({ ...given, ...colour }),
    );
  inTime(asking(questions.command('show'), config))
    .description('one question in full: its words, its answers and what they rest on')
    .argument('<id>', 'its id, such as kent-board-2023-03-15-question-1')
    .option('--area <area>', 'the question of this area, where several have the id')
    .action((id: string, given: Asking & At & { area?: string }) =>
      parts.askQuestionsAsked().askQuestion(id, { ...given, ...colour }),
    );
  inTime(asking(questions.command('leaning'), config))
    .description('answers, decisions and claims that quote a figure which stands no longer so')
    .requiredOption('--area <area>', 'such as kent')
    .option('--measure <measure>', 'only figures of this measure')
    .option('--period <period>', 'only figures of this period')
    .option('--breakdown <breakdown>', 'only figures of this breakdown')
    .action((given: Asking & At & LeaningAsked) =>
      parts.askQuestionsAsked().askLeaning({ ...given, ...colour }),
    );
}
