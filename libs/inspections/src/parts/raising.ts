import { RaiseFindingHandler, raiseFindingCommand } from '../raise-finding/raise-finding.command';
import type { Part } from './part';

/** Findings as the inspectorate raised them. */
export const raising: Part = { commands: [raiseFindingCommand], handlers: [RaiseFindingHandler] };
