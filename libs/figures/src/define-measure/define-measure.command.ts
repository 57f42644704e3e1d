import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { DimensionBody, ID, ID_MESSAGE, NOT_BLANK, SourcedBody } from '../body';
import {
  COMPARATORS,
  FREQUENCIES,
  POLARITIES,
  UNITS,
  type Comparator,
  type Frequency,
  type Polarity,
  type Unit,
} from '../codes';
import { FiguresCommand, WriteBook } from '../write-book';
import { defineMeasure } from './define-measure.decider';

export class DefineMeasureBody extends SourcedBody {
  /** The measure's id, unique in its area. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  id!: string;

  /** In own words, in sentence case. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 200)
  title!: string;

  @IsIn(Object.keys(UNITS))
  unit!: Unit;

  /** The most decimal places a value may have. */
  @IsInt()
  @Min(0)
  @Max(10)
  decimals!: number;

  @IsIn(FREQUENCIES)
  frequency!: Frequency;

  @IsOptional()
  @IsIn(POLARITIES)
  polarity?: Polarity | null;

  /** What is counted, in own words. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 4_000)
  definition!: string;

  /** What a share is a share of, or "not stated". */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  base?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => DimensionBody)
  dimensions?: DimensionBody[] | null;

  /** The body whose measure it is; the sender's where absent. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  owner?: string | null;

  /** The measure that this one is compared with. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  comparatorOf?: string | null;

  /** What it is to that measure. Targets alone may be reported before their period ends. */
  @IsOptional()
  @IsIn(COMPARATORS)
  comparatorKind?: Comparator | null;
}

export class DefineMeasure extends FiguresCommand<DefineMeasureBody> {}

export const defineMeasureCommand = {
  name: 'define-measure',
  title: 'Define a measure, or move the start of one back',
  body: DefineMeasureBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof DefineMeasure>) => new DefineMeasure(...of),
};

@CommandHandler(DefineMeasure)
export class DefineMeasureHandler implements ICommandHandler<DefineMeasure> {
  constructor(private readonly book: WriteBook) {}

  execute(command: DefineMeasure) {
    return this.book.execute(defineMeasure, defineMeasureCommand, command);
  }
}
