import type { Actor } from '@daybook/ledger';
import type { ICommand, IQuery } from '@nestjs/cqrs';

/** What a slice says of one of its commands, so that every door (form, API, command line) gives it alike. */
export interface CommandDefinition<Body extends object = object> {
  /** Its permanent name, such as `submit-return`: a row of `commandPolicies` and a path of the API. */
  readonly name: string;
  /** What it does, in words for pages and the API's description. */
  readonly title: string;
  /** The class-validator class of its body, which has an `area`. It checks, never changes: no @Transform. */
  readonly body: new () => Body;
  /** JSON pointers (`*` for every item of a list) to the free texts, sealed before they are hashed. */
  readonly sealed: readonly string[];
  /** The command for the bus. `body` is plain JSON that passed the class, not an instance of it. */
  make(body: Body, id: string, by: Actor): ICommand;
  /** What would come of it, asked before it is given; absent where that is not offered. */
  readonly check?: CommandCheck;
}

/** A look at what a command would do. It writes nothing, and whoever may give the command may take it. */
export interface CommandCheck {
  /** The class of its body, which may be looser than the command's, so that one bad part spoils no other. */
  readonly body: new () => object;
  make(body: object, by: Actor): IQuery;
}

/** Injection token for `readonly CommandDefinition[]`: every command of every slice. */
export const COMMAND_DEFINITIONS = Symbol('COMMAND_DEFINITIONS');
