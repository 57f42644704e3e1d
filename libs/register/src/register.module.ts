import { Module } from '@nestjs/common';
import { Papers } from './papers';
import { RecordPaperHandler, recordPaperCommand } from './record-paper/record-paper.command';
import { PaperHandler, PapersHandler } from './see-papers/papers.query';
import { papersView } from './see-papers/papers.view';

export const registerCommands = [recordPaperCommand];
export const registerViews = [papersView];

@Module({ providers: [Papers, RecordPaperHandler, PaperHandler, PapersHandler], exports: [Papers] })
export class RegisterModule {}
