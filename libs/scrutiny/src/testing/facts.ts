import { NOT_GIVEN, type Expected } from '@daybook/due-dates';
import type { Access, Actor, Precision, SealedText } from '@daybook/ledger';
import { sealedText } from '@daybook/ledger/testing';
import type { Bodies, BodyOnRecord, PaperOnRecord } from '@daybook/provenance';
import {
  subjectOf,
  subjectRef,
  type AgendaItem,
  type CommitmentMade,
  type DecisionRecorded,
  type MeetingCalled,
  type MeetingHeld,
  type QuestionAsked,
  type ScrutinyAct,
} from '../scrutiny.events';

/** A small made-up book: one area, its force, office and panel, a board, and papers of each. */
export const force: Actor = { person: 'person-f', role: 'force', body: 'kent-police' };
export const office: Actor = { person: 'person-o', role: 'office', body: 'kent-pcc' };
export const panel: Actor = { person: 'person-p', role: 'panel', body: 'kent-panel' };
export const inspector: Actor = { person: 'person-i', role: 'inspector', body: 'hmicfrs' };
export const otherForce: Actor = { person: 'person-e', role: 'force', body: 'essex-police' };

const open = { area: 'kent', access: 'public' } as const;
export const forcePaper: PaperOnRecord = { ...open, id: 'paper-f', issuedBy: 'kent-police' };
export const officePaper: PaperOnRecord = { ...open, id: 'paper-o', issuedBy: 'kent-pcc' };
export const panelPaper: PaperOnRecord = { ...open, id: 'paper-p', issuedBy: 'kent-panel' };
export const restrictedPaper: PaperOnRecord = { ...officePaper, id: 'paper-r', access: 'restricted' };

export const BOARD = 'kent-performance-and-delivery-board';
export const DEPUTY = 'kent-deputy-chief-constable';

/** What is registered: the board within the office's body, an office of the force, the bodies themselves. */
export const bodies: Bodies = new Map(
  [
    body('kent-pcc', 'local-policing-body', null),
    body('kent-police', 'force', null),
    body('kent-panel', 'panel', null),
    body(BOARD, 'board', 'kent-pcc'),
    body(DEPUTY, 'office', 'kent-police'),
  ].map((one) => [one.id, one]),
);

function body(id: string, kind: string, within: string | null): BodyOnRecord {
  return { id, kind, title: id, within, succeededBy: null };
}

/** The day of the meeting, and days before and after it. */
export const CALLED = '2023-02-20';
export const MET = '2023-03-15';
export const LATER = '2023-04-18';
export const LATER_STILL = '2023-06-07';
export const LAST = '2023-06-27';

export const MEETING = 'kent-board-2023-03-15';
export const QUESTION = 'kent-board-2023-03-15-question-1';
export const COMMITMENT = 'kent-board-2023-03-15-action-1';
export const DECISION = 'kent-decision-1';

/** Words of a free text, sealed as a decider gets them. */
export const because: SealedText = sealedText('The board was told so.');

/** What a fact may say of its circumstances, whatever it is. */
export interface When {
  readonly effectiveOn?: string;
  readonly precision?: Precision;
  readonly access?: Access;
  readonly for?: string;
  readonly paper?: string;
}

export function circumstances({
  effectiveOn = MET,
  precision = 'day',
  access = 'public',
  paper,
  ...own
}: When) {
  const source = paper ? { source: { paper, place: 'p. 1' } } : {};
  return { schema: 1, effectiveOn, precision, access, ...(own.for && { for: own.for }), ...source };
}

type OfType<Type extends ScrutinyAct['type']> = Extract<ScrutinyAct, { readonly type: Type }>;
type Own<Type extends ScrutinyAct['type']> = Omit<OfType<Type>['data'], 'area' | 'office' | 'secondHand'>;

/**
 * An act of any kind, about its subject alone: `act('scrutiny.question-settled', { question, reason: null })`.
 * Office and area are unsaid: none, and `kent`.
 */
export function act<Type extends ScrutinyAct['type']>(
  type: Type,
  data: Own<Type> & { readonly area?: string; readonly office?: string | null },
  when: When = {},
): OfType<Type> {
  const whole = { area: 'kent', office: null, ...data } as unknown as OfType<Type>['data'];
  const about = [subjectRef(subjectOf({ data: whole }), whole.area)];
  return { ...circumstances(when), type, about, data: whole } as unknown as OfType<Type>;
}

export function item(number: string, parts: Partial<AgendaItem> = {}): AgendaItem {
  return { item: number, title: `Item ${number}`, private: false, papers: [], ...parts };
}

/** The board's meeting with the public items 1 and 2 and the private item 3, unless it says otherwise. */
export function called(parts: Partial<MeetingCalled['data']> = {}, when: When = {}): MeetingCalled {
  return act(
    'scrutiny.meeting-called',
    {
      ...{ meeting: MEETING, body: BOARD, title: 'Performance and delivery board', on: MET },
      ...{ time: null, venue: null, extraordinary: false },
      ...{ items: [item('1'), item('2'), item('3', { private: true })] },
      ...parts,
    },
    { effectiveOn: CALLED, ...when },
  );
}

export function held(parts: Partial<MeetingHeld['data']> = {}, when: When = {}): MeetingHeld {
  const there = { present: [], apologies: [], attending: [] };
  const data = { meeting: MEETING, on: MET, ...there, ...parts };
  return act('scrutiny.meeting-held', data, { effectiveOn: data.on, ...when });
}

/** A question of the commissioner to the chief constable at that meeting. */
export function asked(parts: Partial<QuestionAsked['data']> = {}, when: When = {}): QuestionAsked {
  return act(
    'scrutiny.question-asked',
    {
      ...{ question: QUESTION, title: 'Why calls wait', words: null, to: 'kent-chief-constable' },
      ...{ mode: 'oral', priority: null, meeting: MEETING, item: '1' },
      ...parts,
    },
    when,
  );
}

/** The force's action of that meeting, promised to the office, with no date given unless it says otherwise. */
export function made(parts: Partial<CommitmentMade['data']> = {}, when: When = {}): CommitmentMade {
  return act(
    'scrutiny.commitment-made',
    {
      ...{ commitment: COMMITMENT, kind: 'action', title: 'Report on vetting', promise: null },
      ...{ owner: 'kent-police', to: 'kent-pcc', due: NOT_GIVEN, target: null, priority: null },
      ...{ meeting: MEETING, item: '1', ...parts },
    },
    when,
  );
}

/** A decision of the commissioner, at no meeting. */
export function decided(parts: Partial<DecisionRecorded['data']> = {}, when: When = {}): DecisionRecorded {
  return act(
    'scrutiny.decision-recorded',
    {
      ...{ decision: DECISION, number: null, title: 'Set the budget', reasons: null },
      ...{ takesEffectOn: null, publishedOn: null, exempt: [], priority: null, cites: [] },
      ...{ meeting: null, item: null, ...parts },
    },
    when,
  );
}

/** A date by its canonical form: a day, or words without one. */
export function dated(anticipated: string | null): Expected {
  const day = anticipated && /^\d{4}-\d\d-\d\d$/.test(anticipated) ? anticipated : null;
  return { anticipated, words: anticipated, earliest: day, latest: day };
}
