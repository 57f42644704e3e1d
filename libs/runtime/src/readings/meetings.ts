import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import {
  MeetingQuery,
  MeetingsQuery,
  readMeetingsWanted,
  type MeetingInFull,
  type MeetingItem,
  type MeetingList,
  type MeetingsAsked,
  type SaidUnder,
} from '@daybook/scrutiny';
import type { Many, One } from '../answers';
import type { PositionRequest, ResolvedPosition } from '../positions';
import { bodiesAt } from './bodies-at';
import { QuotedFigures } from './quoted-figures';
import { Targets } from './targets';

/** A meeting by its id; without an area, that of the area that recorded it first. */
interface Which {
  readonly id: string;
  readonly area?: string;
}

/** Meetings. Methods throw RefusalError. */
export class MeetingReadings {
  private readonly figures: QuotedFigures;

  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {
    this.figures = new QuotedFigures(dispatcher);
  }

  /** Throws `scrutiny.bad-filter`. */
  async list(
    person: Person,
    at: PositionRequest,
    { after, limit, ...asked }: MeetingsAsked & { readonly after?: string; readonly limit?: number },
  ): Promise<Many<MeetingItem>> {
    const wanted = readMeetingsWanted(asked);
    const position = await this.resolve(at);
    const looking = { position, audienceIn: (area: string) => audienceFor(person, area) };
    const query = new MeetingsQuery(wanted, looking, { after, limit });
    return { position, ...(await this.dispatcher.query<MeetingList>(person, 'meetings', query)) };
  }

  /** Throws `scrutiny.meeting-not-on-record`. */
  async one(person: Person, at: PositionRequest, { id, area }: Which): Promise<One<MeetingInFull>> {
    const position = await this.resolve(at);
    const looking = { position, audienceIn: (one: string) => audienceFor(person, one) };
    const bodiesIn = await bodiesAt(this.dispatcher, person, position, area);
    const query = new MeetingQuery({ meeting: id, area }, looking, bodiesIn);
    const found = await this.dispatcher.query<MeetingInFull | undefined>(person, 'meeting', query);
    const { asOf, basis } = position;
    const message = `No such meeting is on record as of ${asOf}, with a ledger of ${basis} records.`;
    const item = found ?? refuse('scrutiny.meeting-not-on-record', message);
    return { position, item: await this.withFigures(person, position, item) };
  }

  /** What was said there, with what became of the figures that it rests on. */
  private async withFigures(
    person: Person,
    position: ResolvedPosition,
    item: MeetingInFull,
  ): Promise<MeetingInFull> {
    const targets = new Targets(this.dispatcher, person, position);
    const told = async <Under extends SaidUnder>(under: Under): Promise<Under> => ({
      ...under,
      questions: await this.figures.counted(person, position, under.questions),
      commitments: await targets.judged(under.commitments),
      decisions: await this.figures.counted(person, position, under.decisions),
    });
    return {
      ...item,
      items: await Promise.all(item.items.map(told)),
      elsewhere: await told(item.elsewhere),
    };
  }
}
