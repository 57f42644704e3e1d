import { eventId, givenWhenThen } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { ScrutinyBook } from '../../book';
import type { ScrutinyEvent } from '../../scrutiny.events';
import {
  LATER,
  MEETING,
  MET,
  act,
  because,
  bodies,
  called,
  held,
  item,
  office,
  panel,
} from '../../testing/facts';
import { aboutToo, ofBoard } from '../../testing/meetings';
import type { MeetingInput } from '../act-on-meeting';
import { meetingOf } from '../meeting-state';
import { resolveItem, type Resolution } from './resolve-item.decider';

const resolving = givenWhenThen<MeetingInput & Resolution, ScrutinyBook, ScrutinyEvent, GivenPaper>(
  resolveItem,
);
const met = resolving.given([called(), held()]);
const asked = { area: 'kent', meeting: MEETING, effectiveOn: MET, item: '1', outcome: 'noted' } as const;
const by = (actor = office) => ({ by: actor, given: { bodies } });
const resolved = (
  number = '1',
  outcome: Resolution['outcome'] = 'noted',
  words: typeof because | null = null,
) => act('scrutiny.item-resolved', { meeting: MEETING, item: number, outcome, words });

describe('resolve-item', () => {
  it.each(['noted', 'agreed', 'approved', 'resolved', 'deferred'] as const)(
    '11. an item is %s',
    (outcome) => {
      met
        .when({ ...asked, outcome, words: because }, by())
        .then([aboutToo(resolved('1', outcome, because), ofBoard)]);
    },
  );

  it('11. of its agenda on that day, at a meeting that was held by then', () => {
    met.when({ ...asked, item: '9' }, by()).thenRefused('scrutiny.unknown-item', {
      fields: [expect.objectContaining({ field: '/item' })],
    });
    met.when({ ...asked, effectiveOn: '2023-03-14' }, by()).thenRefused('scrutiny.not-held', {
      detail: { status: 'called' },
    });
    const added = act(
      'scrutiny.agenda-changed',
      { meeting: MEETING, items: [item('9')] },
      { effectiveOn: LATER },
    );
    const later = met.given([added]);
    later.when({ ...asked, item: '9' }, by()).thenRefused('scrutiny.unknown-item');
    const then = { ...asked, item: '9', effectiveOn: LATER };
    expect(later.when(then, by()).events()).toHaveLength(1);
  });

  it('11. once: what stands is named', () => {
    const once = met.given([resolved()]);
    const stands = { detail: { standing: eventId(2), since: MET } };
    once.when({ ...asked, outcome: 'deferred' }, by()).thenRefused('scrutiny.already-resolved', stands);
    const { acts } = once
      .given([resolved('1', 'deferred')])
      .state()
      .meeting.get(MEETING)!;
    const state = meetingOf(acts);
    expect(state?.items.get('1')?.resolved?.outcome).toBe('noted');
    expect(state?.notFitting).toEqual([eventId(3)]);
  });

  it('12. of a private item it is restricted', () => {
    met
      .when({ ...asked, item: '3' }, by())
      .then([{ ...aboutToo(resolved('3'), ofBoard), access: 'restricted' }]);
  });

  it('3. its own people say it', () => {
    met.when(asked, by(panel)).thenRefused('scrutiny.not-yours');
  });
});
