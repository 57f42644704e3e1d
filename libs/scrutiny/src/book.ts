import {
  Refusal,
  type Access,
  type Context,
  type Precision,
  type Recorded,
  type Source,
} from '@daybook/ledger';
import { actsFor, type GivenPaper } from '@daybook/provenance';
import {
  beginningOf,
  nothingYet,
  subjectIn,
  withEvent,
  type ActsOf,
  type BEGINNINGS,
  type History,
  type SubjectKind,
} from './histories';
import type { ScrutinyEvent, Subject } from './scrutiny.events';

/** An entry of the book, by its event id: what a mark of it concerns. */
export interface EntryOnRecord {
  readonly subject: Subject;
  readonly access: Access;
  /** The body that wrote it, and whose act it is. */
  readonly by: string;
  readonly for: string | null;
  readonly type: ScrutinyEvent['type'];
  readonly effectiveOn: string;
  readonly precision: Precision;
  readonly source: Source | null;
}

type Histories = { readonly [Kind in SubjectKind]: Map<string, History<Kind>> };

/**
 * The state of `scrutiny-<area>`, the book of what was asked, promised and decided about one area's police:
 * the consistency boundary of every rule that looks across meetings, questions, commitments and decisions.
 */
export interface ScrutinyBook extends Histories {
  readonly entries: Map<string, EntryOnRecord>;
  /** Ids of entries that are marked as entered wrongly: they are in no history's acts. */
  readonly marked: Set<string>;
}

export function scrutinyStream(area: string): string {
  return `scrutiny-${area}`;
}

export const scrutinyBook = {
  initial: (): ScrutinyBook => ({
    meeting: new Map(),
    question: new Map(),
    commitment: new Map(),
    decision: new Map(),
    entries: new Map(),
    marked: new Set(),
  }),

  evolve(book: ScrutinyBook, event: Recorded<ScrutinyEvent>): ScrutinyBook {
    const subject = subjectIn(event);
    const { access, by, type, effectiveOn, precision } = event;
    const whose = { by: by.body, for: event.for ?? null, source: event.source ?? null };
    book.entries.set(event.id, { subject, access, type, effectiveOn, precision, ...whose });
    if (event.type === 'scrutiny.entry-marked-wrong') book.marked.add(event.data.of);
    const known = book[subject.kind] as Map<string, History>;
    const history = known.get(subject.id) ?? nothingYet(event.data.area, subject.id);
    known.set(subject.id, withEvent(history, event, event.revision));
    return book;
  },
};

type Beginning<Kind extends SubjectKind> = Extract<
  ActsOf[Kind],
  { readonly type: (typeof BEGINNINGS)[Kind] }
>;

/** A thing on record: how it began, and all that was said of it in effective order, its beginning among it. */
export interface OnRecord<Kind extends SubjectKind> {
  readonly began: Beginning<Kind>;
  readonly acts: readonly ActsOf[Kind][];
}

/** The thing on record with an id; undefined where none is, or its entry is marked as wrong. */
export function known<Kind extends SubjectKind>(
  book: ScrutinyBook,
  kind: Kind,
  id: string,
): OnRecord<Kind> | undefined {
  const history = book[kind].get(id) as History<Kind> | undefined;
  const began = history && beginningOf(kind, history);
  return history && began && { began: began, acts: history.acts };
}

const PUT_ON_RECORD: Readonly<Record<SubjectKind, string>> = {
  meeting: 'Call it first.',
  question: 'Record that it was asked first.',
  commitment: 'Record that it was made first.',
  decision: 'Record it first.',
};

type Asking = Pick<Context<GivenPaper>, 'by' | 'given'>;

/**
 * The same, as whoever gives a command may know of it. A panel's people read what is public alone: what is
 * restricted is not on record for them, unless their panel is a party to it.
 */
export function knownTo<Kind extends SubjectKind>(
  { by, given }: Asking,
  book: ScrutinyBook,
  kind: Kind,
  id: string,
): OnRecord<Kind> | undefined {
  const found = known(book, kind, id);
  if (by.role !== 'panel' || found?.began.access !== 'restricted') return found;
  const { for: whose, by: writer, data } = found.began;
  const { body, owner, to }: Parties = data;
  const isParty = [whose ?? writer.body, body, owner, to].some(
    (one) => one && actsFor(by.body, one, given.bodies),
  );
  return isParty ? found : undefined;
}

/** Whoever meets, promises, is promised something or is asked. */
interface Parties {
  readonly area: string;
  readonly body?: string;
  readonly owner?: string;
  readonly to?: string | null;
}

/** The same, or the refusal of a command that names it: `scrutiny.unknown-meeting` and so on. */
export function find<Kind extends SubjectKind>(
  context: Asking,
  book: ScrutinyBook,
  kind: Kind,
  id: string,
): OnRecord<Kind> | Refusal {
  const message = `No ${kind} "${id}" is on record in this area. ${PUT_ON_RECORD[kind]}`;
  return knownTo(context, book, kind, id) ?? new Refusal(`scrutiny.unknown-${kind}`, message);
}
