import { prepare, type StoredEntry } from '@daybook/ledger';
import { Projector, openRows, type Audience } from '@daybook/read-model';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DAYS, day, history, toldByRow, type Told } from '../testing/histories';
import { position } from '../testing/oracle';
import { figuresView } from './figures.view';

const FIGURE = 'figure:kent/robbery/2022-07';

let folder: string;
let files = 0;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'daybook-figures-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const stored = ({ index, record }: Told): StoredEntry => ({ index, ...prepare(record) });

/** What the engine answers, after it was given every entry twice. */
async function answers(
  ledger: readonly Told[],
): Promise<(at: { asOf: string; basis: number }, to: Audience) => unknown> {
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
  return (at, to) => toldByRow(rows.at(figuresView, FIGURE, at, to));
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

  it('lists figures by area, measure, period, status, kind and whether a change is unexplained; none of a figure where nothing stands', () => {
    const row = {
      figure: { area: 'kent', measure: 'robbery', period: '2022-07', breakdown: '' },
      vintages: [],
      explanations: [],
      marks: [],
    };
    expect(figuresView.values({ ...row, standing: null })).toEqual({
      ...{ area: 'kent', measure: 'robbery', period: '2022-07', status: null, kind: null },
      unexplained: null,
    });
    expect(Object.keys(figuresView.values({ ...row, standing: null }))).toEqual(figuresView.columns);
  });
});
