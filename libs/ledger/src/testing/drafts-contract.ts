import type { Draft, DraftEnding, Drafts } from '../drafts/drafts';
import { commandId } from './commits';
import { someActor } from './given-when-then';

/** How the contract gets at the adapter it examines. */
export interface DraftsUnderTest {
  /** A fresh, empty store of drafts. */
  open(): Promise<Drafts>;
  /** The same drafts after a restart that closed nothing. */
  another(): Promise<Drafts>;
  /** Clears away what was opened; called after each example. */
  dispose(): Promise<void>;
}

/** A draft of a spec: the n-th, of two sealed texts. */
export function someDraft(n: number | string, more: Partial<Draft> = {}): Draft {
  return {
    id: commandId(n),
    stream: 'count-1',
    name: 'count',
    by: someActor,
    hash: '0'.repeat(64),
    heldAt: '2026-01-01T09:00:00.000Z',
    keys: [commandId(`${n} one`), commandId(`${n} two`)],
    body: { by: 1, reason: { sealed: 'AA==', key: commandId(`${n} one`) } },
    begun: null,
    ending: null,
    ...more,
  };
}

/** What every store of drafts promises, written down once: each adapter's spec calls this. */
export function describeDrafts(name: string, under: DraftsUnderTest): void {
  describe(`${name} keeps the drafts contract`, () => {
    const ended = (how: DraftEnding['how'], at = '2026-01-02T09:00:00.000Z'): DraftEnding => ({
      how,
      by: { ...someActor, person: 'person-2' },
      at,
      reason: null,
    });
    let drafts: Drafts;
    beforeEach(async () => {
      drafts = await under.open();
    });
    afterEach(() => under.dispose());

    it('gives a draft back as it was kept, also after a restart', async () => {
      await drafts.keep(someDraft(1));
      expect(await drafts.find(commandId(1))).toEqual(someDraft(1));
      expect(await (await under.another()).find(commandId(1))).toEqual(someDraft(1));
      expect(await drafts.find(commandId(2))).toBeUndefined();
    });

    it('leaves what stands under an id as it is, whether it waits or has ended', async () => {
      await drafts.keep(someDraft(1));
      await drafts.keep(someDraft(1, { hash: '1'.repeat(64) }));
      expect(await drafts.find(commandId(1))).toEqual(someDraft(1));
      await drafts.end(commandId(1), ended('withdrawn'));
      await drafts.keep(someDraft(1));
      expect(await drafts.find(commandId(1))).toMatchObject({ body: null, ending: ended('withdrawn') });
    });

    it('lists those of one stream: what waits in the order kept, then what ended, newest first', async () => {
      for (const n of [1, 2, 3, 4]) await drafts.keep(someDraft(n));
      await drafts.keep(someDraft(5, { stream: 'count-2' }));
      await drafts.end(commandId(1), ended('approved'));
      await drafts.end(commandId(3), ended('rejected'));
      const order = (await drafts.list('count-1')).map(({ id }) => id);
      expect(order).toEqual([2, 4, 3, 1].map((n) => commandId(n)));
    });

    it('ends once: who ended it first stands, and the body is gone', async () => {
      await drafts.keep(someDraft(1));
      await drafts.end(commandId(1), ended('rejected'));
      await drafts.end(commandId(1), ended('approved', '2026-01-03T09:00:00.000Z'));
      const found = await (await under.another()).find(commandId(1));
      expect(found).toMatchObject({ body: null, ending: ended('rejected') });
    });

    it('keeps a note that an append was begun, until it is taken back or the draft has ended', async () => {
      const begun = { by: someActor, at: '2026-01-02T09:00:00.000Z', revision: 4 };
      for (const n of [1, 2]) await drafts.keep(someDraft(n));
      await drafts.keep(someDraft(3, { stream: 'count-2' }));
      for (const n of [1, 2]) await drafts.note(commandId(n), begun);
      await drafts.note(commandId(2), null);
      await drafts.end(commandId(3), ended('approved'));
      await drafts.note(commandId(3), begun);
      const again = await under.another();
      expect(await again.waiting()).toEqual([someDraft(1, { begun }), someDraft(2)]);
      expect(await again.find(commandId(3))).toMatchObject({ begun: null });
    });

    it('remembers the keys of what was given up until they are erased, and none of what was approved', async () => {
      for (const n of [1, 2, 3]) await drafts.keep(someDraft(n));
      await drafts.end(commandId(1), ended('rejected'));
      await drafts.end(commandId(2), ended('approved'));
      const uncleared = await (await under.another()).uncleared();
      expect(uncleared.map(({ id, keys }) => [id, keys])).toEqual([[commandId(1), someDraft(1).keys]]);
      await drafts.cleared(commandId(1));
      await drafts.cleared(commandId(3));
      expect(await drafts.uncleared()).toEqual([]);
      expect(await drafts.find(commandId(3))).toEqual(someDraft(3));
    });
  });
}
