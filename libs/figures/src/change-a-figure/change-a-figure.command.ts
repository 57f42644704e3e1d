import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ChangeBody, ID, ID_MESSAGE, MOST_REASON, SourcedBody } from '../body';
import { MOST_LINES } from '../submit-return/return-line.body';
import { FiguresCommand, WriteBook } from '../write-book';
import { correctFigure, restateFigures, reviseFigure, withdrawFigure } from './change-a-figure.decider';

/** One figure that changes: its fields beside who, when and where. */
export class ChangeFigureBody extends SourcedBody {
  @IsString()
  @Length(1, 100)
  measure!: string;

  @IsString()
  @Length(1, 40)
  period!: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  breakdown?: string | null;

  /** The event id of the entry that it changes. */
  @IsString()
  @MaxLength(36)
  of!: string;

  /** The new value; absent when it is withdrawn. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  value?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  unit?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(1)
  status?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  printed?: string | null;

  /** The id of the body that withheld the figure, where a withdrawal says so. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  withheldBy?: string | null;

  /** Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;

  /** Of a correction: minor or substantial. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  severity?: string | null;
}

export class RestateFiguresBody extends SourcedBody {
  /** Why, for every line that gives no reason of its own. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => ChangeBody)
  lines!: ChangeBody[];
}

export class ReviseFigure extends FiguresCommand<ChangeFigureBody> {}
export class CorrectFigure extends FiguresCommand<ChangeFigureBody> {}
export class WithdrawFigure extends FiguresCommand<ChangeFigureBody> {}
export class RestateFigures extends FiguresCommand<RestateFiguresBody> {}

type Given<Body> = [body: Body, id: string, by: FiguresCommand<object>['by']];

export const reviseFigureCommand = {
  name: 'revise-figure',
  title: 'Revise a figure: more data arrived, as planned',
  body: ChangeFigureBody,
  sealed: ['/reason'],
  make: (...of: Given<ChangeFigureBody>) => new ReviseFigure(...of),
};

export const correctFigureCommand = {
  name: 'correct-figure',
  title: 'Correct a figure: an error was found',
  body: ChangeFigureBody,
  sealed: ['/reason'],
  make: (...of: Given<ChangeFigureBody>) => new CorrectFigure(...of),
};

export const withdrawFigureCommand = {
  name: 'withdraw-figure',
  title: 'Withdraw a figure',
  body: ChangeFigureBody,
  sealed: ['/reason'],
  make: (...of: Given<ChangeFigureBody>) => new WithdrawFigure(...of),
};

export const restateFiguresCommand = {
  name: 'restate-figures',
  title: 'Restate back periods after a recorded redefinition',
  body: RestateFiguresBody,
  sealed: ['/reason', '/lines/*/reason'],
  make: (...of: Given<RestateFiguresBody>) => new RestateFigures(...of),
};

@CommandHandler(ReviseFigure)
export class ReviseFigureHandler implements ICommandHandler<ReviseFigure> {
  constructor(private readonly book: WriteBook) {}

  execute(command: ReviseFigure) {
    return this.book.execute(reviseFigure, reviseFigureCommand, command);
  }
}

@CommandHandler(CorrectFigure)
export class CorrectFigureHandler implements ICommandHandler<CorrectFigure> {
  constructor(private readonly book: WriteBook) {}

  execute(command: CorrectFigure) {
    return this.book.execute(correctFigure, correctFigureCommand, command);
  }
}

@CommandHandler(WithdrawFigure)
export class WithdrawFigureHandler implements ICommandHandler<WithdrawFigure> {
  constructor(private readonly book: WriteBook) {}

  execute(command: WithdrawFigure) {
    return this.book.execute(withdrawFigure, withdrawFigureCommand, command);
  }
}

@CommandHandler(RestateFigures)
export class RestateFiguresHandler implements ICommandHandler<RestateFigures> {
  constructor(private readonly book: WriteBook) {}

  execute(command: RestateFigures) {
    return this.book.execute(restateFigures, restateFiguresCommand, command);
  }
}
