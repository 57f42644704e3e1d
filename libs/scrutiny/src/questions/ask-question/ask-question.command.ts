import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { ID, ID_MESSAGE, MOST_REASON, NOT_BLANK, PlacedBody } from '../../body';
import { ASKING_MODES, type AskingMode } from '../../codes';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { askQuestion } from './ask-question.decider';

/** A plan and its priority. */
const PRIORITY = /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;

export class AskQuestionBody extends PlacedBody {
  /** An id of your choice, unique in the area, such as `kent-board-2023-03-15-question-1`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  id!: string;

  /** What is asked, in a few words of your own. */
  @IsString()
  @Matches(/\S/, { message: NOT_BLANK })
  @Length(1, 200)
  title!: string;

  /** The question in its words. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  words?: string | null;

  /** The body or office that is asked, such as `kent-chief-constable`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  to!: string;

  /** Put orally, which is how it is understood unsaid, or in writing. */
  @IsOptional()
  @IsIn(ASKING_MODES)
  mode?: AskingMode | null;

  /** References to what it is about, such as `finding:kent/its-id`. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(300, { each: true })
  about?: string[] | null;

  /** The priority of a plan that it serves, as `plan-id/priority-id`. */
  @IsOptional()
  @Matches(PRIORITY, { message: 'Name the plan and its priority, as plan-id/priority-id.' })
  @MaxLength(200)
  priority?: string | null;
}

export class AskQuestion extends ScrutinyCommand<AskQuestionBody> {}

export const askQuestionCommand = {
  name: 'ask-question',
  title: 'Put a question to a body or an office',
  body: AskQuestionBody,
  sealed: ['/words'],
  make: (...of: ConstructorParameters<typeof AskQuestion>) => new AskQuestion(...of),
};

@CommandHandler(AskQuestion)
export class AskQuestionHandler implements ICommandHandler<AskQuestion> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: AskQuestion) {
    return this.book.execute(askQuestion, askQuestionCommand, command);
  }
}
