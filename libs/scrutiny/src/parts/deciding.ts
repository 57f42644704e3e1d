import type { Part } from '@daybook/identity';
import {
  AmendDecisionHandler,
  amendDecisionCommand,
} from '../decisions/amend-decision/amend-decision.command';
import {
  CallInDecisionHandler,
  callInDecisionCommand,
} from '../decisions/call-in-decision/call-in-decision.command';
import {
  RescindDecisionHandler,
  SupersedeDecisionHandler,
  rescindDecisionCommand,
  supersedeDecisionCommand,
} from '../decisions/end-decision/end-decision.command';
import {
  RecordDecisionHandler,
  recordDecisionCommand,
} from '../decisions/record-decision/record-decision.command';
import {
  ReviewDecisionHandler,
  reviewDecisionCommand,
} from '../decisions/review-decision/review-decision.command';
import { DecisionHandler } from '../decisions/see-decisions/decision.query';
import { DecisionsHandler } from '../decisions/see-decisions/decisions.query';

/** Decisions of named offices. */
export const deciding: Part = {
  commands: [
    recordDecisionCommand,
    amendDecisionCommand,
    rescindDecisionCommand,
    supersedeDecisionCommand,
    callInDecisionCommand,
    reviewDecisionCommand,
  ],
  handlers: [
    RecordDecisionHandler,
    AmendDecisionHandler,
    RescindDecisionHandler,
    SupersedeDecisionHandler,
    CallInDecisionHandler,
    ReviewDecisionHandler,
    DecisionHandler,
    DecisionsHandler,
  ],
};
