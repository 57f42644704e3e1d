import { Ledger } from '@daybook/ledger';
import { Injectable } from '@nestjs/common';
import { paperStream, recordPaper } from './record-paper/record-paper.decider';

/** Papers as deciders of other slices are given them: read at the tip of the paper's own stream. */
@Injectable()
export class Papers {
  constructor(private readonly ledger: Ledger) {}

  /** The paper on record under an id; undefined where none is. */
  find(id: string): Promise<{ readonly id: string; readonly issuedBy: string } | undefined> {
    return this.ledger.tip(recordPaper, paperStream(id));
  }
}
