import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { ID, ID_MESSAGE, NOT_BLANK, SourcedBody } from '../../body';
import { BODY_KINDS, type BodyKind } from '../../codes';
import { RegisterCommand, WriteRegister } from '../../write-book';
import { registerBody } from './register-body.decider';

export class RegisterBodyBody extends SourcedBody {
  /** The id of the body or office, such as `kent-performance-and-delivery-board`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  id!: string;

  @IsIn(BODY_KINDS)
  kind!: BodyKind;

  /** In own words; of an office that of the office, never whoever holds it. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 300)
  title!: string;

  /** The body that it is within; an office and a board have one. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  within?: string | null;
}

export class RegisterBody extends RegisterCommand<RegisterBodyBody> {}

export const registerBodyCommand = {
  name: 'register-body',
  title: 'Register a body or an office, or what became of it',
  body: RegisterBodyBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof RegisterBody>) => new RegisterBody(...of),
};

@CommandHandler(RegisterBody)
export class RegisterBodyHandler implements ICommandHandler<RegisterBody> {
  constructor(private readonly book: WriteRegister) {}

  execute(command: RegisterBody) {
    return this.book.execute(registerBody, registerBodyCommand, command);
  }
}
