import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger } from '../decide-and-append';
import { SqliteDrafts } from '../drafts/sqlite-drafts';
import type { Receipt } from '../receipt';
import type { Decider } from '../decider';
import type { Fact } from '../record';
import { Refusal } from '../refusal';
import { unseal, type SealedText } from '../sealing/sealed-text';
import type { CommandRequest } from '../sealing/seal-command';
import { SqliteKeyStore } from '../sealing/sqlite-key-store';
import { EmbeddedStore } from '../store/embedded-store';
import type { EventStore } from '../store/event-store';
import { commandId, noted } from './commits';
import { someActor } from './given-when-then';

/** A toy: counts up, at most to what is given, and says in each fact from which total it was decided. */
export type Count = { readonly by: number; readonly reason?: string; readonly parts?: number };
export type Counted = Fact<
  'spec.counted',
  { by: number; from: number; part: number; reason: SealedText | null }
>;
export type Total = { total: number };
export const counting: Decider<Count, Total, Counted, number> = {
  initial: () => ({ total: 0 }),
  decide: ({ by, reason, parts = 1 }, { total }, { given, today }) => {
    if (total + by * parts > given) return new Refusal('spec.too-many', `${total} is as far as it goes.`);
    return Array.from({ length: parts }, (_, part) => ({
      ...noted(''),
      type: 'spec.counted',
      effectiveOn: today,
      data: { by, from: total, part, reason: (reason as unknown as SealedText | undefined) ?? null },
    }));
  },
  // Changes the state in place, as a decider may: what is not dropped after a failure would show.
  evolve: (state, { data }) => Object.assign(state, { total: state.total + data.by }),
};

export const STREAM = 'count-1';
const clock = { now: () => new Date('2026-06-30T23:30:00.000Z') };

/** A ledger in a fresh folder for each example, for the specs of this library. */
export class CountingLedger {
  store!: EmbeddedStore;
  keys!: SqliteKeyStore;
  drafts!: SqliteDrafts;
  ledger!: Ledger;

  private constructor(private readonly folder: string) {
    this.start();
  }

  static create(): CountingLedger {
    return new CountingLedger(mkdtempSync(join(tmpdir(), 'daybook-ledger-')));
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }

  /** Closes store and keys, and opens the same files anew. */
  async restart(): Promise<void> {
    await this.stop();
    this.start();
  }

  request(n: number | string, body: Count = { by: 1 }): CommandRequest<Count> {
    return { name: 'count', id: commandId(n), by: someActor, body, sealed: ['/reason'] };
  }

  /** Of an embedded store there is always a receipt, or a refusal. */
  async count(n: number | string, body?: Count, most = 1_000_000, by = this.ledger) {
    return (await by.execute(counting, STREAM, this.request(n, body), most)) as Receipt | Refusal;
  }

  async data(): Promise<Counted['data'][]> {
    return (await this.store.readAll(0, 1_000)).map((e) => e.record.data as Counted['data']);
  }

  /** The sealed reasons of all records, opened. Throws when a key is erased or absent. */
  async reasons(): Promise<string[]> {
    const reasons = (await this.data()).map((d) => d.reason as SealedText);
    const keys = await this.keys.find(reasons.map((reason) => reason.key));
    return reasons.map((reason) => {
      const key = keys.get(reason.key);
      if (!key || key === 'erased') throw new Error(`The key is ${key ?? 'absent'}.`);
      return unseal(reason, key);
    });
  }

  /** The bytes of every file of a database, also of what is not yet folded into the main one. */
  bytesOf(database: string): Buffer {
    const files = readdirSync(this.folder).filter((name) => name.startsWith(database));
    return Buffer.concat(files.map((name) => readFileSync(join(this.folder, name))));
  }

  /** A second ledger on this store and its keys, with another way of appending. */
  withAppend(append: EventStore['append']): Ledger {
    return new Ledger(
      Object.create(this.store, { append: { value: append } }) as EventStore,
      this.keys,
      clock,
      this.drafts,
    );
  }

  /** A ledger whose next appends go wrong, before anything of them is written or after all of it is. */
  failing(error: Error, { times = 1, written = false } = {}): Ledger {
    let left = times;
    return this.withAppend(async (...given) => {
      left -= 1;
      if (left < 0) return this.store.append(...given);
      if (written) await this.store.append(...given);
      // As late as a flush would say so: what follows is decided meanwhile.
      else await nextTurn();
      throw error;
    });
  }

  private start(): void {
    this.store = new EmbeddedStore(join(this.folder, 'events.db'));
    this.keys = new SqliteKeyStore(join(this.folder, 'keys.db'));
    this.drafts = new SqliteDrafts(join(this.folder, 'drafts.db'));
    this.ledger = new Ledger(this.store, this.keys, clock, this.drafts);
  }

  private async stop(): Promise<void> {
    await this.store.close();
    await this.keys.close();
    await this.drafts.close();
  }
}
