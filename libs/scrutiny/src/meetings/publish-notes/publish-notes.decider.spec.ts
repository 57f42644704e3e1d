import { eventId, givenWhenThen } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { ScrutinyBook } from '../../book';
import type { ScrutinyEvent } from '../../scrutiny.events';
import {
  LATER,
  MEETING,
  bodies,
  called,
  held,
  office,
  officePaper,
  panel,
  restrictedPaper,
} from '../../testing/facts';
import { aboutToo, ofBoard, published } from '../../testing/meetings';
import { publishNotes, type PublishNotesInput } from './publish-notes.decider';

const publishing = givenWhenThen<PublishNotesInput, ScrutinyBook, ScrutinyEvent, GivenPaper>(publishNotes);
const met = publishing.given([called(), held()]);
const asked: PublishNotesInput = { area: 'kent', meeting: MEETING, effectiveOn: LATER, kind: 'notes' };
const by = (actor = office, ...cited: (typeof officePaper)[]) => ({ by: actor, given: { bodies, cited } });

describe('publish-notes', () => {
  it('13. says which paper they are, or that none is on record', () => {
    met.when(asked, by()).then([aboutToo(published(), ofBoard)]);
    met
      .when({ ...asked, notes: 'paper-o' }, by(office, officePaper))
      .then([aboutToo(published({ notes: 'paper-o' }), ofBoard, 'paper:paper-o')]);
    met.when({ ...asked, notes: 'paper-x' }, by()).thenRefused('scrutiny.unknown-paper', {
      fields: [expect.objectContaining({ field: '/notes' })],
    });
  });

  it('13. of a meeting that was held by then', () => {
    publishing.given([called()]).when(asked, by()).thenRefused('scrutiny.not-held');
    met.when({ ...asked, effectiveOn: '2023-03-14' }, by()).thenRefused('scrutiny.not-held');
  });

  it('13. once as each paper: a draft may be published again as minutes', () => {
    const once = met.given([published()]);
    once.when(asked, by()).thenRefused('scrutiny.already-published', {
      detail: { standing: eventId(2), since: LATER },
    });
    once.when({ ...asked, kind: 'minutes' }, by()).then([aboutToo(published({ kind: 'minutes' }), ofBoard)]);
    expect(once.when({ ...asked, notes: 'paper-o' }, by(office, officePaper)).events()).toHaveLength(1);
  });

  it('19. in a restricted paper, or of a restricted meeting, it is restricted', () => {
    const fact = aboutToo(published({ notes: 'paper-r' }), ofBoard, 'paper:paper-r');
    met
      .when({ ...asked, notes: 'paper-r' }, by(office, restrictedPaper))
      .then([{ ...fact, access: 'restricted' }]);
    const closed = publishing.given([called({}, { access: 'restricted' }), held()]);
    closed.when(asked, by()).then([{ ...aboutToo(published(), ofBoard), access: 'restricted' }]);
  });

  it('3. its own people publish them', () => {
    met.when(asked, by(panel)).thenRefused('scrutiny.not-yours');
  });
});
