import { ID, ID_MESSAGE, MOST_REASON, NOT_BLANK, SourcedBody } from '@daybook/provenance';
import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

export { ID, ID_MESSAGE, MOST_REASON, NOT_BLANK, SourcedBody };

/** What every command about one inspection says. */
export class InspectionBody extends SourcedBody {
  /** The inspection's id, such as `kent-peel-2021-22`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  inspection!: string;
}

/** What the commands of a response say, all but the answers: to which clock they belong. */
export class ResponseBody extends InspectionBody {
  /** The finding id of an accelerated cause of concern, which has a clock of its own; absent: the report. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  concern?: string | null;
}

/** What every command about a finding says. */
export class FindingBody extends SourcedBody {
  /** The finding's id, such as `kent-peel-2021-22-afi-01`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  finding!: string;

  /** Whom it concerns, where the finding has several addressees. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  addressee?: string | null;
}

/** The same with a reason. */
export class ReasonedBody extends FindingBody {
  /** Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reason?: string | null;
}
