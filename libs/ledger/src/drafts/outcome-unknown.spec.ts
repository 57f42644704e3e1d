import { Ledger } from '../decide-and-append';
import { keyIdOf } from '../sealing/sealed-text';
import { AppendUnknown, StoreUnavailable, type EventStore } from '../store/event-store';
import { commandId } from '../testing';
import { CountingLedger, STREAM, counting } from '../testing/counting-ledger';

const second = { person: 'person-2', role: 'force', body: 'kent-police' };
const rejected = { how: 'rejected', by: second, reason: 'Not ours.' } as const;
const START = Date.UTC(2026, 5, 30);
const id = commandId(1);
const textKey = keyIdOf(id, '/reason');

type Append = EventStore['append'];
let toy: CountingLedger;
/** The append that got lost on its way, to be written later or never. */
let lost: (() => ReturnType<Append>) | undefined;
let now = START;
beforeEach(() => {
  toy = CountingLedger.create();
  [lost, now] = [undefined, START];
});
afterEach(() => toy.dispose());

/** A ledger beside others on its store, whose next append fails in a way, and is kept in `lost`. */
function ledgerThatFails(error: Error): Ledger {
  const append: Append = async (...given) => {
    if (lost) return toy.store.append(...given);
    lost = () => toy.store.append(...given);
    throw error;
  };
  const properties = { append: { value: append }, soleWriter: { value: false } };
  const store = Object.create(toy.store, properties) as EventStore;
  return new Ledger(store, toy.keys, { now: () => new Date(now) }, toy.drafts);
}

/** A draft whose approval ended so. */
async function approvedBy(ledger: Ledger): Promise<string> {
  const request = toy.request(1, { by: 2, reason: 'a late file' });
  await ledger.execute(counting, STREAM, request, 10, { applies: () => true });
  const outcome = await ledger.carryOut(counting, { id, by: second }, 10);
  return (outcome as { readonly code?: string }).code ?? 'recorded';
}
const isErased = async (): Promise<boolean> => (await toy.keys.find([textKey])).get(textKey) === 'erased';

describe('a draft whose append was sent, and nobody knows whether it was written', () => {
  let ledger: Ledger;
  beforeEach(async () => {
    ledger = ledgerThatFails(new AppendUnknown('The connection was lost.'));
    expect(await approvedBy(ledger)).toBe('ledger.outcome-unknown');
  });

  it('is not given up, and keeps its texts, also after a restart', async () => {
    const refused = { code: 'ledger.outcome-unknown', retryable: true };
    expect(await ledger.giveUp(id, rejected)).toMatchObject(refused);
    await toy.restart();
    expect(await ledgerThatFails(new Error('')).giveUp(id, rejected)).toMatchObject(refused);
    expect([await isErased(), (await toy.drafts.find(id))?.ending]).toEqual([false, null]);
  });

  it('is on record and approved where it was written after all', async () => {
    await lost?.();
    expect(await ledger.giveUp(id, rejected)).toMatchObject({ ledgerSize: 1 });
    expect(await toy.drafts.find(id)).toMatchObject({ ending: { how: 'approved', by: second } });
    expect(await toy.reasons()).toEqual(['a late file']);
  });

  it('is given up once another record stands where it would', async () => {
    await toy.count('other', { by: 1 });
    expect(await ledger.giveUp(id, rejected)).toBeUndefined();
    await expect(lost?.()).rejects.toThrow('Nothing was written');
    expect([await isErased(), (await toy.drafts.find(id))?.ending?.how]).toEqual([true, 'rejected']);
  });

  it('is given up where minutes later it still stands nowhere', async () => {
    now = START + 299_000;
    expect(await ledger.giveUp(id, rejected)).toMatchObject({ code: 'ledger.outcome-unknown' });
    now = START + 300_000;
    expect(await ledger.giveUp(id, rejected)).toBeUndefined();
    expect(await isErased()).toBe(true);
  });

  it('is recorded once when it is approved again', async () => {
    expect(await ledger.carryOut(counting, { id, by: second }, 10)).toMatchObject({ ledgerSize: 1 });
    expect(await toy.store.size()).toBe(1);
  });
});

it('a draft whose append was surely not written is given up at once', async () => {
  const ledger = ledgerThatFails(new StoreUnavailable('ledger.store-unavailable', 'Nothing was recorded.'));
  expect(await approvedBy(ledger)).toBe('ledger.store-unavailable');
  expect(await ledger.giveUp(id, rejected)).toBeUndefined();
  expect(await isErased()).toBe(true);
});

it('a draft whose append failed in a store that nobody else writes is given up at once', async () => {
  const request = toy.request(1, { by: 2, reason: 'a late file' });
  await toy.ledger.execute(counting, STREAM, request, 10, { applies: () => true });
  const failing = toy.failing(new Error('disk'));
  await expect(failing.carryOut(counting, { id, by: second }, 10)).rejects.toThrow('disk');
  expect(await toy.ledger.giveUp(id, rejected)).toBeUndefined();
});
