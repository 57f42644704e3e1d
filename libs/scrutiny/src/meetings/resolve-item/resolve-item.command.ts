import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ITEM, ITEM_MESSAGE, MOST_REASON, MeetingBody } from '../../body';
import { OUTCOMES, type Outcome } from '../../codes';
import { ScrutinyCommand, WriteScrutiny } from '../../write-book';
import { resolveItem } from './resolve-item.decider';

export class ResolveItemBody extends MeetingBody {
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

export class ResolveItem extends ScrutinyCommand<ResolveItemBody> {}

export const resolveItemCommand = {
  name: 'resolve-item',
  title: 'Record what became of an item of a meeting',
  body: ResolveItemBody,
  sealed: ['/words'],
  make: (...of: ConstructorParameters<typeof ResolveItem>) => new ResolveItem(...of),
};

@CommandHandler(ResolveItem)
export class ResolveItemHandler implements ICommandHandler<ResolveItem> {
  constructor(private readonly book: WriteScrutiny) {}

  execute(command: ResolveItem) {
    return this.book.execute(resolveItem, resolveItemCommand, command);
  }
}
