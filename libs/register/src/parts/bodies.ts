import type { Part } from '@daybook/identity';
import { FillOfficeHandler, fillOfficeCommand } from '../bodies/fill-office/fill-office.command';
import { RegisterBodyHandler, registerBodyCommand } from '../bodies/register-body/register-body.command';
import { BodiesHandler, BodyHandler, BodyNamesHandler } from '../bodies/see-bodies/bodies.query';
import { SucceedBodyHandler, succeedBodyCommand } from '../bodies/succeed-body/succeed-body.command';
import { VacateOfficeHandler, vacateOfficeCommand } from '../bodies/vacate-office/vacate-office.command';

/** Bodies, the offices within them, and who follows whom. */
export const bodies: Part = {
  commands: [registerBodyCommand, fillOfficeCommand, vacateOfficeCommand, succeedBodyCommand],
  handlers: [
    ...[RegisterBodyHandler, FillOfficeHandler, VacateOfficeHandler, SucceedBodyHandler],
    ...[BodiesHandler, BodyHandler, BodyNamesHandler],
  ],
};
