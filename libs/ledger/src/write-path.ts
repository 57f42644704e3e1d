import { v5 as uuidv5 } from 'uuid';
import { prepare, type Prepared } from './canonical';
import { ukDate, type Clock } from './clock';
import type { Decider } from './decider';
import type { Draft, Drafts } from './drafts/drafts';
import { type Lanes } from './lanes';
import {
  acknowledgementFor,
  heldAs,
  receiptFor,
  type Acknowledgement,
  type Held,
  type Outcome,
  type Receipt,
} from './receipt';
import type { Fact, Recorded } from './record';
import { Refusal, isRefusal } from './refusal';
import type { KeyStore } from './sealing/key-store';
import type { Sealed, SealedCommand } from './sealing/seal-command';
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
import type { Tip, TipCache } from './tip-cache';

/** Names events: uuid v5 of (command id, n), RFC 9562. */
const EVENT_NAMESPACE = '5d7c0b52-6a43-5a0e-8f8b-0d9a3f7b6c21';
const MOST_ATTEMPTS = 5;
const BUSY = 'Others kept writing here first. Nothing was recorded; send the same command again.';
const UNKNOWN =
  'The event store did not answer, so whether this was recorded is not known yet. Send the same command again, under the same id: it is recorded once.';
const REUSED = 'This command id was used before, with other content. Send the new content under a new id.';
const ERASED =
  'A text of this command was erased for good, so it cannot be recorded. Send what is to be recorded under a new id.';
const GIVEN_UP =
  'This was rejected or withdrawn before it was recorded, and will not be. Send what is to be recorded under a new id.';

/** Where a command may have to wait for a second person. */
export interface Holding<State> {
  /**
   * Whether a command that was just accepted is kept as a draft, judged on the state that it was decided on;
   * a refusal where it should be, and may not.
   */
  applies(state: State): boolean | Refusal;
}

/** One command on its way to its stream. */
export interface Work<Body extends object, State, Event extends Fact, Given> {
  readonly decider: Decider<Body, State, Event, Given>;
  readonly stream: string;
  readonly given: Given;
  readonly holding?: Holding<State>;
  /** Whether it is carried out as the draft of its id; else that id must be no draft of another command. */
  readonly ofDraft?: boolean;
  /** Awaited right before what may be written is sent: after which revision. */
  begin?(revision: number): Promise<void>;
  seal(): Promise<Sealed>;
}

/** From a command to its records: each attempt decides on the stream's tip, in the stream's lane. */
export class WritePath {
  constructor(
    private readonly store: EventStore,
    private readonly keys: KeyStore,
    private readonly clock: Clock,
    private readonly tips: TipCache,
    private readonly streams: Lanes,
    private readonly drafts: Drafts,
  ) {}

  /** Decides and appends, again where others wrote first. Commands with one id must take turns. */
  async persist<Body extends object, State, Event extends Fact, Given>(
    work: Work<Body, State, Event, Given>,
  ): Promise<Outcome> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      try {
        const { outcome } = await this.streams.run(work.stream, () => this.attempt(work));
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
  private async attempt<Body extends object, State, Event extends Fact, Given>({
    decider,
    stream,
    given,
    holding,
    ofDraft = false,
    begin,
    seal,
  }: Work<Body, State, Event, Given>): Promise<{ outcome: Promise<Outcome | undefined> | Outcome }> {
    const tip = await this.tips.load(decider, stream);
    const { command, fresh, erased } = await seal();
    const before =
      (await this.answeredBefore(command, erased)) ??
      (ofDraft ? undefined : await answerOfDraft(this.drafts, command, erased));
    if (before) return { outcome: before };
    if (erased) return { outcome: new Refusal('ledger.text-erased', ERASED) };

    const now = this.clock.now();
    const context = { now, today: ukDate(now), by: command.by, given };
    const facts = decider.decide(command.body as Body, tip.state, context);
    if (isRefusal(facts)) return { outcome: this.confirmed(facts, stream, tip) };

    const held = holding?.applies(tip.state) ?? false;
    if (isRefusal(held)) return { outcome: this.confirmed(held, stream, tip) };

    const expected = tip.revision;
    const stamp = { stream, command, recordedAt: now.toISOString() };
    const records = facts.map((fact, i) => prepare(stamped(fact, i, facts.length, expected + 1 + i, stamp)));
    checkAppend(stream, expected, records);
    // Another process made a key for one of these texts first: they are sealed again, with that one.
    if (!(await this.keys.put(fresh))) return { outcome: Promise.resolve(undefined) };
    await begin?.(expected);
    if (!held) return { outcome: this.append(decider, stream, tip, records) };
    const draft = { ...command, stream, heldAt: stamp.recordedAt, begun: null, ending: null };
    return { outcome: this.hold(draft, tip) };
  }

  /** Keeps a draft, once all that it was decided on is on disk; undefined where that was never written. */
  private async hold(draft: Draft, tip: Tip<unknown>): Promise<Held | undefined> {
    const held = await this.confirmed(heldAs(draft.id), draft.stream, tip);
    if (held) await this.drafts.keep(draft);
    return held;
  }

  /**
   * An answer that rests on no append, once all that it was decided on is on disk; undefined where that was
   * never written, or where others have written since: then it is decided again.
   */
  private async confirmed<T extends object>(
    answer: T,
    stream: string,
    tip: Tip<unknown>,
  ): Promise<T | undefined> {
    const { revision } = tip;
    try {
      await tip.flushed;
    } catch {
      return undefined;
    }
    if (this.store.soleWriter) return answer;
    const [newer] = await this.store.readStream(stream, revision + 1, 1);
    if (!newer) return answer;
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
  async answeredBefore(
    { id, hash }: Pick<SealedCommand, 'id' | 'hash'>,
    erased: boolean,
  ): Promise<Outcome | undefined> {
    // Once a text's key is erased, its digest cannot be made again: then the id alone decides.
    const answer = <T extends Outcome>(first: Recorded, receipt: T): T | Refusal =>
      erased || first.command.hash === hash ? receipt : commandReused();
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

/** What a command that was kept as a draft before is answered with; undefined where no draft has its id. */
async function answerOfDraft(
  drafts: Drafts,
  { id, hash }: SealedCommand,
  erased: boolean,
): Promise<Outcome | undefined> {
  const draft = await drafts.find(id);
  if (!draft) return undefined;
  if (!erased && draft.hash !== hash) return commandReused();
  return draftGivenUp(draft) ?? heldAs(id);
}

/** The refusal of a command whose id is another's. */
export function commandReused(): Refusal {
  return new Refusal('ledger.command-reused', REUSED);
}

/** The refusal of a draft that was rejected or withdrawn. */
export function draftGivenUp({ ending }: Draft): Refusal | undefined {
  if (ending === null || ending.how === 'approved') return undefined;
  return new Refusal('ledger.draft-given-up', GIVEN_UP);
}

/** What was written is no failure, though nobody can say yet where it stands. */
function whereUnknown(error: unknown): undefined {
  if (!(error instanceof AppendUnplaced)) throw error;
}

type StampOf = {
  readonly stream: string;
  readonly command: SealedCommand;
  readonly recordedAt: string;
};

function stamped(fact: Fact, i: number, of: number, revision: number, given: StampOf): Recorded {
  const { stream, command, recordedAt } = given;
  const { id, hash, by } = command;
  return {
    ...fact,
    stream,
    revision,
    id: uuidv5(`${id} ${i + 1}`, EVENT_NAMESPACE),
    commit: { n: i + 1, of },
    recordedAt,
    by,
    command: { id, hash },
  };
}
