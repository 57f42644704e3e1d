import { BookCommand, BookWriter } from '@daybook/provenance';
import type { Actor, Holding } from '@daybook/ledger';
import { Injectable } from '@nestjs/common';
import { figuresStream, type FiguresBook } from './book';
import { waitsForASecond } from './four-eyes';

/** A command about figures on its way to the book of its area: plain JSON that passed its class. */
export abstract class FiguresCommand<Body extends object> extends BookCommand<Body> {}

/** Where the writer's body has four eyes on, what would be recorded is kept as a draft instead. */
@Injectable()
export class WriteBook extends BookWriter<FiguresBook> {
  protected readonly texts = ['reason'];

  protected streamOf(area: string): string {
    return figuresStream(area);
  }

  protected override holding(name: string, by: Actor): Holding<FiguresBook> {
    return { applies: (book) => waitsForASecond(name, by, book) };
  }
}
