import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ID, ID_MESSAGE, MOST_REASON } from '../body';

/** What one line of a tracker says of one finding, for one addressee. */
export class TrackerLineBody {
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  finding!: string;

  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  addressee?: string | null;

  /** A month (2022-11), a day (2022-11-30), or words: the date by which it is to be complete. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  anticipated?: string | null;

  /** The days between which it is to be complete, where the words alone do not say. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  earliest?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  latest?: string | null;

  /** Why the date moved. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;

  /** The body that asked for the move. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  askedBy?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  progress?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  taken?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  planned?: string | null;

  /** `yes`: the addressee claims that the finding is discharged. */
  @IsOptional()
  @IsIn(['', 'yes'], { message: 'Write yes where the finding is claimed to be discharged, else nothing.' })
  claim?: 'yes' | '' | null;

  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  evidence?: string | null;

  /** The UK date of what the line says, where that is not the heading's. */
  @IsOptional()
  @IsString()
  @Length(7, 10)
  effectiveOn?: string | null;
}
