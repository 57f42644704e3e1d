import type { FigureOnRecord, GivenPaper, VintageOnRecord } from '@daybook/provenance';
import { eventId } from '@daybook/ledger/testing';
import type { QuestionAnswered, QuestionFollowedUp, QuestionSettled } from '../scrutiny.events';
import { act, because, bodies, LATER, QUESTION, type When } from './facts';

/** What was said to the question of the board's meeting, on the day of the panel's unless it says otherwise. */
const later = (when: When): When => ({ effectiveOn: LATER, ...when });
const nowhere = { meeting: null, item: null };

export function answered(parts: Partial<QuestionAnswered['data']> = {}, when: When = {}): QuestionAnswered {
  const data = { question: QUESTION, ...nowhere, extent: 'full' as const, answer: because, cites: [] };
  return act('scrutiny.question-answered', { ...data, ...parts }, later(when));
}

export function followedUp(
  parts: Partial<QuestionFollowedUp['data']> = {},
  when: When = {},
): QuestionFollowedUp {
  const data = { question: QUESTION, ...nowhere, title: null, words: because };
  return act('scrutiny.question-followed-up', { ...data, ...parts }, later(when));
}

export function settled(parts: Partial<QuestionSettled['data']> = {}, when: When = {}): QuestionSettled {
  return act('scrutiny.question-settled', { question: QUESTION, reason: null, ...parts }, later(when));
}

/** What deciders are given: the registered bodies, and what a spec says besides. */
export const given = (more: Partial<GivenPaper> = {}): GivenPaper => ({ bodies, ...more });

export const FIGURE = 'figure:kent/robbery/2022-07';
export const CITE = { measure: 'robbery', period: '2022-07' };
/** Entries about that figure: as first reported, revised on the day of the board's meeting, withdrawn in June. */
export const [REPORTED, REVISED, WITHDRAWN] = [eventId(101), eventId(102), eventId(103)];

export function robbery(parts: Partial<FigureOnRecord> = {}): FigureOnRecord {
  const entry = (effectiveOn: string, value: string | null): VintageOnRecord => ({
    ...{ effectiveOn, value, withdraws: value === null, access: 'public' },
  });
  const entries: readonly (readonly [string, VintageOnRecord])[] = [
    [REPORTED, entry('2022-09-14', '40')],
    [REVISED, entry('2023-03-15', '45')],
    [WITHDRAWN, entry('2023-06-07', null)],
  ];
  return {
    ...{ ref: FIGURE, access: 'public', vintages: new Map(entries) },
    stoodOn: (day) => entries.findLast(([, { effectiveOn }]) => effectiveOn <= day)?.[0],
    ...parts,
  };
}
