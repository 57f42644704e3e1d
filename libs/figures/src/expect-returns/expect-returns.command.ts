import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Access } from '@daybook/ledger';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { ID, ID_MESSAGE } from '../body';
import { EXPECTED_FREQUENCIES, type ExpectedFrequency } from '../calendar';
import { FiguresCommand, WriteBook } from '../write-book';
import { expectReturns } from './expect-returns.decider';

/** A measure's reporting calendar. A later one replaces it from its own effective date on; `until` ends it. */
export class ExpectReturnsBody {
  /** The area whose book it is written into, such as `kent`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 60)
  area!: string;

  /** The measure that is expected. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  measure!: string;

  @IsIn(EXPECTED_FREQUENCIES)
  frequency!: ExpectedFrequency;

  /** How many days after a period's end it is due. */
  @IsInt()
  @Min(0)
  @Max(1_000)
  daysAfter!: number;

  /** The first period that is expected, in any accepted spelling. */
  @IsString()
  @Length(1, 40)
  from!: string;

  /** The last period that is expected; open where absent. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  until?: string | null;

  /** The UK date from which this calendar holds: 2022-09-14, or 2022-09 where only the month is known. */
  @IsString()
  @Length(7, 10)
  effectiveOn!: string;

  @IsOptional()
  @IsIn(['public', 'restricted'])
  access?: Access | null;
}

export class ExpectReturns extends FiguresCommand<ExpectReturnsBody> {}

export const expectReturnsCommand = {
  name: 'expect-returns',
  title: 'Set when a measure is expected: how often, and how many days after a period ends',
  body: ExpectReturnsBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof ExpectReturns>) => new ExpectReturns(...of),
};

@CommandHandler(ExpectReturns)
export class ExpectReturnsHandler implements ICommandHandler<ExpectReturns> {
  constructor(private readonly book: WriteBook) {}

  execute(command: ExpectReturns) {
    return this.book.execute(expectReturns, expectReturnsCommand, command);
  }
}
