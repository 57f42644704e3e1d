import { givenWhenThen } from '@daybook/ledger/testing';
import { followUpQuestion } from './questions/follow-up-question/follow-up-question.decider';
import { askQuestion } from './questions/ask-question/ask-question.decider';
import { markScrutinyEntryWrong } from './mark-scrutiny-entry-wrong/mark-scrutiny-entry-wrong.decider';
import { acceptDischarge } from './commitments/answer-claim/answer-claim.decider';
import { callMeeting } from './meetings/call-meeting/call-meeting.decider';
import { knownTo, type ScrutinyBook } from './book';
import type { SubjectKind } from './histories';
import type { ScrutinyEvent } from './scrutiny.events';
import {
  CALLED,
  COMMITMENT,
  DECISION,
  LATER,
  MEETING,
  MET,
  QUESTION,
  act,
  asked,
  because,
  bodies,
  called,
  decided,
  force,
  inspector,
  item,
  made,
  office,
  panel,
} from './testing/facts';

const closed = { access: 'restricted' } as const;
const facts = [called({}, closed), asked({}, closed), made({}, closed), decided({}, closed)];
const by = (who = panel) => ({ by: who, given: { bodies } });
const head = { area: 'kent', effectiveOn: LATER };

describe('what is restricted, for a panel, whose people read what is public', () => {
  const bookOf = (events: readonly ScrutinyEvent[]): ScrutinyBook =>
    givenWhenThen<object, ScrutinyBook, ScrutinyEvent, object>(followUpQuestion).given(events).state();

  it('107. is not on record, unless the panel is a party to it', () => {
    const THINGS: readonly [SubjectKind, string][] = [
      ['meeting', MEETING],
      ['question', QUESTION],
      ['commitment', COMMITMENT],
      ['decision', DECISION],
    ];
    for (const [kind, id] of THINGS) {
      expect(knownTo(by(), bookOf(facts), kind, id)).toBeUndefined();
      for (const who of [force, office, inspector])
        expect(knownTo(by(who), bookOf(facts), kind, id)).toBeDefined();
    }
    const its = bookOf([
      called({ body: 'kent-panel' }, closed),
      asked({}, { ...closed, for: 'kent-panel' }),
      made({ owner: 'kent-pcc', to: 'kent-panel' }, closed),
    ]);
    for (const [kind, id] of THINGS.slice(0, 3)) expect(knownTo(by(), its, kind, id)).toBeDefined();
  });

  it('107. nor do refusals tell of it', () => {
    const accept = { ...head, commitment: COMMITMENT };
    givenWhenThen(acceptDischarge)
      .given(facts as never[])
      .when(accept, by())
      .thenRefused('scrutiny.unknown-commitment');
    givenWhenThen(followUpQuestion)
      .given(facts as never[])
      .when({ ...head, question: QUESTION, words: because }, by())
      .thenRefused('scrutiny.unknown-question');
    const again = { ...head, id: MEETING, body: 'kent-panel', title: 'Panel', on: LATER };
    givenWhenThen(callMeeting)
      .given(facts as never[])
      .when(again, by())
      .thenRefused('scrutiny.meeting-exists', { detail: { standing: null, since: null } });
    const { id } = givenWhenThen(followUpQuestion).given(facts as never[]).history[1]!;
    givenWhenThen(markScrutinyEntryWrong)
      .given(facts as never[])
      .when({ area: 'kent', of: id, reason: because }, by())
      .thenRefused('scrutiny.unknown-entry');
  });

  it('107. nor can it be asked about, or under', () => {
    const hidden = act(
      'scrutiny.agenda-changed',
      { meeting: 'open', items: [item('9')] },
      { effectiveOn: CALLED, ...closed },
    );
    const asking = givenWhenThen(askQuestion).given([
      ...facts,
      called({ meeting: 'open' }),
      hidden,
    ] as never[]);
    const ask = { ...head, effectiveOn: MET, id: 'another', title: 'Why calls wait', to: 'kent-pcc' };
    const refused = (parts: object, code: string): void => {
      asking.when({ ...ask, ...parts }, by()).thenRefused(`scrutiny.${code}`);
      expect(asking.when({ ...ask, ...parts }, by(office)).events()).toMatchObject([closed]);
    };
    refused({ about: [`question:kent/${QUESTION}`] }, 'unknown-reference');
    refused({ meeting: MEETING }, 'unknown-meeting');
    refused({ meeting: 'open', item: '9' }, 'unknown-item');
  });
});
