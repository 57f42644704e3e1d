import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ID, ID_MESSAGE, InspectionBody, MOST_REASON, NOT_BLANK } from '../body';
import { RESPONSE_ACTIONS, type ResponseAction } from '../codes';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { answerRecommendation } from './answer-recommendation.decider';

export class AnswerRecommendationBody extends InspectionBody {
  /** The finding id of the recommendation. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  finding!: string;

  /** What has been done, what will be, or that nothing is. */
  @IsIn(RESPONSE_ACTIONS)
  action!: ResponseAction;

  /** What was or will be done, or why nothing is. Free text; sealed before it is recorded. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @MaxLength(MOST_REASON)
  answer!: string;

  /** The event id of the answer that it replaces. */
  @IsOptional()
  @IsString()
  @MaxLength(36)
  of?: string | null;
}

export class AnswerRecommendation extends InspectionsCommand<AnswerRecommendationBody> {}

export const answerRecommendationCommand = {
  name: 'answer-recommendation',
  title: 'Say what is done about a recommendation, or why nothing is',
  body: AnswerRecommendationBody,
  sealed: ['/answer'],
  make: (...of: ConstructorParameters<typeof AnswerRecommendation>) => new AnswerRecommendation(...of),
};

@CommandHandler(AnswerRecommendation)
export class AnswerRecommendationHandler implements ICommandHandler<AnswerRecommendation> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: AnswerRecommendation) {
    return this.book.execute(answerRecommendation, answerRecommendationCommand, command);
  }
}
