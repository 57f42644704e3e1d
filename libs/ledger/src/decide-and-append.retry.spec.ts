import type { Receipt } from './receipt';
import { isRefusal } from './refusal';
import { AppendRefused } from './store/event-store';
import { commandId, someActor } from './testing';
import { CountingLedger, STREAM, counting } from './testing/counting-ledger';

let toy: CountingLedger;
beforeEach(() => {
  toy = CountingLedger.create();
});
afterEach(() => toy.dispose());

describe('the same command again', () => {
  const body = { by: 2, parts: 3, reason: 'because' };

  it('gets the first receipt', async () => {
    const first = await toy.count('a', body);
    await toy.count('b');
    expect(await toy.count('a', { ...body })).toEqual(first);
    expect(await toy.count('a', body, 0)).toEqual(first);
    expect(await toy.store.size()).toBe(4);
  });

  it('gets it after a restart', async () => {
    const first = await toy.count('a', body);
    await toy.count('b');
    await toy.restart();
    expect(await toy.count('a', body)).toEqual(first);
    expect(await toy.store.size()).toBe(4);
  });

  it('gets it while the first is under way: one commit', async () => {
    const answers = await Promise.all([toy.count('a', body), toy.count('a', body), toy.count('a', body)]);
    expect(answers[0]).toMatchObject({ ledgerSize: 3 });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await toy.store.size()).toBe(3);
  });

  it('is one command also when it goes to two streams at once', async () => {
    const both = ['count-1', 'count-2'].map((s) =>
      toy.ledger.execute(counting, s, toy.request('a', body), 99),
    );
    const [first, second] = await Promise.all(both);
    expect(second).toEqual(first);
    expect(await toy.store.size()).toBe(3);
    expect(await toy.reasons()).toEqual(['because', 'because', 'because']);
  });

  it('is tried for itself when the first, under way, fails', async () => {
    const broken = toy.failing(new Error('disk'));
    const first = toy.count('a', body, 99, broken);
    const second = toy.count('a', body, 99, broken);
    await expect(first).rejects.toThrow('disk');
    expect(await second).toMatchObject({ ledgerSize: 3 });
  });

  it.each([
    ['another number', { ...body, by: 1 }],
    ['another text', { ...body, reason: 'no reason' }],
    ['no text', { by: 2, parts: 3 }],
  ])('with %s is refused, also after a restart and under way', async (_, other) => {
    const [, flying] = await Promise.all([toy.count('a', body), toy.count('a', other)]);
    expect(flying).toMatchObject({ code: 'ledger.command-reused', retryable: false });
    expect(await toy.count('a', other)).toMatchObject({ code: 'ledger.command-reused' });
    await toy.restart();
    expect(await toy.count('a', other)).toMatchObject({ code: 'ledger.command-reused' });
    expect(await toy.store.size()).toBe(3);
    expect(await toy.reasons()).toEqual(['because', 'because', 'because']);
  });

  it('by another person, or under another name, is refused', async () => {
    await toy.count('a', body);
    const others = [{ by: { ...someActor, person: 'person-2' } }, { name: 'recount' }];
    for (const other of others) {
      const answer = await toy.ledger.execute(counting, STREAM, { ...toy.request('a', body), ...other }, 99);
      expect(answer).toMatchObject({ code: 'ledger.command-reused' });
    }
  });
});

describe('an append that fails', () => {
  it('fails its command, is forgotten, and the next command decides on what is written', async () => {
    await toy.count('a', { by: 3 });
    const broken = toy.failing(new Error('disk'));
    await expect(toy.count('b', { by: 3 }, 99, broken)).rejects.toThrow('disk');
    expect(await toy.count('c', { by: 1 }, 99, broken)).toMatchObject({ revision: 1 });
    expect(await toy.count('d', { by: 1 }, 99, broken)).toMatchObject({ revision: 2 });
    expect((await toy.data()).map((d) => d.from)).toEqual([0, 3, 4]);
  });

  it('fails no more than itself: what was decided on it is decided again', async () => {
    const broken = toy.failing(new Error('disk'));
    const first = toy.count('a', { by: 7 }, 99, broken);
    const rest = Promise.all(['b', 'c', 'd'].map((n) => toy.count(n, { by: 1 }, 99, broken)));
    await expect(first).rejects.toThrow('disk');
    expect((await rest).map((r) => (r as Receipt).commandId)).toEqual(['b', 'c', 'd'].map(commandId));
    expect((await toy.data()).map((d) => d.from)).toEqual([0, 1, 2]);
  });

  it('is never the ground of a refusal: that is decided again without it', async () => {
    const broken = toy.failing(new Error('disk'));
    const first = toy.count('a', { by: 9 }, 9, broken);
    const second = toy.count('b', { by: 2 }, 9, broken);
    await expect(first).rejects.toThrow('disk');
    expect(await second).toMatchObject({ revision: 0 });
    expect((await toy.data()).map((d) => d.from)).toEqual([0]);
  });

  it('with an outcome that nobody knows is found again under the same id', async () => {
    const broken = toy.failing(new Error('connection lost'), { written: true });
    const body = { by: 1, reason: 'because' };
    await expect(toy.count('a', body, 99, broken)).rejects.toThrow('connection lost');
    expect(await toy.count('a', body, 99, broken)).toMatchObject({ revision: 0, ledgerSize: 1 });
    expect(await toy.count('b', body, 99, broken)).toMatchObject({ revision: 1 });
    expect((await toy.data()).map((d) => d.from)).toEqual([0, 1]);
  });

  it('leaves its keys behind, and a retry seals the same bytes', async () => {
    const seen: Buffer[][] = [];
    const watched = toy.withAppend(async (...append) => {
      seen.push(append[2].map((r) => r.bytes));
      throw new Error('crash');
    });
    const body = { by: 1, parts: 2, reason: 'because' };
    await expect(toy.count('a', body, 99, watched)).rejects.toThrow('crash');
    await toy.restart();
    await toy.count('a', body);
    expect((await toy.store.readAll(0, 2)).map((e) => e.bytes)).toEqual(seen[0]);
    expect(await toy.reasons()).toEqual(['because', 'because']);
  });

  it('that the store itself refuses becomes a refusal', async () => {
    const broken = toy.failing(new AppendRefused('ledger.append-too-large', 'Too large here.'));
    const answer = await toy.count('a', { by: 1 }, 9, broken);
    expect(isRefusal(answer)).toBe(true);
    expect(answer).toMatchObject({ code: 'ledger.append-too-large', message: 'Too large here.' });
  });
});
