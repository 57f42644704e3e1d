import type { Part } from '@daybook/identity';
import { DefineScaleHandler, defineScaleCommand } from '../define-scale/define-scale.command';
import { GiveGradeHandler, giveGradeCommand } from '../give-grade/give-grade.command';
import {
  RecordInspectionHandler,
  recordInspectionCommand,
} from '../record-inspection/record-inspection.command';
import { GradesHandler } from '../see-grades/grades.query';
import { InspectionAreasHandler } from '../see-inspections/inspection-areas.query';
import { InspectionHandler, InspectionsHandler } from '../see-inspections/inspections.query';
import { ScalesHandler } from '../see-scales/scales.query';

/** Inspections, scales and grades. */
export const inspecting: Part = {
  commands: [defineScaleCommand, recordInspectionCommand, giveGradeCommand],
  handlers: [
    ...[DefineScaleHandler, RecordInspectionHandler, GiveGradeHandler],
    ...[ScalesHandler, InspectionsHandler, InspectionHandler, GradesHandler, InspectionAreasHandler],
  ],
};
