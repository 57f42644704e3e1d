import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ID, ID_MESSAGE } from '../body';

/** As a value is reported: `1839`, `85.0`, `~31`, `>=70`, `5..6`. */
const VALUE = /^(?:~|>=|<=|>|<)?-?\d{1,30}(?:\.\d{1,20})?(?:\.\.-?\d{1,30}(?:\.\d{1,20})?)?$/;
/** So many figures may be cited at once. */
export const MOST_CITES = 50;

/** A figure that is cited. */
export class CiteBody {
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  measure!: string;

  /** In any accepted spelling, such as `2022-07`. */
  @IsString()
  @Length(1, 40)
  period!: string;

  /** `dimension=value;dimension=value`; the whole where absent. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  breakdown?: string | null;

  /** As it was quoted, where that is not as it was reported. */
  @IsOptional()
  @Matches(VALUE, { message: 'Write the value as a number in digits, such as 1839 or 85.0.' })
  value?: string | null;

  /** The event id of the vintage quoted; the one that stood on the day of the act where absent. */
  @IsOptional()
  @IsUUID('all', { message: 'Name the entry of the figure by its id.' })
  vintage?: string | null;
}

/** The member `cites` of a command: the figures that it rests on, `CiteBody[]`. */
export function Cites(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    IsArray(),
    ArrayMaxSize(MOST_CITES),
    ValidateNested({ each: true }),
    Type(() => CiteBody),
  );
}
