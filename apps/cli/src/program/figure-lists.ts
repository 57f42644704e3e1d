import type { Command } from 'commander';
import type { Asking, At } from '../ask/ask';
import type { FiguresWanted, TriangleWanted } from '../ask/figure-lists';
import type { CliConfig } from '../config';
import { asking, inTime } from '../options';
import { parts } from '../parts';

/** Lists of figures, under `figures`: those that are wanted, sorted; and a measure's revision triangle. */
export function addFigureLists(figures: Command, config: CliConfig): void {
  const colour = { colour: config.colour };
  inTime(asking(figures.command('list', { isDefault: true }), config))
    .description('the figures that stand in an area, all of them or those that are wanted')
    .requiredOption('--area <area>', 'whose figures, such as kent')
    .option('--measure <measure>', 'only figures of this measure')
    .option('--period <period>', 'only figures of this period, in any spelling')
    .option('--status <status>', 'only figures with this observation status, such as P')
    .option('--kind <kind>', 'only figures that came like this, such as revised')
    .option('--paper <paper>', 'only figures that stand in this paper')
    .option('--changed-since <date>', 'only figures that were new or changed after this UK date')
    .option('--sort <order>', 'by measure, period, value or effective; -value turns it about', 'measure')
    .action((given: Asking & At & FiguresWanted) =>
      parts.askFigureLists().askFigures({ ...given, ...colour }),
    );
  inTime(asking(figures.command('triangle'), config))
    .description('how the figures of a measure changed: each as it stood after every day that changed it')
    .requiredOption('--area <area>', 'such as kent')
    .requiredOption('--measure <measure>', 'such as victim-based-crime')
    .action((given: Asking & At & TriangleWanted) =>
      parts.askFigureLists().askTriangle({ ...given, ...colour }),
    );
}
