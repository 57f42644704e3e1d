import type { Part } from '@daybook/identity';
import { FillOfficeHandler, fillOfficeCommand } from '../fill-office/fill-office.command';
import { RegisterBodyHandler, registerBodyCommand } from '../register-body/register-body.command';
import { BodiesHandler, BodyHandler, BodyNamesHandler } from '../see-bodies/bodies.query';
import { SucceedBodyHandler, succeedBodyCommand } from '../succeed-body/succeed-body.command';
import { VacateOfficeHandler, vacateOfficeCommand } from '../vacate-office/vacate-office.command';

/** Bodies, the offices within them, and who follows whom. */
export const bodies: Part = {
  commands: [registerBodyCommand, fillOfficeCommand, vacateOfficeCommand, succeedBodyCommand],
  handlers: [
    ...[RegisterBodyHandler, FillOfficeHandler, VacateOfficeHandler, SucceedBodyHandler],
    ...[BodiesHandler, BodyHandler, BodyNamesHandler],
  ],
};
