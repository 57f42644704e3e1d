import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { DecisionBody, MOST_REASON, NOT_BLANK } from '../../body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { amendDecision } from './amend-decision.decider';

/** What is left out stays as it was. */
export class AmendDecisionBody extends DecisionBody {
  /** In own words. */
  @IsOptional()
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 300)
  title?: string | null;

  /** Why it is amended. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reasons?: string | null;

  /** The UK day from which it holds, which may be to come. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  takesEffectOn?: string | null;

  /** The UK day on which it was published. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  publishedOn?: string | null;

  /** Which parts are exempt and on what ground, never what they say: a part whose words these are. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(/\S/, { each: true, message: NOT_BLANK })
  @Length(1, 200, { each: true })
  exempt?: string[] | null;
}

export class AmendDecision extends ScrutinyCommand<AmendDecisionBody> {}

export const amendDecisionCommand = {
  name: 'amend-decision',
  title: 'Amend a decision',
  body: AmendDecisionBody,
  sealed: ['/reasons'],
  make: (...of: ConstructorParameters<typeof AmendDecision>) => new AmendDecision(...of),
};

@CommandHandler(AmendDecision)
export class AmendDecisionHandler implements ICommandHandler<AmendDecision> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: AmendDecision) {
    return this.book.execute(amendDecision, amendDecisionCommand, command);
  }
}
