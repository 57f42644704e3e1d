import { ReturnFileQuery, type FiguresEvent, type ReturnFile } from '@daybook/figures';
import type { Dispatcher, Person } from '@daybook/identity';
import type { EventStore, Recorded } from '@daybook/ledger';
import { readEvent } from '../events';

/** The files that returns came in, for who may read the returns. */
export class ReturnFiles {
  constructor(
    private readonly store: EventStore,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** By the ledger index of the return's heading; undefined where it came in none, or is closed to the reader. */
  async of(person: Person, index: number): Promise<ReturnFile | undefined> {
    const item = await readEvent(this.store, person, index);
    if (item.restricted) return undefined;
    const { type, data } = item.record as Recorded<FiguresEvent>;
    if (type !== 'figures.return-submitted' || !data.file) return undefined;
    return this.dispatcher.query<ReturnFile>(person, 'return-file', new ReturnFileQuery(data.file));
  }
}
