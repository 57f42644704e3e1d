import { ReturnFileQuery, type FiguresEvent, type ReturnFile, type ReturnSubmitted } from '@daybook/figures';
import type { InspectionsEvent } from '@daybook/inspections';
import type { Dispatcher, Person } from '@daybook/identity';
import { refuse, type EventStore, type Recorded } from '@daybook/ledger';
import { readEvent } from '../events';

/** The file that a return came in, with what was said once for all of its figures. */
export interface ReturnFileItem extends ReturnFile {
  /** The return's heading. */
  readonly index: number;
  readonly area: string;
  readonly paper: string;
  readonly effectiveOn: string;
  readonly precision: 'day' | 'month';
  readonly for: string | null;
}

/** The files that returns and trackers came in, for who may read these. */
export class ReturnFiles {
  constructor(
    private readonly store: EventStore,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** By the ledger index of its heading; undefined where it came in none, or is closed to the reader. */
  async of(person: Person, index: number): Promise<ReturnFile | undefined> {
    const item = await readEvent(this.store, person, index);
    const record = item.restricted ? undefined : (item.record as Recorded<FiguresEvent | InspectionsEvent>);
    const headed =
      record?.type === 'figures.return-submitted' || record?.type === 'inspections.tracker-imported';
    const file = headed ? record.data.file : undefined;
    return file && this.dispatcher.query<ReturnFile>(person, 'return-file', new ReturnFileQuery(file));
  }

  /** The same with the return's heading. Throws `ledger.not-on-record` where there is none for the reader. */
  async one(person: Person, index: number): Promise<ReturnFileItem> {
    const heading = await this.heading(person, index);
    const file = await this.of(person, index);
    if (!heading || !file)
      return refuse('ledger.not-on-record', `No return that came in a file begins at record ${index}.`);
    const { effectiveOn, precision, for: whose = null, data } = heading;
    return { index, area: data.area, paper: data.paper, effectiveOn, precision, for: whose, ...file };
  }

  private async heading(person: Person, index: number): Promise<Recorded<ReturnSubmitted> | undefined> {
    const item = await readEvent(this.store, person, index);
    const record = item.restricted ? undefined : (item.record as Recorded<FiguresEvent>);
    return record?.type === 'figures.return-submitted' ? record : undefined;
  }
}
