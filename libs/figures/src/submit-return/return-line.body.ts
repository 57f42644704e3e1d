import { IsIn, IsOptional } from 'class-validator';
import { ChangeBody } from '../body';
import { DECLARATIONS, type Declaration } from '../codes';

export const MOST_LINES = 1_000;

/** One figure. Nothing declared is a report; a declared change names in `of` the entry that it changes. */
export class ReturnLineBody extends ChangeBody {
  @IsOptional()
  @IsIn(['', ...DECLARATIONS])
  kind?: Declaration | '' | null;
}
