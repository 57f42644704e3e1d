import type { Access } from '@daybook/ledger';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/** Ids of areas, measures, findings, papers and bodies: lower-case words and digits with single hyphens. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const ID_MESSAGE =
  'Use lower-case letters and digits with single hyphens, such as victim-based-crime.';
export const NOT_BLANK = 'Write some words here.';
/** The most characters of a free text. */
export const MOST_REASON = 4_000;

/** What every command into an area's book says once. */
export class HeadingBody {
  /** The area whose book it is written into, such as `kent`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 60)
  area!: string;

  /** The UK date on which it was true in the world: 2022-09-14, or 2022-09 where only the month is known. */
  @IsString()
  @Length(7, 10)
  effectiveOn!: string;

  /** The body whose act it is, where the office transcribes it. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  for?: string | null;

  @IsOptional()
  @IsIn(['public', 'restricted'])
  access?: Access | null;
}

export class SourcedBody extends HeadingBody {
  /** The id of a recorded paper. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  paper?: string | null;

  /** Where in the paper: a paragraph, table or row. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  place?: string | null;
}
