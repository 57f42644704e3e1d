import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_DEEDS, possibleDeeds, type Deed } from './acting-on';
import { stateOn, type InspectionsBook } from './book';
import { STATUSES } from './codes';
import type { AddresseeState } from './finding-state';
import { asked, examplesOf, partyOf } from './testing/deeds';
import { AFI, LAST } from './testing/facts';
import { BEGINNING, STANDINGS, type Standing } from './testing/standings';

/**
 * The state chart: where each deed leads from each standing, in the order of `ALL_DEEDS`; `!code` where it is
 * refused. It is written from the rules' words, not from the fold.
 */
const ENDS = 'closed !not-closed carried-forward superseded withdrawn';
const OVER = `${'!finding-ended '.repeat(7)}!not-closed ${'!finding-ended '.repeat(3)}`;
const CHART: Record<Standing, string> = {
  open: `accepted disputed !not-disputed claimed !not-claimed !not-claimed ${ENDS}`,
  accepted: `!already-so disputed !not-disputed claimed !not-claimed !not-claimed ${ENDS}`,
  disputed: `accepted !already-so open !status-differs !not-claimed !not-claimed ${ENDS}`,
  'disputed, once accepted': `accepted !already-so accepted !status-differs !not-claimed !not-claimed ${ENDS}`,
  'open, its dispute answered': `accepted disputed !not-disputed claimed !not-claimed !not-claimed ${ENDS}`,
  claimed: `!status-differs !status-differs !not-disputed !already-so assured open ${ENDS}`,
  'claimed, once accepted': `!status-differs !status-differs !not-disputed !already-so assured accepted ${ENDS}`,
  'open, its claim declined': `accepted disputed !not-disputed claimed assured !already-so ${ENDS}`,
  'disputed, its claim declined': `accepted !already-so open !status-differs assured !already-so ${ENDS}`,
  assured: `!status-differs !status-differs !not-disputed !status-differs !already-so open ${ENDS}`,
  'assured after all': `!status-differs !status-differs !not-disputed !status-differs !already-so open ${ENDS}`,
  closed: OVER.replace('!not-closed', 'open'),
  'closed, once accepted': OVER.replace('!not-closed', 'accepted'),
  'open, once closed': `accepted disputed !not-disputed claimed !not-claimed !not-claimed ${ENDS}`,
  'carried-forward': OVER,
  superseded: OVER,
  withdrawn: OVER,
};

interface Arrow {
  readonly deed: Deed;
  readonly from: Standing;
  readonly to: string;
}
const ARROWS: readonly Arrow[] = (Object.keys(CHART) as Standing[]).flatMap((from) =>
  CHART[from]
    .trim()
    .split(' ')
    .map((to, i) => ({ deed: ALL_DEEDS[i]!, from, to })),
);
const arrows = (...deeds: readonly Deed[]): readonly Arrow[] =>
  ARROWS.filter(({ deed }) => deeds.includes(deed));

function stateOf(book: InspectionsBook): AddresseeState {
  return stateOn(book.findings.get(AFI)!, 'kent-police', LAST);
}

/** Does the deed from the standing, and expects where it leads, or the refusal. */
function follow({ deed, from, to }: Arrow): void {
  const before = examplesOf(deed).given(BEGINNING).given(STANDINGS[from]);
  const outcome = before.when(asked(), { by: partyOf(deed), given: {} });
  if (to.startsWith('!')) {
    outcome.thenRefused(`inspections.${to.slice(1)}`);
    expect(possibleDeeds(stateOf(before.state()))).not.toContain(deed);
    return;
  }
  const after = before.given(outcome.events()).state();
  expect(stateOf(after)).toMatchObject({ status: to, notFitting: [] });
  expect(possibleDeeds(stateOf(before.state()))).toContain(deed);
}

/** The steps that the README's table draws from a status that nothing else is known of. */
function drawn(): readonly string[] {
  const readme = readFileSync(path.join(__dirname, '../README.md'), 'utf8');
  const rows = readme.matchAll(
    /^\| `([a-z-]+)` \| (?:addressee|inspectorate|policing body) \| (.*) \| (.*) \|$/gm,
  );
  return [...rows].flatMap(([, deed, from = '', to = '']) =>
    [...(from.split(';')[0] ?? '').matchAll(/`([a-z-]+)`/g)].map(
      ([, status]) => `${status} ${deed} ${to.replaceAll('`', '').replace('before', 'open')}`,
    ),
  );
}

describe('the state chart', () => {
  it('is drawn in the README as it is', () => {
    const plain = ARROWS.filter(
      ({ from, to }) => STATUSES.some((one) => one === from) && !to.startsWith('!'),
    );
    expect([...drawn()].sort()).toEqual(plain.map(({ deed, from, to }) => `${from} ${deed} ${to}`).sort());
  });

  it('has a cell for every deed from every standing, and passes every status', () => {
    expect(ARROWS).toHaveLength(Object.keys(STANDINGS).length * ALL_DEEDS.length);
    const reached = ARROWS.map(({ to }) => to).filter((to) => !to.startsWith('!'));
    expect(new Set(reached)).toEqual(new Set(STATUSES));
  });

  it.each(arrows('accept-finding', 'dispute-finding', 'answer-dispute'))(
    '28. $deed when it is $from: $to',
    follow,
  );
  it.each(arrows('claim-discharge'))('29. $deed when it is $from: $to', follow);
  it.each(arrows('assure-discharge', 'decline-discharge'))('30. $deed when it is $from: $to', follow);
  it.each(arrows('close-finding', 'reopen-finding'))('31. $deed when it is $from: $to', follow);
  it.each(arrows('carry-forward-finding', 'supersede-finding', 'withdraw-finding'))(
    '32. $deed when it is $from: $to',
    follow,
  );
});
