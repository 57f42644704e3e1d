import type { Part } from '@daybook/identity';
import { AgreeMoveHandler, agreeMoveCommand } from '../agree-move/agree-move.command';
import {
  AnticipateCompletionHandler,
  anticipateCompletionCommand,
} from '../anticipate-completion/anticipate-completion.command';
import { GroupFindingsHandler, groupFindingsCommand } from '../group-findings/group-findings.command';
import { MoveCompletionHandler, moveCompletionCommand } from '../move-completion/move-completion.command';
import { ReportProgressHandler, reportProgressCommand } from '../report-progress/report-progress.command';

/** When a finding is to be complete: grouped work, dates, moves, progress. */
export const dating: Part = {
  commands: [
    groupFindingsCommand,
    anticipateCompletionCommand,
    moveCompletionCommand,
    agreeMoveCommand,
    reportProgressCommand,
  ],
  handlers: [
    GroupFindingsHandler,
    AnticipateCompletionHandler,
    MoveCompletionHandler,
    AgreeMoveHandler,
    ReportProgressHandler,
  ],
};
