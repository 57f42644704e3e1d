import type { Expected } from '@daybook/due-dates';
import { daysAfter, isRefusal } from '@daybook/ledger';
import { eventId, recorded } from '@daybook/ledger/testing';
import { bodyOf } from '@daybook/provenance';
import fc from 'fast-check';
import { actOf, type CommitmentAct } from '../histories';
import type { CommitmentEvent } from '../scrutiny.events';
import { computed } from '../testing/commitment-oracle';
import {
  COMMITMENT,
  DEPUTY,
  BOARD,
  MET,
  bodies,
  dated,
  force,
  forcePaper,
  made,
  office,
  officePaper,
  panel,
  panelPaper,
} from '../testing/facts';
import { DUE, examplesOf, from, moveAsked, said } from '../testing/promises';
import { commitmentOf, commitmentOn, overdueDays, pendingMove } from './commitment-state';

/** What was said, of which earlier or later entry, and on which day. */
interface Saying {
  readonly says: string;
  readonly to: Expected;
  readonly of: number;
  readonly day: number;
}

const day = (n: number): string => daysAfter(MET, n);

function factOf({ says, to, of, day: n }: Saying): CommitmentEvent {
  const when = { effectiveOn: day(n) };
  const parts = { of: eventId(of) };
  switch (says) {
    case 'made':
      return made({ due: to }, when);
    case 'asked':
    case 'not-given': {
      const agreement = says === 'asked' ? 'pending' : says;
      return moveAsked('', { ...parts, to, agreement }, when);
    }
    default:
      return said(says as 'discharge-claimed', parts, when);
  }
}

function actsOf(sayings: readonly Saying[]): CommitmentAct[] {
  return sayings.map((saying, i) => actOf(recorded(factOf(saying), { index: i }), i) as CommitmentAct);
}

function sorted(acts: readonly CommitmentAct[]): CommitmentAct[] {
  return [...acts].sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn) || a.order - b.order);
}

const SAYS = [
  ...['asked', 'asked', 'not-given', 'commitment-move-agreed', 'commitment-move-agreed'],
  ...['commitment-move-refused', 'discharge-claimed', 'discharge-claimed', 'discharge-accepted'],
  ...['discharge-refused', 'commitment-withdrawn', 'commitment-superseded', 'commitment-reopened'],
  ...['commitment-accepted', 'commitment-progress-reported'],
];
const dates = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }).map((n) => dated(day(3 + n * 4))) },
  fc.constantFrom('after implementation', 'to be confirmed').map(dated),
);
const histories = fc.tuple(
  fc.record({
    ...{ says: fc.constant('made'), to: fc.oneof(dates, fc.constant(dated(null))) },
    ...{ of: fc.constant(0), day: fc.integer({ min: 0, max: 2 }) },
  }),
  fc.array(
    fc.record({
      ...{ says: fc.constantFrom(...SAYS), to: dates, of: fc.integer({ min: 0, max: 9 }) },
      day: fc.integer({ min: 1, max: 8 }),
    }),
    { maxLength: 12 },
  ),
);

/** The same of the fold as the second reading says. */
function inShort(acts: readonly CommitmentAct[], on: string) {
  const state = commitmentOn(acts, on);
  return (
    state && {
      ...{ status: state.status, original: state.original?.expected.anticipated ?? null },
      ...{ due: state.standing?.expected.anticipated ?? null, moves: state.moves },
      ...{ slipDays: state.slipDays, overdueDays: overdueDays(state, on) },
      ...{ pending: pendingMove(state)?.asked.id ?? null, claim: state.claim?.id ?? null },
      notFitting: state.notFitting,
    }
  );
}

describe('where a commitment stands', () => {
  it('68. overdue, slip and all else are what a second reading finds, on every day, of late entries in any order', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(histories, ([first, others]) => {
        const acts = actsOf([first, ...others]);
        const days = [0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 24].map(day);
        const expected = days.map((on) => computed(acts.toReversed(), on));
        for (const one of expected)
          if (one)
            for (const what of [one.status, one.overdueDays && 'overdue', one.slipDays && 'slipped'])
              if (what) seen.add(what);
        expect(days.map((on) => inShort(sorted(acts), on))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
    for (const what of ['open', 'claimed', 'withdrawn', 'overdue', 'slipped']) expect(seen).toContain(what);
  });

  it('68. the days of all moves are those from the first latest day to the last', () => {
    fc.assert(
      fc.property(histories, ([first, others]) => {
        const state = commitmentOf(sorted(actsOf([first, ...others])))!;
        const moved = state.asked.filter((move) => move.from !== null);
        expect(state.moves).toBe(moved.length);
        if (moved.some(({ days }) => days === null) || state.slipDays === null) return;
        const inOrder = moved.reduce((sum, { days }) => sum + days!, 0);
        expect(state.slipDays).toBe(inOrder);
      }),
    );
  });

  it('61. a discharge is never accepted by who promised it, whoever writes it down from whatever paper', () => {
    const parties = ['kent-police', DEPUTY, 'kent-pcc', BOARD, 'kent-panel'];
    const accepted = { own: 0, refused: 0 };
    const fields = fc.record({
      ...{ owner: fc.constantFrom(...parties), to: fc.option(fc.constantFrom(...parties)) },
      who: fc.constantFrom(force, office, panel),
      paper: fc.option(fc.constantFrom(forcePaper, officePaper, panelPaper)),
      actor: fc.option(fc.constantFrom(...parties)),
    });
    fc.assert(
      fc.property(fields, ({ owner, to, who, paper, actor }) => {
        fc.pre(to === null || bodyOf(to, bodies) !== bodyOf(owner, bodies));
        const accept = examplesOf('accept-discharge').given([
          made({ owner, to, meeting: null, item: null }),
          said('discharge-claimed'),
        ]);
        const input = from(paper ?? officePaper, { paper: paper?.id, for: actor, of: eventId(1) });
        const given = { bodies, ...(paper && { paper }) };
        const { decided } = accept.when(input, { by: who, given });
        if (isRefusal(decided)) return void (accepted.refused += 1);
        accepted.own += 1;
        const promiser = bodyOf(owner, bodies);
        const { for: written = who.body } = decided[0]!;
        expect(bodyOf(written, bodies)).not.toBe(promiser);
        if (who.body === promiser) expect(paper?.issuedBy).toBe(bodyOf(to!, bodies));
      }),
      { numRuns: 300 },
    );
    expect(Math.min(accepted.own, accepted.refused)).toBeGreaterThan(10);
  });

  it('55. what was said of a promise before it, where it was entered again, does not fit', () => {
    const acts = actsOf([
      { says: 'discharge-claimed', to: dated(null), of: 0, day: 1 },
      { says: 'made', to: dated(DUE), of: 0, day: 2 },
      { says: 'made', to: dated('2024-01-01'), of: 0, day: 3 },
    ]);
    expect(commitmentOf(acts)).toMatchObject({ status: 'open', notFitting: [eventId(0), eventId(2)] });
    expect(commitmentOf(acts.slice(0, 1))).toBeUndefined();
    expect(acts[1]!.data.commitment).toBe(COMMITMENT);
  });
});
