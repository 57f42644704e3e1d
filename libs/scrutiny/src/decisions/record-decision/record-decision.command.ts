import { SourcedBody } from '@daybook/provenance';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { ID, ID_MESSAGE, ITEM, ITEM_MESSAGE, MOST_REASON, NOT_BLANK } from '../../body';
import { Cites, type CiteBody } from '../../citing/cite.body';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { recordDecision } from './record-decision.decider';

/** A plan and its priority. */
const PRIORITY = /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;

/** Unlike other acts, a decision is always some office's. */
export class RecordDecisionBody extends SourcedBody {
  /** The decision's id, unique in its area, such as `budget-2023-24`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  id!: string;

  /** Its number, as the body that decided counts its decisions. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  number?: string | null;

  /** The office that decides, such as `kent-chief-constable`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  office!: string;

  /** In own words. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 300)
  title!: string;

  /** Why it was decided so. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reasons?: string | null;

  /** The UK day from which it holds, which may be to come. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  takesEffectOn?: string | null;

  /** The UK day on which it was published. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  publishedOn?: string | null;

  /** Which parts are exempt and on what ground, never what they say: a part whose words these are. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(/\S/, { each: true, message: NOT_BLANK })
  @Length(1, 200, { each: true })
  exempt?: string[] | null;

  /** The id of the meeting at which it was taken, such as `kent-board-2023-03-15`. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  meeting?: string | null;

  /** The number of the item of its agenda, such as `B1`. */
  @IsOptional()
  @Matches(ITEM, { message: ITEM_MESSAGE })
  item?: string | null;

  /** References to what it concerns, such as `finding:kent/its-id`. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(300, { each: true })
  about?: string[] | null;

  /** The priority of a plan that it serves, as `plan-id/priority-id`. */
  @IsOptional()
  @Matches(PRIORITY, { message: 'Name the plan and its priority, as plan-id/priority-id.' })
  @MaxLength(200)
  priority?: string | null;

  /** The figures that it rests on. */
  @Cites()
  cites?: CiteBody[] | null;
}

export class RecordDecision extends ScrutinyCommand<RecordDecisionBody> {}

export const recordDecisionCommand = {
  name: 'record-decision',
  title: 'Record a decision of a named office',
  body: RecordDecisionBody,
  sealed: ['/reasons'],
  make: (...of: ConstructorParameters<typeof RecordDecision>) => new RecordDecision(...of),
};

@CommandHandler(RecordDecision)
export class RecordDecisionHandler implements ICommandHandler<RecordDecision> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: RecordDecision) {
    return this.book.execute(recordDecision, recordDecisionCommand, command);
  }
}
