import { HeadingBody, ID, ID_MESSAGE, MOST_REASON, NOT_BLANK, SourcedBody } from '@daybook/provenance';
import { IsBoolean, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { SEVERITIES } from './codes';

export { HeadingBody, ID, ID_MESSAGE, MOST_REASON, NOT_BLANK, SourcedBody };

export class DimensionBody {
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 60)
  name!: string;

  @IsBoolean()
  exclusive!: boolean;

  @IsBoolean()
  complete!: boolean;
}

/** Which figure: its measure, period (any spelling) and breakdown (`dimension=value;dimension=value`). */
export class FigureBody {
  @IsString()
  @Length(1, 100)
  measure!: string;

  @IsString()
  @Length(1, 40)
  period!: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  breakdown?: string | null;
}

/** What is observed. An absent value needs a status that says why, or who withheld it. */
export class ObservationBody extends FigureBody {
  /** A decimal string without separators, or inexact: ~31, >=70, <=5, >200000, <1, 5..6. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  value?: string | null;

  /** The unit the sender counts in; refused where the measure has another. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  unit?: string | null;

  /** An SDMX observation status: A normal (default), P provisional, O missing ... */
  @IsOptional()
  @IsString()
  @MaxLength(1)
  status?: string | null;

  /** Where in the paper: a paragraph, table or row. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  place?: string | null;

  /** The paper's own words for an inexact, missing or reformatted value. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  printed?: string | null;

  /** The id of the body that withheld the figure; the reason says why. It is not sealed: never a person. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  withheldBy?: string | null;

  /** Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;
}

/** What a declared change says besides. */
export class ChangeBody extends ObservationBody {
  /** The event id of the entry that it changes. */
  @IsOptional()
  @IsString()
  @MaxLength(36)
  of?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  severity?: (typeof SEVERITIES)[number] | '' | null;
}
