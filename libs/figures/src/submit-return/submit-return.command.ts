import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ChangeBody, HeadingBody, ID, ID_MESSAGE } from '../body';
import { DECLARATIONS, type Declaration } from '../codes';
import { FiguresCommand, WriteBook } from '../write-book';
import { submitReturn } from './submit-return.decider';

export const MOST_LINES = 1_000;

/** One figure. Nothing declared is a report; a declared change names in `of` the entry that it changes. */
export class ReturnLineBody extends ChangeBody {
  @IsOptional()
  @IsIn(['', ...DECLARATIONS])
  kind?: Declaration | '' | null;
}

export class SubmitReturnBody extends HeadingBody {
  /** The id of the recorded paper that the figures stand in. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  paper!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => ReturnLineBody)
  lines!: ReturnLineBody[];
}

export class SubmitReturn extends FiguresCommand<SubmitReturnBody> {}

export const submitReturnCommand = {
  name: 'submit-return',
  title: 'Submit a return: up to 1,000 figures of one paper, all recorded or none',
  body: SubmitReturnBody,
  sealed: ['/lines/*/reason'],
  make: (...of: ConstructorParameters<typeof SubmitReturn>) => new SubmitReturn(...of),
};

@CommandHandler(SubmitReturn)
export class SubmitReturnHandler implements ICommandHandler<SubmitReturn> {
  constructor(private readonly book: WriteBook) {}

  execute(command: SubmitReturn) {
    return this.book.execute(submitReturn, submitReturnCommand, command);
  }
}
