import { createHash } from 'node:crypto';
import { v5 as uuidv5, validate as isUuid } from 'uuid';
import { canonicalText, prepare, type Prepared } from './canonical';
import { ukDate, type Clock } from './clock';
import type { Context, Decider } from './decider';
import type { Actor, Fact, Recorded } from './record';
import { Refusal, isRefusal } from './refusal';
import type { KeyStore } from './sealing/key-store';
import { openSealing, type Sealing } from './sealing/sealing';
import {
  AppendRefused,
  AppendUnknown,
  AppendUnplaced,
  RevisionConflict,
  StoreUnavailable,
  checkAppend,
  type Appended,
  type EventStore,
} from './store/event-store';
import { Lanes } from './lanes';
import { acknowledgementFor, receiptFor, type Acknowledgement, type Outcome, type Receipt } from './receipt';
import { TipCache, type Tip } from './tip-cache';

/** Names events: uuid v5 of (command id, n), RFC 9562. */
const EVENT_NAMESPACE = '5d7c0b52-6a43-5a0e-8f8b-0d9a3f7b6c21';
const MOST_ATTEMPTS = 5;
const BAD_ID = 'A command id must be a uuid (RFC 9562), chosen by the sender.';
const BUSY = 'Others kept writing here first. Nothing was recorded; send the same command again.';
const UNKNOWN =
  'The event store did not answer, so whether this was recorded is not known yet. Send the same command again, under the same id: it is recorded once.';
const REUSED = 'This command id was used before, with other content. Send the new content under a new id.';

/** What a command is to the ledger: who asks, under which id, what, and which of its texts are sealed. */
export interface CommandRequest<Body extends object> {
  readonly name: string;
  /** A uuid chosen by the sender. The same id and content again answers with the first receipt. */
  readonly id: string;
  readonly by: Actor;
  readonly body: Body;
  /**
   * JSON pointers (`*` in place of a number: every item of a list) to the free texts in `body`, as
   * `/reason` or `/lines/0/note`.
   */
  readonly sealed: readonly string[];
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
  private readonly streams = new Lanes();
  private readonly commands = new Lanes();

  constructor(
    readonly store: EventStore,
    readonly keys: KeyStore,
    private readonly clock: Clock,
  ) {
    this.tips = new TipCache(store);
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

  async execute<Body extends object, State, Event extends Fact, Given>(
    decider: Decider<Body, State, Event, Given>,
    stream: string,
    request: CommandRequest<Body>,
    given: Given,
  ): Promise<Outcome> {
    if (!isUuid(request.id)) return new Refusal('ledger.bad-command-id', BAD_ID);
    const own = { ...request, id: request.id.toLowerCase() };
    return this.commands.run(own.id, () => this.persist(decider, stream, own, given));
  }

  private async persist<Body extends object, State, Event extends Fact, Given>(
    decider: Decider<Body, State, Event, Given>,
    stream: string,
    request: CommandRequest<Body>,
    given: Given,
  ): Promise<Outcome> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      try {
        const { outcome } = await this.streams.run(stream, () =>
          this.attempt(decider, stream, request, given),
        );
        const answer = await outcome;
        if (answer) return answer;
      } catch (error) {
        if (error instanceof AppendRefused) return new Refusal(error.code, error.message);
        if (error instanceof AppendUnknown) return new Refusal('ledger.outcome-unknown', UNKNOWN, true);
        if (error instanceof StoreUnavailable) return error.refusal;
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
    return new Refusal('ledger.busy', BUSY, true);
  }

  /**
   * One turn in the stream's lane. The outcome comes in an object, so that the lane goes on without waiting
   * for it; it is undefined when the command was refused on a state that was never written.
   */
  private async attempt<Body extends object, State, Event extends Fact, Given>(
    decider: Decider<Body, State, Event, Given>,
    stream: string,
    request: CommandRequest<Body>,
    given: Given,
  ): Promise<{ outcome: Promise<Outcome | undefined> | Outcome }> {
    const tip = await this.tips.load(decider, stream);
    const sealing = await openSealing(this.keys, request.id, request.body, request.sealed);
    const hash = commandHash(request, sealing);
    const before = await this.answeredBefore(request.id, hash, sealing.erased);
    if (before) return { outcome: before };

    const now = this.clock.now();
    const context = { now, today: ukDate(now), by: request.by, given };
    const facts = decider.decide(sealing.body as Body, tip.state, context);
    if (isRefusal(facts)) return { outcome: this.confirmed(facts, stream, tip) };

    const expected = tip.revision;
    const stamp = { stream, request, hash, recordedAt: now.toISOString() };
    const records = facts.map((fact, i) => prepare(stamped(fact, i, facts.length, expected + 1 + i, stamp)));
    checkAppend(stream, expected, records);
    // Another process made a key for one of these texts first: they are sealed again, with that one.
    if (!(await this.keys.put(sealing.fresh))) return { outcome: Promise.resolve(undefined) };
    return { outcome: this.append(decider, stream, tip, records) };
  }

  /**
   * The refusal, once all that it was decided on is on disk; undefined where that was never written, or where
   * others have written since: then it is decided again.
   */
  private async confirmed(refusal: Refusal, stream: string, tip: Tip<unknown>): Promise<Refusal | undefined> {
    const { revision } = tip;
    try {
      await tip.flushed;
    } catch {
      return undefined;
    }
    if (this.store.soleWriter) return refusal;
    const [newer] = await this.store.readStream(stream, revision + 1, 1);
    if (!newer) return refusal;
    this.tips.drop(stream, tip);
    return undefined;
  }

  /**
   * Appends, and takes the cached state past the records at once; drops it when they turn out not to be
   * written.
   */
  private async append<State, Event extends Fact>(
    decider: Pick<Decider<never, State, Event, never>, 'evolve'>,
    stream: string,
    tip: Tip<State>,
    records: readonly Prepared[],
  ): Promise<Receipt | Acknowledgement> {
    try {
      const expected = tip.revision;
      const rested = tip.flushed;
      // Folded first: what the decider cannot fold must never be written.
      for (const { record } of records)
        tip.state = decider.evolve(tip.state, record as unknown as Recorded<Event>);
      tip.revision += records.length;
      const appended = this.appendAfter(rested, stream, expected, records).catch(whereUnknown);
      tip.flushed = appended;
      const place = await appended;
      if (!place) return acknowledgementFor(records.map(({ record }) => record));
      return receiptFor(records.map(({ record }, i) => ({ index: place.firstIndex + i, record })));
    } catch (error) {
      this.tips.drop(stream, tip);
      throw error;
    }
  }

  /**
   * Where others write too, what was decided on appends that are under way is sent once they are known to be
   * written: were one of them to fail because another process wrote first, the revision of this one could fit
   * all the same, though the state that it was decided on never stood.
   */
  private async appendAfter(
    rested: Promise<unknown>,
    stream: string,
    expected: number,
    records: readonly Prepared[],
  ): Promise<Appended> {
    if (this.store.soleWriter) return this.store.append(stream, expected, records);
    try {
      await rested;
    } catch {
      throw new RevisionConflict(stream, expected, expected);
    }
    return this.store.append(stream, expected, records);
  }

  /**
   * The first receipt, where this command was carried out before; a refusal, where its id was used for
   * another.
   */
  private async answeredBefore(id: string, hash: string, erased: boolean): Promise<Outcome | undefined> {
    // Once a text's key is erased, its digest cannot be made again: then the id alone decides.
    const answer = <T extends Outcome>(first: Recorded, receipt: T): T | Refusal =>
      erased || first.command.hash === hash ? receipt : new Refusal('ledger.command-reused', REUSED);
    try {
      const entries = await this.store.findCommand(id);
      return entries[0] && answer(entries[0].record, receiptFor(entries));
    } catch (error) {
      const first = error instanceof AppendUnplaced ? error.records[0] : undefined;
      if (!(error instanceof AppendUnplaced) || !first) throw error;
      return answer(first, acknowledgementFor(error.records));
    }
  }
}

/** What was written is no failure, though nobody can say yet where it stands. */
function whereUnknown(error: unknown): undefined {
  if (!(error instanceof AppendUnplaced)) throw error;
}

type StampOf = {
  readonly stream: string;
  readonly request: CommandRequest<object>;
  readonly hash: string;
  readonly recordedAt: string;
};

function stamped(fact: Fact, i: number, of: number, revision: number, given: StampOf): Recorded {
  const { stream, request, hash, recordedAt } = given;
  return {
    ...fact,
    stream,
    revision,
    id: uuidv5(`${request.id} ${i + 1}`, EVENT_NAMESPACE),
    commit: { n: i + 1, of },
    recordedAt,
    by: request.by,
    command: { id: request.id, hash },
  };
}

function commandHash({ name, by, body }: CommandRequest<object>, sealing: Sealing): string {
  const text = canonicalText({ name, by, body: sealing.digests(body) });
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
