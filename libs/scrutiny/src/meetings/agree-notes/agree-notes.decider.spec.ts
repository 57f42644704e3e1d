import { eventId, givenWhenThen } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { ScrutinyBook } from '../../book';
import type { ScrutinyEvent } from '../../scrutiny.events';
import {
  BOARD,
  LATER,
  LATER_STILL,
  MEETING,
  because,
  bodies,
  called,
  held,
  item,
  office,
  panel,
  panelPaper,
} from '../../testing/facts';
import {
  NEXT_BOARD,
  PANEL_MEETING,
  aboutToo,
  agreed,
  nextBoard,
  ofBoard,
  ofPanel,
  panelMet,
} from '../../testing/meetings';
import { meetingOf } from '../meeting-state';
import { agreeNotes, type AgreeNotesInput } from './agree-notes.decider';

const agreeing = givenWhenThen<AgreeNotesInput, ScrutinyBook, ScrutinyEvent, GivenPaper>(agreeNotes);
const met = agreeing.given([called(), held()]);
const all = agreeing.given([called(), held(), ...nextBoard(), ...panelMet()]);
const asked: AgreeNotesInput = {
  ...{ area: 'kent', meeting: MEETING, at: NEXT_BOARD },
  ...{ outcome: 'agreed', effectiveOn: LATER_STILL },
};
const noting: AgreeNotesInput = { ...asked, at: PANEL_MEETING, outcome: 'noted', effectiveOn: LATER };
const noted = agreed({ at: PANEL_MEETING, outcome: 'noted' }, { effectiveOn: LATER });
const by = (actor = office, given: Partial<GivenPaper> = {}) => ({ by: actor, given: { bodies, ...given } });
const AT_NEXT = `meeting:kent/${NEXT_BOARD}`;
const AT_PANEL = `meeting:kent/${PANEL_MEETING}`;

describe('agree-notes', () => {
  it('14. at a later meeting of the same body, as an item of its agenda', () => {
    all.when(asked, by()).then([aboutToo(agreed(), ofBoard, AT_NEXT)]);
    all.when({ ...asked, item: '2' }, by()).then([aboutToo(agreed({ item: '2' }), ofBoard, AT_NEXT)]);
    all.when({ ...asked, item: '9' }, by()).thenRefused('scrutiny.unknown-item', {
      fields: [expect.objectContaining({ field: '/item' })],
    });
    all.when({ ...asked, at: PANEL_MEETING }, by(panel)).thenRefused('scrutiny.other-body', {
      fields: [expect.objectContaining({ field: '/outcome' })],
    });
  });

  it('14. that was held by then, after the one whose notes they are, which was held too', () => {
    const wrong = (parts: Partial<AgreeNotesInput>, code: string) =>
      all.when({ ...asked, ...parts }, by()).thenRefused(code, {
        fields: [expect.objectContaining({ field: '/at' })],
      });
    wrong({ effectiveOn: LATER }, 'scrutiny.not-held');
    wrong({ at: 'kent-board-x' }, 'scrutiny.unknown-meeting');
    wrong({ at: MEETING }, 'scrutiny.not-a-later-meeting');
    all
      .given([called({ meeting: 'kent-board-2023-01-11', on: '2023-01-11' }, { effectiveOn: '2023-01-01' })])
      .given([held({ meeting: 'kent-board-2023-01-11', on: '2023-01-11' })])
      .when({ ...asked, at: 'kent-board-2023-01-11' }, by())
      .thenRefused('scrutiny.not-a-later-meeting');
    agreeing
      .given([called(), ...nextBoard()])
      .when(asked, by())
      .thenRefused('scrutiny.not-held');
  });

  it('14. or of the body that took its place', () => {
    const later = met.given([
      called({ meeting: NEXT_BOARD, body: 'kent-new-board', on: LATER_STILL, items: [item('2')] }),
      held({ meeting: NEXT_BOARD, on: LATER_STILL }),
    ]);
    const newBoard = { ...bodies.get(BOARD)!, id: 'kent-new-board' };
    const known = new Map([...bodies, ['kent-new-board', newBoard]]);
    const succeeded = { ...bodies.get(BOARD)!, succeededBy: { body: 'kent-new-board', on: LATER } };
    later.when(asked, by(office, { bodies: known })).thenRefused('scrutiny.other-body');
    const given = { bodies: new Map([...known, [BOARD, succeeded]]) };
    expect(later.when(asked, by(office, given)).events()).toHaveLength(1);
  });

  it("15. any body's later meeting notes them, which is its own act", () => {
    all.when(noting, by(panel)).then([aboutToo(noted, ofPanel, AT_PANEL)]);
    all.when(noting, by()).thenRefused('scrutiny.paper-missing');
    all.when({ ...noting, item: 'F1', paper: 'paper-p' }, by(office, { paper: panelPaper })).then([
      {
        ...aboutToo(noted, ofPanel, AT_PANEL, 'paper:paper-p'),
        ...{ for: 'kent-panel', source: { paper: 'paper-p', place: '' } },
        data: { ...noted.data, item: 'F1' },
      },
    ]);
    all.when(asked, by(panel)).thenRefused('scrutiny.not-yours');
  });

  it('15. noting agrees nothing, and may come before and after', () => {
    const state = (...facts: ScrutinyEvent[]) =>
      meetingOf(all.given(facts).state().meeting.get(MEETING)!.acts)?.notes;
    expect(state(noted)).toMatchObject({ agreed: null, outcome: null, notedBy: [{ data: noted.data }] });
    all
      .given([noted])
      .when(asked, by())
      .then([aboutToo(agreed(), ofBoard, AT_NEXT)]);
    const late = { ...noting, effectiveOn: LATER_STILL };
    expect(all.given([agreed()]).when(late, by(panel)).events()).toHaveLength(1);
    expect(state(noted, agreed())).toMatchObject({ outcome: 'agreed', notedBy: [{}] });
  });

  it('16. agreed once, whatever is said first; and noted once by a meeting', () => {
    all
      .given([agreed()])
      .when(asked, by())
      .thenRefused('scrutiny.already-agreed', {
        detail: { standing: eventId(6), since: LATER_STILL },
      });
    all
      .given([noted])
      .when(noting, by(panel))
      .thenRefused('scrutiny.already-noted', {
        detail: { standing: eventId(6), since: LATER },
      });
  });

  it('17. a body says what it corrected; a paper may leave it out', () => {
    const corrected = { ...asked, outcome: 'agreed-with-corrections' } as const;
    all
      .when({ ...corrected, corrections: because }, by())
      .then([
        aboutToo(agreed({ outcome: 'agreed-with-corrections', corrections: because }), ofBoard, AT_NEXT),
      ]);
    all.when(corrected, by()).thenRefused('scrutiny.corrections-missing', {
      fields: [expect.objectContaining({ field: '/corrections' })],
    });
    all.when({ ...asked, corrections: because }, by()).thenRefused('scrutiny.corrections-unexpected');
    const ofThePanel = agreeing.given([
      ...panelMet(),
      called({ meeting: 'kent-panel-2', body: 'kent-panel', on: LATER_STILL }),
      held({ meeting: 'kent-panel-2', on: LATER_STILL }),
    ]);
    const read = { ...corrected, meeting: PANEL_MEETING, at: 'kent-panel-2', paper: 'paper-p' };
    expect(ofThePanel.when(read, by(office, { paper: panelPaper })).events()).toHaveLength(1);
  });

  it('19. under a private item of the later meeting, it is restricted', () => {
    const atPrivate = met.given([
      called({ meeting: NEXT_BOARD, on: LATER_STILL, items: [item('2', { private: true })] }),
      held({ meeting: NEXT_BOARD, on: LATER_STILL }),
    ]);
    expect(atPrivate.when({ ...asked, item: '2' }, by()).events()).toMatchObject([{ access: 'restricted' }]);
    expect(atPrivate.when(asked, by()).events()).toMatchObject([{ access: 'public' }]);
  });
});
