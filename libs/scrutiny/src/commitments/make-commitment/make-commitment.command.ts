import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ID, ID_MESSAGE, MOST_REASON, NOT_BLANK, PlacedBody } from '../../body';
import {
  COMMITMENT_KINDS,
  COUNTINGS,
  SENSES,
  type CommitmentKind,
  type Counting,
  type Sense,
} from '../../codes';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { makeCommitment } from './make-commitment.decider';

/** A decimal as figures have them: exact, its digits kept. */
const DECIMAL = /^-?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,20})?$/;
/** A plan and its priority. */
const PRIORITY = /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;

export class TargetBody {
  /** The exact measure, as figures have it. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  measure!: string;

  /** The breakdown, by dimension, such as `{ "force": "kent" }`; the whole where absent. */
  @IsOptional()
  @IsObject()
  breakdown?: Record<string, string> | null;

  /** A decimal, written as 4144.9. */
  @Matches(DECIMAL, { message: 'Write the number in digits alone, such as 4144.9.' })
  value!: string;

  @IsIn(SENSES)
  sense!: Sense;

  @IsIn(COUNTINGS)
  counting!: Counting;

  /** Periods, such as 2023-03 or FY2022-23: one of a yearly target. */
  @IsArray()
  @ArrayMaxSize(120)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  periods!: string[];
}

export class MakeCommitmentBody extends PlacedBody {
  /** The commitment's id, unique in its area, such as `kent-board-2023-03-15-action-1`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  id!: string;

  @IsIn(COMMITMENT_KINDS)
  kind!: CommitmentKind;

  /** What is promised, in own words. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 300)
  title!: string;

  /** More of it, in own words. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  promise?: string | null;

  /** The id of the body or office that promises. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  owner!: string;

  /** To whom; absent where that is not said. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  to?: string | null;

  /** By when, as it was said: a day, a month such as 2023-06, or words; null where no date was given. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  due?: string | null;

  /** The earliest day that the words leave room for, where they do not say it themselves. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  dueEarliest?: string | null;

  /** The latest day, from which it counts as overdue. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  dueLatest?: string | null;

  /** References to figures, findings and others that it is about. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(300, { each: true })
  about?: string[] | null;

  /** The priority of a plan that it serves: `<plan>/<priority>`. */
  @IsOptional()
  @Matches(PRIORITY, { message: 'Name the plan and its priority, as plan-id/priority-id.' })
  @MaxLength(200)
  priority?: string | null;

  /** Of a target: which measure, which value, of which periods. */
  @IsOptional()
  @ValidateNested()
  @Type(() => TargetBody)
  target?: TargetBody | null;
}

export class MakeCommitment extends ScrutinyCommand<MakeCommitmentBody> {}

export const makeCommitmentCommand = {
  name: 'make-commitment',
  title: 'Record what was promised',
  body: MakeCommitmentBody,
  sealed: ['/promise'],
  make: (...of: ConstructorParameters<typeof MakeCommitment>) => new MakeCommitment(...of),
};

@CommandHandler(MakeCommitment)
export class MakeCommitmentHandler implements ICommandHandler<MakeCommitment> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: MakeCommitment) {
    return this.book.execute(makeCommitment, makeCommitmentCommand, command);
  }
}
