import { BookCommand, BookWriter } from '@daybook/provenance';
import { Injectable } from '@nestjs/common';
import { registerStream, type RegisterBook } from './book';

/** A command about bodies or plans on its way to the register of its area. */
export abstract class RegisterCommand<Body extends object> extends BookCommand<Body> {}

@Injectable()
export class WriteRegister extends BookWriter<RegisterBook> {
  protected readonly texts = ['reason', 'holder'];

  protected streamOf(area: string): string {
    return registerStream(area);
  }
}
