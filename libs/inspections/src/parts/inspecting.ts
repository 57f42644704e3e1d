import { DefineScaleHandler, defineScaleCommand } from '../define-scale/define-scale.command';
import { GiveGradeHandler, giveGradeCommand } from '../give-grade/give-grade.command';
import {
  RecordInspectionHandler,
  recordInspectionCommand,
} from '../record-inspection/record-inspection.command';
import type { Part } from './part';

/** Inspections, scales and grades. */
export const inspecting: Part = {
  commands: [defineScaleCommand, recordInspectionCommand, giveGradeCommand],
  handlers: [DefineScaleHandler, RecordInspectionHandler, GiveGradeHandler],
};
