import type { GivenPaper } from '@daybook/provenance';
import { givenWhenThen } from '@daybook/ledger/testing';
import type { InspectionsBook } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import { INSPECTION, force, inspected, office } from '../testing/facts';
import { CONCERN, DAY_12, LAST_DAY, TOO_LATE, concerned, copied, published } from '../testing/responses';
import { sendCopy, type SendCopyInput } from './send-copy.decider';

const copying = givenWhenThen<SendCopyInput, InspectionsBook, InspectionsEvent, GivenPaper>(sendCopy);
const NATIONAL = 'national-2022';
const reported = copying.given([inspected(), inspected({ inspection: NATIONAL })]);
const responded = reported.given([published({}, { effectiveOn: LAST_DAY })]);
const asked: SendCopyInput = {
  ...{ area: 'kent', inspection: INSPECTION },
  ...{ effectiveOn: TOO_LATE, to: 'inspectorate' },
};
const sent = { effectiveOn: TOO_LATE };
const by = (actor = office) => ({ by: actor, given: {} });

describe('send-copy', () => {
  it.each(['inspectorate', 'secretary-of-state'] as const)('65. a copy goes to: %s', (to) => {
    responded.when({ ...asked, to }, by()).then([copied({ to }, sent)]);
  });

  it('65. of what was published by then', () => {
    reported.when(asked, by()).thenRefused('inspections.not-published');
    responded.when({ ...asked, effectiveOn: '2022-06-21' }, by()).thenRefused('inspections.not-published');
    responded.when({ ...asked, effectiveOn: LAST_DAY }, by()).then([copied({}, { effectiveOn: LAST_DAY })]);
    const month = { effectiveOn: '2022-06-30', precision: 'month' } as const;
    responded.when({ ...asked, effectiveOn: '2022-06' }, by()).then([copied({}, month)]);
    responded.when({ ...asked, effectiveOn: '2022-05' }, by()).thenRefused('inspections.not-published');
  });

  it('58. nobody else sends it', () => {
    responded.when(asked, by(force)).thenRefused('inspections.not-yours');
  });

  it('64. a copy of a response to several reports is one for each of them', () => {
    const both = reported.given([published({ answersAlso: [NATIONAL] })]);
    both.when(asked, by()).then([copied({ answersAlso: [NATIONAL] }, sent)]);
    both
      .when({ ...asked, inspection: NATIONAL }, by())
      .then([copied({ inspection: NATIONAL, answersAlso: [INSPECTION] }, sent)]);
  });

  it('66. of the response to a cause of concern, where that was published', () => {
    const concern = { ...asked, concern: CONCERN };
    responded.given([concerned()]).when(concern, by()).thenRefused('inspections.not-published');
    responded
      .given([concerned(), published({ concern: CONCERN })])
      .when(concern, by())
      .then([copied({ concern: CONCERN }, sent)]);
  });

  it('67. of a restricted response it is restricted', () => {
    const closed = { access: 'restricted' } as const;
    reported
      .given([published({}, { ...closed, effectiveOn: DAY_12 })])
      .when(asked, by())
      .then([copied({}, { ...sent, ...closed })]);
  });
});
