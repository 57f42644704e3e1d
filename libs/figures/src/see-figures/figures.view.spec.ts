import { prepare, type Entry, type StoredEntry } from '@daybook/ledger';
import { Projector, openRows, type Audience, type Rows } from '@daybook/read-model';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventId, recorded } from '@daybook/ledger/testing';
import { LATER, disputeWithdrawn, disputed, force, office, reported } from '../testing/facts';
import { DAYS, day, history, toldByRow, type Told } from '../testing/histories';
import { position } from '../testing/oracle';
import { figuresView } from './figures.view';

const FIGURE = 'figure:kent/robbery/2022-07';

let folder: string;
let files = 0;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'daybook-figures-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const stored = ({ index, record }: Entry): StoredEntry => ({ index, ...prepare(record) });

/** The engine's rows, after it was given every entry twice. */
async function project(ledger: readonly Entry[]): Promise<Rows> {
  const entries = ledger.map(stored);
  const log = {
    readAll: async (from: number, limit: number) => entries.slice(from, from + limit),
    size: async () => entries.length,
  };
  const file = path.join(folder, `${(files += 1)}.db`);
  const projector = new Projector(log, file, [figuresView]);
  for (const entry of entries) {
    await projector.apply([entry]);
    await projector.apply([entry]);
  }
  projector.close();
  const rows = openRows(file);
  closing.push(() => rows.close());
  return rows;
}

async function answers(
  ledger: readonly Told[],
): Promise<(at: { asOf: string; basis: number }, to: Audience) => unknown> {
  const rows = await project(ledger);
  return (at, to) => toldByRow(rows.at(figuresView, FIGURE, at, to));
}

/** An entry that the office wrote down, disputed by the force, which withdraws that again. */
function inDispute(access: 'public' | 'restricted' = 'public'): readonly Entry[] {
  const of = eventId(0);
  const withdrawal = disputeWithdrawn({ of, dispute: eventId(1), effectiveOn: '2022-12-01', access });
  const facts = [
    recorded(reported({ for: 'kent-police' }), { index: 0, by: office }),
    recorded(disputed({ of, access }), { index: 1, by: force }),
    recorded(withdrawal, { index: 2, by: force }),
  ];
  return facts.map((record, index) => ({ index, record }));
}

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

describe('the figures view, in the engine', () => {
  it('answers as the rules say, at every position and to either audience, when each event is given twice', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (ledger) => {
        const told = await answers(ledger);
        const open = ledger.filter(({ record }) => record.access === 'public');
        for (let basis = 0; basis <= ledger.length; basis += 1)
          for (let n = 0; n <= DAYS + 1; n += 1) {
            const at = { asOf: day(n), basis };
            expect(told(at, 'inside')).toEqual(position(ledger, at.asOf, basis));
            expect(told(at, 'outside')).toEqual(position(open, at.asOf, basis));
          }
      }),
      { numRuns: 40 },
    );
  });

  it('46. tells who disputes an entry from the day they said so, when each event is given twice', async () => {
    const ledger = inDispute();
    const rows = await project(ledger);
    const [entry, said] = ledger.map(({ record }) => record.id);
    const at = (asOf: string, to: Audience = 'inside', basis = ledger.length) => {
      const row = rows.at(figuresView, FIGURE, { asOf, basis }, to);
      return [
        row?.standing?.id,
        row?.disputes.map(({ id, of, withdrawn }) => [id, of, withdrawn?.effectiveOn]),
      ];
    };
    expect(at('2022-10-30')).toEqual([entry, []]);
    expect(at(LATER)).toEqual([entry, [[said, entry, undefined]]]);
    expect(at('2022-12-01')).toEqual([entry, [[said, entry, '2022-12-01']]]);
    expect(at('2022-12-01', 'inside', 2)).toEqual([entry, [[said, entry, undefined]]]);
    expect(at('2022-12-01', 'outside')).toEqual([entry, [[said, entry, '2022-12-01']]]);
  });

  it('49. tells readers outside of no restricted dispute', async () => {
    const rows = await project(inDispute('restricted'));
    const told = (to: Audience) =>
      rows.at(figuresView, FIGURE, { asOf: '2022-12-01', basis: 3 }, to)?.disputes;
    expect(told('inside')).toHaveLength(1);
    expect(told('outside')).toEqual([]);
  });

  it('lists figures by area, measure, period, status, kind and whether a change is unexplained; none of a figure where nothing stands', () => {
    const row = {
      figure: { area: 'kent', measure: 'robbery', period: '2022-07', breakdown: '' },
      vintages: [],
      explanations: [],
      marks: [],
      disputes: [],
    };
    expect(figuresView.values({ ...row, standing: null })).toEqual({
      ...{ area: 'kent', measure: 'robbery', period: '2022-07', status: null, kind: null },
      unexplained: null,
    });
    expect(Object.keys(figuresView.values({ ...row, standing: null }))).toEqual(figuresView.columns);
  });
});
