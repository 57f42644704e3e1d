import { createHash } from 'node:crypto';
import { v5 as uuidv5, validate as isUuid } from 'uuid';
import { canonicalText, prepare, type Prepared } from './canonical';
import { ukDate, type Clock } from './clock';
import type { Decider } from './decider';
import type { Actor, Fact, Recorded } from './record';
import { Refusal, isRefusal } from './refusal';
import type { KeyStore } from './sealing/key-store';
import { openSealing, type Sealing } from './sealing/sealing';
import { AppendRefused, RevisionConflict, checkAppend, type EventStore } from './store/event-store';
import { Lanes } from './lanes';
import { TipCache, type Tip } from './tip-cache';

/** Names events: uuid v5 of (command id, n), RFC 9562. */
const EVENT_NAMESPACE = '5d7c0b52-6a43-5a0e-8f8b-0d9a3f7b6c21';
const MOST_ATTEMPTS = 5;
const BAD_ID = 'A command id must be a uuid (RFC 9562), chosen by the sender.';
const BUSY = 'Others kept writing here first. Nothing was recorded; send the same command again.';
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

/** Proof of what was recorded. The same command again gives the same receipt. */
export interface Receipt {
  readonly commandId: string;
  readonly stream: string;
  /** The stream's revision after this commit. */
  readonly revision: number;
  readonly events: readonly string[];
  readonly indexes: readonly number[];
  /** The ledger size at the end of this commit: pass it as `basis` to see the position that it made. */
  readonly ledgerSize: number;
}

type Outcome = Receipt | Refusal;

/**
 * The one write path: read the stream's tip, decide, append at that revision.
 *
 * Commands on one stream run in a lane, in order, and are pipelined: the next one decides on a state that
 * includes appends still being flushed. When an append fails the cached state is dropped and what was
 * decided on it is decided again, a fixed number of times. Resolves with a receipt only after the records
 * are on disk, and with a refusal only after all that it was decided on is. Commands with one id take turns,
 * so a repeated one finds the first one's records.
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
      if (written && tip.flushed === awaited) return tip.state;
    }
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
    const sealing = await openSealing(this.keys, request.id, request.body, request.sealed);
    const hash = commandHash(request, sealing);
    const before = await this.answeredBefore(request.id, hash, sealing.erased);
    if (before) return { outcome: before };

    const tip = await this.tips.load(decider, stream);
    const now = this.clock.now();
    const context = { now, today: ukDate(now), by: request.by, given };
    const facts = decider.decide(sealing.body as Body, tip.state, context);
    if (isRefusal(facts)) return { outcome: tip.flushed.then(() => facts, decideAgain) };

    const expected = tip.revision;
    const stamp = { stream, request, hash, recordedAt: now.toISOString() };
    const records = facts.map((fact, i) => prepare(stamped(fact, i, facts.length, expected + 1 + i, stamp)));
    checkAppend(stream, expected, records);
    await this.keys.put(sealing.fresh);
    return { outcome: this.append(decider, stream, tip, records) };
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
  ): Promise<Receipt> {
    try {
      const expected = tip.revision;
      // Folded first: what the decider cannot fold must never be written.
      for (const { record } of records)
        tip.state = decider.evolve(tip.state, record as unknown as Recorded<Event>);
      tip.revision += records.length;
      const appended = this.store.append(stream, expected, records);
      tip.flushed = appended;
      const { firstIndex } = await appended;
      return receiptFor(records.map(({ record }, i) => ({ index: firstIndex + i, record })));
    } catch (error) {
      this.tips.drop(stream, tip);
      throw error;
    }
  }

  /**
   * The first receipt, where this command was carried out before; a refusal, where its id was used for
   * another.
   */
  private async answeredBefore(id: string, hash: string, erased: boolean): Promise<Outcome | undefined> {
    const entries = await this.store.findCommand(id);
    const first = entries[0];
    if (!first) return undefined;
    // Once a text's key is erased, its digest cannot be made again: then the id alone decides.
    return erased || first.record.command.hash === hash
      ? receiptFor(entries)
      : new Refusal('ledger.command-reused', REUSED);
  }
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

function receiptFor(entries: readonly { index: number; record: Recorded }[]): Receipt {
  const last = entries.at(-1);
  if (!last) throw new Error('A receipt is made of at least one record.');
  return {
    commandId: last.record.command.id,
    stream: last.record.stream,
    revision: last.record.revision,
    events: entries.map((e) => e.record.id),
    indexes: entries.map((e) => e.index),
    ledgerSize: last.index + 1,
  };
}

function decideAgain(): undefined {
  return undefined;
}
