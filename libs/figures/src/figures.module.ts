import { Module } from '@nestjs/common';
import {
  ApproveReturnHandler,
  RejectReturnHandler,
  WithdrawDraftHandler,
  approveReturnCommand,
  rejectReturnCommand,
  withdrawDraftCommand,
} from './approve-return/approve-return.command';
import { HeldReturns } from './approve-return/held-returns';
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
import { ChangeSummaryHandler, ChangesHandler } from './compare-positions/changes.query';
import { CheckReturnHandler } from './check-return/check-return.query';
import { DefineMeasureHandler, defineMeasureCommand } from './define-measure/define-measure.command';
import {
  DisputeTranscriptionHandler,
  WithdrawDisputeHandler,
  disputeTranscriptionCommand,
  withdrawDisputeCommand,
} from './dispute-transcription/dispute-transcription.command';
import { ExplainChangeHandler, explainChangeCommand } from './explain-change/explain-change.command';
import {
  MarkEnteredWronglyHandler,
  markEnteredWronglyCommand,
} from './mark-entered-wrongly/mark-entered-wrongly.command';
import { RedefineMeasureHandler, redefineMeasureCommand } from './redefine-measure/redefine-measure.command';
import { ReplayHandler, ReplayStepHandler } from './replay-history/replay.query';
import { ExpectReturnsHandler, expectReturnsCommand } from './expect-returns/expect-returns.command';
import { calendarsView } from './see-expected/calendars.view';
import { ExpectedHandler } from './see-expected/expected.query';
import { DraftHandler, DraftsHandler } from './see-drafts/drafts.query';
import { FigureHandler, FigureHistoryHandler } from './see-figures/figures.query';
import { FiguresHandler } from './see-figures/list-figures.query';
import { TriangleHandler } from './see-figures/see-triangle.query';
import { figuresView } from './see-figures/figures.view';
import { AreasHandler, MeasureHandler, MeasuresHandler } from './see-measures/measures.query';
import { measuresView } from './see-measures/measures.view';
import { citedView } from './see-papers/cited.view';
import { PaperFiguresHandler } from './see-papers/paper-figures.query';
import { ReturnHandler, ReturnsHandler } from './see-returns/returns.query';
import { returnsView } from './see-returns/returns.view';
import { UnexplainedHandler } from './see-unexplained/unexplained.query';
import { FiguresOnRecord } from './cite-figures/figures-on-record';
import { QuotedFiguresHandler } from './cite-figures/quoted-figures.query';
import { ReturnFileHandler } from './see-return-file/return-file.query';
import { SubmitReturnHandler, submitReturnCommand } from './submit-return/submit-return.command';
import { SwitchFourEyesHandler, switchFourEyesCommand } from './switch-four-eyes/switch-four-eyes.command';
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
  disputeTranscriptionCommand,
  withdrawDisputeCommand,
  expectReturnsCommand,
  switchFourEyesCommand,
  approveReturnCommand,
  rejectReturnCommand,
  withdrawDraftCommand,
];

/** Every view of this slice, for the projector. */
export const figuresViews = [figuresView, measuresView, citedView, returnsView, calendarsView];

@Module({
  providers: [
    WriteBook,
    HeldReturns,
    DefineMeasureHandler,
    RedefineMeasureHandler,
    SubmitReturnHandler,
    ReviseFigureHandler,
    CorrectFigureHandler,
    RestateFiguresHandler,
    WithdrawFigureHandler,
    ExplainChangeHandler,
    MarkEnteredWronglyHandler,
    DisputeTranscriptionHandler,
    WithdrawDisputeHandler,
    SwitchFourEyesHandler,
    ApproveReturnHandler,
    RejectReturnHandler,
    WithdrawDraftHandler,
    DraftHandler,
    DraftsHandler,
    CheckReturnHandler,
    FigureHandler,
    FigureHistoryHandler,
    FiguresHandler,
    TriangleHandler,
    MeasureHandler,
    MeasuresHandler,
    AreasHandler,
    ChangesHandler,
    ChangeSummaryHandler,
    ReplayHandler,
    ReplayStepHandler,
    ExpectReturnsHandler,
    ReturnsHandler,
    ReturnHandler,
    ExpectedHandler,
    UnexplainedHandler,
    PaperFiguresHandler,
    ReturnFileHandler,
    FiguresOnRecord,
    QuotedFiguresHandler,
  ],
  exports: [FiguresOnRecord],
})
export class FiguresModule {}
