import type { GivenPaper } from '@daybook/provenance';
import { eventId, givenWhenThen, recorded } from '@daybook/ledger/testing';
import { ViewsOn } from '@daybook/read-model/testing';
import type { InspectionsBook } from '../book';
import { stateOn } from '../book';
import { findingRef, type InspectionsEvent } from '../inspections.events';
import { findingsView } from '../see-findings/findings.view';
import { AFI, INSPECTION, LATER, act, because, force, inspected, office, raised } from '../testing/facts';
import { graded } from '../testing/reports';
import {
  markInspectionEntryWrong,
  type MarkInspectionEntryWrongInput,
} from './mark-inspection-entry-wrong.decider';

const decider = givenWhenThen<MarkInspectionEntryWrongInput, InspectionsBook, InspectionsEvent, GivenPaper>(
  markInspectionEntryWrong,
);
const byForce = (fact: InspectionsEvent, index: number) => recorded(fact, { by: force, index });
const claimed = act('inspections.discharge-claimed', {}, { effectiveOn: LATER, access: 'restricted' });
const history = [inspected(), raised(), claimed].map(byForce);
const given = { by: force, given: {} };

/** The mark of the n-th entry. */
const mark = (n: number) => ({ area: 'kent', of: eventId(n), reason: because });
const marked = (n: number): InspectionsEvent => {
  const [event] = decider.given(history).when(mark(n), given).events();
  return event!;
};

describe('mark-inspection-entry-wrong', () => {
  it("84. the body that wrote an entry marks it, on the entry's own date, once and with a reason", () => {
    const book = decider.given(history);
    book.when(mark(2), given).then([
      {
        type: 'inspections.entry-marked-wrong',
        ...{ schema: 1, effectiveOn: LATER, precision: 'day', access: 'restricted' },
        about: [findingRef('kent', AFI)],
        data: { area: 'kent', of: eventId(2), inspections: [], findings: [AFI], reason: because, says: null },
      },
    ]);
    book.when(mark(2), { ...given, by: office }).thenRefused('inspections.not-yours');
    book.when({ ...mark(2), reason: null }, given).thenRefused('inspections.reason-missing');
    book
      .given([marked(2)])
      .when(mark(2), given)
      .thenRefused('inspections.already-marked');
    book
      .given([marked(2)])
      .when(mark(3), given)
      .thenRefused('inspections.unknown-entry');
    book.when(mark(9), given).thenRefused('inspections.unknown-entry');
  });

  it('85. what is marked counts for nothing and stays visible; what was said of it counts again once it is entered right', async () => {
    const claim = decider
      .given([...history, marked(2)])
      .state()
      .findings.get(AFI);
    expect(claim && stateOn(claim, 'kent-police', LATER).status).toBe('open');
    const wrong = decider.given([...history, marked(1)]);
    expect(wrong.state().findings.has(AFI)).toBe(false);
    const right = wrong
      .given([byForce(raised({ title: 'As it should read' }), 4)])
      .state()
      .findings.get(AFI);
    expect(right?.raised.title).toBe('As it should read');
    expect(right && stateOn(right, 'kent-police', LATER).status).toBe('claimed');

    const facts = [inspected(), raised(), claimed, marked(1), raised({ title: 'As it should read' })];
    const views = await ViewsOn.facts([findingsView], facts);
    const at = (basis: number) =>
      views.rows.at(findingsView, findingRef('kent', AFI), { asOf: LATER, basis }, 'inside');
    expect([at(3)?.raised?.title, at(4)?.raised, at(5)?.raised?.title]).toEqual([
      'Recording of crime',
      null,
      'As it should read',
    ]);
    expect(at(5)?.wrong.map(({ act: one }) => one.id)).toEqual([eventId(1)]);
    views.close();
  });

  it('85. what is marked while its finding or inspection is left out stays out when that is entered again', () => {
    const grade = byForce(graded(), 3);
    const book = decider.given([...history, grade]);
    const markIn = (n: number, by: typeof book): InspectionsEvent => by.when(mark(n), given).events()[0]!;
    const bare = book.given([marked(1)]).given([markIn(0, book)]);
    const slips = bare.given([markIn(2, bare), markIn(3, bare)]);
    const { findings, inspections } = slips.given([inspected(), raised()]).state();
    const finding = findings.get(AFI);
    expect(finding && stateOn(finding, 'kent-police', LATER).status).toBe('open');
    expect(inspections.get(INSPECTION)?.grades).toEqual([]);
  });
});
