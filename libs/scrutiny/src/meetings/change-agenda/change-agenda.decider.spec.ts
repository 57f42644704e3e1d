import { givenWhenThen } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { ScrutinyBook } from '../../book';
import type { ScrutinyEvent } from '../../scrutiny.events';
import { CALLED, MEETING, MET, act, bodies, called, held, item, office, panel } from '../../testing/facts';
import { aboutToo, ofBoard } from '../../testing/meetings';
import { meetingOn } from '../meeting-state';
import { changeAgenda, type ChangeAgendaInput } from './change-agenda.decider';

const changing = givenWhenThen<ChangeAgendaInput, ScrutinyBook, ScrutinyEvent, GivenPaper>(changeAgenda);
const onRecord = changing.given([called()]);
const DAY = '2023-03-01';
const asked: ChangeAgendaInput = {
  ...{ area: 'kent', meeting: MEETING, effectiveOn: DAY },
  items: [
    { item: '2', title: 'Budget' },
    { item: '4', title: 'Other business' },
  ],
};
const by = (actor = office) => ({ by: actor, given: { bodies } });
const changed = (...items: ReturnType<typeof item>[]) =>
  act('scrutiny.agenda-changed', { meeting: MEETING, items }, { effectiveOn: DAY });

describe('change-agenda', () => {
  it('7. adds items, and puts one in the place of another of its number', () => {
    const fact = changed(item('2', { title: 'Budget' }), item('4', { title: 'Other business' }));
    onRecord.when(asked, by()).then([aboutToo(fact, ofBoard)]);
    const { acts } = changing.given([called(), fact]).state().meeting.get(MEETING)!;
    const titles = (day: string) =>
      [...(meetingOn(acts, day)?.items.values() ?? [])].map(({ title }) => title);
    expect(titles(CALLED)).toEqual(['Item 1', 'Item 2', 'Item 3']);
    expect(titles(DAY)).toEqual(['Item 1', 'Budget', 'Item 3', 'Other business']);
  });

  it('7. also after the meeting was held, for what was raised there; not of one that was cancelled', () => {
    const late = { ...asked, effectiveOn: MET };
    expect(changing.given([called(), held()]).when(late, by()).events()).toHaveLength(1);
    const off = act('scrutiny.meeting-cancelled', { meeting: MEETING, reason: null }, { effectiveOn: DAY });
    changing.given([called(), off]).when(late, by()).thenRefused('scrutiny.already-cancelled');
  });

  it('7. what the agenda says already is not said again', () => {
    const again = { ...asked, items: [{ item: '1', title: 'Item 1' }] };
    onRecord.when(again, by()).thenRefused('scrutiny.nothing-changes');
  });

  it('6. an item that becomes private is told to everybody as that', () => {
    const items = [{ item: '2', title: 'Budget', private: true }];
    onRecord.when({ ...asked, items }, by()).then([
      aboutToo(changed(item('2', { title: 'Private item', private: true })), ofBoard),
      {
        ...aboutToo(changed(item('2', { title: 'Budget', private: true })), ofBoard),
        access: 'restricted',
      },
    ]);
  });

  it('5. its items have a number each, once', () => {
    const items = [...asked.items, { item: '4', title: 'Again' }];
    onRecord
      .when({ ...asked, items }, by())
      .thenRefused('scrutiny.item-twice', { fields: [expect.objectContaining({ field: '/items/2/item' })] });
  });

  it('3. its own people change it, of a meeting that was called by then', () => {
    onRecord.when(asked, by(panel)).thenRefused('scrutiny.not-yours');
    onRecord.when({ ...asked, meeting: 'kent-other' }, by()).thenRefused('scrutiny.unknown-meeting');
    onRecord.when({ ...asked, effectiveOn: '2023-02-19' }, by()).thenRefused('scrutiny.before-it-was-called');
  });
});
