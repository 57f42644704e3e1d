import { ID, ID_MESSAGE, NOT_BLANK, SourcedBody } from '@daybook/provenance';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';

export const MOST_PRIORITIES = 50;

/** A priority of a plan. */
export class PriorityBody {
  /** Its number in the plan, or in the order of its list. */
  @IsInt()
  @Min(1)
  @Max(MOST_PRIORITIES)
  number!: number;

  /** Its id in the plan, such as `road-danger`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  id!: string;

  /** In own words. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 300)
  title!: string;

  /** The body that it is set for, such as `kent-chief-constable`. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  setFor?: string | null;
}

/** What hangs from a priority, or no longer does. */
export class HangingBody extends SourcedBody {
  /** The plan's id, such as `making-kent-safer`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  plan!: string;

  /** The id of the priority in that plan. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  priority!: string;

  /** Measures, findings, questions, commitments and decisions of the area, such as `measure:kent/robbery`. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  references!: string[];
}
