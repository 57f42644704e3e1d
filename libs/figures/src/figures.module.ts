import { Module } from '@nestjs/common';
import {
  CorrectFigureHandler,
  RestateFiguresHandler,
  ReviseFigureHandler,
  WithdrawFigureHandler,
  correctFigureCommand,
  restateFiguresCommand,
  reviseFigureCommand,
  withdrawFigureCommand,
} from './change-a-figure/change-a-figure.command';
import { CheckReturnHandler } from './check-return/check-return.query';
import { DefineMeasureHandler, defineMeasureCommand } from './define-measure/define-measure.command';
import { ExplainChangeHandler, explainChangeCommand } from './explain-change/explain-change.command';
import {
  MarkEnteredWronglyHandler,
  markEnteredWronglyCommand,
} from './mark-entered-wrongly/mark-entered-wrongly.command';
import { RedefineMeasureHandler, redefineMeasureCommand } from './redefine-measure/redefine-measure.command';
import { FigureHandler, FigureHistoryHandler, FiguresHandler } from './see-figures/figures.query';
import { figuresView } from './see-figures/figures.view';
import { AreasHandler, MeasureHandler, MeasuresHandler } from './see-measures/measures.query';
import { measuresView } from './see-measures/measures.view';
import { ReturnFileHandler } from './see-return-file/return-file.query';
import { SubmitReturnHandler, submitReturnCommand } from './submit-return/submit-return.command';
import { WriteBook } from './write-book';

/** Every command of this slice, for the doors to give and the dispatcher to check. */
export const figuresCommands = [
  defineMeasureCommand,
  redefineMeasureCommand,
  submitReturnCommand,
  reviseFigureCommand,
  correctFigureCommand,
  restateFiguresCommand,
  withdrawFigureCommand,
  explainChangeCommand,
  markEnteredWronglyCommand,
];

/** Every view of this slice, for the projector. */
export const figuresViews = [figuresView, measuresView];

@Module({
  providers: [
    WriteBook,
    DefineMeasureHandler,
    RedefineMeasureHandler,
    SubmitReturnHandler,
    ReviseFigureHandler,
    CorrectFigureHandler,
    RestateFiguresHandler,
    WithdrawFigureHandler,
    ExplainChangeHandler,
    MarkEnteredWronglyHandler,
    CheckReturnHandler,
    FigureHandler,
    FigureHistoryHandler,
    FiguresHandler,
    MeasureHandler,
    MeasuresHandler,
    AreasHandler,
    ReturnFileHandler,
  ],
})
export class FiguresModule {}
