import { eventId, givenWhenThen } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { ScrutinyBook } from '../../book';
import type { ScrutinyEvent } from '../../scrutiny.events';
import { COMMISSIONER, from, ownDecision } from '../../testing/decisions';
import {
  DECISION,
  DEPUTY,
  MEETING,
  MET,
  because,
  called,
  force,
  forcePaper,
  made,
  officePaper,
  panelPaper,
  restrictedPaper,
} from '../../testing/facts';
import { recordDecision, type RecordDecisionInput } from './record-decision.decider';

const book = givenWhenThen<RecordDecisionInput, ScrutinyBook, ScrutinyEvent, GivenPaper>(recordDecision);
const asked: RecordDecisionInput = {
  ...{ area: 'kent', id: DECISION, office: COMMISSIONER, title: 'Set the budget', reasons: because },
  effectiveOn: MET,
};
const empty = book.given([]);
const refused = (input: Partial<RecordDecisionInput>, code: string, given = from()): void =>
  empty
    .given([called()])
    .when({ ...asked, ...input }, given)
    .thenRefused(code);

describe('record-decision', () => {
  it('83. is taken by a named office that is known, and recorded once in its area', () => {
    empty.when(asked, from()).then([
      {
        ...{ type: 'scrutiny.decision-recorded', schema: 1, effectiveOn: MET, precision: 'day' },
        ...{ access: 'public', about: [`decision:kent/${DECISION}`] },
        data: {
          ...{ area: 'kent', office: COMMISSIONER, decision: DECISION, number: null },
          ...{ title: 'Set the budget', reasons: because, takesEffectOn: null, publishedOn: null },
          ...{ exempt: [], meeting: null, item: null, priority: null, cites: [] },
        },
      },
    ]);
    empty.given([ownDecision()]).when(asked, from()).thenRefused('scrutiny.decision-exists');
    refused({ office: 'kent-harbour-master', paper: 'paper-o' }, 'scrutiny.unknown-body', {
      ...from(undefined, { paper: { ...officePaper, issuedBy: 'kent-harbour-master' } }),
    });
  });

  it('84. of an own office is recorded by its people, of another body from a paper', () => {
    const theirs = { ...asked, office: DEPUTY, reasons: null };
    refused(theirs, 'scrutiny.paper-missing');
    const read = { ...theirs, paper: 'paper-f', place: 'p. 1', for: DEPUTY };
    expect(empty.when(read, from(undefined, { paper: forcePaper })).events()).toMatchObject([
      { for: 'kent-police', source: { paper: 'paper-f' }, data: { office: DEPUTY } },
    ]);
    const told = empty.when({ ...read, paper: 'paper-p' }, from(undefined, { paper: panelPaper }));
    expect(told.events()).toMatchObject([{ for: 'kent-police', data: { secondHand: true } }]);
    empty.when(asked, from(force)).thenRefused('scrutiny.not-yours');
    refused({ for: 'kent-police' }, 'scrutiny.other-actor');
  });

  it('85. gives its reasons where a body records its own', () => {
    refused({ reasons: null }, 'scrutiny.reason-missing');
  });

  it('86. has a number that no other decision of its body has', () => {
    const numbered = empty.given([ownDecision({ decision: 'other', number: '7/2023' })]);
    numbered
      .when({ ...asked, number: '7/2023' }, from())
      .thenRefused('scrutiny.number-taken', { fields: [{ field: '/number' }] });
    numbered.when({ ...asked, number: '8/2023' }, from()).events();
    const read = { ...asked, number: '7/2023', office: DEPUTY, paper: 'paper-f' };
    numbered.when(read, from(undefined, { paper: forcePaper })).events();
  });

  it('87. may take effect on a day to come; it was published on none', () => {
    const [event] = empty.when({ ...asked, takesEffectOn: '2030-04-01' }, from()).events();
    expect(event?.data).toMatchObject({ takesEffectOn: '2030-04-01' });
    refused({ takesEffectOn: '2023-02-30' }, 'scrutiny.bad-date');
    refused({ publishedOn: 'in March' }, 'scrutiny.bad-date');
    refused({ publishedOn: '2030-04-01' }, 'scrutiny.future-date');
    refused({ effectiveOn: '2030-04-01' }, 'scrutiny.future-date');
  });

  it('88. says which of its parts are exempt and on what ground, and nothing of what stands there', () => {
    const exempt = ['Annex B: commercial interests'];
    const [event] = empty.when({ ...asked, exempt }, from()).events();
    expect(event?.data).toMatchObject({ exempt, title: asked.title });
  });

  it('89. says where it was taken, what it concerns, and the figures that it rests on, each on record', () => {
    const figure = {
      ...{ ref: 'figure:kent/robbery/2022-07', access: 'public' as const, stoodOn: () => eventId(40) },
      vintages: new Map([
        [eventId(40), { effectiveOn: MET, value: '10', withdraws: false, access: 'public' as const }],
      ]),
    };
    const cites = [{ measure: 'robbery', period: '2022-07' }];
    const about = [`commitment:kent/${made().data.commitment}`];
    const whole = { ...asked, meeting: MEETING, item: '1', priority: 'plan/one', about, cites };
    const [event] = empty
      .given([called(), made()])
      .when(whole, from(undefined, { figures: [figure] }))
      .events();
    expect(event?.about).toEqual([
      ...[`decision:kent/${DECISION}`, `meeting:kent/${MEETING}`, 'priority:kent/plan/one'],
      ...[...about, figure.ref],
    ]);
    expect(event?.data).toMatchObject({ cites: [{ figure: figure.ref, vintage: eventId(40), value: null }] });
    refused({ meeting: 'other' }, 'scrutiny.unknown-meeting');
    refused({ meeting: MEETING, item: '9' }, 'scrutiny.unknown-item');
    refused({ about: ['decision:kent/none'] }, 'scrutiny.unknown-reference');
    refused({ cites }, 'scrutiny.unknown-figure');
  });

  it('90. is restricted where it asks so, or its paper, its item or what it concerns is', () => {
    const access = (input: Partial<RecordDecisionInput>, facts: ScrutinyEvent[] = [], more = {}) =>
      empty
        .given(facts)
        .when({ ...asked, ...input }, from(undefined, more))
        .events()[0]?.access;
    expect(access({ access: 'restricted' })).toBe('restricted');
    expect(access({ paper: 'paper-r' }, [], { paper: restrictedPaper })).toBe('restricted');
    expect(access({ meeting: MEETING, item: '3' }, [called()])).toBe('restricted');
    const closed = made({}, { access: 'restricted' });
    expect(access({ about: [`commitment:kent/${closed.data.commitment}`] }, [closed])).toBe('restricted');
    expect(access({ meeting: MEETING, item: '1' }, [called()])).toBe('public');
  });
});
