import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { OfficeBody } from '../fill-office/fill-office.command';
import { RegisterCommand, WriteRegister } from '../../write-book';
import { vacateOffice } from './vacate-office.decider';

export class VacateOfficeBody extends OfficeBody {}

export class VacateOffice extends RegisterCommand<VacateOfficeBody> {}

export const vacateOfficeCommand = {
  name: 'vacate-office',
  title: 'Say since when nobody holds an office',
  body: VacateOfficeBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof VacateOffice>) => new VacateOffice(...of),
};

@CommandHandler(VacateOffice)
export class VacateOfficeHandler implements ICommandHandler<VacateOffice> {
  constructor(private readonly book: WriteRegister) {}

  execute(command: VacateOffice) {
    return this.book.execute(vacateOffice, vacateOfficeCommand, command);
  }
}
