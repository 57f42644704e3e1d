import { Argument, type Command } from 'commander';
import { parts } from '../parts';

/** Words of the shell, made from the commands and options of this program itself. */
export function addCompletion(program: Command): void {
  program
    .command('completion')
    .description(
      'a script that completes commands and options in your shell: source <(daybook completion bash)',
    )
    .addArgument(new Argument('<shell>', 'whose script').choices(['bash', 'zsh', 'fish']))
    .action((shell: 'bash' | 'zsh' | 'fish') => {
      process.stdout.write(parts.completion().completionScript(program, shell));
    });
}
