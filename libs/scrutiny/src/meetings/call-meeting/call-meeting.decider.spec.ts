import { givenWhenThen } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { ScrutinyBook } from '../../book';
import type { ScrutinyEvent } from '../../scrutiny.events';
import {
  BOARD,
  CALLED,
  MEETING,
  MET,
  act,
  bodies,
  called,
  force,
  item,
  office,
  officePaper,
  panel,
  panelPaper,
  restrictedPaper,
} from '../../testing/facts';
import { CALLING, aboutToo, ofBoard, ofPanel } from '../../testing/meetings';
import { callMeeting, type CallMeetingInput } from './call-meeting.decider';

const calling = givenWhenThen<CallMeetingInput, ScrutinyBook, ScrutinyEvent, GivenPaper>(callMeeting);
const nothing = calling.given([]);
const asked: CallMeetingInput = {
  ...{ area: 'kent', id: MEETING, body: BOARD, title: 'Performance and delivery board' },
  ...{ on: MET, effectiveOn: CALLED },
  items: [
    { item: '1', title: 'Item 1' },
    { item: '2', title: 'Item 2' },
  ],
};
const plain = called({ items: [item('1'), item('2')] });
const by = (actor = office, given: Partial<GivenPaper> = {}) => ({ by: actor, given: { bodies, ...given } });
const PANEL_ASKS = { ...asked, body: 'kent-panel' };

describe('call-meeting', () => {
  it('1. puts a meeting on record, for a day that may be to come, with its time, place and kind', () => {
    nothing.when(asked, by()).then([aboutToo(plain, ofBoard)]);
    const more = { time: '10:00', venue: 'County Hall', extraordinary: true };
    nothing
      .when({ ...asked, ...more }, { ...by(), today: CALLED })
      .then([aboutToo(called({ ...more, items: plain.data.items }), ofBoard)]);
    nothing.when({ ...asked, items: undefined }, by()).then([aboutToo(called({ items: [] }), ofBoard)]);
  });

  it('1. under an id that no other meeting of the area has', () => {
    calling
      .given([called()])
      .when(asked, by())
      .thenRefused('scrutiny.meeting-exists', {
        detail: { standing: CALLING, since: CALLED },
      });
    const wrong = {
      ...act('scrutiny.meeting-cancelled', { meeting: MEETING, reason: null }),
      type: 'scrutiny.entry-marked-wrong' as const,
      data: {
        ...{ area: 'kent', office: null, of: CALLING, reason: null, says: null },
        subject: { kind: 'meeting' as const, id: MEETING },
      },
    };
    calling
      .given([called(), wrong])
      .when(asked, by())
      .then([aboutToo(plain, ofBoard)]);
  });

  it('2. of a board or a panel that is known; an area has one panel by its name', () => {
    const refused = (body: string, code: string) =>
      nothing
        .when({ ...asked, body }, by())
        .thenRefused(code, { fields: [expect.objectContaining({ field: '/body' })] });
    refused('kent-other-board', 'scrutiny.unknown-body');
    refused('essex-panel', 'scrutiny.unknown-body');
    refused('kent-police', 'scrutiny.not-a-board');
    refused('hmicfrs', 'scrutiny.not-a-board');
    const { items: _items, ...unregistered } = PANEL_ASKS;
    nothing
      .when(unregistered, { by: panel, given: {} })
      .then([aboutToo(called({ body: 'kent-panel', items: [] }), ofPanel)]);
  });

  it("3. its own people call it: the office its board's, the panel its own", () => {
    nothing.when(asked, by(panel)).thenRefused('scrutiny.not-yours');
    nothing.when(asked, by(force)).thenRefused('scrutiny.not-yours');
    nothing
      .when(PANEL_ASKS, by(panel))
      .then([aboutToo(called({ body: 'kent-panel', items: plain.data.items }), ofPanel)]);
  });

  it("3. the office writes down the panel's, from a paper", () => {
    nothing.when(PANEL_ASKS, by()).thenRefused('scrutiny.paper-missing');
    const fact = called({ body: 'kent-panel', items: plain.data.items }, { for: 'kent-panel' });
    const written = (paper: string) => ({
      ...aboutToo(fact, ofPanel, `paper:${paper}`),
      source: { paper, place: '' },
    });
    nothing
      .when({ ...PANEL_ASKS, paper: 'paper-p' }, by(office, { paper: panelPaper }))
      .then([written('paper-p')]);
    const secondHand = { ...written('paper-o'), data: { ...fact.data, secondHand: true } };
    nothing.when({ ...PANEL_ASKS, paper: 'paper-o' }, by(office, { paper: officePaper })).then([secondHand]);
  });

  it('4. for a day that had not gone by when it was called', () => {
    const wrong = (parts: Partial<CallMeetingInput>, code: string) =>
      nothing
        .when({ ...asked, ...parts }, by())
        .thenRefused(code, { fields: [expect.objectContaining({ field: '/on' })] });
    wrong({ on: '2023-02-19' }, 'scrutiny.day-gone-by');
    wrong({ on: '2023-02-30' }, 'scrutiny.bad-date');
    const sameMonth = { ...asked, on: '2023-02-01', effectiveOn: '2023-02' };
    expect(nothing.when(sameMonth, by()).events()).toHaveLength(1);
    expect(nothing.when({ ...asked, on: CALLED }, by()).events()).toHaveLength(1);
  });

  it('5. its items have a number each, once, and papers that are on record', () => {
    const items = [
      { item: '1', title: 'One', papers: ['paper-o'] },
      { item: '1', title: 'Two', papers: ['paper-x'] },
    ];
    nothing
      .when({ ...asked, items }, by(office, { cited: [officePaper] }))
      .thenRefused('scrutiny.bad-entry', {
        fields: [
          expect.objectContaining({ field: '/items/1/item', code: 'scrutiny.item-twice' }),
          expect.objectContaining({ field: '/items/1/papers/0', code: 'scrutiny.unknown-paper' }),
        ],
      });
  });

  it('6. of a private item everybody reads that there is one, and no more', () => {
    const sent = { item: '3', title: 'A contract', private: true, papers: ['paper-o'] };
    nothing
      .when({ ...asked, items: [sent] }, by(office, { cited: [officePaper] }))
      .then([
        aboutToo(called({ items: [item('3', { private: true, title: 'Private item' })] }), ofBoard),
        aboutToo(
          act(
            'scrutiny.agenda-changed',
            { meeting: MEETING, items: [sent] },
            { effectiveOn: CALLED, access: 'restricted' },
          ),
          ofBoard,
          'paper:paper-o',
        ),
      ]);
  });

  it('6. nor does anybody read that a restricted paper is before an item', () => {
    const sent = { item: '1', title: 'Item 1', papers: ['paper-o', 'paper-r'] };
    const cited = [officePaper, restrictedPaper];
    const decided = nothing.when({ ...asked, items: [sent] }, by(office, { cited })).events();
    expect(decided).toMatchObject([
      { access: 'public', data: { items: [{ papers: ['paper-o'] }] } },
      { access: 'restricted', data: { items: [{ papers: ['paper-o', 'paper-r'] }] } },
    ]);
    expect(decided[0]?.about).not.toContain('paper:paper-r');
  });

  it('19. what is restricted, or read in a restricted paper, is so as a whole', () => {
    const items = [{ item: '3', title: 'A contract', private: true }];
    const whole = { access: 'restricted', data: { items: [{ title: 'A contract' }] } };
    expect(nothing.when({ ...asked, items, access: 'restricted' }, by()).events()).toMatchObject([whole]);
    const read = { ...asked, items, paper: 'paper-r' };
    expect(nothing.when(read, by(office, { paper: restrictedPaper })).events()).toMatchObject([whole]);
  });
});
