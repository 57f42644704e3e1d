import { ID, ID_MESSAGE, MOST_REASON, SourcedBody } from '@daybook/provenance';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { RegisterCommand, WriteRegister } from '../../write-book';
import { MOST_PRIORITIES, PriorityBody } from '../priority.body';
import { varyPlan } from './vary-plan.decider';

export class VaryPlanBody extends SourcedBody {
  /** The plan's id, such as `making-kent-safer`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  plan!: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  title?: string | null;

  /** When its period ends now: a day, a month or a year. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  until?: string | null;

  /** The whole list anew, where any of it is otherwise. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_PRIORITIES)
  @ValidateNested({ each: true })
  @Type(() => PriorityBody)
  priorities?: PriorityBody[] | null;

  /** Sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;
}

export class VaryPlan extends RegisterCommand<VaryPlanBody> {}

export const varyPlanCommand = {
  name: 'vary-plan',
  title: 'Vary a police and crime plan: its title, its end or its priorities',
  body: VaryPlanBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof VaryPlan>) => new VaryPlan(...of),
};

@CommandHandler(VaryPlan)
export class VaryPlanHandler implements ICommandHandler<VaryPlan> {
  constructor(private readonly book: WriteRegister) {}

  execute(command: VaryPlan) {
    return this.book.execute(varyPlan, varyPlanCommand, command);
  }
}
