import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ITEM, ITEM_MESSAGE, MOST_REASON } from '../../body';
import { OUTCOMES, type Outcome } from '../../codes';

export class ResolutionBody {
  /** The number of the item on the agenda, such as `B1`. */
  @Matches(ITEM, { message: ITEM_MESSAGE })
  item!: string;

  @IsIn(OUTCOMES)
  outcome!: Outcome;

  /** What was resolved, in own words. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  words?: string | null;
}
