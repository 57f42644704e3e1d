import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isHeld } from '../receipt';
import { isRefusal } from '../refusal';
import { Ledger } from '../decide-and-append';
import { keyIdOf, unseal, type SealedText, type TextKey } from '../sealing/sealed-text';
import { commandId, describeDrafts, someDraft } from '../testing';
import { CountingLedger, STREAM, counting, type Count, type Total } from '../testing/counting-ledger';
import { SqliteDrafts } from './sqlite-drafts';

let folder: string;
let open: SqliteDrafts[] = [];
const another = async (): Promise<SqliteDrafts> => {
  open.push(new SqliteDrafts(join(folder, 'drafts.db')));
  return open.at(-1)!;
};
const dispose = async (): Promise<void> => {
  for (const drafts of open) await drafts.close();
  open = [];
  rmSync(folder, { recursive: true });
};
const begin = (): Promise<SqliteDrafts> => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-drafts-'));
  return another();
};
/** The bytes of every file of the drafts, also of what is not yet folded into the main one. */
const bytes = (): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

describeDrafts('SqliteDrafts', { open: begin, another, dispose });

describe('SqliteDrafts in a file', () => {
  afterEach(dispose);

  it('leaves no byte of the body of a draft that ended', async () => {
    const drafts = await begin();
    for (let n = 0; n < 50; n += 1)
      await drafts.keep(someDraft(n, { body: { value: `value number ${n} of fifty` } }));
    expect(bytes().includes('value number 7 of fifty')).toBe(true);
    await drafts.end(commandId(7), {
      how: 'withdrawn',
      by: someDraft(7).by,
      at: '2026-01-02T09:00:00.000Z',
      reason: null,
    });
    expect(bytes().includes('value number 7 of fifty')).toBe(false);
    expect(bytes().includes('value number 8 of fifty')).toBe(true);
  });
});

describe('a command that is held', () => {
  const second = { person: 'person-2', role: 'force', body: 'kent-police' };
  const rejected = { how: 'rejected', by: second, reason: null } as const;
  const WHY = 'two divisions were left out';
  const withReason: Count = { by: 2, reason: WHY };
  let counted: CountingLedger;
  let on = true;
  beforeEach(() => {
    on = true;
    counted = CountingLedger.create();
  });
  afterEach(() => counted.dispose());

  const holding = () => ({ applies: (_state: Total) => on });
  const give = (n: number, body?: Count, most = 10) =>
    counted.ledger.execute(counting, STREAM, counted.request(n, body), most, holding());
  const approve = (n: number, most = 10) =>
    counted.ledger.carryOut(counting, { id: commandId(n), by: second }, most);

  it('is kept on disk and not appended, and answers the same again, also after a crash', async () => {
    expect(await give(1, withReason)).toEqual({ commandId: commandId(1), draft: commandId(1) });
    expect(await counted.store.size()).toBe(0);
    // Nothing is closed: what was acknowledged is on disk by then.
    await counted.restart();
    expect(await give(1, withReason)).toEqual({ commandId: commandId(1), draft: commandId(1) });
    expect(await counted.drafts.list(STREAM)).toHaveLength(1);
  });

  it('rests with no text in the open', async () => {
    await give(1, withReason);
    expect(counted.bytesOf('drafts.db').includes(WHY)).toBe(false);
    expect(counted.bytesOf('drafts.db').includes(keyIdOf(commandId(1), '/reason'))).toBe(true);
    expect(counted.bytesOf('keys.db').includes(WHY)).toBe(false);
  });

  it('is refused at once where the rules say no, and leaves no draft', async () => {
    expect(await give(1, { by: 11 })).toMatchObject({ code: 'spec.too-many' });
    expect(await counted.drafts.list(STREAM)).toEqual([]);
  });

  it('is refused with other content under its id', async () => {
    await give(1, withReason);
    expect(await give(1, { by: 2, reason: 'another reason' })).toMatchObject({
      code: 'ledger.command-reused',
    });
  });

  it('is recorded with the very bytes that were sealed, under its own id and hash', async () => {
    await give(1, withReason);
    const kept = await counted.drafts.find(commandId(1));
    expect(await approve(1)).toMatchObject({ ledgerSize: 1, commandId: commandId(1) });
    expect((await counted.data())[0]?.reason).toEqual((kept?.body as Count).reason);
    expect(await counted.reasons()).toEqual([WHY]);
    const [entry] = await counted.store.readAll(0, 1);
    expect(entry?.record.command).toEqual({ id: commandId(1), hash: kept?.hash });
    expect(await counted.drafts.find(commandId(1))).toMatchObject({
      ending: { how: 'approved', by: second },
      body: null,
    });
    // The author's command again answers with the receipt, as if it had never waited.
    expect(await give(1, withReason)).toMatchObject({ ledgerSize: 1 });
    on = false;
    expect(await give(1, withReason)).toMatchObject({ ledgerSize: 1 });
  });

  it('is hashed as the same command is that never waits', async () => {
    await give(1, withReason);
    const kept = await counted.drafts.find(commandId(1));
    await approve(1);
    on = false;
    const [first] = await counted.store.readAll(0, 1);
    expect(first?.record.command.hash).toBe(kept?.hash);
    expect(await give(1, { by: 3, reason: WHY })).toMatchObject({ code: 'ledger.command-reused' });
  });

  it('is recorded once by approvals that race', async () => {
    await give(1, withReason);
    const receipts = await Promise.all([approve(1), approve(1), approve(1), give(1, withReason)]);
    expect(await counted.store.size()).toBe(1);
    for (const receipt of receipts) expect(receipt).toEqual(receipts[0]);
  });

  it('goes on waiting where the rules refuse it by now', async () => {
    await give(1, { by: 2 });
    on = false;
    await give(2, { by: 9 });
    expect(
      await counted.ledger.rehearse(counting as never, (await counted.drafts.find(commandId(1)))!, 10),
    ).toMatchObject({
      code: 'spec.too-many',
    });
    expect(await approve(1)).toMatchObject({ code: 'spec.too-many' });
    expect(await counted.drafts.find(commandId(1))).toMatchObject({ ending: null, body: { by: 2 } });
    expect(await approve(1, 20)).toMatchObject({ ledgerSize: 2 });
  });

  it('given up, it loses its texts for good and is never recorded', async () => {
    await give(1, withReason);
    expect(await counted.ledger.giveUp(commandId(1), rejected)).toBeUndefined();
    const id = keyIdOf(commandId(1), '/reason');
    expect((await counted.keys.find([id])).get(id)).toBe('erased');
    expect(await approve(1)).toMatchObject({ code: 'ledger.draft-given-up' });
    expect(await give(1, withReason)).toMatchObject({ code: 'ledger.draft-given-up' });
    expect(await counted.store.size()).toBe(0);
  });

  it('given up and approved at once, it ends one way', async () => {
    for (let n = 1; n <= 20; n += 1) {
      await give(n, { by: 0, reason: WHY });
      const both = [() => approve(n), () => counted.ledger.giveUp(commandId(n), rejected)];
      const [one, other] = await Promise.all((n % 2 ? both : both.reverse()).map((act) => act()));
      const approved = n % 2 ? one : other;
      const recorded = (await counted.store.findCommand(commandId(n))).length > 0;
      expect(recorded).toBe(!isRefusal(approved));
      expect((await counted.drafts.find(commandId(n)))?.ending?.how).toBe(recorded ? 'approved' : 'rejected');
      if (recorded) expect(one).toEqual(other);
    }
    expect(await counted.reasons()).toHaveLength(await counted.store.size());
  });

  it('what is on record keeps its texts, though its draft was never seen to end', async () => {
    await give(1, withReason);
    const end = counted.drafts.end.bind(counted.drafts);
    counted.drafts.end = () => Promise.reject(new Error('The process died here.'));
    await expect(approve(1)).rejects.toThrow('died');
    counted.drafts.end = end;
    expect(await counted.drafts.find(commandId(1))).toMatchObject({ ending: null });
    expect(await counted.ledger.giveUp(commandId(1), rejected)).toMatchObject({ ledgerSize: 1 });
    expect(await counted.reasons()).toEqual([WHY]);
    expect(await counted.drafts.find(commandId(1))).toMatchObject({
      ending: { how: 'approved', by: second },
    });
  });

  it('on record, it is settled as approved by who approved it first, whoever finds it so', async () => {
    const third = { ...second, person: 'person-3' };
    for (const [n, settle] of [
      () => counted.ledger.settle(),
      async () => void (await counted.ledger.standing((await counted.drafts.find(commandId(2)))!)),
      () => counted.ledger.carryOut(counting, { id: commandId(3), by: third }, 10),
    ].entries()) {
      await give(n + 1, withReason);
      const end = counted.drafts.end.bind(counted.drafts);
      counted.drafts.end = () => Promise.reject(new Error('The process died here.'));
      await expect(approve(n + 1)).rejects.toThrow('died');
      counted.drafts.end = end;
      await counted.restart();
      await settle();
      const { ending, body } = (await counted.drafts.find(commandId(n + 1)))!;
      expect([n, ending?.how, ending?.by, body]).toEqual([n, 'approved', second, null]);
    }
    expect(await counted.drafts.waiting()).toEqual([]);
  });

  it('keeps its id for itself while it waits, also from a command that is never held', async () => {
    await give(1, withReason);
    const other = { ...counted.request(1, { by: 1 }), name: 'recount' };
    expect(await counted.ledger.execute(counting, 'count-2', other, 10)).toMatchObject({
      code: 'ledger.command-reused',
    });
    expect(await counted.store.size()).toBe(0);
    expect(await approve(1)).toMatchObject({ ledgerSize: 1 });
  });

  it('whose id another command has by now is given up, and takes no text of a record with it', async () => {
    await give(1, withReason);
    const elsewhere = new SqliteDrafts(':memory:');
    const other = new Ledger(counted.store, counted.keys, { now: () => new Date() }, elsewhere);
    await other.execute(counting, STREAM, { ...counted.request(1, withReason), name: 'recount' }, 10);
    await elsewhere.close();
    expect(await approve(1)).toMatchObject({ code: 'ledger.command-reused' });
    expect(await counted.ledger.giveUp(commandId(1), rejected)).toBeUndefined();
    expect(await counted.drafts.find(commandId(1))).toMatchObject({ ending: { how: 'rejected' }, keys: [] });
    expect(await counted.reasons()).toEqual([WHY]);
  });

  it('is rejected for a reason under a key of its own, which is not erased with the draft', async () => {
    await give(1, withReason);
    await counted.ledger.giveUp(commandId(1), { ...rejected, reason: 'Not ours.' });
    await counted.ledger.giveUp(commandId(1), { ...rejected, reason: 'Another.' });
    const reason = (await counted.drafts.find(commandId(1)))?.ending?.reason as SealedText;
    expect(reason.key).not.toBe(keyIdOf(commandId(1), '/reason'));
    const key = (await counted.keys.find([reason.key])).get(reason.key);
    expect(unseal(reason, key as TextKey)).toBe('Not ours.');
  });

  it('an erasing that a crash cut short is finished later', async () => {
    await give(1, withReason);
    await counted.drafts.end(commandId(1), { ...rejected, at: '2026-01-02T09:00:00.000Z' });
    await counted.restart();
    await counted.ledger.clear();
    const id = keyIdOf(commandId(1), '/reason');
    expect((await counted.keys.find([id])).get(id)).toBe('erased');
    expect(await counted.drafts.uncleared()).toEqual([]);
  });

  it('does not wait where nothing says that it must', async () => {
    on = false;
    const outcome = await give(1, withReason);
    expect([isHeld(outcome), await counted.store.size(), await counted.drafts.list(STREAM)]).toEqual([
      false,
      1,
      [],
    ]);
  });
});
