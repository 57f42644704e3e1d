import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DimensionBody, ID, ID_MESSAGE, NOT_BLANK, SourcedBody } from '../body';
import { FiguresCommand, WriteBook } from '../write-book';
import { redefineMeasure } from './redefine-measure.decider';

export class RedefineMeasureBody extends SourcedBody {
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  id!: string;

  /** What changed, in words. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 2_000)
  change!: string;

  /** The first period under the new definition; absent where it is not known. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  fromPeriod?: string | null;

  @IsOptional()
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 200)
  title?: string | null;

  @IsOptional()
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 4_000)
  definition?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 300)
  base?: string | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10)
  decimals?: number | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => DimensionBody)
  dimensions?: DimensionBody[] | null;
}

export class RedefineMeasure extends FiguresCommand<RedefineMeasureBody> {}

export const redefineMeasureCommand = {
  name: 'redefine-measure',
  title: 'Record that the definition of a measure changed',
  body: RedefineMeasureBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof RedefineMeasure>) => new RedefineMeasure(...of),
};

@CommandHandler(RedefineMeasure)
export class RedefineMeasureHandler implements ICommandHandler<RedefineMeasure> {
  constructor(private readonly book: WriteBook) {}

  execute(command: RedefineMeasure) {
    return this.book.execute(redefineMeasure, redefineMeasureCommand, command);
  }
}
