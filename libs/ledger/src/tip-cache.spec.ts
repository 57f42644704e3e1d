import { NO_STREAM } from './store/event-store';
import { EmbeddedStore } from './store/embedded-store';
import { appendTo } from './testing';
import { TipCache } from './tip-cache';

const counter = { initial: () => 0, evolve: (n: number) => n + 1 };

describe('TipCache', () => {
  let store: EmbeddedStore;
  let reads: string[];
  let tips: TipCache;
  beforeEach(async () => {
    store = new EmbeddedStore(':memory:');
    await appendTo(store, 'a-1', -1, { of: 3 });
    reads = [];
    tips = new TipCache({
      readStream: async (...asked) => {
        reads.push(asked[0]);
        return store.readStream(...asked);
      },
    });
  });
  afterEach(() => store.close());

  it('folds a stream once, and an empty one to the beginning', async () => {
    expect(await tips.load(counter, 'a-1')).toMatchObject({ revision: 2, state: 3 });
    expect(await tips.load(counter, 'b-1')).toMatchObject({ revision: NO_STREAM, state: 0 });
    await tips.load(counter, 'a-1');
    expect(reads).toEqual(['a-1', 'b-1']);
  });

  it('folds again what was dropped, but drops only what it was given', async () => {
    const first = await tips.load(counter, 'a-1');
    tips.drop('a-1', first);
    const second = await tips.load(counter, 'a-1');
    tips.drop('a-1', first);
    expect(await tips.load(counter, 'a-1')).toBe(second);
    expect(reads).toEqual(['a-1', 'a-1']);
  });

  it('forgets the stream used longest ago when there are more than a thousand', async () => {
    for (let i = 0; i < 1_000; i += 1) await tips.load(counter, `s-${i}`);
    await tips.load(counter, 's-0');
    await tips.load(counter, 'one-more-1');
    reads = [];
    await tips.load(counter, 's-0');
    expect(reads).toEqual([]);
    await tips.load(counter, 's-1');
    expect(reads).toEqual(['s-1']);
  });
});
