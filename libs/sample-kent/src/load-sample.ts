import type { Dispatcher } from '@daybook/identity';
import { Refusal, isHeld, isRefusal } from '@daybook/ledger';
import { samplePeople } from './people';
import { READ_IN, sampleCommands, type SampleCommand } from './sample-commands';

const HELD = 'four eyes are switched on here, so it waits as a draft. Load the sample first.';

/** How far the loading has come, in commands. */
export interface SampleProgress {
  readonly done: number;
  readonly total: number;
  /** Where the command just carried out was read. */
  readonly from: string;
}

export interface SampleLoaded {
  readonly papers: number;
  readonly measures: number;
  readonly figures: number;
  /** What the papers say about inspections, in commands. */
  readonly acts: number;
  /** The bodies and plans that they name. */
  readonly register: number;
  /** What was asked, promised and decided, in commands. */
  readonly scrutiny: number;
}

/** A rule refused a part of the sample: a fault in its data. What came before it is on record. */
export class SampleRefused extends Error {
  constructor(
    readonly command: SampleCommand,
    readonly refusal: Refusal,
  ) {
    super(`${command.from} was refused: ${refusal.message}`);
  }
}

/**
 * Puts the Kent papers on record through the same commands as every other submission, each as the body that
 * issued it.
 *
 * Every command has the same id and content each time, so loading again, or going on after an
 * interruption, records only what is missing. Throws SampleRefused where a rule says no, and what the
 * dispatcher throws.
 */
export async function loadSample(
  dispatcher: Pick<Dispatcher, 'command'>,
  onProgress: (progress: SampleProgress) => void = () => undefined,
): Promise<SampleLoaded> {
  const commands = sampleCommands();
  for (const [i, command] of commands.entries()) {
    const { name, id, body, from, as } = command;
    const outcome = await dispatcher.command(samplePeople[as], name, id, body);
    if (isRefusal(outcome)) throw new SampleRefused(command, outcome);
    if (isHeld(outcome)) throw new SampleRefused(command, new Refusal('sample.held', HELD));
    onProgress({ done: i + 1, total: commands.length, from });
  }
  const readIn = (file: string) => commands.filter(({ from }) => from.includes(file));
  return {
    papers: commands.filter(({ name }) => name === 'record-paper').length,
    measures: new Set(commands.filter(({ name }) => name === 'define-measure').map(({ body }) => body.id))
      .size,
    figures: commands.reduce((sum, { figures }) => sum + figures, 0),
    acts: readIn(READ_IN.inspections).length,
    register: readIn(READ_IN.register).length,
    scrutiny: readIn(READ_IN.scrutiny).length,
  };
}
