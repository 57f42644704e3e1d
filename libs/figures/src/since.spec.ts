import { eventId, recorded } from '@daybook/ledger/testing';
import fc from 'fast-check';
import { addTo } from './entries';
import type { FigureEvent, ObservationEvent } from './figures.events';
import { sinceThen, totalsOf, type Since, type Totals } from './since';
import {
  LATER,
  corrected,
  explanation,
  marked,
  otherPaper,
  reported,
  restated,
  revised,
  withdrawn,
} from './testing/facts';
import { DAYS, day, history, type Told } from './testing/histories';
import { position } from './testing/oracle';
import { NOTHING, asOn, judge } from './vintages';

/** What became of the entries of facts recorded in this order, by a day. */
function since(facts: readonly FigureEvent[], asOf = '2026-01-15'): readonly Since[] {
  const record = facts
    .map((fact, index) => recorded(fact, { index }))
    .reduce((known, event) => addTo(known, event, event.revision), NOTHING);
  return sinceThen(judge(asOn(record, asOf)).vintages);
}
const became = (facts: readonly FigureEvent[], asOf?: string): string[] =>
  since(facts, asOf).map((one) => one.became);

const first = reported();
const of = eventId(0);
const later = { effectiveOn: LATER, paper: otherPaper.id };

describe('what became of an entry', () => {
  it('66. stands, or the first change that took its place says what became of it', () => {
    expect(became([first])).toEqual(['stands']);
    expect(became([first, revised({ of })])).toEqual(['revised', 'stands']);
    expect(became([first, corrected({ of })])).toEqual(['corrected', 'stands']);
    expect(became([first, restated({ of, redefinition: eventId(9) })])).toEqual(['restated', 'stands']);
    expect(became([first, withdrawn({ of })])).toEqual(['withdrawn', 'stands']);
    expect(became([first, reported({ ...later, value: '45' })])).toEqual(['unexplained', 'stands']);
    expect(became([reported({ value: null, status: 'O' }), reported(later)])).toEqual(['released', 'stands']);
    const twice = [
      first,
      revised({ of }),
      corrected({ of: eventId(1), value: '46', effectiveOn: '2022-12-01' }),
    ];
    expect(became(twice)).toEqual(['revised', 'corrected', 'stands']);
    expect(since(twice)[0]?.changedBy?.id).toBe(eventId(1));
  });

  it('66. never stood where it contradicts its own paper or was entered wrongly', () => {
    const other = reported({ value: '41', place: 'table 2' });
    expect(became([first, other])).toEqual(['stands', 'contradicts']);
    expect(since([first, other]).map((one) => one.vintage.contradictsItself)).toEqual([true, true]);
    expect(became([first, marked({ of })])).toEqual(['entered-wrongly']);
  });

  it('66. is said as at the day: a change of later has not happened, and an explanation counts from its date', () => {
    const change = reported({ ...later, value: '45' });
    const said = explanation({ of: eventId(1), as: 'corrected', effectiveOn: '2022-12-01' });
    expect(became([first, change, said], '2022-10-30')).toEqual(['stands']);
    expect(became([first, change, said], '2022-11-30')).toEqual(['unexplained', 'stands']);
    expect(became([first, change, said], '2022-12-01')).toEqual(['corrected', 'stands']);
  });

  it('66. is the same whenever it was entered: a late report is judged by its own date', () => {
    expect(became([reported({ ...later, value: '45' }), first])).toEqual(['unexplained', 'stands']);
  });

  it('67. falls with what it confirms, and a confirmation by another paper is told', () => {
    const confirming = reported(later);
    const [one, two] = since([first, confirming]);
    expect([one?.became, one?.confirmedBy.map(({ id }) => id), one?.confirms]).toEqual([
      'stands',
      [eventId(1)],
      undefined,
    ]);
    expect([two?.became, two?.confirmedBy, two?.confirms?.id]).toEqual(['stands', [], eventId(0)]);
    const change = corrected({ of: eventId(1), effectiveOn: '2022-12-01' });
    expect(became([first, confirming, change])).toEqual(['corrected', 'corrected', 'stands']);
  });

  it('67. no paper confirms itself: the same value at another place is the same paper once more', () => {
    const [one] = since([first, reported({ place: 'table 2' })]);
    expect(one?.confirmedBy).toEqual([]);
  });

  it('a change says what stood before it, with the finer value that a confirmation gave', () => {
    const finer = reported({ ...later, value: '40.2' });
    const change = corrected({ of, value: '45', effectiveOn: '2022-12-01' });
    const before = since([first, finer, change])[2]?.before;
    expect([before?.vintage.id, before?.value]).toEqual([of, '40.2']);
  });
});

/** The totals of one paper, counted by hand from the second reading of the rules. */
function counted(ledger: readonly Told[], paper: string, asOf: string, basis: number): Totals {
  const { ruled, stands } = position(ledger, asOf, basis);
  const eventOf = (id: string): ObservationEvent =>
    ledger.find(({ record }) => record.id === id)!.record as ObservationEvent;
  const own = ruled.filter(({ id }) => eventOf(id).source?.paper === paper);
  const opens = (kind: string): boolean => !['confirmed', 'contradicts', 'entered-wrongly'].includes(kind);
  const fellTo = (id: string, kind: string): boolean => {
    const at = ruled.findIndex((one) => one.id === id);
    const own = ruled[at]!.kind;
    if (own === 'contradicts' || own === 'entered-wrongly') return false;
    return ruled.slice(at + 1).find((one) => opens(one.kind))?.kind === kind;
  };
  // Until something else stands, a confirmation of another paper confirms it too.
  const confirmedLater = (id: string): boolean => {
    const at = ruled.findIndex((one) => one.id === id);
    const { kind } = ruled[at]!;
    if (kind === 'contradicts' || kind === 'entered-wrongly') return false;
    const after = ruled.slice(at + 1);
    const end = after.findIndex((one) => opens(one.kind));
    return (end < 0 ? after : after.slice(0, end)).some(
      (one) => one.kind === 'confirmed' && eventOf(one.id).source?.paper !== paper,
    );
  };
  const fallen = (kind: string): number => own.filter(({ id }) => fellTo(id, kind)).length;
  return {
    figures: own.length,
    stands: own.filter(({ id }) => stands?.named.includes(id)).length,
    revised: fallen('revised'),
    corrected: fallen('corrected'),
    restated: fallen('restated'),
    withdrawn: fallen('withdrawn'),
    unexplained: fallen('unexplained'),
    released: fallen('first-release'),
    contradicts: own.filter(({ kind }) => kind === 'contradicts').length,
    enteredWrongly: own.filter(({ kind }) => kind === 'entered-wrongly').length,
    confirmedSince: own.filter(({ id }) => confirmedLater(id)).length,
    confirmsEarlier: own.filter(({ kind }) => kind === 'confirmed').length,
    contradictsItself: own.filter(({ flagged }) => flagged).length,
  };
}

it('the totals of a paper are those that a hand counts, at every position of every history', () => {
  fc.assert(
    fc.property(
      history,
      fc.integer({ min: 0, max: DAYS }),
      fc.nat({ max: 12 }),
      fc.constantFrom('paper-1', 'paper-2'),
      (ledger, on, basis, paper) => {
        const record = ledger
          .slice(0, basis)
          .reduce((known, { record: event, index }) => addTo(known, event, index), NOTHING);
        const entries = sinceThen(judge(asOn(record, day(on))).vintages);
        const totals = totalsOf(entries.filter(({ vintage }) => vintage.source?.paper === paper));
        expect(totals).toEqual(counted(ledger, paper, day(on), basis));
        const { figures, confirmedSince: _1, confirmsEarlier: _2, contradictsItself: _3, ...parts } = totals;
        expect(Object.values(parts).reduce((sum, n) => sum + n, 0)).toBe(figures);
      },
    ),
    { numRuns: 500 },
  );
});
