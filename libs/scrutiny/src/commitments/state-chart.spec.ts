import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ScrutinyBook } from '../book';
import { known } from '../book';
import { COMMITMENT_STATUSES } from '../codes';
import { COMMITMENT, LAST } from '../testing/facts';
import { STANDINGS, asked, by, partyOf, ready, type Standing } from '../testing/promises';
import { ALL_DEEDS, possibleDeeds, type Deed } from './acting-on';
import { commitmentOn, type CommitmentState } from './commitment-state';

/**
 * The state chart: where each deed leads from each standing, in the order of `ALL_DEEDS`; `!code` where it is
 * refused. It is written from the rules' words, not from the fold.
 */
const NO_MOVE = '!nothing-to-agree !nothing-to-agree';
const NO_CLAIM = '!not-claimed !not-claimed';
const ENDS = 'withdrawn superseded !not-ended';
const MOVES_OVER = '!commitment-ended !commitment-ended !commitment-ended !commitment-ended';
const CHART: Record<Standing, string> = {
  open: `open open ${NO_MOVE} open claimed ${NO_CLAIM} ${ENDS}`,
  'open, taken on': `!already-so open ${NO_MOVE} open claimed ${NO_CLAIM} ${ENDS}`,
  'open, a move asked for': `open open open open open claimed ${NO_CLAIM} ${ENDS}`,
  'open, its move agreed': `open open ${NO_MOVE} open claimed ${NO_CLAIM} ${ENDS}`,
  'open, its move refused': `open open ${NO_MOVE} open claimed ${NO_CLAIM} ${ENDS}`,
  claimed: `claimed claimed ${NO_MOVE} claimed !already-so discharged refused ${ENDS}`,
  'claimed, a move asked for': `claimed claimed claimed claimed claimed !already-so discharged refused ${ENDS}`,
  discharged: `${MOVES_OVER} discharged !commitment-ended !already-so !commitment-ended !commitment-ended !commitment-ended open`,
  'discharged, a move asked for': `${MOVES_OVER} discharged !commitment-ended !already-so !commitment-ended !commitment-ended !commitment-ended open`,
  refused: `refused refused ${NO_MOVE} refused claimed !not-claimed !already-so ${ENDS}`,
  'claimed again': `claimed claimed ${NO_MOVE} claimed !already-so discharged refused ${ENDS}`,
  withdrawn: `${MOVES_OVER} withdrawn !commitment-ended !commitment-ended !commitment-ended !already-so !commitment-ended open`,
  superseded: `${MOVES_OVER} superseded !commitment-ended !commitment-ended !commitment-ended !commitment-ended !already-so open`,
  'open, once discharged': `open open ${NO_MOVE} open claimed ${NO_CLAIM} ${ENDS}`,
};

interface Arrow {
  readonly deed: Deed;
  readonly from: Standing;
  readonly to: string;
}
const ARROWS: readonly Arrow[] = (Object.keys(CHART) as Standing[]).flatMap((from) =>
  CHART[from].split(' ').map((to, i) => ({ deed: ALL_DEEDS[i]!, from, to })),
);
const arrows = (...deeds: readonly Deed[]): readonly Arrow[] =>
  ARROWS.filter(({ deed }) => deeds.includes(deed));

function stateOf(book: ScrutinyBook): CommitmentState {
  return commitmentOn(known(book, 'commitment', COMMITMENT)!.acts, LAST)!;
}

/** Does the deed from the standing, and expects where it leads, or the refusal. */
function follow({ deed, from, to }: Arrow): void {
  const before = ready(deed, from);
  const outcome = before.when(asked(), by(partyOf(deed)));
  if (to.startsWith('!')) {
    outcome.thenRefused(`scrutiny.${to.slice(1)}`);
    expect(possibleDeeds(stateOf(before.state()))).not.toContain(deed);
    return;
  }
  const after = before.given(outcome.events()).state();
  expect(stateOf(after)).toMatchObject({ status: to, notFitting: [] });
  expect(possibleDeeds(stateOf(before.state()))).toContain(deed);
}

/** The steps that the README's table draws from a status that nothing else is known of. */
function drawn(): readonly string[] {
  const readme = readFileSync(path.join(__dirname, '../../README.md'), 'utf8');
  const rows = readme.matchAll(/^\| `([a-z-]+)` \| (?:owner|promised to|either) \| (.*) \| (.*) \|$/gm);
  return [...rows].flatMap(([, deed, from = '', to = '']) =>
    [...(from.split(';')[0] ?? '').matchAll(/`([a-z-]+)`/g)].map(
      ([, status = '']) => `${status} ${deed} ${to.replaceAll('`', '').replace('as it was', status)}`,
    ),
  );
}

describe('the state chart of a commitment', () => {
  it('is drawn in the README as it is', () => {
    const plain = ARROWS.filter(
      ({ from, to }) => COMMITMENT_STATUSES.some((one) => one === from) && !to.startsWith('!'),
    );
    expect([...drawn()].sort()).toEqual(plain.map(({ deed, from, to }) => `${from} ${deed} ${to}`).sort());
  });

  it('has a cell for every deed from every standing, and passes every status', () => {
    expect(ARROWS).toHaveLength(Object.keys(STANDINGS).length * ALL_DEEDS.length);
    const reached = ARROWS.map(({ to }) => to).filter((to) => !to.startsWith('!'));
    expect(new Set(reached)).toEqual(new Set(COMMITMENT_STATUSES));
  });

  it.each(arrows('accept-commitment', 'report-commitment-progress'))(
    '58. $deed when it is $from: $to',
    follow,
  );
  it.each(arrows('ask-commitment-move', 'agree-commitment-move', 'refuse-commitment-move'))(
    '65. $deed when it is $from: $to',
    follow,
  );
  it.each(arrows('claim-commitment', 'accept-discharge', 'refuse-discharge'))(
    '59. $deed when it is $from: $to',
    follow,
  );
  it.each(arrows('withdraw-commitment', 'supersede-commitment', 'reopen-commitment'))(
    '60. $deed when it is $from: $to',
    follow,
  );
});
