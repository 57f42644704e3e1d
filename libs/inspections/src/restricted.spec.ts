import type { Access } from '@daybook/ledger';
import type { GivenPaper } from '@daybook/provenance';
import { eventId, givenWhenThen, type Example } from '@daybook/ledger/testing';
import type { InspectionsBook } from './book';
import type { InspectionsEvent } from './inspections.events';
import { moveCompletion, type MoveCompletionInput } from './move-completion/move-completion.decider';
import { raiseFinding, type RaiseFindingInput } from './raise-finding/raise-finding.decider';
import { reportProgress, type ReportProgressInput } from './report-progress/report-progress.decider';
import { asked, examplesOf, partyOf } from './testing/deeds';
import {
  AFI,
  INSPECTION,
  LATER,
  LATER_STILL,
  act,
  anticipated,
  because,
  force,
  grouped,
  inspected,
  inspector,
  raised,
} from './testing/facts';

type Book<Input> = Example<Input, InspectionsBook, InspectionsEvent, GivenPaper>;

const closed = { access: 'restricted' } as const;
const OTHER = 'kent-peel-2021-22-afi-02';
const NEXT = 'kent-peel-2023-25-afi-01';
const [forces, inspectors] = [force, inspector].map((by) => ({ by, given: {} }));
const beginning = [inspected(), raised()];

function accessOf<Input>(book: Book<Input>, input: Input, by = forces!): Access | undefined {
  return book.when(input, by).events()[0]?.access;
}

describe('an act that speaks of what is restricted', () => {
  it('39. is restricted where the claim, the dispute or the closing that it is about is', () => {
    const of = (deed: Parameters<typeof examplesOf>[0], about: InspectionsEvent): Access | undefined =>
      accessOf(examplesOf(deed).given([...beginning, about]), asked(), { by: partyOf(deed), given: {} });
    for (const access of ['public', 'restricted'] as const) {
      const when = { effectiveOn: LATER, access };
      expect(of('assure-discharge', act('inspections.discharge-claimed', {}, when))).toBe(access);
      expect(of('decline-discharge', act('inspections.discharge-claimed', {}, when))).toBe(access);
      expect(of('answer-dispute', act('inspections.finding-disputed', {}, when))).toBe(access);
      expect(of('reopen-finding', act('inspections.finding-closed', {}, when))).toBe(access);
    }
  });

  it('39. is restricted where the finding that it goes on in is', () => {
    const next = inspected({ inspection: 'kent-peel-2023-25', publishedOn: LATER }, { effectiveOn: LATER });
    for (const access of ['public', 'restricted'] as const) {
      const later = raised(
        { finding: NEXT, inspection: 'kent-peel-2023-25' },
        { effectiveOn: LATER, access },
      );
      const book = examplesOf('carry-forward-finding').given([...beginning, next, later]);
      expect(accessOf(book, asked({ into: NEXT }), inspectors)).toBe(access);
      expect(accessOf(book, asked(), inspectors)).toBe('public');
    }
  });

  it('39. is restricted where it repeats a date that is', () => {
    const move: Book<MoveCompletionInput> = givenWhenThen(moveCompletion);
    const input = { ...asked(), to: '2023-05-31', of: eventId(2) };
    for (const access of ['public', 'restricted'] as const) {
      const book = move.given([...beginning, anticipated('2022-11-30', { effectiveOn: LATER, access })]);
      expect(accessOf(book, input)).toBe(access);
    }
  });

  it('39. is restricted where its inspection is, or the grouping of the findings that it concerns', () => {
    const report: Book<ReportProgressInput> = givenWhenThen(reportProgress);
    const input = { area: 'kent', finding: AFI, effectiveOn: LATER_STILL, report: because };
    const both = [...beginning, raised({ finding: OTHER })];
    const when = { effectiveOn: LATER };
    expect(accessOf(report.given([...both, grouped([AFI, OTHER], {}, when)]), input)).toBe('public');
    const apart = grouped([AFI, OTHER], {}, { ...when, ...closed });
    expect(accessOf(report.given([...both, apart]), input)).toBe('restricted');
    expect(accessOf(report.given([inspected({}, closed), raised()]), input)).toBe('restricted');
  });

  it('27. a finding is restricted where one that it carries or is about is', () => {
    const raise: Book<RaiseFindingInput> = givenWhenThen(raiseFinding);
    const own = { area: 'kent', inspection: INSPECTION, id: OTHER, title: 'Another', effectiveOn: LATER };
    const afi: RaiseFindingInput = { ...own, kind: 'afi', addressees: ['kent-police'] };
    const concern: RaiseFindingInput = { ...afi, kind: 'cause-of-concern', recommendations: [AFI] };
    for (const access of ['public', 'restricted'] as const) {
      const book = raise.given([inspected(), raised({ kind: 'recommendation' }, { access })]);
      expect(accessOf(book, afi, inspectors)).toBe('public');
      expect(accessOf(book, concern, inspectors)).toBe(access);
      expect(accessOf(book, { ...afi, about: [`finding:kent/${AFI}`] }, inspectors)).toBe(access);
      const audit = inspected({ inspection: 'audit' }, { access });
      const about = ['inspection:kent/audit', 'figure:kent/robbery/2022-07'];
      expect(accessOf(book.given([audit]), { ...afi, about }, inspectors)).toBe(access);
    }
  });
});
