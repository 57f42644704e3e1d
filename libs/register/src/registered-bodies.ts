import { Ledger } from '@daybook/ledger';
import { BodyRegister, type Bodies } from '@daybook/provenance';
import { Injectable } from '@nestjs/common';
import { bodiesIn } from './bodies/bodies-in';
import { registerBook, registerStream } from './book';

/** The bodies of an area as deciders of other slices are given them: read at the tip of its register. */
@Injectable()
export class RegisteredBodies extends BodyRegister {
  constructor(private readonly ledger: Ledger) {
    super();
  }

  async of(area: string): Promise<Bodies> {
    return bodiesIn(await this.ledger.tip(registerBook, registerStream(area)));
  }
}
