import { FiguresModule, FiguresOnRecord, figuresCommands } from '@daybook/figures';
import { InspectionsModule, inspectionsCommands } from '@daybook/inspections';
import { BodyRegister, FigureRegister, PaperRegister } from '@daybook/provenance';
import {
  BodyStandings,
  COMMAND_DEFINITIONS,
  Dispatcher,
  Tokens,
  type CommandDefinition,
} from '@daybook/identity';
import { Drafts, Ledger } from '@daybook/ledger';
import { Rows } from '@daybook/read-model';
import { Papers, RegisterModule, RegisteredBodies, registerCommands } from '@daybook/register';
import { ScrutinyModule, scrutinyCommands } from '@daybook/scrutiny';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { Daybook } from './open-daybook';
import { Positions } from './positions';
import { Readings } from './readings';
import { DAYBOOK } from './tokens';

/** Every command of every slice. Their bodies differ; each definition checks its own. */
export const allCommands = [
  ...registerCommands,
  ...figuresCommands,
  ...inspectionsCommands,
  ...scrutinyCommands,
] as unknown as readonly CommandDefinition[];

/** Puts the slices together on one opened Daybook. Global: slices inject the ledger and the rows by class. */
@Global()
@Module({})
export class DaybookModule {
  static of(daybook: Daybook): DynamicModule {
    const provided = [
      { provide: DAYBOOK, useValue: daybook },
      { provide: Ledger, useValue: daybook.ledger },
      { provide: Drafts, useValue: daybook.drafts },
      { provide: Rows, useValue: daybook.rows },
      { provide: Positions, useValue: daybook.positions },
      { provide: Tokens, useValue: daybook.tokens },
      { provide: BodyStandings, useValue: daybook.standings },
      { provide: COMMAND_DEFINITIONS, useValue: allCommands },
    ];
    const registers = [
      { provide: PaperRegister, useExisting: Papers },
      { provide: BodyRegister, useExisting: RegisteredBodies },
      { provide: FigureRegister, useExisting: FiguresOnRecord },
    ];
    return {
      module: DaybookModule,
      imports: [CqrsModule.forRoot(), RegisterModule, FiguresModule, InspectionsModule, ScrutinyModule],
      providers: [...provided, ...registers, Dispatcher, Readings],
      exports: [...provided, ...registers, Dispatcher, Readings],
    };
  }
}
