import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ID, ID_MESSAGE, NOT_BLANK, SourcedBody } from '@daybook/provenance';
import { RegisterCommand, WriteRegister } from '../../write-book';
import { MOST_PRIORITIES, PriorityBody } from '../priority.body';
import { adoptPlan } from './adopt-plan.decider';

export class AdoptPlanBody extends SourcedBody {
  /** The plan's id in its area, such as `making-kent-safer`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  id!: string;

  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 300)
  title!: string;

  /** When its period begins: a day, a month or a year, such as 2022-04. */
  @IsString()
  @Length(4, 10)
  from!: string;

  /** When its period ends; absent: not said. */
  @IsOptional()
  @IsString()
  @Length(4, 10)
  until?: string | null;

  /** None where they are not known. */
  @IsArray()
  @ArrayMaxSize(MOST_PRIORITIES)
  @ValidateNested({ each: true })
  @Type(() => PriorityBody)
  priorities!: PriorityBody[];

  /** The id of the plan whose place it takes. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  succeeds?: string | null;
}

export class AdoptPlan extends RegisterCommand<AdoptPlanBody> {}

export const adoptPlanCommand = {
  name: 'adopt-plan',
  title: 'Adopt a police and crime plan, with its period and its numbered priorities',
  body: AdoptPlanBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof AdoptPlan>) => new AdoptPlan(...of),
};

@CommandHandler(AdoptPlan)
export class AdoptPlanHandler implements ICommandHandler<AdoptPlan> {
  constructor(private readonly book: WriteRegister) {}

  execute(command: AdoptPlan) {
    return this.book.execute(adoptPlan, adoptPlanCommand, command);
  }
}
