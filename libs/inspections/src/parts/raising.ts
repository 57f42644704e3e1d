import type { Part } from '@daybook/identity';
import { RaiseFindingHandler, raiseFindingCommand } from '../raise-finding/raise-finding.command';

/** Findings as the inspectorate raised them. */
export const raising: Part = { commands: [raiseFindingCommand], handlers: [RaiseFindingHandler] };
