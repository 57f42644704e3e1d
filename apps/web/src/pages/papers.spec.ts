import { randomUUID } from 'node:crypto';
import { Harness } from '../testing/harness';
import { paper, recordSample } from '../testing/sample';
import { Visitor } from './testing/visitor';

const FORM = '/kent/papers/new';

let harness: Harness;
let office: Visitor;
beforeEach(async () => {
  harness = await Harness.start();
  await recordSample(harness);
  office = await Visitor.signedIn(harness, 'demo-kent-pcc');
  await office.see(FORM);
});
afterEach(() => harness.close());

function fields(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    ...{
      'command-id': randomUUID(),
      title: 'Performance, spring 2022',
      issuedBy: 'kent-police',
      access: 'public',
    },
    ...{ 'dated-day': '20', 'dated-month': '3', 'dated-year': '2022' },
    ...more,
  };
}

it('says what will be recorded, suggests an id, and leads on to the figures of the paper', async () => {
  const sent = fields();
  const checked = await office.send(FORM, { ...sent, action: 'check' });
  expect(checked.words).toContain(
    'Kent PCC puts on record the paper “Performance, spring 2022” of Kent Police, effective 20 March 2022. Everyone',
  );
  const id = /name="id" value="([^"]+)"/.exec(checked.html)?.[1];
  expect(id).toBe('kent-performance-spring-2022-2022-03-20');
  const recorded = await office.send(FORM, { ...sent, id: String(id), action: 'submit' });
  expect([recorded.status, recorded.headers.location]).toEqual([303, `/kent/papers/${id}?recorded=4`]);
  const shown = await office.see(`/kent/papers/${id}?recorded=4`);
  expect(shown.words).toContain('It is record 4 of the ledger.');
  expect(shown.html).toContain(`/kent/returns/new?paper=${id}&amp;effectiveOn=2022-03-20`);
  const form = await office.see(`/kent/returns/new?paper=${id}&effectiveOn=2022-03-20`);
  expect(form.html).toMatch(new RegExp(`<option value="${id}" selected`));
  expect(form.html).toMatch(/id="effectiveOn-day"[^>]*value="20"/);
});

it('sent twice, it is recorded once', async () => {
  const sent = fields({ id: 'kent-spring', action: 'submit' });
  const answers = [await office.send(FORM, sent), await office.send(FORM, sent)];
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(await harness.daybook.store.size()).toBe(5);
});

it.each<[what: string, more: Record<string, string>, field: string]>([
  ['no title', { title: '' }, 'title'],
  ['no issuer', { issuedBy: '' }, 'issuedBy'],
  ['another issuer without its id', { issuedBy: 'other' }, 'otherBody'],
  ['no date at all', { 'dated-day': '', 'dated-month': '', 'dated-year': '' }, 'dated-day'],
  [
    'no real date',
    { 'published-day': '31', 'published-month': '2', 'published-year': '2022' },
    'published-day',
  ],
])('%s is said at its field before anything is sent', async (_what, more, field) => {
  const refused = await office.send(FORM, fields({ action: 'check', ...more }));
  expect(refused.status).toBe(422);
  expect(refused.html).toContain(`href="#${field}"`);
  expect(refused.html).toContain(`id="${field}"`);
});

it.each<[what: string, more: Record<string, string>, field: string, code: string]>([
  ['an id that is taken', { id: paper.id }, 'id', 'register.paper-exists'],
  ['a future date', { 'dated-year': '2030' }, 'dated-day', 'register.future-date'],
  ['no web address', { url: 'somewhere' }, 'url', 'request.is-url'],
])('by the rules: %s', async (_what, more, field, code) => {
  const refused = await office.send(FORM, fields({ id: 'kent-spring', action: 'submit', ...more }));
  expect([refused.status, refused.words.includes(code)]).toEqual([422, true]);
  expect(refused.html).toContain(`href="#${field}"`);
  expect(await harness.daybook.store.size()).toBe(4);
});

it('a restricted paper is recorded as one', async () => {
  const sent = fields({ id: 'kent-secret', title: 'Secret title', access: 'restricted', action: 'submit' });
  await office.send(FORM, sent);
  expect((await office.see('/kent/papers')).words).toContain('Secret title');
  expect((await new Visitor(harness).see('/kent/papers')).words).not.toContain('Secret title');
  expect((await new Visitor(harness).see('/kent/papers/kent-secret')).status).toBe(404);
});

it('only who may record a paper here is offered the form', async () => {
  expect((await office.see('/kent/papers')).html).toContain(FORM);
  expect((await office.see('/kent/papers?as-of=2022-09-30')).html).not.toContain(`href="${FORM}`);
  expect((await office.see(`${FORM}?as-of=2022-09-30`)).words).toContain('looking at the past');
  const anyone = new Visitor(harness);
  expect((await anyone.see('/kent/papers')).html).not.toContain(FORM);
  expect((await anyone.see(FORM)).status).toBe(403);
  expect((await office.see('/essex/papers/new')).status).toBe(403);
  await office.see(FORM);
  expect((await office.send(`${FORM}?as-of=2022-09-30`, fields({ action: 'submit' }))).status).toBe(422);
  expect(await harness.daybook.store.size()).toBe(4);
});
