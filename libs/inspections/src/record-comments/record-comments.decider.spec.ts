import type { Actor } from '@daybook/ledger';
import { givenWhenThen } from '@daybook/ledger/testing';
import type { GivenPaper, PaperOnRecord } from '@daybook/provenance';
import type { InspectionsBook } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import {
  INSPECTION,
  force,
  forcePaper,
  inspected,
  inspector,
  office,
  officePaper,
  otherForce,
} from '../testing/facts';
import { CONCERN, DAY_12, commented, concerned, words } from '../testing/responses';
import { recordComments, type RecordCommentsInput } from './record-comments.decider';

const commenting = givenWhenThen<RecordCommentsInput, InspectionsBook, InspectionsEvent, GivenPaper>(
  recordComments,
);
const reported = commenting.given([inspected(), concerned()]);
const asked: RecordCommentsInput = {
  ...{ area: 'kent', inspection: INSPECTION },
  ...{ effectiveOn: DAY_12, comments: words },
};
const by = (actor: Actor, paper?: PaperOnRecord) => ({ by: actor, given: { ...(paper && { paper }) } });

describe('record-comments', () => {
  it("58. the force records its chief officer's comments", () => {
    reported.when(asked, by(force)).then([commented()]);
    reported.when({ ...asked, comments: null }, by(force)).thenRefused('inspections.comments-missing');
  });

  it('58. the office writes them down from the paper in which they came', () => {
    const chief = { for: 'kent-chief-constable', paper: officePaper.id } as const;
    const transcribed = { ...asked, paper: officePaper.id, place: 'p. 1' };
    reported.when(transcribed, by(office, officePaper)).then([commented({ secondHand: true }, chief)]);
    reported
      .when({ ...transcribed, comments: null }, by(office, officePaper))
      .then([commented({ secondHand: true, comments: null }, chief)]);
    reported.when(asked, by(office)).thenRefused('inspections.paper-missing');
    const forces = reported.when({ ...asked, paper: forcePaper.id }, by(office, forcePaper));
    expect(forces.events()).toMatchObject([
      { for: 'kent-chief-constable', source: { paper: forcePaper.id } },
    ]);
    // The force's paper is its chief constable's own.
    expect(forces.events()[0]?.data).not.toHaveProperty('secondHand');
  });

  it('58. that none came, the office says itself, and so does the force', () => {
    const none = { ...asked, comments: null, arrived: false };
    const said = commented({ arrived: false, comments: null });
    reported.when(none, by(office)).then([said]);
    reported.when(none, by(force)).then([said]);
    reported.when({ ...none, comments: words }, by(office)).thenRefused('inspections.comments-contradict');
  });

  it('58. nobody else', () => {
    reported.when(asked, by(inspector)).thenRefused('inspections.not-yours');
    reported.when(asked, by(otherForce)).thenRefused('inspections.not-yours');
  });

  it('66. on an accelerated cause of concern of their own', () => {
    reported.when({ ...asked, concern: CONCERN }, by(force)).then([commented({ concern: CONCERN })]);
  });

  it('67. of a restricted report they are restricted', () => {
    const closed = { access: 'restricted' } as const;
    commenting
      .given([inspected({}, closed)])
      .when(asked, by(force))
      .then([commented({}, closed)]);
  });
});
