import { randomUUID } from 'node:crypto';
import { AFI, SECOND, recordFindings } from '../testing/findings';
import { Harness } from '../testing/harness';
import { Visitor, type Answered } from './testing/visitor';

const FORM = '/kent/findings/import';

let harness: Harness;
let force: Visitor;
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-03-15T09:00:00.000Z' });
  await recordFindings(harness);
});
afterAll(() => harness.close());
beforeEach(async () => {
  force = await Visitor.signedIn(harness, 'demo-kent-police');
  await force.see(FORM);
});

const fields = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  'command-id': randomUUID(),
  'effectiveOn-day': '1',
  'effectiveOn-month': '2',
  'effectiveOn-year': '2023',
  ...more,
});
const check = (lines: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Answered> => {
  const content = ['finding,anticipated,reason,progress,claim,evidence', ...lines, ''].join('\r\n');
  return force.sendFile(FORM, fields(more), { name: 'our tracker.csv', content });
};
/** The hidden fields of the check page, as a browser would send them. */
function hidden(html: string): Record<string, string> {
  const found = [...html.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)">/g)];
  const sent = Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
  return { ...sent, action: 'record' };
}
const size = (): Promise<number> => harness.daybook.store.size();
const CHANGES = [`${AFI},2022-12,,,yes,`, `${SECOND},May 2023,It took longer.,Half done.,,`];

it('is checked line by line, recorded whole, and leads to its receipt', async () => {
  const before = await size();
  const checked = await check(CHANGES);
  expect(checked.status).toBe(200);
  expect(checked.words).toContain(
    'Kent Police puts on record what is new of 2 findings, effective 1 February 2023, from the file “our tracker.csv”.',
  );
  expect(checked.words).toContain('1 finding with a date that moves');
  expect(checked.words).toContain('Moves from November 2022 to May 2023, 182 days later.');
  expect(checked.words).toContain('Nothing new It says what is on record already.');
  expect(await size()).toBe(before);

  const tampered = {
    ...hidden(checked.html),
    'file-content': Buffer.from('finding\nx').toString('base64url'),
  };
  expect((await force.send(FORM, tampered)).words).toContain('inspections.file-changed');
  const recorded = await force.send(FORM, hidden(checked.html));
  const receipt = `/kent/findings/imported/${before}`;
  expect([recorded.status, recorded.headers.location]).toEqual([303, receipt]);
  const shown = await force.see(receipt);
  expect(shown.words).toContain(`Records ${before} to ${before + 2} of the ledger`);
  expect(shown.words).toContain('2 acts came of them.');
  expect(shown.words).toContain('It came as the file “our tracker.csv”');
  expect(await size()).toBe(before + 3);
});

it('says of every line that cannot be recorded why, and of a file that cannot be read where', async () => {
  const before = await size();
  const refused = await check([`${AFI},2023-13,,,,`, 'afi-99,,,Some.,,']);
  expect(refused.status).toBe(422);
  expect(refused.words).toContain('This file cannot be recorded yet');
  expect(refused.words).toContain('"2023-13" is not a month.');
  expect(refused.words).toContain('No finding "afi-99" is on record');
  expect(refused.html).not.toContain('value="record"');
  const unread = await check([`${AFI},=1,,,,`]);
  expect(unread.words).toContain('inspections.file-formula');
  expect((await check(CHANGES, { 'effectiveOn-year': '' })).words).toContain('Enter the date');
  expect(await size()).toBe(before);
});

it('is what others did where the office writes it down, from a paper and a place in it', async () => {
  const paper = {
    id: 'plan-2023-01',
    area: 'kent',
    title: 'The plan',
    issuedBy: 'kent-police',
    dated: '2023-01-31',
  };
  await harness.record('record-paper', paper);
  const office = await Visitor.signedIn(harness, 'demo-kent-pcc');
  await office.see(FORM);
  const content = `finding,progress\r\n${AFI},Audited again.\r\n`;
  const send = (more: object): Promise<Answered> =>
    office.sendFile(FORM, { ...fields(), ...more }, { name: 'plan.csv', content });
  expect((await send({})).words).toContain('inspections.paper-missing');
  const checked = await send({ paper: paper.id, place: 'item 4' });
  expect(checked.words).toContain(
    'Kent PCC writes down for Kent Police what is new of 1 finding of “The plan”',
  );
  const { headers } = await office.send(FORM, hidden(checked.html));
  expect((await office.see(headers.location ?? '')).words).toContain('Kent Police, transcribed by');
  const { json } = await harness.get(`/findings/${AFI}/history`);
  expect(json.items?.at(-1)).toMatchObject({
    for: 'kent-police',
    source: { paper: paper.id, place: 'item 4' },
  });
});

it('begins with a template of what is open with the visitor’s own body', async () => {
  const { html } = await force.see('/kent/findings/template.csv');
  const [head, ...rows] = html.replace('\ufeff', '').trim().split('\r\n');
  expect(head).toMatch(/^finding,title,addressee,anticipated,earliest,latest,reason,/);
  expect(rows.map((row) => row.split(',').slice(0, 3))).toEqual([
    [AFI, 'Recording of crime', 'kent-police'],
    [SECOND, 'Supervision', 'kent-police'],
    ['national-rec-01', 'Vetting', 'kent-chief-constable'],
  ]);
});

it('is for who may record, and not for the past', async () => {
  expect((await force.see('/kent/findings')).html).toContain(`href="${FORM}"`);
  expect((await new Visitor(harness).see('/kent/findings')).html).not.toContain(FORM);
  expect((await new Visitor(harness).see(FORM)).status).toBe(403);
  expect((await force.see(`${FORM}?as-of=2022-12-01`)).words).toContain('Back to now');
  expect((await force.see('/kent/findings/imported/0')).status).toBe(404);
});
