import type { Part } from '@daybook/identity';
import {
  AcceptCommitmentHandler,
  acceptCommitmentCommand,
} from '../commitments/accept-commitment/accept-commitment.command';
import {
  AcceptDischargeHandler,
  acceptDischargeCommand,
  RefuseDischargeHandler,
  refuseDischargeCommand,
} from '../commitments/answer-claim/answer-claim.command';
import {
  ClaimCommitmentHandler,
  claimCommitmentCommand,
} from '../commitments/claim-commitment/claim-commitment.command';
import {
  ReopenCommitmentHandler,
  reopenCommitmentCommand,
  SupersedeCommitmentHandler,
  supersedeCommitmentCommand,
  WithdrawCommitmentHandler,
  withdrawCommitmentCommand,
} from '../commitments/end-commitment/end-commitment.command';
import {
  MakeCommitmentHandler,
  makeCommitmentCommand,
} from '../commitments/make-commitment/make-commitment.command';
import {
  AgreeCommitmentMoveHandler,
  agreeCommitmentMoveCommand,
  AskCommitmentMoveHandler,
  askCommitmentMoveCommand,
  RefuseCommitmentMoveHandler,
  refuseCommitmentMoveCommand,
} from '../commitments/move-date/move-date.command';
import {
  ReportCommitmentProgressHandler,
  reportCommitmentProgressCommand,
} from '../commitments/report-commitment-progress/report-commitment-progress.command';

/** Commitments: made, moved, claimed, accepted. */
export const promising: Part = {
  commands: [
    makeCommitmentCommand,
    acceptCommitmentCommand,
    askCommitmentMoveCommand,
    agreeCommitmentMoveCommand,
    refuseCommitmentMoveCommand,
    reportCommitmentProgressCommand,
    claimCommitmentCommand,
    acceptDischargeCommand,
    refuseDischargeCommand,
    withdrawCommitmentCommand,
    supersedeCommitmentCommand,
    reopenCommitmentCommand,
  ],
  handlers: [
    MakeCommitmentHandler,
    AcceptCommitmentHandler,
    AskCommitmentMoveHandler,
    AgreeCommitmentMoveHandler,
    RefuseCommitmentMoveHandler,
    ReportCommitmentProgressHandler,
    ClaimCommitmentHandler,
    AcceptDischargeHandler,
    RefuseDischargeHandler,
    WithdrawCommitmentHandler,
    SupersedeCommitmentHandler,
    ReopenCommitmentHandler,
  ],
};
