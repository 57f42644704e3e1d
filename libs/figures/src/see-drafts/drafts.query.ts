import {
  Ledger,
  isRefusal,
  isSealed,
  unseal,
  type Access,
  type Actor,
  type Draft,
  type KeyStore,
  type Precision,
  type SealedText,
} from '@daybook/ledger';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { HeldReturns } from '../approve-return/held-returns';
import { areaOfBook } from '../book';
import type { FiguresEvent, OfFigure } from '../figures.events';
import type { ReadText } from '@daybook/provenance';

/** What waits for a second person of a body, or did: never on record, and nobody else's to read. */
export interface DraftItem {
  /** The id of the command that was sent, and of what is recorded once it is approved. */
  readonly id: string;
  readonly area: string;
  /** The command: `submit-return`, `correct-figure` ... */
  readonly command: string;
  readonly by: Actor;
  readonly heldAt: string;
  readonly state: 'waiting' | 'approved' | 'rejected' | 'withdrawn';
  /** The paper that it names, and its effective date; null where it has none, or is ended. */
  readonly paper: string | null;
  readonly effectiveOn: string | null;
  /** How many figures it is about; null where it is about none, or is ended. */
  readonly figures: number | null;
  readonly ended: (ReadText & { readonly by: Actor; readonly at: string }) | null;
}

/** One draft in full. */
export interface DraftInFull extends DraftItem {
  /** The command's body with its texts opened, an erased one as null; null once the draft has ended. */
  readonly body: Readonly<Record<string, unknown>> | null;
  /** The record that it became the first of; null where it is not on record, or its place not known yet. */
  readonly index: number | null;
  /** Of a mark: the figure that the wrong entry is about. */
  readonly marked: OfFigure | null;
  /** All that would be recorded, were it approved now; empty where it could not be, or has ended. */
  readonly records: readonly DraftRecord[];
  /** Why it could not be approved now; null where it could. */
  readonly obstacle: DraftObstacle | null;
}

/** One record as approving a draft would write it, with its texts opened, an erased one as null. */
export interface DraftRecord {
  readonly type: string;
  readonly effectiveOn: string;
  readonly precision: Precision;
  readonly access: Access;
  /** The body whose act it is, where it is written down for another. */
  readonly for: string | null;
  readonly paper: string | null;
  readonly place: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface DraftObstacle {
  readonly code: string;
  readonly message: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

/** A body's drafts in an area. */
export interface DraftList {
  /** Whether the body has four eyes switched on there. */
  readonly fourEyes: boolean;
  readonly items: readonly DraftItem[];
}

type Reader = Pick<Actor, 'body' | 'role'>;

export class DraftsQuery {
  constructor(
    readonly area: string,
    readonly reader: Reader,
  ) {}
}

/** The answer is undefined where the reader's body has no such draft. */
export class DraftQuery {
  constructor(
    readonly id: string,
    readonly reader: Reader,
  ) {}
}

@QueryHandler(DraftsQuery)
export class DraftsHandler implements IQueryHandler<DraftsQuery> {
  constructor(
    private readonly held: HeldReturns,
    private readonly ledger: Ledger,
  ) {}

  async execute({ area, reader }: DraftsQuery): Promise<DraftList> {
    const drafts = await this.held.list(area, reader);
    const items = await Promise.all(drafts.map((draft) => itemOf(draft, this.ledger.keys)));
    return { fourEyes: await this.held.isOn(area, reader.body), items };
  }
}

@QueryHandler(DraftQuery)
export class DraftHandler implements IQueryHandler<DraftQuery> {
  constructor(
    private readonly held: HeldReturns,
    private readonly ledger: Ledger,
  ) {}

  async execute({ id, reader }: DraftQuery): Promise<DraftInFull | undefined> {
    const draft = await this.held.find(id.toLowerCase(), reader);
    if (!draft) return undefined;
    const rehearsed = await this.held.rehearsed(draft);
    const refusal = isRefusal(rehearsed) ? rehearsed : undefined;
    const errors = refusal?.fields.map(({ field, code, message }) => ({
      pointer: field,
      code,
      detail: message,
    }));
    return {
      ...(await itemOf(draft, this.ledger.keys)),
      body: (await opened(draft.body, this.ledger.keys)) as DraftInFull['body'],
      index: await this.held.indexOf(draft),
      marked: await this.held.markedBy(draft),
      records: isRefusal(rehearsed) ? [] : await opened(rehearsed.map(recordOf), this.ledger.keys),
      obstacle: refusal ? { code: refusal.code, message: refusal.message, errors: errors ?? [] } : null,
    };
  }
}

function recordOf(event: FiguresEvent): DraftRecord {
  const { type, effectiveOn, precision, access, source, data } = event;
  return {
    ...{ type, effectiveOn, precision, access, for: event.for ?? null },
    ...{ paper: source?.paper ?? null, place: source?.place ?? null },
    data: data,
  };
}

async function itemOf(draft: Draft, keys: KeyStore): Promise<DraftItem> {
  const { id, stream, name, by, heldAt, ending } = draft;
  const body = draft.body as Partial<Record<'paper' | 'effectiveOn' | 'measure', string>> & {
    readonly lines?: readonly unknown[];
    readonly of?: string;
  };
  const reason = (await opened(ending?.reason ?? null, keys)) as string | null;
  return {
    id,
    area: areaOfBook(stream),
    command: name,
    by,
    heldAt,
    state: ending?.how ?? 'waiting',
    paper: body?.paper ?? null,
    effectiveOn: body?.effectiveOn ?? null,
    figures: body?.lines?.length ?? (body?.of ? 1 : null),
    ended: ending && {
      by: ending.by,
      at: ending.at,
      reason,
      reasonErased: ending.reason !== null && reason === null,
    },
  };
}

/** A body with its sealed texts opened, all keys read at once; an erased text is null. */
async function opened<T>(value: T, keys: KeyStore): Promise<T> {
  const texts: SealedText[] = [];
  replaceSealed(value, (text) => texts.push(text));
  const found = await keys.find(texts.map(({ key }) => key));
  return replaceSealed(value, (text) => {
    const key = found.get(text.key);
    return !key || key === 'erased' ? null : unseal(text, key);
  }) as T;
}

function replaceSealed(value: unknown, replace: (text: SealedText) => unknown): unknown {
  if (isSealed(value)) return replace(value);
  if (Array.isArray(value)) return value.map((part) => replaceSealed(part, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaceSealed(part, replace)]));
}
