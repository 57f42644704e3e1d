import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsBoolean, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ID, ID_MESSAGE, SourcedBody } from '../../body';
import { RegisterCommand, WriteRegister } from '../../write-book';
import { fillOffice } from './fill-office.decider';

export class OfficeBody extends SourcedBody {
  /** The id of the office, such as `kent-chief-constable`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  office!: string;
}

export class FillOfficeBody extends OfficeBody {
  /** Who holds it: personal data, sealed, so that it can be erased; left out, it is not said. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  holder?: string | null;

  /** Whether for the time being alone. */
  @IsOptional()
  @IsBoolean()
  acting?: boolean | null;
}

export class FillOffice extends RegisterCommand<FillOfficeBody> {}

export const fillOfficeCommand = {
  name: 'fill-office',
  title: 'Say since when an office is held, and by whom',
  body: FillOfficeBody,
  sealed: ['/holder'],
  make: (...of: ConstructorParameters<typeof FillOffice>) => new FillOffice(...of),
};

@CommandHandler(FillOffice)
export class FillOfficeHandler implements ICommandHandler<FillOffice> {
  constructor(private readonly book: WriteRegister) {}

  execute(command: FillOffice) {
    return this.book.execute(fillOffice, fillOfficeCommand, command);
  }
}
