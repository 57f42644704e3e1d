import type { Harness } from './harness';
import { paper } from './sample';

export const BOARD = 'kent-performance-and-delivery-board';
export const MEETING = 'kent-board-2023-03-15';
export const NEXT = 'kent-board-2023-06-07';
export const PANEL_MEETING = 'kent-panel-2023-04-18';

const AS_OFFICE = { as: 'office' } as const;
const area = 'kent';

/**
 * A board's meeting in March with a question, an action and a private item; the panel's in April noted its
 * notes, and the board's next one, in June, is called and not held.
 */
export async function recordMeetings(harness: Harness): Promise<void> {
  const minutes = {
    id: 'panel-minutes',
    title: 'Minutes of April',
    issuedBy: 'kent-panel',
    dated: '2023-04-18',
  };
  await harness.record('record-paper', { ...paper, ...minutes }, AS_OFFICE);
  const board = { id: BOARD, kind: 'board', title: 'Performance board', within: 'kent-pcc' };
  await harness.record('register-body', { area, ...board, effectiveOn: '2020-01-01' }, AS_OFFICE);
  await harness.record('call-meeting', calledMeeting, AS_OFFICE);
  const of = { area, meeting: MEETING, effectiveOn: '2023-03-15' };
  const resolutions = [
    { item: '1', outcome: 'noted', words: 'The report was noted.' },
    { item: '2', outcome: 'resolved', words: 'Words of the private part.' },
  ];
  const there = { present: ['kent-chief-constable', 'the chair'], apologies: ['kent-pcc-chief-executive'] };
  await harness.record('hold-meeting', { ...of, ...there, resolutions }, AS_OFFICE);
  await said(harness);
  await harness.record('publish-notes', { ...of, kind: 'notes', effectiveOn: '2023-04-01' }, AS_OFFICE);
  const panels = { area, body: 'kent-panel', title: 'Panel in April', on: '2023-04-18' };
  const byPanel = { paper: 'panel-minutes', place: 'heading', effectiveOn: '2023-04-18' };
  await harness.record('call-meeting', { ...panels, ...byPanel, id: PANEL_MEETING }, AS_OFFICE);
  await harness.record('hold-meeting', { area, meeting: PANEL_MEETING, ...byPanel }, AS_OFFICE);
  const noting = { area, meeting: MEETING, at: PANEL_MEETING, outcome: 'noted', ...byPanel };
  await harness.record('agree-notes', noting, AS_OFFICE);
  const next = { area, id: NEXT, body: BOARD, title: 'Board in June', on: '2023-06-07' };
  await harness.record('call-meeting', { ...next, effectiveOn: '2023-05-20' }, AS_OFFICE);
}

const calledMeeting = {
  ...{ area, id: MEETING, body: BOARD, title: 'Board in March', on: '2023-03-15', time: '10:00' },
  ...{ venue: 'Headquarters', effectiveOn: '2023-02-20' },
  items: [
    { item: '1', title: 'Delivery and performance' },
    { item: '2', title: 'A contract with a supplier', private: true },
  ],
};

/** What was asked, answered and promised there, and what was said since. */
async function said(harness: Harness): Promise<void> {
  const at = { area, meeting: MEETING, effectiveOn: '2023-03-15' };
  const question = { id: 'question-1', title: 'Why calls wait', words: 'How long?', to: 'kent-police' };
  await harness.record('ask-question', { ...at, item: '1', ...question }, AS_OFFICE);
  const answer = { question: 'question-1', extent: 'part', answer: 'Staff are short.' };
  await harness.record('answer-question', { ...at, item: '1', ...answer });
  const action = { id: 'action-1', kind: 'action', title: 'Report on vetting', due: '2023-05-31' };
  const between = { owner: 'kent-police', to: 'kent-pcc' };
  await harness.record('make-commitment', { ...at, item: '1', ...action, ...between });
  const claim = { area, commitment: 'action-1', evidence: 'It is done.', effectiveOn: '2023-05-30' };
  await harness.record('claim-commitment', claim);
  const hidden = {
    id: 'question-2',
    title: 'Hidden from outsiders',
    words: 'What price?',
    to: 'kent-police',
  };
  await harness.record('ask-question', { ...at, item: '2', ...hidden }, AS_OFFICE);
}
