import { Command } from 'commander';
import { readConfig, readDuration, readPort, type CliConfig } from './config';
import { EXIT } from './exit';
import type { Asking, At, InArea, Which } from './ask/ask';
import type { Serving } from './serve/start';
import { asking, dataOption, inTime, jsonOption, oneFigure, roleOption, whoOptions } from './options';
import { parts } from './parts';
import { addChanges } from './program/changes';
import { addReturns } from './program/returns';
import { addFigureLists } from './program/figure-lists';
import { addBodies } from './program/bodies';
import { addPlans } from './program/plans';
import { addMeetings } from './program/meetings';
import { addQuestionsAsked } from './program/questions';
import { addCommitments } from './program/commitments';
import { addDecisions } from './program/decisions';
import { addOverview } from './program/overview';
import { addFindings } from './program/findings';
import { addInspections } from './program/inspections';
import { addRecords } from './program/records';
import { addDrafts } from './program/drafts';
import { addCompletion } from './program/completion';
import { addImport } from './program/import';
import { commandWords } from './words';
import type { Giving } from './write/give-command';
import type { TokenAsked } from './write/mint-token';
import type { CopyAsked } from './write/copy';
import type { RebuildAsked } from './write/rebuild';

const EXITS = `
Exit codes:
  ${EXIT.ok}   done
  ${EXIT.refused}   refused by a rule
  ${EXIT.usage}   cannot be read
  ${EXIT.notFound}   not on record
  ${EXIT.held}   accepted, and waits for a second person
  ${EXIT.unavailable}  unavailable for now: the data directory is taken, or nothing answers
  ${EXIT.internal}  a fault of Daybook's own
`;

/**
 * The `daybook` command. It loads nothing but words: what a command needs is loaded when it runs, so that
 * the help answers at once. Throws CommanderError instead of ending the process.
 */
export function daybookProgram(config: CliConfig = readConfig()): Command {
  const program = new Command('daybook')
    .description('The book of original entry for holding a police force to account.')
    .exitOverride()
    .addHelpText('after', EXITS);
  addServing(program, config);
  addQuestions(program, config);
  addDrafts(program, config);
  addWriting(program, config);
  addImport(program, config);
  addCompletion(program);
  return program;
}

function addServing(program: Command, config: CliConfig): void {
  const serving = (command: Command, folder: string): Command =>
    command
      .addOption(dataOption(folder))
      .option('--port <number>', 'port to answer at (default: DAYBOOK_PORT or 3000; 0 for any)', readPort)
      .option('--host <address>', 'address to answer at (default: DAYBOOK_HOST or 127.0.0.1)');
  serving(program.command('demo'), config.demoDirectory)
    .description('load the Kent sample where it is not loaded yet, and serve it')
    .action((given: Serving) => parts.demo().demo(given));
  serving(program.command('start'), config.dataDirectory)
    .description('serve your own ledger')
    .action((given: Serving) => parts.start().start(given));
}

/** What was asked, promised and decided, by whom, under which plan. */
function addScrutiny(program: Command, config: CliConfig): void {
  addBodies(program, config);
  addPlans(program, config);
  addMeetings(program, config);
  addQuestionsAsked(program, config);
  addCommitments(program, config);
  addDecisions(program, config);
  addOverview(program, config);
}

function addQuestions(program: Command, config: CliConfig): void {
  const colour = { colour: config.colour };

  const show = (command: Command): Command =>
    oneFigure(inTime(asking(command, config)))
      .description('one figure: what stands')
      .action((given: Asking & At & Which) => parts.ask().askFigure({ ...given, ...colour }));
  const history = (command: Command): Command =>
    oneFigure(inTime(asking(command, config)))
      .description('every entry about one figure, in order of effective date')
      .action((given: Asking & At & Which) => parts.ask().askHistory({ ...given, ...colour }));

  const figures = program
    .command('figures')
    .description('list figures, show one, its history, or a revision triangle');
  addFigureLists(figures, config);
  show(figures.command('show'));
  history(figures.command('history'));
  show(program.command('figure'));
  history(program.command('history'));
  inTime(asking(program.command('measures'), config))
    .description('what is counted')
    .option('--area <area>', 'only measures of this area')
    .action((given: Asking & At & Partial<InArea>) => parts.ask().askMeasures({ ...given, ...colour }));
  addScrutiny(program, config);
  addReturns(program, config);
  addInspections(program, config);
  addFindings(program, config);
  addChanges(program, config);
  addRecords(program, config);
  asking(program.command('status'), config)
    .description('the size of the ledger, and how far its views have come')
    .action((given: Asking) => parts.ask().askStatus({ ...given, ...colour }));
}

function addWriting(program: Command, config: CliConfig): void {
  const giving = (command: Command): Command =>
    [dataOption(config.dataDirectory), ...whoOptions(), jsonOption()]
      .reduce((known, option) => known.addOption(option), command)
      .argument('<file>', 'the body, as JSON; - reads stdin')
      .option('--id <uuid>', 'the id of the command, kept for a retry (default: a new one)');

  program
    .command('token')
    .description('a token for the API, alone on its line')
    .addOption(dataOption(config.dataDirectory))
    .addOption(roleOption().makeOptionMandatory())
    .requiredOption('--body <body>', 'the body acted for, such as kent-police')
    .option('--areas <areas>', 'only these of its areas, with commas between', (text) => text.split(','))
    .option(
      '--person <pseudonym>',
      'the pseudonym that the ledger writes down (default: token-<body>, shared by all of it)',
    )
    .option(
      '--expires <time>',
      'how long it is good, such as 30m, 8h or 7d',
      readDuration,
      readDuration('8h'),
    )
    .action((given: TokenAsked) => parts.mintToken().mintToken(given));
  program
    .command('rebuild')
    .description('make the views anew from the ledger')
    .addOption(dataOption(config.dataDirectory))
    .addOption(jsonOption())
    .action((given: RebuildAsked) => parts.rebuild().rebuild(given));
  program
    .command('copy')
    .description('copy a ledger and its keys to another place, and prove the copy; run again, it goes on')
    .option('--from <place>', 'a folder, or esdb://... (default: DAYBOOK_STORE)')
    .option('--to <place>', 'a folder, or esdb://... (default: DAYBOOK_STORE)')
    .option('--from-prefix <word>', 'what names of streams begin with there (default: DAYBOOK_STREAM_PREFIX)')
    .option('--to-prefix <word>', 'what names of streams begin with there (default: DAYBOOK_STREAM_PREFIX)')
    .addOption(jsonOption())
    .action((given: CopyAsked) => parts.copy().copy(given));
  giving(program.command('command').argument('<name>', 'such as submit-return'))
    .description('give any command')
    .action((name: string, file: string, given: Giving) =>
      parts.giveCommand().giveCommand(name, file, given),
    );
  for (const [name, title] of commandWords)
    giving(program.command(name))
      .description(title.charAt(0).toLowerCase() + title.slice(1))
      .action((file: string, given: Giving) => parts.giveCommand().giveCommand(name, file, given));
}
