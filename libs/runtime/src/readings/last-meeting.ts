import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import { BodiesQuery, type BodyList } from '@daybook/register';
import { MeetingsQuery, type MeetingItem, type MeetingList } from '@daybook/scrutiny';
import type { ResolvedPosition } from '../positions';

/**
 * The last meeting of a board of an area that was held before the position's day; undefined where none is on
 * record that the person may read. A body that nobody registered is a board unless it is the panel.
 */
export async function lastBoardMeeting(
  dispatcher: Pick<Dispatcher, 'query'>,
  person: Person,
  position: ResolvedPosition,
  area: string,
): Promise<MeetingItem | undefined> {
  const looking = { position, audienceIn: (one: string) => audienceFor(person, one) };
  const [held, bodies] = await Promise.all([
    dispatcher.query<MeetingList>(
      person,
      'meetings',
      new MeetingsQuery({ area, status: 'held', to: position.asOf }, looking),
    ),
    dispatcher.query<BodyList>(person, 'bodies', new BodiesQuery({ area }, looking)),
  ]);
  const kinds = new Map(bodies.items.map(({ id, kind }) => [id, kind]));
  const isBoards = ({ body }: MeetingItem): boolean => (kinds.get(body) ?? 'board') === 'board';
  return held.items.find((one) => one.on !== null && one.on < position.asOf && isBoards(one));
}
