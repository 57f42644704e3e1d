import type { Entry } from '@daybook/ledger';
import { eventId, recorded } from '@daybook/ledger/testing';
import type { View } from '@daybook/read-model';
import fc from 'fast-check';
import { quotedFigure } from '../libs/figures/src/cite-figures/quoted-figures.query';
import { figureRef } from '../libs/figures/src/figures.events';
import { figuresView } from '../libs/figures/src/see-figures/figures.view';
import { figure } from '../libs/figures/src/testing/facts';
import { DAYS, day, history, type Told } from '../libs/figures/src/testing/histories';
import { position } from '../libs/figures/src/testing/oracle';
import { leaningOf } from '../libs/scrutiny/src/citing/leaning';
import { decisionsView, questionsView } from '../libs/scrutiny/src/histories.view';
import type { ScrutinyEvent } from '../libs/scrutiny/src/scrutiny.events';
import { asked, decided } from '../libs/scrutiny/src/testing/facts';
import { answered } from '../libs/scrutiny/src/testing/questions';

/** A random history of one figure, with answers and decisions that cite its entries among it. */
interface Cites {
  readonly decides: boolean;
  /** After how many of the figure's records it comes, and which of their entries it quotes. */
  readonly after: number;
  readonly quotes: number;
  /** Days after that entry. */
  readonly later: number;
}
interface Said extends Cites {
  readonly id: string;
  readonly vintage: string;
  readonly index: number;
  readonly effectiveOn: string;
}
type Ledger = {
  readonly entries: readonly Entry[];
  readonly figures: readonly Told[];
  readonly said: readonly Said[];
};

const FIGURE = figureRef(figure);
const cites = fc.record({
  ...{
    decides: fc.boolean(),
    after: fc.integer({ min: 1, max: 12 }),
    quotes: fc.nat(),
    later: fc.integer({ min: 0, max: DAYS }),
  },
});

/** Every answer has a question of its own, which was asked before anything else. */
function ledgerOf(told: readonly Told[], all: readonly Cites[]): Ledger {
  const entries: Entry[] = [];
  const [figures, said]: [Told[], Said[]] = [[], []];
  const put = (event: ScrutinyEvent): number => {
    const index = entries.length;
    const place = { index, id: eventId(1_000 + index) };
    return entries.push({ index, record: recorded(event, place) }) - 1;
  };
  for (const n of all.keys())
    put(asked({ question: `question-${n}`, meeting: null, item: null }, on(day(0))));
  for (let n = 0; n <= told.length; n += 1) {
    for (const [i, one] of all.entries()) {
      if (Math.min(one.after, told.length) !== n) continue;
      const observed = figures.filter(({ record }) => 'value' in record.data);
      const quoted = observed[one.quotes % Math.max(1, observed.length)]?.record;
      if (!quoted) continue;
      const effectiveOn = new Date(Date.parse(quoted.effectiveOn) + one.later * 86_400_000)
        .toISOString()
        .slice(0, 10);
      const data = { cites: [{ figure: FIGURE, vintage: quoted.id, value: null }] };
      const index = one.decides
        ? put(decided({ ...data, decision: `decision-${i}` }, on(effectiveOn)))
        : put(answered({ ...data, question: `question-${i}` }, on(effectiveOn)));
      said.push({ ...one, id: eventId(1_000 + index), vintage: quoted.id, index, effectiveOn });
    }
    const next = told[n];
    if (!next) continue;
    figures.push({ ...next, index: entries.length });
    entries.push({ ...next, index: entries.length });
  }
  return { entries, figures, said };
}

const on = (effectiveOn: string) => ({ effectiveOn });

/** The rows of a view at a position, folded as it promises. */
function rowsOf<Row extends object>(
  view: View<Row>,
  entries: readonly Entry[],
  asOf: string,
  basis: number,
): Row[] {
  const rows = new Map<string, Row | undefined>();
  const seen = entries.filter(({ index, record }) => index < basis && record.effectiveOn <= asOf);
  const inOrder = seen.toSorted(
    (a, b) => a.record.effectiveOn.localeCompare(b.record.effectiveOn) || a.index - b.index,
  );
  for (const entry of inOrder)
    for (const key of view.key(entry.record)) rows.set(key, view.fold(rows.get(key), entry, key));
  return [...rows.values()].filter((row) => row !== undefined);
}

describe('what leans on a figure', () => {
  it('a revised figure lists exactly the answers and decisions that cited the old vintage', () => {
    let listed = 0;
    fc.assert(
      fc.property(
        ...([
          history,
          fc.array(cites, { minLength: 3, maxLength: 6, size: 'max' }),
          fc.integer({ min: 2, max: 2 * DAYS }),
          fc.oneof(fc.constant(1), fc.double({ min: 0.3, max: 1, noNaN: true })),
        ] as const),
        (told, all, asOfDay, share) => {
          const { entries, figures, said } = ledgerOf(told, all);
          const [asOf, basis] = [day(asOfDay), Math.round(share * entries.length)];
          const named = position(figures, asOf, basis).stands?.named ?? [];
          const expected = said
            .filter(({ index, effectiveOn }) => index < basis && effectiveOn <= asOf)
            .filter(({ vintage }) => !named.includes(vintage));
          const [row] = rowsOf(figuresView, entries, asOf, basis);
          const leaning = [
            ...rowsOf(questionsView, entries, asOf, basis),
            ...rowsOf(decisionsView, entries, asOf, basis),
          ].flatMap((one) => leaningOf(one, asOf));
          const found = leaning.filter((one) => row && !quotedFigure(row, one.cites)?.stands);
          expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
          listed += found.length;
        },
      ),
      { numRuns: 300 },
    );
    expect(listed).toBeGreaterThan(100);
  });
});
