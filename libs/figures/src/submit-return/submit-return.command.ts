import type { Actor } from '@daybook/ledger';
import { FileBody } from '@daybook/provenance';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsOptional,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { HeadingBody, ID, ID_MESSAGE } from '../body';
import { CheckReturn, CheckReturnBody } from '../check-return/check-return.query';
import { FiguresCommand, WriteBook } from '../write-book';
import { MOST_LINES, ReturnLineBody } from './return-line.body';
import { submitReturn } from './submit-return.decider';

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

  @IsOptional()
  @ValidateNested()
  @Type(() => FileBody)
  file?: FileBody | null;
}

export class SubmitReturn extends FiguresCommand<SubmitReturnBody> {}

export const submitReturnCommand = {
  name: 'submit-return',
  title: 'Submit a return: up to 1,000 figures of one paper, all recorded or none',
  body: SubmitReturnBody,
  sealed: ['/lines/*/reason', '/file/name', '/file/sha256'],
  make: (...of: ConstructorParameters<typeof SubmitReturn>) => new SubmitReturn(...of),
  check: {
    body: CheckReturnBody,
    make: (body: object, by: Actor) => new CheckReturn(body as CheckReturnBody, by),
  },
};

@CommandHandler(SubmitReturn)
export class SubmitReturnHandler implements ICommandHandler<SubmitReturn> {
  constructor(private readonly book: WriteBook) {}

  execute(command: SubmitReturn) {
    return this.book.execute(submitReturn, submitReturnCommand, command);
  }
}
