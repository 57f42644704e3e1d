import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ID, ID_MESSAGE, NOT_BLANK, SourcedBody } from '../body';
import { INSPECTION_KINDS, type InspectionKind } from '../codes';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { recordInspection } from './record-inspection.decider';

export class RecordInspectionBody extends SourcedBody {
  /** Its id, unique in its area, such as `kent-peel-2021-22`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  id!: string;

  @IsIn(INSPECTION_KINDS)
  kind!: InspectionKind;

  /** The body that inspected, audited or gave notice, such as `hmicfrs`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  inspectorate!: string;

  /** What it is one of, such as `PEEL`. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  programme?: string | null;

  /** The programme's round, such as `2021/22`. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  cycle?: string | null;

  /** In own words. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 300)
  title!: string;

  /** 2022-04-28, or 2016-02 where only the month is known; absent where neither is. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  publishedOn?: string | null;

  /** The id of the scale that it grades on; absent where it gives no grades. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  scale?: string | null;

  /** Whether the area's force was inspected; true where absent. */
  @IsOptional()
  @IsBoolean()
  forceInspected?: boolean | null;

  /** Whether it is a report relating to the area's force; as `forceInspected` where absent. */
  @IsOptional()
  @IsBoolean()
  relatesToForce?: boolean | null;

  /** The UK date by which it asks for a reply. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  replyDueOn?: string | null;

  /** What the inspectorate said of comparing its grades with earlier ones, in own words. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  comparability?: string | null;

  /** Whether it said that they can be compared; absent where it did not say. */
  @IsOptional()
  @IsBoolean()
  comparable?: boolean | null;
}

export class RecordInspection extends InspectionsCommand<RecordInspectionBody> {}

export const recordInspectionCommand = {
  name: 'record-inspection',
  title: 'Record an inspection, an audit, a complaint or a notice',
  body: RecordInspectionBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof RecordInspection>) => new RecordInspection(...of),
};

@CommandHandler(RecordInspection)
export class RecordInspectionHandler implements ICommandHandler<RecordInspection> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: RecordInspection) {
    return this.book.execute(recordInspection, recordInspectionCommand, command);
  }
}
