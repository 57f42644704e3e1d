import type { Command, Option } from 'commander';

interface Word {
  readonly word: string;
  readonly says: string;
}
/** A command by the words that lead to it, with what may follow. */
interface Place {
  readonly path: string;
  readonly commands: readonly Word[];
  readonly options: readonly Option[];
  /** Words that its arguments may be. */
  readonly choices: readonly string[];
}

/** A script for a shell, to source; it knows every command, option and choice of the program as it is. */
export function completionScript(program: Command, shell: 'bash' | 'zsh' | 'fish'): string {
  const places = placesOf(program, '');
  if (shell === 'fish') return fish(places);
  const bash = bashScript(places);
  return shell === 'bash' ? bash : `autoload -Uz bashcompinit && bashcompinit\n${bash}`;
}

function placesOf(command: Command, path: string): Place[] {
  const commands = command.commands.map((one) => ({ word: one.name(), says: one.description() }));
  const choices = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
  const here = { path, commands, options: command.createHelp().visibleOptions(command), choices };
  const below = command.commands.flatMap((one) => placesOf(one, path ? `${path} ${one.name()}` : one.name()));
  return [here, ...below];
}

function flagsOf(option: Option): string[] {
  return [option.long, option.short].filter((flag): flag is string => !!flag);
}

function bashScript(places: readonly Place[]): string {
  const rows = places.map(({ path, commands, options, choices }) => {
    const words = [...commands.map(({ word }) => word), ...choices, ...options.flatMap(flagsOf)];
    return `    '${path}') words='${words.join(' ')}' ;;`;
  });
  const paths = places.map(({ path }) => path).filter((path) => path !== '');
  const chosen = new Map<string, string>();
  for (const option of places.flatMap(({ options }) => options))
    if (option.argChoices) chosen.set(option.long ?? '', option.argChoices.join(' '));
  const picks = [...chosen].map(
    ([flag, choices]) => `    ${flag}) COMPREPLY=($(compgen -W '${choices}' -- "$cur")); return ;;`,
  );
  const files = [...new Set(places.flatMap(({ options }) => options.filter(takesFile).flatMap(flagsOf)))];
  return `# Completes the words of daybook. Use it by: source <(daybook completion bash)
_daybook() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" path='' words='' word
  case "$prev" in
${picks.join('\n')}
    ${files.join('|')}) COMPREPLY=($(compgen -f -- "$cur")); return ;;
  esac
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${path:+$path }$word" in
      ${paths.map((path) => `'${path}'`).join('|')}) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path" in
${rows.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  [[ $cur == -* ]] || COMPREPLY+=($(compgen -f -- "$cur"))
}
complete -o filenames -F _daybook daybook
`;
}

function takesFile({ flags }: Option): boolean {
  return /<(folder|file)>/.test(flags);
}

function fish(places: readonly Place[]): string {
  const lines = places.flatMap(({ path, commands, options, choices }) => {
    const when = path === '' ? '__fish_use_subcommand' : seen(path);
    const here = `complete -c daybook -n ${quoted(when)}`;
    return [
      ...commands.map(({ word, says }) => `${here} -f -a ${quoted(word)} -d ${quoted(says)}`),
      ...choices.map((word) => `${here} -f -a ${quoted(word)}`),
      ...options.map((option) => {
        const long = option.long ? ` -l ${option.long.slice(2)}` : '';
        const short = option.short ? ` -s ${option.short.slice(1)}` : '';
        const takes = option.argChoices
          ? ` -x -a ${quoted(option.argChoices.join(' '))}`
          : option.required
            ? ' -r'
            : '';
        return `${here}${long}${short}${takes} -d ${quoted(option.description)}`;
      }),
    ];
  });
  return `# Completes the words of daybook. Use it by: daybook completion fish | source\n${lines.join('\n')}\n`;
}

function seen(path: string): string {
  return path
    .split(' ')
    .map((word) => `__fish_seen_subcommand_from ${word}`)
    .join('; and ');
}

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
}
