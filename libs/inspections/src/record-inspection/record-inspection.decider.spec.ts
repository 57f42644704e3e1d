import { eventId, givenWhenThen, recorded } from '@daybook/ledger/testing';
import type { GivenPaper, PaperOnRecord } from '@daybook/provenance';
import type { InspectionsBook } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import { INSPECTION_KINDS } from '../codes';
import {
  INSPECTION,
  PUBLISHED,
  because,
  force,
  inspected,
  inspector,
  inspectorsPaper,
  office,
  officePaper,
  raised,
} from '../testing/facts';
import { scaleDefined } from '../testing/reports';
import { recordInspection, type RecordInspectionInput } from './record-inspection.decider';

const inspections = givenWhenThen<RecordInspectionInput, InspectionsBook, InspectionsEvent, GivenPaper>(
  recordInspection,
);
const asked: RecordInspectionInput = {
  ...{
    area: 'kent',
    id: INSPECTION,
    kind: 'force',
    inspectorate: 'hmicfrs',
    programme: 'PEEL',
    cycle: '2021/22',
  },
  ...{ title: 'Inspection of the force', publishedOn: PUBLISHED, scale: 'peel-2021', effectiveOn: PUBLISHED },
};
const by = { by: inspector, given: {} };

describe('record-inspection', () => {
  it('1. records an inspection once in its area', () => {
    inspections.when(asked, by).then([inspected()]);
    const known = inspections.given([inspected()]);
    known.when({ ...asked, title: 'Another' }, by).thenRefused('inspections.inspection-exists');
    known
      .when({ ...asked, id: 'peel-2' }, by)
      .then([expect.objectContaining({ about: ['inspection:kent/peel-2', 'body:hmicfrs'] })]);
  });

  it('2. has a kind, and relates to the force where the force was inspected, unless it says otherwise', () => {
    for (const kind of INSPECTION_KINDS) inspections.when({ ...asked, kind }, by).then([inspected({ kind })]);
    const elsewhere = { ...asked, forceInspected: false };
    const none = { forceInspected: false, relatesToForce: false };
    inspections.when(elsewhere, by).then([inspected(none)]);
    inspections
      .when({ ...elsewhere, relatesToForce: true }, by)
      .then([inspected({ ...none, relatesToForce: true })]);
  });

  it('3. was published on a day, in a month, or it is not known when; never in the future', () => {
    for (const publishedOn of ['2016-02', '2016-02-29', null])
      inspections.when({ ...asked, publishedOn }, by).then([inspected({ publishedOn })]);
    for (const [publishedOn, code] of [
      ['2023-13', 'bad-date'],
      ['2023-02-29', 'bad-date'],
      ['28 April 2022', 'bad-date'],
      ['2026-01-16', 'future-date'],
      ['2026-02', 'future-date'],
    ] as const)
      inspections
        .when({ ...asked, publishedOn }, by)
        .thenRefused(`inspections.${code}`, { fields: [{ field: '/publishedOn' }] });
    inspections
      .when({ ...asked, publishedOn: '2026-01-15' }, by)
      .then([inspected({ publishedOn: '2026-01-15' })]);
  });

  it('3. is effective when its act was, a day or a month', () => {
    inspections
      .when({ ...asked, publishedOn: '2016-02', effectiveOn: '2016-02' }, by)
      .then([inspected({ publishedOn: '2016-02' }, { effectiveOn: '2016-02-29', precision: 'month' })]);
    inspections
      .when({ ...asked, effectiveOn: '2026-01-16' }, by)
      .thenRefused('inspections.future-date', { fields: [{ field: '/effectiveOn' }] });
  });

  it('4. asks for a reply by a day, which may be still to come', () => {
    const kind = 'prevention-of-future-deaths';
    for (const replyDueOn of ['2023-05-03', '2026-05-03'])
      inspections.when({ ...asked, kind, replyDueOn }, by).then([inspected({ kind, replyDueOn })]);
    for (const replyDueOn of ['2023-05', '2023-02-29', '56 days'])
      inspections
        .when({ ...asked, replyDueOn }, by)
        .thenRefused('inspections.bad-date', { fields: [{ field: '/replyDueOn' }] });
  });

  it('5. grades on a scale that is defined, or gives no grades', () => {
    inspections.when({ ...asked, scale: null }, by).then([inspected({ scale: null })]);
    const audit = { ...asked, scale: 'audit-3' };
    inspections.when(audit, by).thenRefused('inspections.unknown-scale', { fields: [{ field: '/scale' }] });
    inspections
      .given([scaleDefined()])
      .when(audit, by)
      .then([inspected({ scale: 'audit-3' })]);
  });

  it('11. keeps what the inspectorate said of comparing its grades', () => {
    const said = { comparability: 'Not to be compared with earlier cycles.', comparable: false };
    inspections.when({ ...asked, ...said }, by).then([inspected(said)]);
  });

  it("12. is recorded by the inspectorate whose own it is, HMIC's by HMICFRS", () => {
    const audit = { ...asked, kind: 'internal-audit', inspectorate: 'kent-auditors' } as const;
    inspections.when(audit, by).thenRefused('inspections.not-yours');
    inspections
      .when({ ...asked, inspectorate: 'hmic' }, by)
      .then([expect.objectContaining({ about: ['inspection:kent/kent-peel-2021-22', 'body:hmic'] })]);
    inspections.when(asked, { by: force, given: {} }).thenRefused('inspections.not-yours');
  });

  it("12. is written down by the office from a paper that it names, which may be another body's", () => {
    inspections.when(asked, { by: office, given: {} }).thenRefused('inspections.paper-missing');
    const cited = (paper: typeof officePaper) => ({
      ...{ input: { ...asked, paper: paper.id, place: 'p. 1' }, by: { by: office, given: { paper } } },
      when: { for: 'hmicfrs', paper: paper.id },
    });
    const own = cited(inspectorsPaper);
    inspections.when(own.input, own.by).then([inspected({}, own.when)]);
    const others = cited(officePaper);
    inspections.when(others.input, others.by).then([inspected({ secondHand: true }, others.when)]);
    inspections
      .when({ ...own.input, for: 'kent-police' }, own.by)
      .thenRefused('inspections.other-actor', { fields: [{ field: '/for' }] });
    inspections.when(own.input, { by: office, given: {} }).thenRefused('inspections.unknown-paper');
  });

  it('13. is restricted where its paper is, or where that is asked', () => {
    const closed = { ...inspectorsPaper, access: 'restricted' } as const;
    const [fact] = inspections
      .when({ ...asked, paper: closed.id }, { by: office, given: { paper: closed } })
      .events();
    expect(fact?.access).toBe('restricted');
    inspections.when({ ...asked, access: 'restricted' }, by).then([inspected({}, { access: 'restricted' })]);
  });

  it('85. entered again, it stays with the inspectorate that raised its findings', () => {
    const slip = inspected();
    const marked: InspectionsEvent = {
      ...slip,
      type: 'inspections.entry-marked-wrong',
      data: {
        ...{ area: 'kent', of: eventId(0), inspections: [INSPECTION], findings: [] },
        ...{ reason: because, says: null },
      },
    };
    const again = inspections.given([slip, recorded(raised(), { index: 1, by: inspector }), marked]);
    again.when(asked, by).then([inspected()]);
    again
      .when({ ...asked, inspectorate: 'kent-pcc' }, { by: office, given: {} })
      .thenRefused('inspections.other-inspectorate', {
        fields: [expect.objectContaining({ field: '/inspectorate' })],
      });
    again
      .when({ ...asked, inspectorate: 'hmic', paper: inspectorsPaper.id }, given(inspectorsPaper))
      .then([expect.objectContaining({ for: 'hmic' })]);
  });
});

function given(paper: PaperOnRecord) {
  return { by: office, given: { paper } };
}
