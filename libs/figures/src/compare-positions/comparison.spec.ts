import { prepare } from '@daybook/ledger';
import { entry } from '@daybook/ledger/testing';
import { Projector, openRows, type Audience, type Rows } from '@daybook/read-model';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FiguresEvent } from '../figures.events';
import { figuresView } from '../see-figures/figures.view';
import { measuresView } from '../see-measures/measures.view';
import { DAY, LATER, defined, redefinition, reported } from '../testing/facts';
import { comparison, type Place } from './comparison';

const FACTS: readonly FiguresEvent[] = [
  defined({ effectiveOn: DAY }),
  reported(),
  redefinition({ effectiveOn: LATER, fromPeriod: '2022-10' }),
  defined({ effectiveOn: '2015-04-01' }),
  reported({ period: '2015-04', effectiveOn: '2015-05-01', access: 'restricted' }),
];

let folder: string;
let rows: Rows;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'daybook-comparison-'));
  const file = path.join(folder, 'views.db');
  const entries = FACTS.map((fact, index) => {
    const told = entry(fact, { index });
    return { index, ...prepare(told.record) };
  });
  const log = {
    readAll: async (from: number, limit: number) => entries.slice(from, from + limit),
    size: async () => entries.length,
  };
  const projector = new Projector(log, file, [figuresView, measuresView]);
  await projector.catchUp();
  projector.close();
  rows = openRows(file);
});
afterAll(() => {
  rows.close();
  rmSync(folder, { recursive: true });
});

type At = readonly [asOf: string, basis: number];

function found(from: At, to: At, audience: Audience = 'inside', after?: Place): unknown[] {
  const [a, b] = [from, to].map(([asOf, basis]) => ({ asOf, basis }));
  const compared = { filter: { area: 'kent' }, from: a!, to: b!, audience };
  return [...comparison(rows, compared, after)].map((one) =>
    one.figure ? [one.change.kind, one.figure.period] : [one.definition.kind, one.definition.definedAgain],
  );
}

describe('a comparison of two positions', () => {
  it('71. tells what became of definitions, before the figures of their measure', () => {
    expect(found(['2022-09-13', 3], [DAY, 3])).toEqual([
      ['defined', null],
      ['first-release', '2022-07'],
    ]);
    expect(found([DAY, 3], [LATER, 3])).toEqual([['redefined', null]]);
    expect(found([LATER, 3], [LATER, 4])).toEqual([['defined', 'start-moved-back']]);
    expect(found(['2015-05-01', 4], [LATER, 4])).toEqual([
      ['redefined', null],
      ['first-release', '2022-07'],
    ]);
    expect(found([LATER, 4], [LATER, 4])).toEqual([]);
  });

  it('69. tells readers outside nothing of what is restricted', () => {
    expect(found([LATER, 4], [LATER, 5])).toEqual([['first-release', '2015-04']]);
    expect(found([LATER, 4], [LATER, 5], 'outside')).toEqual([]);
  });

  it('goes on after any place in it', () => {
    const [from, to]: At[] = [
      ['2014-01-01', 5],
      [LATER, 5],
    ];
    const all = found(from!, to!);
    const compared = {
      ...{ filter: { area: 'kent', measure: 'robbery' }, audience: 'inside' as const },
      ...{ from: { asOf: '2014-01-01', basis: 5 }, to: { asOf: LATER, basis: 5 } },
    };
    const places = [...comparison(rows, compared)].map(({ key, n }) => ({ key, n }));
    expect(places).toHaveLength(4);
    places.forEach((place, i) => expect(found(from!, to!, 'inside', place)).toEqual(all.slice(i + 1)));
  });
});
