import { randomUUID } from 'node:crypto';
import { Harness } from '../testing/harness';
import { line, measure, paper, recordSample } from '../testing/sample';
import { Visitor } from './testing/visitor';

const FORM = `/kent/figures/${measure.id}/start-earlier`;
const OLD = { ...paper, id: 'kent-performance-2019-03-20', title: 'An older report', dated: '2019-03-20' };
const DAY = { 'effectiveOn-day': '20', 'effectiveOn-month': '3', 'effectiveOn-year': '2019' };

let harness: Harness;
let office: Visitor;
beforeEach(async () => {
  harness = await Harness.start();
  await recordSample(harness);
  await harness.record('record-paper', OLD, { as: 'office' });
  office = await Visitor.signedIn(harness, 'demo-kent-pcc');
});
afterEach(() => harness.close());

const start = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...{ 'command-id': randomUUID(), ...DAY, paper: OLD.id, place: 'table 1' },
  ...more,
});

it('a paper of before the measure: the form says what to do, and then takes its figures', async () => {
  await office.see('/kent/returns/new');
  const returned = {
    ...{ action: 'submit', 'command-id': randomUUID(), for: 'kent-police', paper: OLD.id, ...DAY },
    ...{ 'lines-0-measure': line.measure, 'lines-0-period': '2019-02', 'lines-0-value': '11500' },
    'lines-0-place': 'table 1',
  };
  const early = await office.send('/kent/returns/new', returned);
  expect([early.status, early.words.includes('figures.before-measure-start')]).toEqual([422, true]);
  const link = `${FORM}?paper=${OLD.id}&effectiveOn=2019-03-20`;
  expect(early.html).toContain(`href="${link.replace('&', '&amp;')}"`);
  expect((await office.see(link)).html).toMatch(/id="effectiveOn-year"[^>]*value="2019"/);

  expect((await office.see(FORM)).words).toContain('It starts on 14 September 2022');
  const sent = start();
  const checked = await office.send(FORM, { ...sent, action: 'check' });
  expect(checked.words).toContain(
    'Kent PCC writes down for Kent Police that the measure “Victim-based crime”, as it is defined, starts on ' +
      '20 March 2019 and not on 14 September 2022, as “An older report”, table 1, shows.',
  );
  const recorded = await office.send(FORM, { ...sent, action: 'submit' });
  expect([recorded.status, recorded.headers.location]).toEqual([303, `${FORM}?recorded=5`]);
  expect((await office.see(`${FORM}?recorded=5`)).words).toContain(
    'This measure starts on 20 March 2019 now.',
  );

  const taken = await office.send('/kent/returns/new', returned);
  expect([taken.status, taken.headers.location]).toEqual([303, '/kent/returns/6']);
  const { words } = await new Visitor(harness).see(`/kent/figures/${measure.id}/2019-02?as-of=2019-03-20`);
  expect(words).toContain('First release: 11,500 by Kent Police, transcribed by Kent PCC');
});

it.each<[what: string, action: string, more: Record<string, string>, field: string, code: string]>([
  ['no date', 'check', { 'effectiveOn-year': '' }, 'effectiveOn-day', 'request.missing'],
  ['no paper', 'check', { paper: '' }, 'paper', 'request.missing'],
  ['no place', 'check', { place: '' }, 'place', 'request.missing'],
  [
    'a day on which it has started',
    'submit',
    { 'effectiveOn-year': '2023' },
    'effectiveOn-day',
    'already-defined',
  ],
])('%s is said at its field', async (_what, action, more, field, code) => {
  await office.see(FORM);
  const refused = await office.send(FORM, start({ action, ...more }));
  expect([refused.status, refused.words.includes(code)]).toEqual([422, true]);
  expect(refused.html).toContain(`href="#${field}"`);
  expect(await harness.daybook.store.size()).toBe(5);
});

it('only for whoever may define measures here, and not in the past', async () => {
  expect((await new Visitor(harness).see(FORM)).status).toBe(403);
  expect((await (await Visitor.signedIn(harness, 'demo-kent-panel')).see(FORM)).status).toBe(403);
  expect((await office.see('/kent/figures/nothing/start-earlier')).status).toBe(404);
  const past = await office.see(`${FORM}?as-of=2022-10-01`);
  expect(past.words).toContain('looking at the past');
  expect((await office.send(`${FORM}?as-of=2022-10-01`, start({ action: 'submit' }))).status).toBe(422);
  expect(await harness.daybook.store.size()).toBe(5);
});
