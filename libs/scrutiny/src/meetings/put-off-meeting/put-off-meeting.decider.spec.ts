import { eventId, givenWhenThen } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { ScrutinyBook } from '../../book';
import type { ScrutinyEvent } from '../../scrutiny.events';
import {
  CALLED,
  LATER,
  MEETING,
  MET,
  act,
  because,
  bodies,
  called,
  force,
  held,
  office,
  panel,
  panelPaper,
} from '../../testing/facts';
import { HOLDING, aboutToo, ofBoard, ofPanel } from '../../testing/meetings';
import { meetingOf } from '../meeting-state';
import {
  cancelMeeting,
  postponeMeeting,
  type CancelMeetingInput,
  type PostponeMeetingInput,
} from './put-off-meeting.decider';

const postponing = givenWhenThen<PostponeMeetingInput, ScrutinyBook, ScrutinyEvent, GivenPaper>(
  postponeMeeting,
);
const cancelling = givenWhenThen<CancelMeetingInput, ScrutinyBook, ScrutinyEvent, GivenPaper>(cancelMeeting);
const DAY = '2023-03-01';
const asked = { area: 'kent', meeting: MEETING, effectiveOn: DAY, reason: because } as const;
const by = (actor = office, given: Partial<GivenPaper> = {}) => ({ by: actor, given: { bodies, ...given } });
const postponed = (to: string | null, reason: typeof because | null = because) =>
  act('scrutiny.meeting-postponed', { meeting: MEETING, to, reason }, { effectiveOn: DAY });
const cancelled = act(
  'scrutiny.meeting-cancelled',
  { meeting: MEETING, reason: because },
  { effectiveOn: DAY },
);

describe('postpone-meeting', () => {
  it('8. moves what is called to another day, or to none that is fixed', () => {
    const onRecord = postponing.given([called()]);
    onRecord.when({ ...asked, to: LATER }, by()).then([aboutToo(postponed(LATER), ofBoard)]);
    onRecord.when(asked, by()).then([aboutToo(postponed(null), ofBoard)]);
    const again = postponing.given([called(), postponed(null)]);
    again.when({ ...asked, to: LATER }, by()).then([aboutToo(postponed(LATER), ofBoard)]);
    const { acts } = postponing
      .given([called(), postponed(null), postponed(LATER)])
      .state()
      .meeting.get(MEETING)!;
    expect(meetingOf(acts)).toMatchObject({ status: 'postponed', on: LATER, postponements: [{}, {}] });
  });

  it('8. to a day that is one, has not gone by, and is another', () => {
    const onRecord = postponing.given([called()]);
    const wrong = (to: string, code: string) =>
      onRecord
        .when({ ...asked, to }, by())
        .thenRefused(code, { fields: [expect.objectContaining({ field: '/to' })] });
    wrong('2023-02-28', 'scrutiny.day-gone-by');
    wrong('2023-02-29', 'scrutiny.bad-date');
    onRecord.when({ ...asked, to: MET }, by()).thenRefused('scrutiny.nothing-changes');
    postponing
      .given([called(), postponed(null)])
      .when(asked, by())
      .thenRefused('scrutiny.nothing-changes');
  });

  it('8. a body says why; a paper may leave it out', () => {
    const panels = called({ body: 'kent-panel' });
    const { reason: _reason, ...silent } = asked;
    postponing
      .given([called()])
      .when(silent, by())
      .thenRefused('scrutiny.reason-missing', { fields: [expect.objectContaining({ field: '/reason' })] });
    const read = { ...silent, paper: 'paper-p', for: 'kent-panel' };
    postponing
      .given([panels])
      .when(read, by(office, { paper: panelPaper }))
      .then([
        {
          ...aboutToo(postponed(null, null), ofPanel, 'paper:paper-p'),
          ...{ for: 'kent-panel', source: { paper: 'paper-p', place: '' } },
        },
      ]);
  });

  it('10. not what was held or cancelled: what stands is named', () => {
    postponing
      .given([called(), held()])
      .when(asked, by())
      .thenRefused('scrutiny.already-held', {
        detail: { standing: HOLDING, since: MET },
      });
    postponing
      .given([called(), cancelled])
      .when(asked, by())
      .thenRefused('scrutiny.already-cancelled', {
        detail: { standing: eventId(1), since: DAY },
      });
  });

  it('3. its own people postpone it', () => {
    postponing.given([called()]).when(asked, by(panel)).thenRefused('scrutiny.not-yours');
    postponing.given([called()]).when(asked, by(force)).thenRefused('scrutiny.not-yours');
  });
});

describe('cancel-meeting', () => {
  it('8. cancels what is called or postponed; a body says why', () => {
    cancelling
      .given([called()])
      .when(asked, by())
      .then([aboutToo(cancelled, ofBoard)]);
    cancelling
      .given([called(), postponed(LATER)])
      .when(asked, by())
      .then([aboutToo(cancelled, ofBoard)]);
    const { reason: _reason, ...silent } = asked;
    cancelling
      .given([called()])
      .when(silent, by())
      .thenRefused('scrutiny.reason-missing', { fields: [expect.objectContaining({ field: '/reason' })] });
  });

  it('10. not what was held, on whichever day it is said, nor twice', () => {
    const whenHeld = cancelling.given([called(), held()]);
    whenHeld.when(asked, by()).thenRefused('scrutiny.already-held', { detail: { standing: HOLDING } });
    cancelling.given([called(), cancelled]).when(asked, by()).thenRefused('scrutiny.already-cancelled');
  });

  it('18. an act that is entered late is judged by what stood on its own day', () => {
    const later = cancelling.given([called(), cancelled]);
    const before = { ...asked, effectiveOn: CALLED };
    expect(later.when(before, by()).events()).toHaveLength(1);
    const { acts } = later
      .given([{ ...cancelled, effectiveOn: CALLED }])
      .state()
      .meeting.get(MEETING)!;
    // The later cancelling came to nothing: it stays on record, and is shown as not fitting.
    expect(meetingOf(acts)).toMatchObject({ cancelled: { id: eventId(2) }, notFitting: [eventId(1)] });
  });
});
