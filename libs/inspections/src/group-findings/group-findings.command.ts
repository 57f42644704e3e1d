import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, Length, Matches } from 'class-validator';
import { ID, ID_MESSAGE, InspectionBody } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { groupFindings } from './group-findings.decider';

export class GroupFindingsBody extends InspectionBody {
  /** The group's id in its inspection, such as `afi-01-03`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  id!: string;

  /** In own words. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  title?: string | null;

  /** The findings that share one item of the plan from that day on; one alone leaves the group it was in. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Matches(ID, { each: true, message: ID_MESSAGE })
  @Length(1, 100, { each: true })
  findings!: string[];
}

export class GroupFindings extends InspectionsCommand<GroupFindingsBody> {}

export const groupFindingsCommand = {
  name: 'group-findings',
  title: 'Group findings that share one item of the improvement plan',
  body: GroupFindingsBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof GroupFindings>) => new GroupFindings(...of),
};

@CommandHandler(GroupFindings)
export class GroupFindingsHandler implements ICommandHandler<GroupFindings> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: GroupFindings) {
    return this.book.execute(groupFindings, groupFindingsCommand, command);
  }
}
