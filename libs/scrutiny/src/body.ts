import { ID, ID_MESSAGE, MOST_REASON, NOT_BLANK, SourcedBody } from '@daybook/provenance';
import { IsOptional, Length, Matches } from 'class-validator';

export { ID, ID_MESSAGE, MOST_REASON, NOT_BLANK };

/** The number of an item on an agenda. */
export const ITEM = /^[A-Za-z0-9][A-Za-z0-9.()-]{0,19}$/;
export const ITEM_MESSAGE = 'Write the number of the item as it stands on the agenda, such as 3 or B1.';

/** What every command of this slice says once. */
export class ScrutinyBody extends SourcedBody {
  /** The office of the acting body that spoke, such as `kent-deputy-chief-constable`. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  office?: string | null;
}

/** What commands say of where something was said. */
export class PlacedBody extends ScrutinyBody {
  /** The id of the meeting, such as `kent-board-2023-03-15`. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  meeting?: string | null;

  /** The number of the item of its agenda, such as `B1`. */
  @IsOptional()
  @Matches(ITEM, { message: ITEM_MESSAGE })
  item?: string | null;
}

/** What every command about a meeting says. */
export class MeetingBody extends ScrutinyBody {
  /** The meeting's id, such as `kent-board-2023-03-15`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  meeting!: string;
}

/** What commands about what is said to a question say. */
export class QuestionBody extends PlacedBody {
  /** The question's id, such as `kent-board-2023-03-15-question-1`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  question!: string;
}

/** What every command about a commitment says. */
export class CommitmentBody extends ScrutinyBody {
  /** The commitment's id, such as `kent-board-2023-03-15-action-1`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  commitment!: string;
}

/** What every command about a decision says. */
export class DecisionBody extends ScrutinyBody {
  /** The decision's id. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  decision!: string;
}
