import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsBoolean, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ID, ID_MESSAGE, MOST_REASON } from '../body';
import { FiguresCommand, WriteBook } from '../write-book';
import { switchFourEyes } from './switch-four-eyes.decider';

export class SwitchFourEyesBody {
  /** The area whose figures your body puts on record. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 60)
  area!: string;

  /** Whether two people of your body must agree to what it puts on record there, from now on. */
  @IsBoolean()
  on!: boolean;

  /** Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;
}

export class SwitchFourEyes extends FiguresCommand<SwitchFourEyesBody> {}

export const switchFourEyesCommand = {
  name: 'switch-four-eyes',
  title: 'Switch four eyes on or off: whether two people of your body agree to what it puts on record',
  body: SwitchFourEyesBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof SwitchFourEyes>) => new SwitchFourEyes(...of),
};

@CommandHandler(SwitchFourEyes)
export class SwitchFourEyesHandler implements ICommandHandler<SwitchFourEyes> {
  constructor(private readonly book: WriteBook) {}

  execute(command: SwitchFourEyes) {
    return this.book.execute(switchFourEyes, switchFourEyesCommand, command);
  }
}
