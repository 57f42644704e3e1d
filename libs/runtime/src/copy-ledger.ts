import { isSealed, Refusal, RefusalError, type KeyStore, type TextKey } from '@daybook/ledger';
import type { EventStore, StoredEntry } from '@daybook/ledger';
import { createHash, type Hash } from 'node:crypto';

/** A ledger to copy from or to: its records and its keys. */
export interface LedgerEnd {
  readonly store: Pick<EventStore, 'append' | 'readAll' | 'size' | 'soleWriter'>;
  readonly keys: KeyStore;
}

export type CopyStep = 'comparing' | 'copying' | 'proving';

export interface Copied {
  /** Records in both ledgers, each with the same canonical bytes. */
  readonly records: number;
  /** Of them, those that this run wrote; the others were there from an earlier one. */
  readonly written: number;
  /** Keys of sealed texts that are the same in both; keys erased in the one, and so in the other. */
  readonly keys: number;
  readonly erased: number;
  /** Texts of which the copied ledger has no key: nobody can open them, there or here. */
  readonly without: number;
  /** SHA-256 over all leaf hashes in order, in hexadecimal: two copies with the same are the same. */
  readonly digest: string;
}

type OnProgress = (step: CopyStep, done: number, total: number) => void;
const PAGE = 500;

/**
 * Copies a ledger with its keys, record by record as they stand: same bytes, same order, so same indexes and
 * hashes. Keys go before the records that need them; what was erased is erased in the copy too.
 *
 * A copy that was interrupted is gone on with: the target must hold the beginning of the ledger, or
 * nothing. Throws a RefusalError, `copy.differs`, where it holds anything else, and where it turns out so
 * while copying, because somebody else writes there. Nothing may write to the source meanwhile.
 */
export async function copyLedger(
  from: LedgerEnd,
  to: LedgerEnd,
  onProgress: OnProgress = () => undefined,
): Promise<Pick<Copied, 'written'>> {
  const total = await from.store.size();
  const there = await to.store.size();
  if (there > total) differs(`It holds ${there} records; the ledger to copy holds ${total}.`);
  await eachPage(from.store, there, async (page, done) => {
    await expectSame(page, to.store);
    // What was erased since an earlier run is erased in the copy now.
    await copyKeys(page, from.keys, to.keys);
    onProgress('comparing', done, there);
  });
  for (let next = there; next < total;) {
    const commits = commitsOf(
      await from.store.readAll(next, Math.max(PAGE, await lengthOfCommit(from, next))),
    );
    await copyKeys(commits.flat(), from.keys, to.keys);
    // A sole writer keeps the order of appends that are under way; elsewhere one must have landed before
    // the next.
    if (to.store.soleWriter) await Promise.all(commits.map((commit) => copyCommit(commit, to)));
    else for (const commit of commits) await copyCommit(commit, to);
    next += commits.flat().length;
    onProgress('copying', next, total);
  }
  return { written: total - there };
}

/**
 * Reads both ledgers from beginning to end and compares every record's canonical bytes, and every key.
 * Throws a RefusalError, `copy.differs`, at the first that is not the same.
 */
export async function proveCopy(
  from: LedgerEnd,
  to: LedgerEnd,
  onProgress: OnProgress = () => undefined,
): Promise<Omit<Copied, 'written'>> {
  const total = await from.store.size();
  const there = await to.store.size();
  if (there !== total) differs(`It holds ${there} records; the ledger that was copied holds ${total}.`);
  const digest: Hash = createHash('sha256');
  const counts = { keys: 0, erased: 0, without: 0 };
  await eachPage(from.store, total, async (page, done) => {
    await expectSame(page, to.store);
    for (const { hash } of page) digest.update(hash);
    await compareKeys(page, from.keys, to.keys, counts);
    onProgress('proving', done, total);
  });
  return { records: total, ...counts, digest: digest.digest('hex') };
}

async function eachPage(
  store: LedgerEnd['store'],
  end: number,
  work: (page: StoredEntry[], done: number) => Promise<void>,
): Promise<void> {
  for (let next = 0; next < end; next += PAGE) {
    const page = await store.readAll(next, Math.min(PAGE, end - next));
    await work(page, next + page.length);
  }
}

async function expectSame(page: readonly StoredEntry[], store: LedgerEnd['store']): Promise<void> {
  const others = await store.readAll(page[0]?.index ?? 0, page.length);
  for (const [i, { index, bytes }] of page.entries())
    if (!others[i]?.bytes.equals(bytes)) differs(`Record ${index} is not the same.`);
}

async function lengthOfCommit({ store }: LedgerEnd, index: number): Promise<number> {
  const [first] = await store.readAll(index, 1);
  return first?.record.commit.of ?? 0;
}

/** The whole commits at the beginning of a page. */
function commitsOf(page: readonly StoredEntry[]): StoredEntry[][] {
  const commits: StoredEntry[][] = [];
  for (let i = 0; i < page.length;) {
    const commit = page.slice(i, i + (page[i]?.record.commit.of ?? 1));
    if (commit.at(-1)?.record.commit.n !== commit[0]?.record.commit.of) break;
    commits.push(commit);
    i += commit.length;
  }
  return commits;
}

async function copyCommit(commit: readonly StoredEntry[], { store }: LedgerEnd): Promise<void> {
  const first = commit[0];
  if (!first) return;
  const { stream, revision } = first.record;
  const { firstIndex } = await store.append(stream, revision - 1, commit);
  if (firstIndex !== first.index) differs(`Record ${first.index} came to stand at ${firstIndex}.`);
}

async function copyKeys(records: readonly StoredEntry[], from: KeyStore, to: KeyStore): Promise<void> {
  const keys = await from.find(keysIn(records));
  const kept = new Map([...keys].filter((pair): pair is [string, TextKey] => pair[1] !== 'erased'));
  if (!(await to.put(kept))) differs('It holds another key for one of the texts, or erased it.');
  for (const [id, key] of keys) if (key === 'erased') await to.erase(id);
}

async function compareKeys(
  records: readonly StoredEntry[],
  from: KeyStore,
  to: KeyStore,
  counts: { keys: number; erased: number; without: number },
): Promise<void> {
  const ids = keysIn(records);
  const [here, there] = await Promise.all([from.find(ids), to.find(ids)]);
  for (const id of ids) {
    const [key, copy] = [here.get(id), there.get(id)];
    if (key === undefined) counts.without += 1;
    else if (key === 'erased' && copy === 'erased') counts.erased += 1;
    else if (isSameKey(key, copy)) counts.keys += 1;
    else differs(`The key ${id} is not the same.`);
  }
}

function isSameKey(key: TextKey | 'erased', copy: TextKey | 'erased' | undefined): boolean {
  if (key === 'erased' || copy === 'erased' || copy === undefined) return false;
  return key.key.equals(copy.key) && key.nonce.equals(copy.nonce);
}

/** The ids of the keys of all texts in these records, each once. */
function keysIn(records: readonly StoredEntry[]): string[] {
  const ids = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isSealed(value)) ids.add(value.key);
    else Object.values(value).forEach(visit);
  };
  for (const { record } of records) visit(record.data);
  return [...ids];
}

function differs(how: string): never {
  throw new RefusalError(
    new Refusal('copy.differs', `The ledger to copy into is not a copy of the other. ${how}`),
  );
}
