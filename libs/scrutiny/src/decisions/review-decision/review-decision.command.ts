import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { DecisionBody, MOST_REASON } from '../../body';
import { REVIEW_OUTCOMES, type ReviewOutcome } from '../../codes';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { reviewDecision } from './review-decision.decider';

export class ReviewDecisionBody extends DecisionBody {
  /** What the panel made of it. */
  @IsIn(REVIEW_OUTCOMES)
  outcome!: ReviewOutcome;

  /** What the panel reported or recommended. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  report?: string | null;
}

export class ReviewDecision extends ScrutinyCommand<ReviewDecisionBody> {}

export const reviewDecisionCommand = {
  name: 'review-decision',
  title: 'Record what the panel made of a decision',
  body: ReviewDecisionBody,
  sealed: ['/report'],
  make: (...of: ConstructorParameters<typeof ReviewDecision>) => new ReviewDecision(...of),
};

@CommandHandler(ReviewDecision)
export class ReviewDecisionHandler implements ICommandHandler<ReviewDecision> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: ReviewDecision) {
    return this.book.execute(reviewDecision, reviewDecisionCommand, command);
  }
}
