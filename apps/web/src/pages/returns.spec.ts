import { randomUUID } from 'node:crypto';
import { Harness } from '../testing/harness';
import { line, paper, recordSample } from '../testing/sample';
import { Visitor } from './testing/visitor';

const FORM = '/kent/returns/new';

let harness: Harness;
let force: Visitor;
beforeEach(async () => {
  harness = await Harness.start();
  await recordSample(harness);
  force = await Visitor.signedIn(harness, 'demo-kent-police');
  await force.see(FORM);
});
afterEach(() => harness.close());

/** The form's fields with one figure of August, but for what a test changes. */
function fields(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    'command-id': randomUUID(),
    paper: paper.id,
    'effectiveOn-day': '14',
    'effectiveOn-month': '9',
    'effectiveOn-year': '2022',
    'lines-0-measure': line.measure,
    'lines-0-period': '2022-08',
    'lines-0-value': '11902',
    'lines-0-place': 'table 1',
    ...more,
  };
}

it('sent twice, it is recorded once: the same receipt comes again', async () => {
  const sent = fields({ action: 'submit' });
  const first = await force.send(FORM, sent);
  const again = await force.send(FORM, sent);
  expect([first.status, first.headers.location, again.headers.location]).toEqual([
    303,
    '/kent/returns/4',
    '/kent/returns/4',
  ]);
  expect(await harness.daybook.store.size()).toBe(6);
});

it('changed after it was recorded, it is refused once and gets an id of its own', async () => {
  const sent = fields({ action: 'submit' });
  await force.send(FORM, sent);
  const refused = await force.send(FORM, { ...sent, 'lines-0-period': '2022-09', 'effectiveOn-month': '10' });
  expect([refused.status, refused.words.includes('ledger.command-reused')]).toEqual([422, true]);
  const fresh = /name="command-id" value="([^"]+)"/.exec(refused.html)?.[1];
  expect(fresh).not.toBe(sent['command-id']);
});

it('only the day may be left empty: then the month is recorded as one', async () => {
  const { headers } = await force.send(FORM, fields({ action: 'submit', 'effectiveOn-day': '' }));
  expect((await force.see(String(headers.location))).words).toContain('effective September 2022');
});

it.each<[what: string, more: Record<string, string>, field: string, code: string]>([
  ['a separator in a value', { 'lines-0-value': '1,839' }, 'lines-0-value', 'figures.bad-value'],
  ['too many decimals', { 'lines-0-value': '1.5' }, 'lines-0-value', 'figures.too-many-decimals'],
  ['no value and no reason', { 'lines-0-value': '' }, 'lines-0-value', 'figures.value-missing'],
  ['a period to come', { 'lines-0-period': '2022-12' }, 'lines-0-period', 'figures.period-not-ended'],
  ['no place', { 'lines-0-place': '' }, 'lines-0-place', 'figures.place-missing'],
  ['a change of nothing', { 'lines-0-kind': 'revised' }, 'lines-0-of', 'figures.of-missing'],
  ['a future date', { 'effectiveOn-year': '2030' }, 'effectiveOn-day', 'figures.future-date'],
])('%s is said at its field, with its code, and nothing typed is lost', async (_what, more, field, code) => {
  const refused = await force.send(
    FORM,
    fields({ action: 'submit', 'lines-0-printed': 'as the paper has it', ...more }),
  );
  expect(refused.status).toBe(422);
  expect(refused.html).toContain(`href="#${field}"`);
  expect(refused.html).toContain(`id="${field}"`);
  expect(refused.words).toContain(code);
  expect(refused.html).toContain('value="as the paper has it"');
  expect(await harness.daybook.store.size()).toBe(4);
});

it('a reason rests nowhere but in the form until it is recorded', async () => {
  const reason = 'two divisions were left out';
  const checked = await force.send(FORM, fields({ action: 'check', 'lines-0-reason': reason }));
  expect(checked.html).toContain(`value="${reason}"`);
  const back = await force.see(FORM);
  expect(back.html).not.toContain(reason);
});

it('a link fills in which figure is meant, never a value or a text', async () => {
  const link = 'period=2022-07&breakdown=district%3Dmedway&kind=corrected&of=an-entry';
  const { html } = await force.see(
    `${FORM}?${link}&value=424242&reason=planted&place=planted&printed=planted`,
  );
  for (const filled of ['2022-07', 'district=medway', 'an-entry'])
    expect(html).toContain(`value="${filled}"`);
  expect(html).not.toMatch(/id="lines-0-\w+"[^>]*(value="|>)(424242|planted)/);
});

it.each([['as-of=2022-09-30'], ['basis=3']])(
  'in the past (%s) nothing is recorded, also by POST',
  async (at) => {
    const { status, words } = await force.send(`${FORM}?${at}`, fields({ action: 'submit' }));
    expect([status, words.includes('looking at the past')]).toEqual([422, true]);
    expect(await harness.daybook.store.size()).toBe(4);
  },
);

it('a return is not on record at a ledger size from before it', async () => {
  const { headers } = await force.send(FORM, fields({ action: 'submit' }));
  const receipt = String(headers.location);
  const before = await force.see(`${receipt}?basis=4`);
  expect([before.status, before.words.includes('ledger.not-on-record')]).toEqual([404, true]);
  expect((await force.see(`${receipt}?basis=6`)).status).toBe(200);
});

it('lines are added and taken away', async () => {
  const two = await force.send(FORM, fields({ action: 'add' }));
  expect(two.words).toContain('Remove figure 2');
  const second = { 'lines-1-measure': line.measure, 'lines-1-period': '2022-06' };
  const one = await force.send(FORM, fields({ ...second, action: 'remove-0' }));
  expect(one.html).toContain('value="2022-06"');
  expect(one.html).not.toContain('id="lines-1-measure"');
});

it.each([
  ['public', 403],
  ['demo-kent-panel', 403],
])('%s cannot send it (%i)', async (who, status) => {
  const visitor = who === 'public' ? new Visitor(harness) : await Visitor.signedIn(harness, who);
  await visitor.see('/sign-in');
  expect((await visitor.send(FORM, fields({ action: 'submit' }))).status).toBe(status);
  expect(await harness.daybook.store.size()).toBe(4);
});

it('another area’s form is closed to a force', async () => {
  expect((await force.see('/essex/returns/new')).status).toBe(403);
  expect((await force.send('/essex/returns/new', fields({ action: 'submit' }))).status).toBe(403);
});
