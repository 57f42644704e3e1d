import type { GivenPaper } from '@daybook/provenance';
import { givenWhenThen } from '@daybook/ledger/testing';
import { ViewsOn } from '@daybook/read-model/testing';
import type { InspectionsBook } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import { findingsView } from '../see-findings/findings.view';
import { TalliesHandler, TalliesQuery } from '../see-tallies/tallies.query';
import { talliesView } from '../see-tallies/tallies.view';
import {
  INSPECTION,
  LAST,
  LATER,
  LATER_STILL,
  act,
  force,
  inspected,
  office,
  officePaper,
  raised,
} from '../testing/facts';
import { recordTally, type RecordTallyInput } from './record-tally.decider';

const decider = givenWhenThen<RecordTallyInput, InspectionsBook, InspectionsEvent, GivenPaper>(recordTally);
const book = decider.given([inspected({}, { access: 'restricted' })]);
const part = (id: string, number: number | null, more: object = {}) => ({ id, words: id, number, ...more });
const said: RecordTallyInput = {
  ...{ area: 'kent', effectiveOn: LATER_STILL, inspection: INSPECTION, occasion: 'Board of October 2022' },
  parts: [
    part('afis', 3, { kind: 'afi' }),
    part('discharged', 2, { statuses: ['claimed', 'assured', 'closed'] }),
    part('remain', 2),
  ],
  sum: { plus: ['afis'], minus: ['discharged'], equals: 'remain' },
};

describe('record-tally', () => {
  it('82. numbers are recorded as they were said, right or wrong, for an inspection or the whole area', () => {
    const [tally] = book.when(said, { by: force, given: {} }).events();
    expect(tally).toMatchObject({
      ...{ type: 'inspections.tally-recorded', effectiveOn: LATER_STILL, access: 'restricted' },
      data: { inspection: INSPECTION, sum: said.sum, parts: [{ number: 3 }, { number: 2 }, { number: 2 }] },
    });
    const transcribed = { ...said, inspection: null, for: 'kent-police', paper: 'paper-o', place: 'p. 3' };
    const [second] = book.when(transcribed, { by: office, given: { paper: officePaper } }).events();
    expect(second).toMatchObject({ for: 'kent-police', data: { inspection: null, secondHand: true } });
    book
      .when({ ...said, inspection: 'another' }, { by: force, given: {} })
      .thenRefused('inspections.unknown-inspection');
    const twice = { ...said, parts: [...said.parts, part('afis', 1)] };
    book.when(twice, { by: force, given: {} }).thenRefused('inspections.part-twice');
    const lost = { ...said, sum: { plus: ['more'], minus: [], equals: 'remain' } };
    book.when(lost, { by: force, given: {} }).thenRefused('inspections.unknown-part');
  });

  it('82. how many may not have been said, and then no sum counts from it', () => {
    const unsaid = { ...said, parts: [part('afis', null), ...said.parts.slice(1)] };
    const [tally] = book.when({ ...unsaid, sum: null }, { by: force, given: {} }).events();
    expect(tally).toMatchObject({ data: { parts: [{ number: null }, { number: 2 }, { number: 2 }] } });
    book.when(unsaid, { by: force, given: {} }).thenRefused('inspections.part-without-number');
  });

  it('83. beside each number stands what the ledger counts as of that day, and the sum is worked out again', async () => {
    const of = (n: number) => `${INSPECTION}-afi-0${n}`;
    const claim = (n: number, effectiveOn: string) =>
      act('inspections.discharge-claimed', { findings: [of(n)] }, { effectiveOn });
    const unsaid = { ...said, parts: [part('afis', null)], sum: null };
    const facts = [
      ...[1, 2, 3].map((n) => raised({ finding: of(n) })),
      ...[claim(1, LATER), claim(2, LAST)],
      ...[said, unsaid].flatMap((one) => book.when(one, { by: force, given: {} }).events()),
    ];
    const views = await ViewsOn.facts([findingsView, talliesView], facts);
    const position = { asOf: LAST, basis: views.size };
    const query = new TalliesQuery({ area: 'kent' }, position, 'inside');
    const { items } = await new TalliesHandler(views.rows).execute(query);
    expect(items[0]?.parts.map(({ said: n, counted, agrees }) => [n, counted, agrees])).toEqual([
      [3, 3, true],
      [2, 1, false],
      [2, 3, false],
    ]);
    expect(items[1]?.parts).toMatchObject([{ said: null, counted: 3, agrees: null }]);
    expect(items[0]?.sum).toMatchObject({ said: 2, reckoned: 1, holds: false });
    const outside = new TalliesQuery({ area: 'kent' }, position, 'outside');
    expect((await new TalliesHandler(views.rows).execute(outside)).items).toEqual([]);
    views.close();
  });
});
