import { v5 as uuidv5, validate as isUuid } from 'uuid';
import { ukDate, type Clock } from './clock';
import type { Context, Decider } from './decider';
import type { Draft, DraftEnding, Drafts } from './drafts/drafts';
import { EndedDrafts, recordsOf } from './drafts/ended-drafts';
import { Lanes } from './lanes';
import type { Outcome } from './receipt';
import type { Actor, Fact, FreeText } from './record';
import { Refusal, isRefusal } from './refusal';
import type { KeyStore } from './sealing/key-store';
import {
  sealCommand,
  sealedBefore,
  type CommandRequest,
  type Sealed,
  type SealedCommand,
} from './sealing/seal-command';
import { StoreUnavailable, type EventStore } from './store/event-store';
import { TipCache } from './tip-cache';
import { WritePath, commandReused, draftGivenUp, type Holding } from './write-path';

const BAD_ID = 'A command id must be a uuid (RFC 9562), chosen by the sender.';
const NO_DRAFT = 'There is no such draft.';
const MAY_BE_RECORDED =
  'This was approved, and the event store did not say whether it is recorded. Try again in a few minutes.';
/** After which an append that shows nowhere is over: a store and its servers give one up in seconds. */
const APPEND_OVER_MS = 300_000;
/** Names what is sealed of a rejection: uuid v5 of (draft id, "rejected"), RFC 9562. */
const REJECTION_NAMESPACE = '0b3f6a52-7a0e-5c1d-9d53-2f4e8c6b7a10';

/** How a draft is given up; why, in the open. */
export interface GivingUp extends Pick<DraftEnding, 'how' | 'by'> {
  readonly how: 'rejected' | 'withdrawn';
  readonly reason: string | null;
}

/**
 * The one write path: read the stream's tip, decide, append at that revision.
 *
 * Commands on one stream run in a lane, in order, and are pipelined: the next one decides on a state that
 * includes appends still being flushed. When an append fails the cached state is dropped and what was
 * decided on it is decided again, a fixed number of times. Resolves with a receipt only after the records
 * are on disk, and with a refusal only after all that it was decided on is. Commands with one id take turns,
 * so a repeated one finds the first one's records.
 *
 * Where other processes write too, the revision says how long the stream is, and not what is in it: what
 * was decided on appends under way is sent once they are written. A refusal rests on no revision at all, so
 * before it is given the stream's tail is read again. The look-up of the command comes after the state is
 * loaded: it finds every command that the state includes.
 *
 * Rejects with the store's error when the disk failed: nothing was written, and the same command may be sent
 * again.
 */
export class Ledger {
  private readonly tips: TipCache;
  private readonly path: WritePath;
  private readonly streams = new Lanes();
  private readonly commands = new Lanes();
  private readonly ended: EndedDrafts;

  constructor(
    readonly store: EventStore,
    readonly keys: KeyStore,
    private readonly clock: Clock,
    private readonly drafts: Drafts,
  ) {
    this.tips = new TipCache(store);
    this.path = new WritePath(store, keys, clock, this.tips, this.streams, drafts);
    this.ended = new EndedDrafts(store, drafts);
  }

  /**
   * The state of another stream at its tip, on disk, for a handler that passes it on as `given`. It is the
   * cached state itself, which later commands may change: read it, and keep nothing of it.
   */
  async tip<State, Event extends Fact>(
    decider: Pick<Decider<never, State, Event, never>, 'initial' | 'evolve'>,
    stream: string,
  ): Promise<State> {
    for (;;) {
      const tip = await this.streams.run(stream, () => this.tips.load(decider, stream));
      const awaited = tip.flushed;
      const written = await awaited.then(
        () => true,
        () => false,
      );
      // The state may have gone on meanwhile, to what is not on disk yet.
      if (!written || tip.flushed !== awaited) continue;
      if (this.store.soleWriter) return tip.state;
      const fresh = await this.streams.run(stream, async () => {
        if (tip.flushed !== awaited) return false;
        await this.tips.readOn(decider, stream, tip);
        return true;
      });
      if (fresh) return tip.state;
    }
  }

  /**
   * What would be decided on a stream as it stands on disk now; nothing is written. `look` is handed the
   * cached state itself: it reads it, and keeps nothing of it.
   */
  async preview<State, Event extends Fact, Given, Seen>(
    decider: Pick<Decider<never, State, Event, never>, 'initial' | 'evolve'>,
    stream: string,
    { by, given }: Pick<Context<Given>, 'by' | 'given'>,
    look: (state: State, context: Context<Given>) => Seen,
  ): Promise<Seen> {
    const state = await this.tip(decider, stream);
    const now = this.clock.now();
    return look(state, { now, today: ukDate(now), by, given });
  }

  /**
   * With `holding`, what would be recorded may be kept as a draft instead: then the outcome is Held. An id
   * that a draft has is refused to any other command, whether it could be held or not.
   */
  async execute<Body extends object, State, Event extends Fact, Given>(
    decider: Decider<Body, State, Event, Given>,
    stream: string,
    request: CommandRequest<Body>,
    given: Given,
    holding?: Holding<State>,
  ): Promise<Outcome> {
    if (!isUuid(request.id)) return new Refusal('ledger.bad-command-id', BAD_ID);
    const own = { ...request, id: request.id.toLowerCase() };
    const seal = (): Promise<Sealed> => sealCommand(this.keys, own);
    return this.commands.run(own.id, () => this.path.persist({ decider, stream, given, holding, seal }));
  }

  /**
   * Decides a draft again, as its author's, and records the very bytes that were sealed when it was kept;
   * `by` approves it. A draft that was recorded before answers with its receipt, one that was given up is
   * refused, and one that the rules refuse now goes on waiting.
   */
  async carryOut<State, Event extends Fact, Given>(
    decider: Decider<object, State, Event, Given>,
    { id, by }: Pick<Draft, 'id' | 'by'>,
    given: Given,
  ): Promise<Outcome> {
    return this.commands.run(id, async () => {
      const draft = await this.drafts.find(id);
      if (!draft) return new Refusal('ledger.no-draft', NO_DRAFT);
      const refused = draftGivenUp(draft);
      if (refused) return refused;
      const seal = (): Promise<Sealed> => sealedBefore(this.keys, commandOf(draft));
      const begin = (revision: number): Promise<void> =>
        this.drafts.note(id, { by, at: this.clock.now().toISOString(), revision });
      const work = { decider, stream: draft.stream, given, seal, ofDraft: true, begin };
      const outcome = await this.path.persist(work);
      if (!isRefusal(outcome)) await this.ended.asApproved(draft, by);
      else if (outcome.code !== 'ledger.outcome-unknown') await this.drafts.note(id, draft.begun);
      return outcome;
    });
  }

  /**
   * Ends a draft that is not to be recorded, and erases its texts. One that is on record already stays there:
   * then the answer is its receipt. While an append of it may still be written, nobody can say which, and
   * none of its texts is erased. Why is sealed, under an id of the draft's own.
   */
  async giveUp(id: string, { how, by, reason }: GivingUp): Promise<Outcome | undefined> {
    return this.commands.run(id, async () => {
      const draft = await this.drafts.find(id);
      if (!draft) return new Refusal('ledger.no-draft', NO_DRAFT);
      const before = await this.outcomeOf(draft).catch(whileUnavailable);
      if (before && !isRefusal(before)) await this.ended.asApproved(draft, by);
      // Where its id is another command's, it can never be recorded: all the more it ends.
      if (before && !isReused(before)) return before;
      if (draft.ending === null) {
        const at = this.clock.now().toISOString();
        await this.drafts.end(id, { how, by, at, reason: await this.sealedReason(draft, by, reason) });
      }
      await this.clear();
      return undefined;
    });
  }

  /**
   * Erases the keys of drafts that were given up: also of one whose erasing a crash cut short. A key that a
   * record needs stays.
   */
  async clear(): Promise<void> {
    for (const { id, keys } of await this.drafts.uncleared()) {
      const needed = JSON.stringify((await recordsOf(this.store, id)).map(({ data }) => data));
      for (const key of keys) if (!needed.includes(key)) await this.keys.erase(key);
      await this.drafts.cleared(id);
    }
  }

  /** Ends the drafts that are on record, though a crash or a lost connection kept that from being noted. */
  async settle(): Promise<void> {
    for (const draft of await this.drafts.waiting()) await this.ended.whereOnRecord(draft);
  }

  /** A draft as it stands: one that is on record as approved, whatever was noted of it. */
  async standing(draft: Draft): Promise<Draft> {
    if (draft.ending || !(await this.ended.whereOnRecord(draft))) return draft;
    return (await this.drafts.find(draft.id)) ?? draft;
  }

  /** The refusal of a command that the ledger does not record, where its id is another's. */
  async idTaken(id: string): Promise<Refusal | undefined> {
    const taken = await recordsOf(this.store, id.toLowerCase());
    const draft = await this.drafts.find(id.toLowerCase());
    return taken.length > 0 || draft ? commandReused() : undefined;
  }

  /** What would be recorded of a draft if it were carried out now, its texts sealed, or why it would be refused. */
  async rehearse<State, Event extends Fact, Given>(
    decider: Decider<object, State, Event, Given>,
    { body, by, stream }: Draft,
    given: Given,
  ): Promise<readonly Event[] | Refusal> {
    const state = await this.tip(decider, stream);
    const now = this.clock.now();
    return body ? decider.decide(body, state, { now, today: ukDate(now), by, given }) : [];
  }

  /** What has come of appending a draft; undefined where it is not on record, and surely will not be. */
  private async outcomeOf(draft: Draft): Promise<Outcome | undefined> {
    const { stream, begun } = draft;
    const open = begun && !draft.ending && !this.store.soleWriter ? begun : undefined;
    // What stands after the revision that it stated: this, or what keeps it from ever standing there.
    const next = open && (await this.store.readStream(stream, open.revision + 1, 1));
    const before = await this.path.answeredBefore(commandOf(draft), false);
    if (before || !open || !next || next.length > 0) return before;
    const over = this.clock.now().getTime() - Date.parse(open.at) >= APPEND_OVER_MS;
    return over ? undefined : new Refusal('ledger.outcome-unknown', MAY_BE_RECORDED, true);
  }

  /**
   * Never under the id of a command: its keys would be a record's, or those that are erased with the draft.
   */
  private async sealedReason(draft: Draft, by: Actor, reason: string | null): Promise<FreeText> {
    if (reason === null) return null;
    const id = uuidv5(`${draft.id} rejected`, REJECTION_NAMESPACE);
    for (;;) {
      const request = { name: 'reject', id, by, body: { reason }, sealed: ['/reason'] };
      const { command, fresh } = await sealCommand(this.keys, request);
      if (await this.keys.put(fresh)) return (command.body as { readonly reason: FreeText }).reason;
    }
  }
}

function isReused(outcome: Outcome): boolean {
  return isRefusal(outcome) && outcome.code === 'ledger.command-reused';
}

function whileUnavailable(error: unknown): Refusal {
  if (error instanceof StoreUnavailable) return error.refusal;
  throw error;
}

/** The command that a draft is. One that has ended has no body, and is only looked up. */
function commandOf({ name, id, by, body, hash, keys }: Draft): SealedCommand {
  return { name, id, by, body: body ?? {}, hash, keys };
}
