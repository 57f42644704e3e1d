import type { Part } from '@daybook/identity';
import { AdoptPlanHandler, adoptPlanCommand } from '../plans/adopt-plan/adopt-plan.command';
import {
  PlaceUnderPriorityHandler,
  placeUnderPriorityCommand,
} from '../plans/place-under-priority/place-under-priority.command';
import { PlanHandler, PlansHandler } from '../plans/see-plans/plans.query';
import {
  TakeFromPriorityHandler,
  takeFromPriorityCommand,
} from '../plans/take-from-priority/take-from-priority.command';
import { VaryPlanHandler, varyPlanCommand } from '../plans/vary-plan/vary-plan.command';

/** Plans, their priorities, and what hangs from them. */
export const plans: Part = {
  commands: [adoptPlanCommand, varyPlanCommand, placeUnderPriorityCommand, takeFromPriorityCommand],
  handlers: [
    ...[AdoptPlanHandler, VaryPlanHandler, PlaceUnderPriorityHandler, TakeFromPriorityHandler],
    ...[PlansHandler, PlanHandler],
  ],
};
