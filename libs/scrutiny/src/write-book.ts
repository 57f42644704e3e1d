import { Ledger } from '@daybook/ledger';
import {
  BodyRegister,
  BookCommand,
  BookWriter,
  FigureRegister,
  PaperRegister,
  type GivenPaper,
  type InArea,
} from '@daybook/provenance';
import { Injectable } from '@nestjs/common';
import { scrutinyStream, type ScrutinyBook } from './book';
import type { Citing } from './citing/cites';

/** A command of this slice on its way to the book of its area: plain JSON that passed its class. */
export abstract class ScrutinyCommand<Body extends object> extends BookCommand<Body> {}

@Injectable()
export class WriteScrutiny extends BookWriter<ScrutinyBook> {
  protected readonly texts = TEXTS;

  constructor(
    ledger: Ledger,
    papers: PaperRegister,
    bodies: BodyRegister,
    private readonly figures: FigureRegister,
  ) {
    super(ledger, papers, bodies);
  }

  protected streamOf(area: string): string {
    return scrutinyStream(area);
  }

  protected override async alsoGiven(body: InArea & Citing): Promise<Partial<GivenPaper>> {
    const { area, cites } = body;
    return cites && cites.length > 0 ? { figures: await this.figures.find(area, cites) } : {};
  }
}

/** Free texts of this slice's commands. */
const TEXTS = [
  ...['answer', 'corrections', 'evidence', 'planned', 'promise', 'reason', 'reasons'],
  ...['report', 'says', 'taken', 'words'],
];
