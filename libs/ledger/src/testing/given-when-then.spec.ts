import type { Decider } from '../decider';
import type { Fact, Recorded } from '../record';
import { Refusal } from '../refusal';
import { SOME_DAY, entry, eventId, givenWhenThen, recorded, sealedText, someActor } from './given-when-then';

type Counted = Fact<'counting.counted', { by: number; note?: string }>;
type State = { total: number; ids: string[]; commits: string[] };

function counted(by: number): Counted {
  const fact = { type: 'counting.counted', schema: 1, effectiveOn: '2025-12-01', precision: 'day' } as const;
  return { ...fact, about: [], access: 'public', data: { by } };
}

const counting: Decider<{ by: number }, State, Counted, { most: number }> = {
  initial: () => ({ total: 0, ids: [], commits: [] }),
  decide: ({ by }, state, { given }) =>
    state.total + by > given.most ? new Refusal('counting.too-many', 'Count less.', true) : [counted(by)],
  evolve: (state, { id, commit, data }) => ({
    total: state.total + data.by,
    ids: [...state.ids, id],
    commits: [...state.commits, `${commit.n}/${commit.of}`],
  }),
};
const most = (n: number): { given: { most: number } } => ({ given: { most: n } });

describe('givenWhenThen', () => {
  it('compares what was decided on the history with what is expected', () => {
    const example = givenWhenThen(counting)
      .given([counted(1)])
      .when({ by: 2 }, most(9));
    example.then([counted(2)]);
    expect(() => example.then([counted(3)])).toThrow();
    expect(() => example.then([])).toThrow();
    expect(() => example.thenRefused('counting.too-many')).toThrow();
  });

  it('expects a refusal by its code', () => {
    const example = givenWhenThen(counting)
      .given([counted(8)])
      .when({ by: 2 }, most(9));
    example.thenRefused('counting.too-many', { retryable: true });
    expect(() => example.thenRefused('counting.other')).toThrow();
    expect(() => example.thenRefused('counting.too-many', { retryable: false })).toThrow();
    expect(() => example.then([])).toThrow();
  });

  it('stamps the history as the ledger does: one commit a call, ids and revisions in order', () => {
    const kept: Recorded<Counted> = recorded(counted(4), { id: 'mine', revision: 70 });
    const example = givenWhenThen(counting)
      .given([counted(1), counted(2)])
      .given([kept]);
    expect(example.state()).toEqual({
      total: 7,
      ids: [eventId(0), eventId(1), 'mine'],
      commits: ['1/2', '2/2', '1/1'],
    });
    expect(example.history.map((r) => r.revision)).toEqual([0, 1, 2]);
  });

  it('passes the day, noon of it, the actor and what is given', () => {
    const seen: unknown[] = [];
    const watching = {
      ...counting,
      decide: (_: unknown, __: State, context: unknown) => (seen.push(context), []),
    };
    givenWhenThen(watching).when({ by: 1 }, most(1)).then([]);
    expect(seen).toEqual([
      { now: new Date(`${SOME_DAY}T12:00:00Z`), today: SOME_DAY, by: someActor, given: { most: 1 } },
    ]);
  });

  it('fails a decision that changes the state, and facts that JSON would change', () => {
    const changing = { ...counting, decide: (_: unknown, state: State) => (state.ids.push('x'), []) };
    expect(() => givenWhenThen(changing).when({ by: 1 }, most(1))).toThrow();

    const losing: typeof counting = {
      ...counting,
      decide: () => [{ ...counted(1), data: { by: 1, note: undefined } }],
      evolve: (state, { data }) => ({ ...state, total: 'note' in data ? 1 : 2 }),
    };
    expect(() =>
      givenWhenThen(losing)
        .when({ by: 1 }, most(1))
        .then([counted(1)]),
    ).toThrow();
  });

  it('fails an example that is left unfinished', async () => {
    const unfinished = givenWhenThen(counting).when({ by: 1 }, most(1)) as unknown as PromiseLike<void>;
    await expect(Promise.resolve(unfinished)).rejects.toThrow('Finish the example');
  });
});

describe('builders', () => {
  it('make records, entries and sealed texts that a spec can foresee', () => {
    expect(recorded(counted(1), { index: 2 })).toMatchObject({ id: eventId(2), revision: 2, by: someActor });
    expect(entry(counted(1), { index: 5 })).toMatchObject({ index: 5, record: { id: eventId(5) } });
    expect(sealedText('late')).toEqual(sealedText('late'));
    expect(sealedText('late')).not.toEqual(sealedText('soon'));
  });
});
