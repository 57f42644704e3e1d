import { BookCommand, BookWriter } from '@daybook/provenance';
import { Injectable } from '@nestjs/common';
import { scrutinyStream, type ScrutinyBook } from './book';

/** A command of this slice on its way to the book of its area: plain JSON that passed its class. */
export abstract class ScrutinyCommand<Body extends object> extends BookCommand<Body> {}

@Injectable()
export class WriteScrutiny extends BookWriter<ScrutinyBook> {
  protected readonly texts = TEXTS;

  protected streamOf(area: string): string {
    return scrutinyStream(area);
  }
}

/** Free texts of this slice's commands. */
const TEXTS = [
  ...['answer', 'corrections', 'evidence', 'planned', 'promise', 'reason', 'reasons'],
  ...['report', 'says', 'taken', 'words'],
];
