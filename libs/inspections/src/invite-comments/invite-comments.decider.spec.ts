import type { GivenPaper } from '@daybook/provenance';
import { givenWhenThen } from '@daybook/ledger/testing';
import type { InspectionsBook } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import { INSPECTION, PUBLISHED, force, inspected, inspector, office } from '../testing/facts';
import { CONCERN, CONCERN_PUBLISHED, DAY_12, concerned, invited } from '../testing/responses';
import { inviteComments, type InviteCommentsInput } from './invite-comments.decider';

const inviting = givenWhenThen<InviteCommentsInput, InspectionsBook, InspectionsEvent, GivenPaper>(
  inviteComments,
);
const reported = inviting.given([inspected()]);
const asked: InviteCommentsInput = {
  ...{ area: 'kent', inspection: INSPECTION },
  ...{ effectiveOn: DAY_12, commentsBy: '2022-05-27' },
};
const by = (actor = office) => ({ by: actor, given: {} });

describe('invite-comments', () => {
  it('59. the body invites the chief officer to comment by a day that it sets', () => {
    reported.when(asked, by()).then([invited()]);
  });

  it('59. on a real day, not before the invitation', () => {
    const wrong = (commentsBy: string) => reported.when({ ...asked, commentsBy }, by());
    const at = { fields: [expect.objectContaining({ field: '/commentsBy' })] };
    wrong('2022-05').thenRefused('inspections.bad-date', at);
    wrong('2022-02-30').thenRefused('inspections.bad-date', at);
    wrong('2022-05-08').thenRefused('inspections.comments-due-before', at);
    reported.when({ ...asked, commentsBy: DAY_12 }, by()).then([invited({ commentsBy: DAY_12 })]);
  });

  it('58. nobody else invites', () => {
    reported.when(asked, by(force)).thenRefused('inspections.not-yours');
    reported.when(asked, by(inspector)).thenRefused('inspections.not-yours');
    reported.when({ ...asked, for: 'kent-panel' }, by()).thenRefused('inspections.other-actor');
  });

  it('60. what it answers is on record, and was published by then', () => {
    inviting.when(asked, by()).thenRefused('inspections.unknown-inspection');
    const at = { fields: [expect.objectContaining({ field: '/effectiveOn' })] };
    reported
      .when({ ...asked, effectiveOn: '2022-04-27' }, by())
      .thenRefused('inspections.before-its-report', at);
    reported.when({ ...asked, effectiveOn: PUBLISHED }, by()).then([invited({}, { effectiveOn: PUBLISHED })]);
    const month = { effectiveOn: '2022-04-30', precision: 'month' } as const;
    reported.when({ ...asked, effectiveOn: '2022-04' }, by()).then([invited({}, month)]);
  });

  it('60. of a report without a known day, what is of its month may be of after it', () => {
    const known = (publishedOn: string | null) => inviting.given([inspected({ publishedOn })]);
    known('2022-05')
      .when({ ...asked, effectiveOn: '2022-04-30' }, by())
      .thenRefused('inspections.before-its-report');
    known('2022-05').when(asked, by()).then([invited()]);
    known(null)
      .when({ ...asked, effectiveOn: '2022-04-27' }, by())
      .thenRefused('inspections.before-its-report');
    known(null).when(asked, by()).then([invited()]);
  });

  it('66. an accelerated cause of concern has comments of its own, from its own publication on', () => {
    const both = inviting.given([inspected(), concerned()]);
    const early = { ...asked, concern: CONCERN, effectiveOn: CONCERN_PUBLISHED };
    both.when(early, by()).then([invited({ concern: CONCERN }, { effectiveOn: CONCERN_PUBLISHED })]);
    both.when({ ...early, effectiveOn: '2022-02-28' }, by()).thenRefused('inspections.before-its-report');
  });

  it('66. no other finding has', () => {
    const wrong = (concern: string, ...facts: InspectionsEvent[]) =>
      inviting.given([inspected(), ...facts]).when({ ...asked, concern }, by());
    const at = { fields: [expect.objectContaining({ field: '/concern' })] };
    wrong('nowhere').thenRefused('inspections.unknown-finding');
    wrong(CONCERN, concerned({ accelerated: null })).thenRefused('inspections.not-accelerated', at);
    wrong(CONCERN, concerned({ inspection: 'another' })).thenRefused('inspections.not-accelerated', at);
  });

  it('67. what is said of a restricted report, or cause of concern, is restricted', () => {
    const closed = { access: 'restricted' } as const;
    inviting
      .given([inspected({}, closed)])
      .when(asked, by())
      .then([invited({}, closed)]);
    inviting
      .given([inspected(), concerned({}, closed)])
      .when({ ...asked, concern: CONCERN }, by())
      .then([invited({ concern: CONCERN }, closed)]);
  });

  it('58. everything that is wrong comes back at once', () => {
    const at = (field: string): object => expect.objectContaining({ field }) as object;
    reported
      .when({ ...asked, effectiveOn: 'soon', commentsBy: 'later', paper: 'none' }, by())
      .thenRefused('inspections.bad-entry', {
        fields: [at('/effectiveOn'), at('/paper'), at('/commentsBy')],
      });
  });
});
