import { validate as isUuid } from 'uuid';
import { ukDate, type Clock } from './clock';
import type { Context, Decider } from './decider';
import type { Draft, DraftEnding, Drafts } from './drafts/drafts';
import { Lanes } from './lanes';
import type { Outcome } from './receipt';
import type { Fact } from './record';
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
import { WritePath, draftGivenUp, type Holding } from './write-path';

const BAD_ID = 'A command id must be a uuid (RFC 9562), chosen by the sender.';
const NO_DRAFT = 'There is no such draft.';

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

  constructor(
    readonly store: EventStore,
    readonly keys: KeyStore,
    private readonly clock: Clock,
  ) {
    this.tips = new TipCache(store);
    this.path = new WritePath(store, keys, clock, this.tips, this.streams);
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

  /** With `holding`, what would be recorded may be kept as a draft instead: then the outcome is Held. */
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
    drafts: Drafts,
    { id, by }: Pick<Draft, 'id' | 'by'>,
    given: Given,
  ): Promise<Outcome> {
    return this.commands.run(id, async () => {
      const draft = await drafts.find(id);
      if (!draft) return new Refusal('ledger.no-draft', NO_DRAFT);
      const refused = draftGivenUp(draft);
      if (refused) return refused;
      const seal = (): Promise<Sealed> => sealedBefore(this.keys, commandOf(draft));
      const outcome = await this.path.persist({ decider, stream: draft.stream, given, seal });
      if (isRefusal(outcome)) return outcome;
      await drafts.end(id, { how: 'approved', by, at: this.clock.now().toISOString(), reason: null });
      return outcome;
    });
  }

  /**
   * Ends a draft that is not to be recorded, and erases its texts. One that is on record already stays there:
   * then the answer is its receipt.
   */
  async giveUp(drafts: Drafts, id: string, ending: Omit<DraftEnding, 'at'>): Promise<Outcome | undefined> {
    return this.commands.run(id, async () => {
      const draft = await drafts.find(id);
      const before =
        draft && (await this.path.answeredBefore(commandOf(draft), false).catch(whileUnavailable));
      if (before) return before;
      await drafts.end(id, { ...ending, at: this.clock.now().toISOString() });
      await this.clear(drafts);
      return undefined;
    });
  }

  /** Erases the keys of drafts that were given up: also of one whose erasing a crash cut short. */
  async clear(drafts: Drafts): Promise<void> {
    for (const { id, keys } of await drafts.uncleared()) {
      for (const key of keys) await this.keys.erase(key);
      await drafts.cleared(id);
    }
  }

  /** Why a draft would be refused if it were carried out now; undefined where it would not. */
  async rehearse<State, Event extends Fact, Given>(
    decider: Decider<object, State, Event, Given>,
    { body, by, stream }: Draft,
    given: Given,
  ): Promise<Refusal | undefined> {
    const state = await this.tip(decider, stream);
    const now = this.clock.now();
    const facts = body && decider.decide(body, state, { now, today: ukDate(now), by, given });
    return isRefusal(facts) ? facts : undefined;
  }

  /** Seals the texts of a command that the ledger itself does not record, and stores their keys. */
  async seal(request: CommandRequest<object>): Promise<SealedCommand> {
    for (;;) {
      const { command, fresh } = await sealCommand(this.keys, request);
      if (await this.keys.put(fresh)) return command;
    }
  }
}

function whileUnavailable(error: unknown): Refusal {
  if (error instanceof StoreUnavailable) return error.refusal;
  throw error;
}

/** The command that a draft is. One that has ended has no body, and is only looked up. */
function commandOf({ name, id, by, body, hash, keys }: Draft): SealedCommand {
  return { name, id, by, body: body ?? {}, hash, keys };
}
