import type { CommandDefinition } from '@daybook/identity';
import type { Type } from '@nestjs/common';

/** A part of the slice: the commands that it defines, and the classes that handle them and its queries. */
export interface Part {
  readonly commands: readonly CommandDefinition<never>[];
  readonly handlers: readonly Type[];
}
