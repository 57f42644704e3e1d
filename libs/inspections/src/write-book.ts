import { BookCommand, BookWriter } from '@daybook/provenance';
import { Injectable } from '@nestjs/common';
import { inspectionsStream, type InspectionsBook } from './book';

/** A command about inspections on its way to the book of its area: plain JSON that passed its class. */
export abstract class InspectionsCommand<Body extends object> extends BookCommand<Body> {}

@Injectable()
export class WriteInspections extends BookWriter<InspectionsBook> {
  protected readonly texts = TEXTS;

  protected streamOf(area: string): string {
    return inspectionsStream(area);
  }
}

/** Free texts of this slice's commands. */
const TEXTS = [
  'reason',
  'evidence',
  'report',
  'progress',
  'taken',
  'planned',
  'comments',
  'answer',
  'reply',
  'says',
];
