import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ID, ID_MESSAGE, NOT_BLANK, SourcedBody } from '../body';
import {
  ADDRESSEE_KINDS,
  FINDING_KINDS,
  STATUSES,
  type AddresseeKind,
  type FindingKind,
  type FindingStatus,
} from '../codes';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { recordTally } from './record-tally.decider';

/** One number that was said, and what the ledger itself is to count beside it. */
export class TallyPartBody {
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 60)
  id!: string;

  /** What is counted, in own words. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 200)
  words!: string;

  /** Null: how many was not said. */
  @ValidateIf((_, number) => number !== null)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  number!: number | null;

  /** Findings of this kind; of all kinds where absent. */
  @IsOptional()
  @IsIn(FINDING_KINDS)
  kind?: FindingKind | null;

  /** Findings for such addressees; for all where absent. */
  @IsOptional()
  @IsIn(ADDRESSEE_KINDS)
  addresseeKind?: AddresseeKind | null;

  /** Findings that stand like this; however they stand where absent. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(STATUSES.length)
  @IsIn(STATUSES, { each: true })
  statuses?: FindingStatus[] | null;
}

/** The base that a number counts from: 28 + 5 - 21 = 12. */
export class TallySumBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  plus!: string[];

  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  minus!: string[];

  @IsString()
  @Length(1, 60)
  equals!: string;
}

export class RecordTallyBody extends SourcedBody {
  /** The inspection whose findings are counted; of the whole area where absent. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  inspection?: string | null;

  /** Where it was said, such as "Performance and Delivery Board, 15 March 2023, item 4". */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 200)
  occasion!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => TallyPartBody)
  parts!: TallyPartBody[];

  @IsOptional()
  @ValidateNested()
  @Type(() => TallySumBody)
  sum?: TallySumBody | null;
}

export class RecordTally extends InspectionsCommand<RecordTallyBody> {}

export const recordTallyCommand = {
  name: 'record-tally',
  title: 'Record how many findings a board was told of, as it was said',
  body: RecordTallyBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof RecordTally>) => new RecordTally(...of),
};

@CommandHandler(RecordTally)
export class RecordTallyHandler implements ICommandHandler<RecordTally> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: RecordTally) {
    return this.book.execute(recordTally, recordTallyCommand, command);
  }
}
