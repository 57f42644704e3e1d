import type { GivenPaper } from '@daybook/provenance';
import { givenWhenThen } from '@daybook/ledger/testing';
import type { InspectionsBook } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import { INSPECTION, PUBLISHED, force, inspected, office } from '../testing/facts';
import {
  CONCERN,
  CONCERN_LAST_DAY,
  LAST_DAY,
  TOO_LATE,
  concerned,
  published,
  recommended,
  words,
} from '../testing/responses';
import { publishResponse, type PublishResponseInput } from './publish-response.decider';

const publishing = givenWhenThen<PublishResponseInput, InspectionsBook, InspectionsEvent, GivenPaper>(
  publishResponse,
);
const NATIONAL = 'national-2022';
const national = inspected({ inspection: NATIONAL, kind: 'national', forceInspected: false });
const reported = publishing.given([inspected(), recommended(), national]);
const asked: PublishResponseInput = {
  ...{ area: 'kent', inspection: INSPECTION },
  ...{ effectiveOn: LAST_DAY, reply: words },
};
const onLastDay = { effectiveOn: LAST_DAY };
const by = (actor = office) => ({ by: actor, given: {} });

describe('publish-response', () => {
  it('63. is recorded on the day it was published, also where recommendations are not answered', () => {
    reported.when(asked, by()).then([published({}, onLastDay)]);
    const url = 'https://example.org/response.pdf';
    reported.when({ ...asked, reply: null, url }, by()).then([published({ reply: null, url }, onLastDay)]);
    reported.when({ ...asked, effectiveOn: '2022-06' }, by()).thenRefused('inspections.day-needed', {
      fields: [expect.objectContaining({ field: '/effectiveOn' })],
    });
  });

  it('63. late too; a further response stands beside the first', () => {
    reported
      .given([published()])
      .when({ ...asked, effectiveOn: TOO_LATE }, by())
      .then([published({}, { effectiveOn: TOO_LATE })]);
  });

  it('58. nobody else publishes it', () => {
    reported.when(asked, by(force)).thenRefused('inspections.not-yours');
  });

  it('64. may answer further reports of the area as well', () => {
    reported
      .when({ ...asked, answersAlso: [NATIONAL] }, by())
      .then([published({ answersAlso: [NATIONAL] }, onLastDay)]);
    const both = reported.given([published({ answersAlso: [NATIONAL] })]).state().inspections;
    expect([INSPECTION, NATIONAL].map((id) => both.get(id)?.response.length)).toEqual([1, 1]);
  });

  it('64. each on record, published by then, and named once', () => {
    const wrong = (...answersAlso: string[]) => reported.when({ ...asked, answersAlso }, by());
    wrong(NATIONAL, 'nowhere').thenRefused('inspections.unknown-inspection', {
      fields: [expect.objectContaining({ field: '/answersAlso/1' })],
    });
    wrong(INSPECTION).thenRefused('inspections.named-twice');
    wrong(NATIONAL, NATIONAL).thenRefused('inspections.named-twice');
    publishing
      .given([inspected(), inspected({ inspection: NATIONAL, publishedOn: TOO_LATE })])
      .when({ ...asked, answersAlso: [NATIONAL] }, by())
      .thenRefused('inspections.before-its-report');
  });

  it('66. an accelerated cause of concern has a response of its own', () => {
    reported
      .given([concerned()])
      .when({ ...asked, concern: CONCERN, effectiveOn: CONCERN_LAST_DAY }, by())
      .then([published({ concern: CONCERN }, { effectiveOn: CONCERN_LAST_DAY })]);
    reported
      .when({ ...asked, effectiveOn: CONCERN_LAST_DAY }, by())
      .thenRefused('inspections.before-its-report');
    reported
      .when({ ...asked, effectiveOn: PUBLISHED }, by())
      .then([published({}, { effectiveOn: PUBLISHED })]);
  });

  it('67. no more people may read it than each report that it answers', () => {
    const closed = { access: 'restricted' } as const;
    publishing
      .given([inspected(), inspected({ inspection: NATIONAL }, closed)])
      .when({ ...asked, answersAlso: [NATIONAL] }, by())
      .then([published({ answersAlso: [NATIONAL] }, { ...onLastDay, ...closed })]);
  });
});
