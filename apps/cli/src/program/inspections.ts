import type { Command } from 'commander';
import type { Asking, At } from '../ask/ask';
import type { GradesAsked, InspectionsAsked } from '../ask/inspections';
import type { CliConfig } from '../config';
import { asking, inTime } from '../options';
import { parts } from '../parts';
import { addResponse } from './response';

/** `daybook inspections`: what inspectorates said, one report of it, and grades over the cycles. */
export function addInspections(program: Command, config: CliConfig): void {
  const colour = { colour: config.colour };
  const inspections = program
    .command('inspections')
    .description('list inspections, show one, or how its questions were graded over the cycles');
  inTime(asking(inspections.command('list', { isDefault: true }), config))
    .description('inspections, audits, complaints and notices, and how many findings stand in which status')
    .option('--area <area>', 'only of this area, such as kent')
    .option('--kind <kind>', 'only of this kind, such as force, thematic or internal-audit')
    .action((given: Asking & At & InspectionsAsked) =>
      parts.askInspections().askInspections({ ...given, ...colour }),
    );
  inTime(asking(inspections.command('show'), config))
    .description('one inspection: what it is, and the grades that it gave')
    .argument('<id>', 'its id, such as kent-peel-2021-22')
    .option('--area <area>', 'the inspection of this area, where several have the id')
    .action((id: string, given: Asking & At & { area?: string }) =>
      parts.askInspections().askInspection(id, { ...given, ...colour }),
    );
  inTime(asking(inspections.command('grades'), config))
    .description('the grade history of an area, and the changes that may be drawn')
    .requiredOption('--area <area>', 'such as kent')
    .option('--question <question>', 'only this area of assessment')
    .action((given: Asking & At & GradesAsked) => parts.askInspections().askGrades({ ...given, ...colour }));
  addResponse(inspections, config);
}
