import fc from 'fast-check';
import { addTo } from '../entries';
import { DAYS, day, history, inOrder, type Told } from '../testing/histories';
import { position, type Stands } from '../testing/oracle';
import { entry } from '@daybook/ledger/testing';
import { DAY, LATER, explanation, marked, reported, revised } from '../testing/facts';
import type { FigureEvent } from '../figures.events';
import { NOTHING, type FigureRecord, type Standing } from '../vintages';
import { changesOf, type FigureChange } from './changes';

interface At {
  readonly asOf: string;
  readonly basis: number;
}

function recordAt(ledger: readonly Told[], { asOf, basis }: At): FigureRecord {
  return ledger
    .filter(({ index, record }) => index < basis && record.effectiveOn <= asOf)
    .reduce((known, { record, index }) => addTo(known, record, index), NOTHING);
}

const between = (ledger: readonly Told[], a: At, b: At): FigureChange[] =>
  changesOf(recordAt(ledger, a), recordAt(ledger, b));

/** What of a standing a change speaks for, to compare with the second reading of the rules. */
const said = (standing: Standing | Stands | undefined): unknown =>
  standing && [standing.id, standing.kind, standing.value, standing.status, standing.withheldBy];

/** A history and three positions of it, each no later than the next on either clock. */
const journeys = history.chain((ledger) => {
  const three = (most: number) =>
    fc
      .array(fc.integer({ min: 0, max: most }), { minLength: 3, maxLength: 3 })
      .map((all) => all.sort((a, b) => a - b));
  return fc.tuple(fc.constant(ledger), three(DAYS + 1), three(ledger.length)).map(([of, days, sizes]) => {
    const at = (i: number): At => ({ asOf: day(days[i] ?? 0), basis: sizes[i] ?? 0 });
    return { ledger: of, positions: [at(0), at(1), at(2)] as const };
  });
});

const told = (...facts: readonly FigureEvent[]): Told[] =>
  facts.map((fact, index): Told => entry(fact, { index }));
const NOW: At = { asOf: '2026-01-15', basis: 99 };
const kinds = (changes: readonly FigureChange[]): string[] =>
  changes.map(({ kind, was, entry: e }) => (kind === 'rejudged' ? `${was?.kind} is ${e.kind}` : kind));

describe('what changed of a figure between two positions', () => {
  it('72. leads from what stood at the first to what stands at the second, change by change', () => {
    fc.assert(
      fc.property(journeys, ({ ledger, positions: [a, , b] }) => {
        let standing = said(position(ledger, a.asOf, a.basis).stands);
        for (const { before, after } of between(ledger, a, b)) {
          expect(said(before)).toEqual(standing);
          standing = said(after);
        }
        expect(standing).toEqual(said(position(ledger, b.asOf, b.basis).stands));
      }),
      { numRuns: 1_000 },
    );
  });

  it('72. is nothing between a position and itself', () => {
    fc.assert(
      fc.property(journeys, ({ ledger, positions: [a] }) => expect(between(ledger, a, a)).toEqual([])),
    );
  });

  it('69. counts every new entry as it is judged in the end, but confirmations that alter nothing', () => {
    fc.assert(
      fc.property(journeys, ({ ledger, positions: [a, , b] }) => {
        const before = new Set(position(ledger, a.asOf, a.basis).ruled.map(({ id }) => id));
        const fresh = position(ledger, b.asOf, b.basis).ruled.filter(({ id }) => !before.has(id));
        const changes = between(ledger, a, b).filter(({ was, kind }) => !was && kind !== 'rejudged');
        const counted = new Map(changes.map(({ entry: e, kind }) => [e.id, kind]));
        expect(counted.size).toBe(changes.length);
        for (const { id, kind } of fresh)
          if (kind === 'confirmed') expect([undefined, 'confirmed']).toContain(counted.get(id));
          else expect(counted.get(id)).toBe(kind);
      }),
      { numRuns: 500 },
    );
  });

  it('70. counts every older entry that is judged otherwise, with an event that was not on record before', () => {
    fc.assert(
      fc.property(journeys, ({ ledger, positions: [a, , b] }) => {
        const first = position(ledger, a.asOf, a.basis).ruled;
        const last = new Map(position(ledger, b.asOf, b.basis).ruled.map((r) => [r.id, r]));
        const otherwise = first.filter((r) => JSON.stringify(r) !== JSON.stringify(last.get(r.id)));
        const changes = between(ledger, a, b);
        const named = new Set(changes.filter(({ was }) => was).map(({ entry: e }) => e.id));
        for (const { id } of otherwise) expect(named).toContain(id);
        for (const { event } of changes) {
          const made = ledger.find(({ record }) => record.id === event.id);
          expect(made && made.index < b.basis && made.record.effectiveOn <= b.asOf).toBe(true);
          expect(made!.index < a.basis && made!.record.effectiveOn <= a.asOf).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('72. over two parts covers every event of the whole', () => {
    fc.assert(
      fc.property(journeys, ({ ledger, positions: [a, b, c] }) => {
        const ids = (changes: readonly FigureChange[]): string[] => changes.map(({ entry: e }) => e.id);
        const parts = new Set([...ids(between(ledger, a, b)), ...ids(between(ledger, b, c))]);
        for (const { kind, entry: e } of between(ledger, a, c))
          if (kind !== 'confirmed' && kind !== 'rejudged') expect(parts).toContain(e.id);
      }),
      { numRuns: 1_000 },
    );
  });

  it('69. a first release, then a confirmation that alters nothing, then a revision', () => {
    const ledger = told(
      reported(),
      reported({ effectiveOn: '2022-10-01', place: 'table 9' }),
      revised({ of: 'x', value: '45' }),
    );
    const changes = between(ledger, { asOf: '2022-09-13', basis: 99 }, NOW);
    expect(kinds(changes)).toEqual(['first-release', 'revised']);
    expect(changes.map(({ before, after }) => [before?.value, after?.value])).toEqual([
      [undefined, '40'],
      ['40', '45'],
    ]);
    expect(kinds(between(ledger, { asOf: '2022-10-30', basis: 99 }, NOW))).toEqual(['revised']);
  });

  it('69. a confirmation that is more precise, or has another status, is a change of what stands', () => {
    const finer = told(reported(), reported({ effectiveOn: LATER, value: '40.0', paper: 'paper-2' }));
    const [change] = between(finer, { asOf: DAY, basis: 99 }, NOW);
    expect([change?.kind, change?.before?.value, change?.after?.value]).toEqual(['confirmed', '40', '40.0']);
    const status = told(reported(), reported({ effectiveOn: LATER, status: 'P', paper: 'paper-2' }));
    expect(kinds(between(status, { asOf: DAY, basis: 99 }, NOW))).toEqual(['confirmed']);
  });

  it('70. an older paper that is entered later judges what is on record again, and is named as the cause', () => {
    const ledger = told(
      reported({ effectiveOn: LATER, value: '40', paper: 'paper-2' }),
      reported({ effectiveOn: DAY, value: '40' }),
    );
    const changes = between(ledger, { asOf: NOW.asOf, basis: 1 }, NOW);
    expect(kinds(changes)).toEqual(['first-release', 'first-release is confirmed']);
    expect(changes[1]!.event.id).toBe(ledger[1]!.record.id);
    expect(changes[1]!.entry.id).toBe(ledger[0]!.record.id);
  });

  it('70. an explanation and a mark are changes of the entry that they are about', () => {
    const said = told(reported(), reported({ effectiveOn: LATER, value: '41', paper: 'paper-2' }));
    const other = said[1]!.record.id;
    const ledger = told(
      ...said.map(({ record }) => record),
      explanation({ of: other, as: 'corrected', effectiveOn: LATER }),
    );
    const wrong = told(...said.map(({ record }) => record), marked({ of: other, effectiveOn: LATER }));
    const at = { asOf: NOW.asOf, basis: 2 };
    expect(between(ledger, at, NOW).map(({ kind, was, entry: e }) => [kind, was?.kind, e.kind])).toEqual([
      ['explained', 'unexplained', 'corrected'],
    ]);
    const [mark] = between(wrong, at, NOW);
    expect([mark?.kind, mark?.before?.value, mark?.after?.value]).toEqual(['entered-wrongly', '41', '40']);
  });

  it('takes records in any order', () => {
    fc.assert(
      fc.property(journeys, ({ ledger, positions: [a, , b] }) => {
        const reordered = inOrder(ledger);
        expect(between(reordered, a, b)).toEqual(between(ledger, a, b));
      }),
    );
  });
});
