import { givenWhenThen } from '@daybook/ledger/testing';
import type { GivenPaper } from '@daybook/provenance';
import type { ScrutinyBook } from '../../book';
import type { AgendaItem, ScrutinyEvent } from '../../scrutiny.events';
import {
  act,
  asked,
  because,
  BOARD,
  CALLED,
  called,
  force,
  item,
  LATER,
  MEETING,
  MET,
  office,
  officePaper,
  panel,
  panelPaper,
  QUESTION,
  type When,
} from '../../testing/facts';
import { given } from '../../testing/questions';
import { askQuestion, type AskQuestionInput } from './ask-question.decider';

const asking = givenWhenThen<AskQuestionInput, ScrutinyBook, ScrutinyEvent, GivenPaper>(askQuestion);
const PANEL_MEETING = 'kent-panel-2023-04-18';
const boardAndPanel = asking.given([called(), called({ meeting: PANEL_MEETING, body: 'kent-panel' })]);
const calls: AskQuestionInput = {
  ...{ area: 'kent', id: QUESTION, title: 'Why calls wait', to: 'kent-chief-constable' },
  ...{ effectiveOn: MET, meeting: MEETING, item: '1' },
};
const by = (actor = office, paper?: GivenPaper['paper']) => ({ by: actor, given: given({ paper }) });
const about = (...more: string[]) => [
  ...[`question:kent/${QUESTION}`, `meeting:kent/${MEETING}`, 'body:kent-chief-constable'],
  ...more,
];

describe('ask-question', () => {
  it('28. a question is put once, under an id of its own, orally unless it says otherwise', () => {
    boardAndPanel.when(calls, by()).then([{ ...asked(), about: about() }]);
    boardAndPanel
      .when({ ...calls, mode: 'written', words: because }, by())
      .then([{ ...asked({ mode: 'written', words: because }), about: about() }]);
    boardAndPanel.given([asked()]).when(calls, by()).thenRefused('scrutiny.question-exists');
  });

  it('29. the policing body puts it, itself or at its board, and so does the panel', () => {
    const elsewhere = { ...calls, meeting: null, item: null };
    expect(boardAndPanel.when(elsewhere, by()).events()).toHaveLength(1);
    expect(boardAndPanel.when(elsewhere, by(panel)).events()).toHaveLength(1);
    boardAndPanel.when(calls, by(force)).thenRefused('scrutiny.not-yours');
    boardAndPanel
      .when({ ...elsewhere, for: 'kent-police', paper: 'paper-o' }, by(office, officePaper))
      .thenRefused('scrutiny.not-yours');
  });

  it('29. at the panel’s meeting it is the panel’s, and the office writes it down from a paper', () => {
    const there = { ...calls, effectiveOn: LATER, meeting: PANEL_MEETING, to: 'kent-pcc' };
    boardAndPanel
      .when(there, by())
      .thenRefused('scrutiny.paper-missing', { fields: [expect.objectContaining({ field: '/paper' })] });
    const fromPaper = (paper: GivenPaper['paper']) =>
      boardAndPanel.when({ ...there, paper: paper!.id, place: 'p. 1' }, by(office, paper)).events();
    expect(fromPaper(panelPaper)).toMatchObject([{ for: 'kent-panel', source: { paper: 'paper-p' } }]);
    expect(fromPaper(panelPaper)[0]!.data.secondHand).toBeUndefined();
    expect(fromPaper(officePaper)).toMatchObject([{ for: 'kent-panel', data: { secondHand: true } }]);
  });

  it('30. it is put to a body or an office that is known in the area', () => {
    boardAndPanel
      .when({ ...calls, to: 'kent-somebody' }, by())
      .thenRefused('scrutiny.unknown-body', { fields: [expect.objectContaining({ field: '/to' })] });
    const facts = boardAndPanel.when({ ...calls, to: 'kent-deputy-chief-constable' }, by()).events();
    expect(facts).toMatchObject([{ data: { to: 'kent-deputy-chief-constable' } }]);
  });

  it('31. where it was put is a meeting on record by that day, and an item of its agenda', () => {
    const wrong = (parts: Partial<AskQuestionInput>, code: string) =>
      boardAndPanel.when({ ...calls, ...parts }, by()).thenRefused(code);
    wrong({ meeting: 'nowhere' }, 'scrutiny.unknown-meeting');
    wrong({ effectiveOn: '2023-02-19' }, 'scrutiny.unknown-meeting');
    wrong({ item: 'B9' }, 'scrutiny.unknown-item');
    wrong({ meeting: null }, 'scrutiny.meeting-missing');
  });

  it('32. it is about anything on record in the area', () => {
    const references = [
      ...['figure:kent/robbery/2022-07/place=home', 'finding:kent/afi-1', `meeting:kent/${MEETING}`],
      ...['paper:paper-o', `body:${BOARD}`, 'priority:kent/plan-2022/rural-crime'],
    ];
    const input = { ...calls, about: references, priority: 'plan-2022/rural-crime' };
    const [fact] = boardAndPanel.when(input, by()).events();
    expect(fact!.about).toEqual([
      ...about('priority:kent/plan-2022/rural-crime'),
      ...references.filter((one) => !one.startsWith('priority') && !one.startsWith('meeting')),
    ]);
    for (const wrong of [
      'finding:essex/afi-1',
      'question:kent/nothing',
      'https://example.org',
      'figure:kent',
    ])
      boardAndPanel.when({ ...calls, about: [wrong] }, by()).thenRefused('scrutiny.unknown-reference', {
        fields: [expect.objectContaining({ field: '/about/0' })],
      });
  });

  it('33. what is asked under a private item is restricted, and about what is restricted', () => {
    const closed = { ...asked({ item: '3' }, { access: 'restricted' }), about: about() };
    boardAndPanel.when({ ...calls, item: '3' }, by()).then([closed]);
    const secret = asked({ question: 'secret' }, { access: 'restricted' });
    const further = { ...calls, about: ['question:kent/secret'] };
    const facts = boardAndPanel.given([secret]).when(further, by()).events();
    expect(facts).toMatchObject([{ access: 'restricted' }]);
  });

  it('33. also where it became private later, and where nobody outside reads of the item at all', () => {
    const restricted = (...facts: readonly ScrutinyEvent[]) =>
      boardAndPanel.given(facts).when(calls, by()).events()[0]?.access === 'restricted';
    const changed = (items: readonly AgendaItem[], when: When) =>
      act('scrutiny.agenda-changed', { meeting: MEETING, items }, when);
    expect(restricted()).toBe(false);
    expect(restricted(changed([item('1', { private: true })], { effectiveOn: LATER }))).toBe(true);
    expect(restricted(changed([item('1')], { effectiveOn: CALLED, access: 'restricted' }))).toBe(false);
    const closed = changed([item('9')], { effectiveOn: CALLED, access: 'restricted' });
    const under = boardAndPanel.given([closed]).when({ ...calls, item: '9' }, by());
    expect(under.events()).toMatchObject([{ access: 'restricted' }]);
  });
});
