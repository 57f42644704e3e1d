import type { Part } from '@daybook/identity';
import { BodiesHandler, BodyHandler, BodyNamesHandler } from '../see-bodies/bodies.query';

/** Bodies, the offices within them, and who follows whom. */
export const bodies: Part = {
  commands: [],
  handlers: [BodiesHandler, BodyHandler, BodyNamesHandler],
};
