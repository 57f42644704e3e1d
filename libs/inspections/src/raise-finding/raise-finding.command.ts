import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ID, ID_MESSAGE, InspectionBody, NOT_BLANK } from '../body';
import { FINDING_KINDS, type FindingKind } from '../codes';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { raiseFinding } from './raise-finding.decider';

/** What a finding may point at, as records are referred to: `figure:kent/robbery/2022-07`. */
const REFERENCE = /^(figure|measure|plan|priority|inspection|finding):[a-z0-9-]+(\/[\w.,=~:-]+)*$/;
const REFERENCE_MESSAGE = 'Refer to a figure, a plan priority or a finding, as finding:kent/its-id.';

export class AcceleratedBody {
  /** The UK date on which it was published, before the report. */
  @IsString()
  @Length(10, 10)
  publishedOn!: string;
}

export class RaiseFindingBody extends InspectionBody {
  /** The finding's id, unique in its area, such as `kent-peel-2021-22-afi-01`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  id!: string;

  @IsIn(FINDING_KINDS)
  kind!: FindingKind;

  /** Its number in the report, among findings of its kind. */
  @IsOptional()
  @IsInt()
  @Min(1)
  number?: number | null;

  /** The inspectorate's own reference. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  reference?: string | null;

  /** In own words. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 300)
  title!: string;

  /** The area of assessment it belongs to. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  question?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  priority?: string | null;

  /** Ids of the bodies that it is addressed to, or whose good practice it is. */
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(ID, { each: true, message: ID_MESSAGE })
  @Length(1, 100, { each: true })
  addressees!: string[];

  /** When it is to be complete, as the inspectorate said it: a day, a month such as 2022-11, or words. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  completeBy?: string | null;

  /** The earliest day that the words leave room for, where they do not say it themselves. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  earliest?: string | null;

  /** The latest day, from which it counts as overdue. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  latest?: string | null;

  /** Of a cause of concern that was published before the report, and of the recommendations with it. */
  @IsOptional()
  @ValidateNested()
  @Type(() => AcceleratedBody)
  accelerated?: AcceleratedBody | null;

  /** Ids of the recommendations that a cause of concern carries. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @Matches(ID, { each: true, message: ID_MESSAGE })
  recommendations?: string[] | null;

  /** References to figures, plan priorities and other findings that it concerns. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(REFERENCE, { each: true, message: REFERENCE_MESSAGE })
  @MaxLength(300, { each: true })
  about?: string[] | null;
}

export class RaiseFinding extends InspectionsCommand<RaiseFindingBody> {}

export const raiseFindingCommand = {
  name: 'raise-finding',
  title: 'Raise a finding, as the inspectorate made it',
  body: RaiseFindingBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof RaiseFinding>) => new RaiseFinding(...of),
};

@CommandHandler(RaiseFinding)
export class RaiseFindingHandler implements ICommandHandler<RaiseFinding> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: RaiseFinding) {
    return this.book.execute(raiseFinding, raiseFindingCommand, command);
  }
}
