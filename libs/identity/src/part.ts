import type { CommandDefinition } from './command-definition';
import type { Type } from '@nestjs/common';

/** A part of a slice: the commands that it defines, and the classes that handle them and its queries. */
export interface Part {
  readonly commands: readonly Pick<CommandDefinition, 'name' | 'title' | 'sealed'>[];
  readonly handlers: readonly Type[];
}
