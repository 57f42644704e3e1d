import { isRefusal, type Context, type Recorded } from '@daybook/ledger';
import { eventId, recorded } from '@daybook/ledger/testing';
import { figuresBook, type FiguresBook } from '../book';
import type { FiguresEvent } from '../figures.events';
import type { GivenPaper } from '../setting';
import { submitReturn } from '../submit-return/submit-return.decider';
import { LATER, because, defined, force, line, otherPaper, reported, returned } from '../testing/facts';
import { checkReturn, type CheckedReturn, type SentLine } from './check-lines';

const context: Context<GivenPaper> = {
  now: new Date('2026-01-15T12:00:00Z'),
  today: '2026-01-15',
  by: force,
  given: { paper: otherPaper },
};
const heading = { area: 'kent', paper: otherPaper.id, effectiveOn: LATER };

function book(): FiguresBook {
  return [defined(), reported(), reported({ period: '2022-06', value: '38' })].reduce(
    (state, fact, i) => figuresBook.evolve(state, recorded(fact, { index: i }) as Recorded<FiguresEvent>),
    figuresBook.initial(),
  );
}

function checked(...lines: readonly SentLine['line'][]): CheckedReturn {
  return checkReturn({ ...heading, lines: lines.map((one) => ({ line: one, badly: [] })) }, book(), context);
}

const report = (parts: object): SentLine['line'] => ({ ...line(), reason: null, ...parts });
const correction = report({ value: '45', kind: 'corrected', reason: 'Counted twice.', severity: 'minor' });

it('60. finds what a declared change changes where it does not say, and sent so it is recorded', () => {
  const found = checked(correction);
  expect(found).toMatchObject({
    recordable: true,
    lines: [{ outcome: 'changed', of: eventId(1), difference: '5' }],
  });
  const sent = { ...line({ ...correction, reason: because, of: found.lines[0]?.of ?? null }) };
  const facts = submitReturn.decide(returned([sent], heading), book(), context);
  expect(isRefusal(facts)).toBe(false);
});

it('60. leaves an entry that is named as it is, and a report without one', () => {
  expect(checked({ ...correction, of: eventId(2) }).lines[0]).toMatchObject({
    outcome: 'refused',
    of: eventId(2),
    problems: [{ code: 'figures.unknown-entry' }],
  });
  expect(checked(report({})).lines[0]).toMatchObject({ outcome: 'confirmed', of: null });
});

it('59. agrees with the return itself on every line, and leaves the book as it was', () => {
  const lines = [
    report({}),
    report({ value: '41' }),
    report({ period: '2022-06', value: '39', kind: 'revised' }),
    report({ period: '2022-05', value: '4' }),
    report({ period: '2022-05', value: '4' }),
    report({ period: '2022-04', value: null, status: 'O' }),
    report({ period: 'soon' }),
  ];
  const found = checked(...lines);
  expect(found.lines.map(({ outcome, kind }) => [outcome, kind])).toEqual([
    ['confirmed', 'confirmed'],
    ['refused', null],
    ['changed', 'revised'],
    ['new', 'first-release'],
    ['refused', null],
    ['new', 'missing'],
    ['refused', null],
  ]);
  expect(found.totals).toMatchObject({ lines: 7, new: 2, confirmed: 1, changed: 1, refused: 3, flagged: 2 });
  const sent = found.lines.map(({ of }, i) => ({ ...lines[i]!, reason: null, of }));
  const state = book();
  const refusal = submitReturn.decide({ ...heading, lines: sent }, state, context);
  const problems = isRefusal(refusal) ? refusal.fields.map(({ field, code }) => [field, code]) : [];
  expect(found.lines.flatMap((one) => one.problems.map(({ pointer, code }) => [pointer, code]))).toEqual(
    problems,
  );
  expect(state).toEqual(book());
});
