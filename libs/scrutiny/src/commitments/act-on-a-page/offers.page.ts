import { mayCommandIn, type Person } from '@daybook/identity';
import { withQuery } from '@daybook/pages';
import { actsFor, policingBodyOf, type Bodies } from '@daybook/provenance';
import type { CommitmentItem } from '../see-commitments/commitment-item';
import { COMMITMENT_DEEDS, type CommitmentDeed } from './commitment-deeds.page';

/** A way to a form. */
export interface WayToForm {
  readonly text: string;
  readonly path: string;
}

/** What a person may record about a commitment: acts of their own, and others' to be written down. */
export interface CommitmentOffers {
  readonly own: readonly WayToForm[];
  readonly transcribed: readonly WayToForm[];
}

type Promise = Pick<CommitmentItem, 'area' | 'owner' | 'to'>;
type Standing = Pick<CommitmentItem, 'status' | 'takenOn' | 'pendingMove'>;

/** A deed that a person may do, whose act it is where that is known, and whether it is written down for them. */
export interface Offered {
  readonly deed: CommitmentDeed;
  /** Null: either side's, which the person says. */
  readonly actor: string | null;
  readonly transcribing: boolean;
}

export function commitmentPath(area: string, id: string): string {
  return `/${area}/commitments/${encodeURIComponent(id)}`;
}

/** The forms that a commitment's page offers a person, by whose part each is and where it stands. */
export function commitmentOffers(
  person: Person,
  item: Promise & Standing & Pick<CommitmentItem, 'id'>,
  bodies: Bodies,
): CommitmentOffers {
  const offered = allowedDeeds(person, item, bodies).filter(({ deed }) => fitsItem(deed, item));
  const ways = (transcribing: boolean): WayToForm[] =>
    offered
      .filter((one) => one.transcribing === transcribing)
      .map(({ deed: { heading, command } }) => ({
        text: heading,
        path: `${commitmentPath(item.area, item.id)}/${command}`,
      }));
  return { own: ways(false), transcribed: ways(true) };
}

/** Where a person may record a commitment, at a meeting or at none; absent: it is not theirs to do. */
export function makingOffer(
  person: Person,
  area: string,
  place: { readonly meeting?: string; readonly item?: string } = {},
): WayToForm | undefined {
  if (!mayCommandIn(person, 'make-commitment', area)) return undefined;
  const path = withQuery(`/${area}/commitments/new`, { meeting: place.meeting, item: place.item });
  return { text: 'Record a commitment', path };
}

/** What a person may say of a commitment, by roles and sides alone. */
export function allowedDeeds(person: Person, promise: Promise, bodies: Bodies): readonly Offered[] {
  const { area } = promise;
  return COMMITMENT_DEEDS.flatMap((deed) => {
    const offered = mayCommandIn(person, deed.command, area) ? partIn(person, deed, promise, bodies) : null;
    return offered ? [{ deed, ...offered }] : [];
  });
}

/** Whether a deed may fit where a commitment stands. */
export function fitsItem({ command, when }: CommitmentDeed, item: Standing): boolean {
  if (!when.includes(item.status)) return false;
  if (command === 'accept-commitment') return item.takenOn === null;
  return !/-commitment-move$/.test(command) || command.startsWith('ask') || item.pendingMove !== null;
}

/** Null where it is not this person's to say at all. */
function partIn(
  person: Person,
  { party }: CommitmentDeed,
  { area, owner, to }: Promise,
  bodies: Bodies,
): Omit<Offered, 'deed'> | null {
  const promises = actsFor(person.body, owner, bodies);
  const receives = to !== null && actsFor(person.body, to, bodies);
  const writes = person.role === 'office' && person.body === policingBodyOf(area);
  // Whoever promised answers nothing of their own; they may write down what the other side said.
  if (party === 'promisee' && to === null) return null;
  if (party === 'promisee')
    return receives && !promises
      ? { actor: to, transcribing: false }
      : writes
        ? { actor: to, transcribing: true }
        : null;
  if (promises) return { actor: owner, transcribing: false };
  if (party === 'either' && receives) return { actor: to, transcribing: false };
  if (!writes) return null;
  return { actor: party === 'either' && to !== null ? null : owner, transcribing: true };
}
