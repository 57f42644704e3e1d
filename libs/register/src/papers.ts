import { Ledger } from '@daybook/ledger';
import { Injectable } from '@nestjs/common';
import { paperStream, recordPaper, type Paper } from './record-paper/record-paper.decider';

/** Papers as deciders of other slices are given them: read at the tip of the paper's own stream. */
@Injectable()
export class Papers {
  constructor(private readonly ledger: Ledger) {}

  /**
   * The paper on record under an id, of any area and access; undefined where none is. Who asks for somebody
   * must not show them a restricted paper of another area.
   */
  find(id: string): Promise<Paper | undefined> {
    return this.ledger.tip(recordPaper, paperStream(id));
  }
}
