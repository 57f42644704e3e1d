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
  officePaper,
  panel,
  panelPaper,
} from '../../testing/facts';
import { HOLDING, PANEL_MEETING, aboutToo, ofBoard, ofPanel } from '../../testing/meetings';
import { meetingOf } from '../meeting-state';
import { holdMeeting, type HoldMeetingInput } from './hold-meeting.decider';

const holding = givenWhenThen<HoldMeetingInput, ScrutinyBook, ScrutinyEvent, GivenPaper>(holdMeeting);
const onRecord = holding.given([called()]);
const asked: HoldMeetingInput = { area: 'kent', meeting: MEETING, effectiveOn: MET };
const by = (actor = office, given: Partial<GivenPaper> = {}) => ({ by: actor, given: { bodies, ...given } });
const resolved = (item: string, parts: object = {}) => ({
  ...aboutToo(
    act('scrutiny.item-resolved', { meeting: MEETING, item, outcome: 'noted', words: null }, {}),
    ofBoard,
  ),
  ...parts,
});

describe('hold-meeting', () => {
  it('9. says who was there by office, on the day on which it was held', () => {
    onRecord.when(asked, by()).then([aboutToo(held(), ofBoard)]);
    const there = {
      present: ['kent-chief-constable', 'a member for Swale'],
      apologies: ['kent-deputy-chief-constable'],
      attending: ['two officers'],
    };
    onRecord.when({ ...asked, ...there, on: MET }, by()).then([aboutToo(held(there), ofBoard)]);
  });

  it('9. whichever day it was called for; never one to come', () => {
    onRecord.when({ ...asked, effectiveOn: LATER }, by()).then([aboutToo(held({ on: LATER }), ofBoard)]);
    const early = aboutToo(held({ on: '2023-03-08' }), ofBoard);
    onRecord.when({ ...asked, effectiveOn: '2023-03-08' }, by()).then([early]);
    onRecord.when(asked, { ...by(), today: '2023-03-14' }).thenRefused('scrutiny.future-date');
    onRecord.when({ ...asked, effectiveOn: '2023-02-19' }, by()).thenRefused('scrutiny.before-it-was-called');
    onRecord.when({ ...asked, on: LATER }, by()).thenRefused('scrutiny.other-day', {
      fields: [expect.objectContaining({ field: '/on' })],
    });
    onRecord.when({ ...asked, on: '2023-02-30' }, by()).thenRefused('scrutiny.bad-date');
  });

  it('9. where only the month is known, in that month', () => {
    const inMonth = held({ on: '2023-03-31' }, { precision: 'month' });
    onRecord.when({ ...asked, effectiveOn: '2023-03' }, by()).then([aboutToo(inMonth, ofBoard)]);
  });

  it('10. once, on whichever day the other is said: what stands is named', () => {
    const stands = { detail: { standing: HOLDING, since: MET } };
    const again = holding.given([called(), held()]);
    again.when(asked, by()).thenRefused('scrutiny.already-held', stands);
    again.when({ ...asked, effectiveOn: '2023-03-08' }, by()).thenRefused('scrutiny.already-held', stands);
    const data = { meeting: MEETING, reason: null };
    const off = act('scrutiny.meeting-cancelled', data, { effectiveOn: '2023-03-01' });
    holding
      .given([called(), off])
      .when(asked, by())
      .thenRefused('scrutiny.already-cancelled', {
        detail: { standing: eventId(1), since: '2023-03-01' },
      });
    const moved = act('scrutiny.meeting-postponed', { ...data, to: null }, { effectiveOn: '2023-03-01' });
    expect(holding.given([called(), moved]).when(asked, by()).events()).toHaveLength(1);
  });

  it('11. what became of its items may be said in the same commit', () => {
    const resolutions = [
      { item: '1', outcome: 'noted' },
      { item: '2', outcome: 'resolved', words: because },
    ] as const;
    onRecord
      .when({ ...asked, resolutions }, by())
      .then([
        aboutToo(held(), ofBoard),
        resolved('1'),
        { ...resolved('2'), data: { ...resolved('2').data, outcome: 'resolved', words: because } },
      ]);
  });

  it('11. of items on its agenda, each once', () => {
    const resolutions = [
      { item: '1', outcome: 'noted' },
      { item: '1', outcome: 'agreed' },
      { item: '9', outcome: 'noted' },
    ] as const;
    onRecord.when({ ...asked, resolutions }, by()).thenRefused('scrutiny.bad-entry', {
      fields: [
        expect.objectContaining({ field: '/resolutions/1/item', code: 'scrutiny.item-twice' }),
        expect.objectContaining({ field: '/resolutions/2/item', code: 'scrutiny.unknown-item' }),
      ],
    });
  });

  it('12. what was resolved of a private item is restricted', () => {
    const resolutions = [{ item: '3', outcome: 'noted' }] as const;
    onRecord
      .when({ ...asked, resolutions }, by())
      .then([aboutToo(held(), ofBoard), resolved('3', { access: 'restricted' })]);
  });

  it("3. its own people say it; the office writes down the panel's, from a paper", () => {
    onRecord.when(asked, by(panel)).thenRefused('scrutiny.not-yours');
    onRecord.when(asked, by(force)).thenRefused('scrutiny.not-yours');
    const panels = holding.given([called({ meeting: PANEL_MEETING, body: 'kent-panel' })]);
    const of = { ...asked, meeting: PANEL_MEETING };
    const fact = aboutToo(held({ meeting: PANEL_MEETING }), ofPanel);
    panels.when(of, by(panel)).then([fact]);
    panels.when(of, by()).thenRefused('scrutiny.paper-missing');
    panels
      .when({ ...of, paper: 'paper-p', for: 'kent-pcc' }, by(office, { paper: panelPaper }))
      .thenRefused('scrutiny.other-actor');
    panels.when({ ...of, paper: 'paper-p' }, by(office, { paper: panelPaper })).then([
      {
        ...aboutToo(fact, 'paper:paper-p'),
        ...{ for: 'kent-panel', source: { paper: 'paper-p', place: '' } },
      },
    ]);
    expect(
      onRecord.when({ ...asked, paper: 'paper-o' }, by(office, { paper: officePaper })).events(),
    ).toHaveLength(1);
  });

  it('3. whoever took the place of its body goes on for it', () => {
    const mayor = { ...office, body: 'kent-mayor' };
    onRecord.when(asked, by(mayor)).thenRefused('scrutiny.paper-missing');
    const succeeded = { ...bodies.get('kent-pcc')!, succeededBy: { body: 'kent-mayor', on: CALLED } };
    const given = { bodies: new Map([...bodies, ['kent-pcc', succeeded]]) };
    onRecord.when(asked, { by: mayor, given }).then([aboutToo(held(), ofBoard)]);
  });

  it('18. a holding that is entered again comes before what was resolved on its day', () => {
    const wrong = {
      ...act('scrutiny.item-resolved', { meeting: MEETING, item: '1', outcome: 'noted', words: null }),
      type: 'scrutiny.entry-marked-wrong',
      data: {
        ...{ area: 'kent', office: null, of: HOLDING, subject: { kind: 'meeting', id: MEETING } },
        ...{ reason: because, says: null },
      },
    } as ScrutinyEvent;
    const again = onRecord.given([held(), resolved('1'), wrong]);
    again.when(asked, by()).then([aboutToo(held(), ofBoard)]);
    again
      .when({ ...asked, resolutions: [{ item: '1', outcome: 'agreed' }] }, by())
      .thenRefused('scrutiny.already-resolved', { detail: { standing: eventId(2), since: MET } });
    const { acts } = again.given([held()]).state().meeting.get(MEETING)!;
    const state = meetingOf(acts);
    expect(state).toMatchObject({ status: 'held', notFitting: [] });
    expect(state?.items.get('1')?.resolved?.outcome).toBe('noted');
  });

  it('18. a holding that is told of late comes before what was said since', () => {
    const moved = act(
      'scrutiny.meeting-postponed',
      { meeting: MEETING, to: LATER, reason: null },
      { effectiveOn: '2023-03-20' },
    );
    const late = holding.given([called(), moved]);
    late.when(asked, by()).then([aboutToo(held(), ofBoard)]);
    const { acts } = late.given([held()]).state().meeting.get(MEETING)!;
    expect(meetingOf(acts)).toMatchObject({ status: 'held', on: MET, notFitting: [eventId(1)] });
  });
});
