import { inEffectiveOrder, insertInOrder } from '@daybook/provenance';

describe('a history in effective order', () => {
  it('37. comes out the same in whatever order it was put together', () => {
    const days = ['2022-04-28', '2022-09-14', '2022-09-30', '2022-12-15'];
    const all = [...Array(40).keys()].map((order) => ({ order, effectiveOn: days[(order * 7) % 4] ?? '' }));
    for (const step of [1, 3, 7, 39]) {
      const history: typeof all = [];
      all.forEach((_, i) => insertInOrder(history, all[(i * step) % all.length]!));
      expect(history).toEqual(all.toSorted(inEffectiveOrder));
    }
  });
});
