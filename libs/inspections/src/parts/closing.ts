import type { Part } from '@daybook/identity';
import {
  AcceptFindingHandler,
  acceptFindingCommand,
  DisputeFindingHandler,
  disputeFindingCommand,
  AnswerDisputeHandler,
  answerDisputeCommand,
} from '../answer-finding/answer-finding.command';
import { ClaimDischargeHandler, claimDischargeCommand } from '../claim-discharge/claim-discharge.command';
import {
  AssureDischargeHandler,
  assureDischargeCommand,
  DeclineDischargeHandler,
  declineDischargeCommand,
} from '../assure-discharge/assure-discharge.command';
import {
  CloseFindingHandler,
  closeFindingCommand,
  ReopenFindingHandler,
  reopenFindingCommand,
  CarryForwardFindingHandler,
  carryForwardFindingCommand,
  SupersedeFindingHandler,
  supersedeFindingCommand,
  WithdrawFindingHandler,
  withdrawFindingCommand,
} from '../end-finding/end-finding.command';

/** The three parties: accept, dispute, claim, assure, decline, close, reopen, and other ends. */
export const closing: Part = {
  commands: [
    acceptFindingCommand,
    disputeFindingCommand,
    answerDisputeCommand,
    claimDischargeCommand,
    assureDischargeCommand,
    declineDischargeCommand,
    closeFindingCommand,
    reopenFindingCommand,
    carryForwardFindingCommand,
    supersedeFindingCommand,
    withdrawFindingCommand,
  ],
  handlers: [
    AcceptFindingHandler,
    DisputeFindingHandler,
    AnswerDisputeHandler,
    ClaimDischargeHandler,
    AssureDischargeHandler,
    DeclineDischargeHandler,
    CloseFindingHandler,
    ReopenFindingHandler,
    CarryForwardFindingHandler,
    SupersedeFindingHandler,
    WithdrawFindingHandler,
  ],
};
