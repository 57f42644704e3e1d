import { isRefusal, type Actor } from '@daybook/ledger';
import { recorded } from '@daybook/ledger/testing';
import fc from 'fast-check';
import { figuresBook, type FiguresBook } from './book';
import {
  correctFigure,
  restateFigures,
  reviseFigure,
  withdrawFigure,
} from './change-a-figure/change-a-figure.decider';
import { addTo } from './entries';
import { explainChange } from './explain-change/explain-change.decider';
import type { FiguresEvent } from './figures.events';
import { markEnteredWrongly } from './mark-entered-wrongly/mark-entered-wrongly.decider';
import { figuresView, type FigureRow } from './see-figures/figures.view';
import { submitReturn } from './submit-return/submit-return.decider';
import {
  because,
  defined,
  force,
  line,
  office,
  paper,
  redefinition,
  reported,
  returned,
} from './testing/facts';
import {
  ACTS,
  DAYS,
  VALUES,
  day,
  history,
  inOrder,
  step,
  toldBy,
  toldByRow,
  type Step,
  type Told,
} from './testing/histories';
import { position, sayTheSame } from './testing/oracle';
import { agree } from './value';
import { NOTHING, asOn, judge } from './vintages';

const FIGURE = 'figure:kent/robbery/2022-07';
type Row = FigureRow | undefined;

const throughJson = (row: Row): Row => row && (JSON.parse(JSON.stringify(row)) as FigureRow);

/** Compares the view's rows, made as the engine makes them, with the oracle at every date and ledger size. */
function expectRowsAsRuled(ledger: readonly Told[]): void {
  for (let basis = 0; basis <= ledger.length; basis += 1)
    for (let asOf = 0; asOf <= DAYS + 1; asOf += 1) {
      const seen = inOrder(ledger.slice(0, basis)).filter(({ record }) => record.effectiveOn <= day(asOf));
      const row = seen.reduce<Row>(
        (known, told) => throughJson(figuresView.fold(known, told, FIGURE)),
        undefined,
      );
      expect(toldByRow(row)).toEqual(position(ledger, day(asOf), basis));
    }
}

describe('the fold of a figure', () => {
  it('agrees with a second reading of the rules, at every date and every size of the ledger', () => {
    fc.assert(
      fc.property(history, (ledger) => {
        for (let basis = 0; basis <= ledger.length; basis += 1) {
          const record = ledger
            .slice(0, basis)
            .reduce((known, { record, index }) => addTo(known, record, index), NOTHING);
          for (let asOf = 0; asOf <= DAYS + 1; asOf += 1)
            expect(toldBy(judge(asOn(record, day(asOf))))).toEqual(position(ledger, day(asOf), basis));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is what the view makes, one event at a time in order of date, through JSON', () => {
    fc.assert(fc.property(history, expectRowsAsRuled), { numRuns: 100 });
  });

  it('is the same in whatever order the events come, and never changes a row that it is given', () => {
    const shuffled = history.chain((ledger) =>
      fc.tuple(fc.constant(ledger), fc.shuffledSubarray(ledger, { minLength: ledger.length })),
    );
    fc.assert(
      fc.property(shuffled, ([ledger, order]) => {
        let row: Row;
        for (const told of order) {
          const before = JSON.stringify(row);
          const next = figuresView.fold(row, told, FIGURE);
          expect(JSON.stringify(row)).toBe(before);
          row = next;
        }
        expect(toldByRow(row)).toEqual(position(ledger, day(DAYS + 1), ledger.length));
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with the second reading on what agrees', () => {
    const value = fc.constantFrom(
      ...VALUES,
      '39.95',
      '39.9',
      '0.76',
      '0.8',
      '<=40',
      '>40',
      '~40.0',
      '39..40.4',
    );
    fc.assert(
      fc.property(value, value, (a, b) => expect(agree(a, b)).toBe(sayTheSame(a, b))),
      { numRuns: 500 },
    );
  });
});

/** Commands at random, by the force or its office, each about July's robberies. */
interface Asked extends Step {
  /** Names what stands, where it is true; else any entry. */
  readonly aims: boolean;
  readonly byOffice: boolean;
  readonly second: string | null;
}

const asked: fc.Arbitrary<Asked> = fc
  .record({
    step,
    aims: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
    byOffice: fc.boolean(),
    second: fc.constantFrom(...VALUES),
  })
  .map(({ step, ...rest }) => ({ ...step, ...rest }));

/** A small ledger of its own: commands in, what they are answered with out. */
class Play {
  readonly told: Told[] = [];
  private readonly book: FiguresBook = figuresBook.initial();
  private index = 0;

  constructor() {
    this.put([defined({ decimals: 2 }), redefinition({ effectiveOn: day(3) })]);
  }

  put(facts: readonly FiguresEvent[]): void {
    for (const fact of facts) {
      const record = recorded(fact, { index: this.index, by: force });
      figuresBook.evolve(this.book, record);
      if (fact.type.startsWith('figures.measure') === false && fact.type !== 'figures.return-submitted')
        this.told.push({ index: this.index, record: record as Told['record'] });
      this.index += 1;
    }
  }

  get size(): number {
    return this.index;
  }

  /** The problem codes of a refusal, or none when it was recorded. */
  ask(one: Asked, of: string): readonly string[] {
    const by: Actor = one.byOffice ? office : force;
    const given = { paper: { ...paper, id: one.paper } };
    const context = { now: new Date(0), today: '2026-01-15', by, given };
    const heading = { area: 'kent', effectiveOn: day(one.day), paper: one.paper, place: one.place };
    const own = {
      ...line({ value: one.value, status: one.status, place: one.place }),
      of,
      reason: because,
      severity: 'minor',
    };
    const change = { ...heading, ...own };
    const kind =
      one.act === 'reported' ? (one.byOffice && one.target % 2 === 0 ? 'unexplained' : '') : one.act;
    const sent = returned(
      [
        { ...own, kind },
        line({ value: one.second, status: one.second === null ? 'O' : 'A', place: 'table 9' }),
      ],
      heading,
    );
    const decided = {
      reported: () =>
        submitReturn.decide(
          one.target % 3 ? { ...sent, lines: sent.lines.slice(0, 1) } : sent,
          this.book,
          context,
        ),
      revised: () => reviseFigure.decide(change, this.book, context),
      corrected: () => correctFigure.decide(change, this.book, context),
      restated: () => restateFigures.decide({ ...heading, lines: [own] }, this.book, context),
      withdrawn: () => withdrawFigure.decide({ ...change, value: null, status: null }, this.book, context),
      explained: () =>
        explainChange.decide({ ...heading, of, as: one.as, reason: because, severity: 'minor' }, this.book, {
          ...context,
          by: force,
        }),
      marked: () =>
        markEnteredWrongly.decide(
          { area: 'kent', of, right: { value: one.value, status: one.status } },
          this.book,
          { ...context, by: force },
        ),
    }[one.act]!();
    if (isRefusal(decided)) return [decided.code, ...decided.fields.map((f) => f.code)];
    this.put(decided);
    return [];
  }
}

const NAMED_WRONGLY = [
  'figures.not-standing',
  'figures.unknown-entry',
  'figures.of-missing',
  'figures.before-its-vintage',
];

/** Asks, and compares the answer with what the second reading says the record was before and is after. */
function askAndCompare(play: Play, one: Asked): string {
  const before = position(play.told, day(one.day), play.size);
  const entries = play.told.filter(({ record }) => 'value' in record.data);
  const someEntry = entries[one.target % Math.max(1, entries.length)]?.record.id ?? '';
  const aim: Record<string, string | undefined> = {
    explained: before.ruled.find((r) => r.kind === 'unexplained')?.id,
    marked: someEntry,
  };
  const of = one.aims
    ? ((one.act in aim ? aim[one.act] : before.stands?.named.at(-1)) ?? someEntry)
    : someEntry;
  const told = [...play.told];
  const codes = play.ask(one, of);
  const added = play.told.slice(told.length);
  const kindAfter = (id: string, asOf: number): string | undefined =>
    position(play.told, day(asOf), play.size).ruled.find((r) => r.id === id)?.kind;
  for (const { record } of added) {
    if (record.type === 'figures.figure-reported' && !record.data.saysNotWhy && one.act === 'reported')
      expect([
        kindAfter(record.id, one.day) !== 'unexplained',
        kindAfter(record.id, DAYS + 1) === 'contradicts',
      ]).toContain(true);
    if ('of' in record.data && 'value' in record.data && one.act !== 'marked') {
      expect(before.stands?.named).toContain(of);
      expect(kindAfter(record.id, DAYS + 1)).toBe(one.act);
    }
    if (record.type === 'figures.change-explained') {
      expect(before.ruled.find((r) => r.id === of)?.kind).toBe('unexplained');
      expect(kindAfter(of, one.day)).toBe(one.as);
    }
    if (record.type === 'figures.entry-marked-wrong') expect(kindAfter(of, DAYS + 1)).toBe('entered-wrongly');
  }
  if (['revised', 'corrected', 'restated', 'withdrawn'].includes(one.act))
    expect(codes.some((code) => NAMED_WRONGLY.includes(code))).toBe(!before.stands?.named.includes(of));
  if (codes.includes('figures.value-differs') && one.target % 3 && one.act === 'reported') {
    const index = play.size;
    const said = reported({
      value: one.value,
      paper: one.paper,
      place: one.place,
      effectiveOn: day(one.day),
    });
    const written: Told = { index, record: recorded(said, { index }) };
    const asIf = (asOf: number) =>
      position([...told, written], day(asOf), index + 1).ruled.find((r) => r.id === written.record.id)?.kind;
    expect([asIf(one.day), asIf(DAYS + 1) === 'contradicts']).toEqual(['unexplained', false]);
  }
  return codes[0] ?? one.act;
}

describe('commands, and what becomes of them', () => {
  it('are accepted and refused as the second reading says, and fold to what it says', () => {
    const outcomes = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(asked, { minLength: 8, maxLength: 16 }), (commands) => {
        const play = new Play();
        for (const one of commands) {
          const outcome = askAndCompare(play, one);
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
        const ledger = play.told.map((told, index) => ({ ...told, index }));
        expectRowsAsRuled(ledger);
      }),
      { numRuns: 120 },
    );
    // The play is worth nothing unless every act is both carried out and refused in it.
    for (const act of new Set(ACTS)) expect(outcomes.get(act) ?? 0).toBeGreaterThan(5);
    expect(outcomes.get('figures.value-differs')).toBeGreaterThan(5);
    expect(outcomes.get('figures.not-standing')).toBeGreaterThan(5);
  });
});
