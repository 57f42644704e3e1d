import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { MOST_REASON, SourcedBody } from '../body';
import { FiguresCommand, WriteBook } from '../write-book';
import { explainChange } from './explain-change.decider';

export class ExplainChangeBody extends SourcedBody {
  /** The event id of the unexplained change. */
  @IsString()
  @MaxLength(36)
  of!: string;

  /** What kind of change it was. */
  @IsIn(['revised', 'corrected', 'restated'])
  as!: 'revised' | 'corrected' | 'restated';

  /** Free text; sealed before it is recorded. */
  @IsString()
  @Length(1, MOST_REASON)
  reason!: string;

  /** Of a correction: minor or substantial. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  severity?: string | null;
}

export class ExplainChange extends FiguresCommand<ExplainChangeBody> {}

export const explainChangeCommand = {
  name: 'explain-change',
  title: 'Explain a change that nobody explained',
  body: ExplainChangeBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof ExplainChange>) => new ExplainChange(...of),
};

@CommandHandler(ExplainChange)
export class ExplainChangeHandler implements ICommandHandler<ExplainChange> {
  constructor(private readonly book: WriteBook) {}

  execute(command: ExplainChange) {
    return this.book.execute(explainChange, explainChangeCommand, command);
  }
}
