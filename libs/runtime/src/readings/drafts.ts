import { DraftQuery, DraftsQuery, type DraftInFull, type DraftList } from '@daybook/figures';
import { actorOf, mayQuery, type Dispatcher, type Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';

/**
 * What waits for a second person. Drafts are not on record: they have no position, and only their own body's
 * people read them. Methods throw RefusalError.
 */
export class DraftReadings {
  constructor(private readonly dispatcher: Dispatcher) {}

  /** The drafts of the person's body in an area, and whether it has four eyes on there. */
  async list(person: Person, area: string): Promise<DraftList> {
    // A role that may not ask at all is told that first.
    if (mayQuery(person, 'drafts') && !isOwn(person, area))
      refuse('identity.other-area', 'Drafts are read in an area of your own body.');
    return this.dispatcher.query<DraftList>(person, 'drafts', new DraftsQuery(area, actorOf(person)));
  }

  /** One draft of the person's body. Throws `figures.unknown-draft` for any other. */
  async one(person: Person, id: string): Promise<DraftInFull> {
    const query = new DraftQuery(id, actorOf(person));
    const draft = await this.dispatcher.query<DraftInFull | undefined>(person, 'draft', query);
    if (draft && isOwn(person, draft.area)) return draft;
    return refuse('figures.unknown-draft', 'Your body has no such draft.');
  }
}

function isOwn({ areas }: Person, area: string): boolean {
  return areas !== '*' && areas.includes(area);
}
