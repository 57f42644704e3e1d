import type { GivenPaper } from '@daybook/provenance';
import { givenWhenThen, sealedText } from '@daybook/ledger/testing';
import type { InspectionsBook } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import { AFI, LATER, act, force, grouped, inspected, inspector, otherForce, raised } from '../testing/facts';
import { given } from '../testing/history';
import {
  anticipateCompletion,
  type AnticipateCompletionInput,
} from '../anticipate-completion/anticipate-completion.decider';
import { reportProgress, type ReportProgressInput } from './report-progress.decider';

const book = givenWhenThen<ReportProgressInput, InspectionsBook, InspectionsEvent, GivenPaper>(
  reportProgress,
);
const own = { by: force, given: {} };
const OTHER = 'kent-peel-2021-22-afi-02';
const taken = sealedText('Trained the teams.');
const asked: ReportProgressInput = { area: 'kent', finding: AFI, effectiveOn: LATER, taken };
const data = {
  ...{ area: 'kent', findings: [AFI], addressees: ['kent-police'] },
  ...{ report: null, taken, planned: null },
};
const fact = {
  ...{ type: 'inspections.progress-reported', schema: 1, effectiveOn: LATER, precision: 'day' },
  ...{ access: 'public', about: [`finding:kent/${AFI}`, 'body:kent-police'] },
};
const open = given(book, [inspected(), inspector], [raised(), inspector]);

describe('report-progress', () => {
  it('54. says what was done, what is planned, or how far it has come', () => {
    open.when(asked, own).then([{ ...fact, data }]);
    const all = { report: sealedText('On course.'), taken, planned: sealedText('A review.') };
    open.when({ ...asked, ...all }, own).then([{ ...fact, data: { ...data, ...all } }]);
    open.when({ ...asked, taken: null }, own).thenRefused('inspections.progress-missing');
    open.when(asked, { by: otherForce, given: {} }).thenRefused('inspections.not-yours');
  });

  it('54. of all that share the plan item, and of a finding that has ended too', () => {
    const shared = given(open, [raised({ finding: OTHER }), inspector], [grouped([AFI, OTHER]), force]);
    shared.when(asked, own).then([expect.objectContaining({ data: { ...data, findings: [AFI, OTHER] } })]);
    const closed = given(shared, [act('inspections.finding-closed', {}), inspector]);
    closed.when(asked, own).then([expect.objectContaining({ data: { ...data, findings: [AFI, OTHER] } })]);
    closed
      .when({ ...asked, finding: OTHER }, own)
      .then([expect.objectContaining({ data: { ...data, findings: [OTHER] } })]);
  });

  it('21. there is none on good practice, nor a date for it', () => {
    const good = given(book, [inspected(), inspector], [raised({ kind: 'good-practice' }), inspector]);
    good.when(asked, own).thenRefused('inspections.good-practice');
    const dates = givenWhenThen<AnticipateCompletionInput, InspectionsBook, InspectionsEvent, GivenPaper>(
      anticipateCompletion,
    );
    dates
      .given(good.history)
      .when({ ...asked, anticipated: '2023-02' }, own)
      .thenRefused('inspections.good-practice');
  });
});
