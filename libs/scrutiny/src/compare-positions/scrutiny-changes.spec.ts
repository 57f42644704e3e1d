import { eventId } from '@daybook/ledger/testing';
import { ViewsOn } from '@daybook/read-model/testing';
import fc from 'fast-check';
import { decisionItem } from '../decisions/see-decisions/decision-item';
import type { History } from '../histories';
import { commitmentsView, decisionsView, meetingsView, questionsView } from '../histories.view';
import type { EntryMarkedWrong, ScrutinyEvent } from '../scrutiny.events';
import { calledIn, ownDecision, rescinded, reviewed } from '../testing/decisions';
import {
  CALLED,
  COMMITMENT,
  DECISION,
  LAST,
  LATER,
  LATER_STILL,
  MEETING,
  MET,
  QUESTION,
  act,
  asked,
  because,
  called,
  dated,
  held,
  made,
} from '../testing/facts';
import { scrutinyChanges } from './scrutiny-changes';

const markOf = (n: number, effectiveOn: string): EntryMarkedWrong => ({
  ...{ type: 'scrutiny.entry-marked-wrong', schema: 1, effectiveOn, precision: 'day' },
  ...{ access: 'public', about: [`decision:kent/${DECISION}`] },
  data: {
    ...{ area: 'kent', office: null, of: eventId(n), subject: { kind: 'decision', id: DECISION } },
    ...{ reason: because, says: null },
  },
});
const facts: readonly ScrutinyEvent[] = [
  called(),
  held(),
  asked(),
  made({ due: dated('2023-06-07') }),
  ownDecision(),
  act(
    'scrutiny.commitment-move-asked',
    {
      ...{ commitment: COMMITMENT, of: eventId(3), from: dated('2023-06-07'), to: dated('2023-09-01') },
      ...{ reason: null, askedBy: null, agreement: 'not-given' },
    },
    { effectiveOn: LATER_STILL },
  ),
  calledIn({ effectiveOn: LATER }),
  reviewed({ effectiveOn: LATER_STILL }),
  act('scrutiny.question-settled', { question: QUESTION, reason: because }, { effectiveOn: LAST }),
  made({ commitment: 'closed' }, { access: 'restricted' }),
  // Entered late: the commitment was taken on long before its date moved.
  act('scrutiny.commitment-accepted', { commitment: COMMITMENT }, { effectiveOn: LATER }),
  markOf(7, LATER_STILL),
  rescinded({ effectiveOn: LAST }),
];
const VIEWS = [meetingsView, questionsView, commitmentsView, decisionsView];
let views: ViewsOn;
beforeAll(async () => (views = await ViewsOn.facts(VIEWS, facts)));
afterAll(() => views.close());

type At = readonly [asOf: string, basis: number];
const compared = (from: At, to: At, audience: 'inside' | 'outside' = 'inside') =>
  scrutinyChanges(views.rows, {
    area: 'kent',
    from: { asOf: from[0], basis: from[1] },
    to: { asOf: to[0], basis: to[1] },
    audience,
  });
const SIZE = facts.length;

describe('what changed of scrutiny', () => {
  it('106. is every act that is new at the later position, with how it moved its subject at its own place', () => {
    const found = compared([MET, SIZE], [LAST, SIZE], 'outside');
    expect(found.map(({ key, kind, said }) => [key.split(':')[0], kind, said.effectiveOn])).toEqual([
      ['commitment', 'commitment-accepted', LATER],
      ['commitment', 'commitment-move-asked', LATER_STILL],
      ['decision', 'decision-called-in', LATER],
      ['decision', 'scrutiny-entered-wrongly', LATER_STILL],
      ['decision', 'decision-rescinded', LAST],
      ['question', 'question-settled', LAST],
    ]);
    expect(found[1]?.subject).toEqual({
      ...{ kind: 'commitment', id: COMMITMENT, title: 'Report on vetting' },
      ...{ statusBefore: 'open', statusAfter: 'open', dueBefore: '2023-06-07', dueAfter: '2023-09-01' },
    });
    expect(found[4]?.subject).toMatchObject({ statusBefore: 'standing', statusAfter: 'rescinded' });
    expect(found[3]).toMatchObject({ of: eventId(7), text: because });
    expect(found.every(({ standingDiffers }) => standingDiffers)).toBe(true);
  });

  it('106. of what is entered late says where it stands in order, and of what stands as before that it does', () => {
    const late = compared([LAST, 10], [LAST, 11]);
    expect(late.map(({ kind, standingDiffers }) => [kind, standingDiffers])).toEqual([
      ['commitment-accepted', true],
    ]);
    const marked = compared([LAST, 11], [LAST, 12]);
    expect(marked.map(({ kind }) => kind)).toEqual(['scrutiny-entered-wrongly']);
  });

  it('107. tells nobody outside of what is restricted', () => {
    const all = compared([CALLED, 0], [LAST, SIZE]).map(({ key }) => key);
    expect(all).toContain('commitment:kent/closed');
    expect(compared([CALLED, 0], [LAST, SIZE], 'outside').map(({ key }) => key)).not.toContain(
      'commitment:kent/closed',
    );
    expect([...new Set(all)]).toEqual([
      ...[`commitment:kent/closed`, `commitment:kent/${COMMITMENT}`, `decision:kent/${DECISION}`].sort(),
      ...[`meeting:kent/${MEETING}`, `question:kent/${QUESTION}`],
    ]);
  });

  it('108. between a position and itself is nothing, and what stood with it is what stands', () => {
    const day = fc.constantFrom(CALLED, MET, LATER, LATER_STILL, LAST);
    const place = fc.integer({ min: 0, max: SIZE });
    const pair = fc.tuple(day, day, place, place).map(([a, b, m, n]): [At, At] => {
      const [from, to] = a <= b ? [a, b] : [b, a];
      return [
        [from, Math.min(m, n)],
        [to, Math.max(m, n)],
      ];
    });
    const row = ([asOf, basis]: At): History<'decision'> | undefined =>
      views.rows.at(decisionsView, `decision:kent/${DECISION}`, { asOf, basis }, 'inside');
    fc.assert(
      fc.property(pair, ([from, to]) => {
        expect(compared(from, from)).toEqual([]);
        const changes = compared(from, to).filter(({ key }) => key === `decision:kent/${DECISION}`);
        const marked = changes.flatMap(({ kind, of }) => (kind === 'scrutiny-entered-wrongly' ? [of] : []));
        const stood = row(from)?.acts.map(({ id }) => id) ?? [];
        const said = changes.flatMap(({ kind, said: one }) => (/wrongly$/.test(kind) ? [] : [one.id]));
        const expected = [...stood, ...said].filter((id) => !marked.includes(id)).sort();
        const after = row(to);
        expect(after?.acts.map(({ id }) => id).sort() ?? []).toEqual(expected);
        const status = (history: History<'decision'> | undefined, asOf: string) =>
          history && decisionItem(history, asOf)?.status;
        const [was, is] = [status(row(from), from[0]), status(after, to[0])];
        if (was !== is) expect(changes.some(({ standingDiffers }) => standingDiffers)).toBe(true);
      }),
    );
  });
});
