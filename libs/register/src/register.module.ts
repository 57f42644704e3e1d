import { Module } from '@nestjs/common';
import { Papers } from './papers';
import { bodies } from './parts/bodies';
import { plans } from './parts/plans';
import { RecordPaperHandler, recordPaperCommand } from './record-paper/record-paper.command';
import { RegisteredBodies } from './registered-bodies';
import { bodiesView } from './bodies/see-bodies/bodies.view';
import { plansView } from './plans/see-plans/plans.view';
import { PaperHandler, PapersHandler } from './see-papers/papers.query';
import { papersView } from './see-papers/papers.view';
import { WriteRegister } from './write-book';

const parts = [bodies, plans];

export const registerCommands = [recordPaperCommand, ...parts.flatMap(({ commands }) => [...commands])];
export const registerViews = [papersView, bodiesView, plansView];

@Module({
  providers: [
    ...[Papers, RegisteredBodies, WriteRegister],
    ...[RecordPaperHandler, PaperHandler, PapersHandler],
    ...parts.flatMap(({ handlers }) => [...handlers]),
  ],
  exports: [Papers, RegisteredBodies],
})
export class RegisterModule {}
