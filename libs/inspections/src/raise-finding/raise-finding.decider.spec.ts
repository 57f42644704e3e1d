import type { GivenPaper } from '@daybook/provenance';
import { givenWhenThen } from '@daybook/ledger/testing';
import type { InspectionsBook } from '../book';
import { FINDING_KINDS } from '../codes';
import type { InspectionsEvent } from '../inspections.events';
import {
  AFI,
  INSPECTION,
  LATER,
  PUBLISHED,
  findingContent,
  force,
  forcePaper,
  inspected,
  inspector,
  inspectorsPaper,
  office,
  otherInspector,
  raised,
} from '../testing/facts';
import { codesIn } from '../testing/refusals';
import { raiseFinding, type RaiseFindingInput } from './raise-finding.decider';

const book = givenWhenThen<RaiseFindingInput, InspectionsBook, InspectionsEvent, GivenPaper>(raiseFinding);
const by = { by: inspector, given: {} };
const report = book.given([inspected()]);
const asked: RaiseFindingInput = {
  ...{ area: 'kent', inspection: INSPECTION, id: AFI, kind: 'afi', title: 'Recording of crime' },
  ...{ addressees: ['kent-police'], effectiveOn: PUBLISHED },
};
const EARLY = '2022-03-01';
const recommendation = raised({ finding: 'rec-1', kind: 'recommendation' });
const concern: RaiseFindingInput = { ...asked, id: 'concern-1', kind: 'cause-of-concern' };
const carrying = { ...concern, recommendations: ['rec-1'] };

describe('raise-finding', () => {
  it('20. says all that the inspectorate said of it, and what it concerns', () => {
    report
      .when(
        {
          ...asked,
          ...{ number: 1, reference: 'A/1', question: 'investigating-crime', priority: 'high' },
          ...{ completeBy: '2022-11', paper: inspectorsPaper.id, place: 'p. 12' },
          about: ['figure:kent/robbery/2022-07', `finding:kent/${AFI}`],
        },
        { by: inspector, given: { paper: inspectorsPaper } },
      )
      .then([
        {
          ...{ type: 'inspections.finding-raised', schema: 1, effectiveOn: PUBLISHED, precision: 'day' },
          ...{ access: 'public', source: { paper: 'paper-i', place: 'p. 12' } },
          about: [
            `finding:kent/${AFI}`,
            `inspection:kent/${INSPECTION}`,
            'body:kent-police',
            'figure:kent/robbery/2022-07',
            'paper:paper-i',
          ],
          data: {
            ...{ area: 'kent', finding: AFI, ...findingContent },
            ...{ number: 1, reference: 'A/1', question: 'investigating-crime', priority: 'high' },
            completeBy: {
              ...{ anticipated: '2022-11', words: '2022-11' },
              ...{ earliest: '2022-11-01', latest: '2022-11-30' },
            },
          },
        },
      ]);
  });

  it('20. belongs to an inspection on record, and its id to it alone', () => {
    book.given([]).when(asked, by).thenRefused('inspections.unknown-inspection');
    report.given([raised()]).when(asked, by).thenRefused('inspections.finding-exists');
  });

  it('20. has a number that no other of its kind has under the same question', () => {
    const numbered = report.given([raised({ number: 1, question: 'q-1' }), recommendation]);
    const next = { ...asked, id: 'afi-2', number: 1, question: 'q-1' };
    numbered.when(next, by).thenRefused('inspections.number-taken');
    numbered.when({ ...next, question: 'q-2' }, by).events();
    numbered.when({ ...next, kind: 'recommendation' }, by).events();
    numbered
      .given([inspected({ inspection: 'other' })])
      .when({ ...next, inspection: 'other' }, by)
      .events();
  });

  it('21. has an addressee at least, each once', () => {
    for (const kind of FINDING_KINDS) {
      const { decided } = report.given([recommendation]).when({ ...carrying, kind, addressees: [] }, by);
      expect(codesIn(decided)).toContain('inspections.addressee-missing');
    }
    report
      .when({ ...asked, addressees: ['kent-police', 'kent-police'] }, by)
      .thenRefused('inspections.addressee-twice');
  });

  it('22. of a cause of concern carries a recommendation of the same inspection, raised by then', () => {
    const refused = (facts: readonly InspectionsEvent[], input: RaiseFindingInput, code: string): void =>
      report.given(facts).when(input, by).thenRefused(`inspections.${code}`);
    refused([recommendation], concern, 'recommendation-missing');
    refused([recommendation], { ...concern, recommendations: [] }, 'recommendation-missing');
    refused([], carrying, 'not-its-recommendation');
    refused([raised({ finding: 'rec-1' })], carrying, 'not-its-recommendation');
    refused(
      [
        inspected({ inspection: 'other' }),
        { ...recommendation, data: { ...recommendation.data, inspection: 'other' } },
      ],
      carrying,
      'not-its-recommendation',
    );
    const late = raised({ finding: 'rec-1', kind: 'recommendation' }, { effectiveOn: LATER });
    refused([late], carrying, 'not-its-recommendation');
    refused([recommendation], { ...carrying, kind: 'afi' }, 'carries-none');
    report
      .given([recommendation])
      .when(carrying, by)
      .then([
        expect.objectContaining({
          about: expect.arrayContaining(['finding:kent/rec-1']) as string[],
          data: expect.objectContaining({ recommendations: ['rec-1'] }) as object,
        }),
      ]);
  });

  it('23. is raised when its report was published, or later', () => {
    report.when({ ...asked, effectiveOn: '2022-04-27' }, by).thenRefused('inspections.before-publication');
    const month = book.given([inspected({ publishedOn: '2022-04' })]);
    month.when({ ...asked, effectiveOn: '2022-04-01' }, by).events();
    month.when({ ...asked, effectiveOn: '2022-03' }, by).thenRefused('inspections.before-publication');
    const unknown = book.given([inspected({ publishedOn: null })]);
    unknown.when({ ...asked, effectiveOn: '2020-01-01' }, by).events();
    report.when({ ...asked, effectiveOn: '2026-02-01' }, by).thenRefused('inspections.future-date');
  });

  it('24. of a cause of concern, and what it carries, may be published before the report', () => {
    const accelerated = { publishedOn: EARLY };
    const first = raised({ finding: 'rec-1', kind: 'recommendation' }, { effectiveOn: EARLY });
    const rec = { ...asked, id: 'rec-1', kind: 'recommendation', accelerated } as const;
    expect(report.when({ ...rec, effectiveOn: EARLY }, by).events()).toMatchObject([
      { effectiveOn: EARLY, data: { accelerated: null } },
    ]);
    const early = { ...carrying, accelerated, effectiveOn: EARLY };
    report
      .given([first])
      .when(early, by)
      .then([expect.objectContaining({ data: expect.objectContaining({ accelerated }) as object })]);
    const refused = (input: RaiseFindingInput, code: string): void =>
      expect(codesIn(report.given([first]).when(input, by).decided)).toContain(`inspections.${code}`);
    refused({ ...early, effectiveOn: '2022-02-28' }, 'before-publication');
    refused({ ...early, accelerated: { publishedOn: '2022-02-30' } }, 'bad-date');
    refused({ ...carrying, accelerated: { publishedOn: '2022-04-29' }, effectiveOn: LATER }, 'after-report');
    refused({ ...carrying, accelerated: { publishedOn: '2026-02-01' } }, 'future-date');
    refused({ ...asked, accelerated, effectiveOn: EARLY }, 'never-accelerated');
  });

  it('25. is not due before it was raised', () => {
    report.when({ ...asked, completeBy: '2022-04-27' }, by).thenRefused('inspections.due-before-finding');
    report.when({ ...asked, completeBy: '2022-03' }, by).thenRefused('inspections.due-before-finding');
    report.when({ ...asked, completeBy: '2023-13' }, by).thenRefused('inspections.bad-month');
    report.when({ ...asked, completeBy: PUBLISHED }, by).events();
    report.when({ ...asked, completeBy: 'when the next plan is made' }, by).events();
  });

  it('26. is raised by its own inspectorate, or written down by the office from a paper', () => {
    report.when(asked, { by: force, given: {} }).thenRefused('inspections.not-yours');
    report.when(asked, { by: otherInspector, given: {} }).thenRefused('inspections.not-yours');
    report.when(asked, { by: office, given: {} }).thenRefused('inspections.paper-missing');
    const transcribed = { ...asked, paper: 'paper-f', place: 'p. 1' };
    report.when(transcribed, { by: office, given: { paper: forcePaper } }).then([
      expect.objectContaining({
        for: 'hmicfrs',
        data: expect.objectContaining({ secondHand: true }) as object,
      }),
    ]);
  });

  it('27. is restricted where its inspection is, or as it asks', () => {
    const closed = book.given([inspected({}, { access: 'restricted' })]);
    closed.when(asked, by).then([expect.objectContaining({ access: 'restricted' })]);
    report
      .when({ ...asked, access: 'restricted' }, by)
      .then([expect.objectContaining({ access: 'restricted' })]);
  });
});
