import { createHash, randomUUID } from 'node:crypto';
import { Harness } from '../testing/harness';
import { line, paper, recordSample } from '../testing/sample';
import { Visitor, type Answered } from './testing/visitor';

const FORM = '/kent/returns/file';
const HEADER = 'measure,period,value,place,kind,reason,severity';
const AUGUST = `${line.measure},2022-08,11902,table 1,,,`;
const JULY = `${line.measure},2022-07,12487,table 1,,,`;

let harness: Harness;
let force: Visitor;
let standing: string;
beforeEach(async () => {
  harness = await Harness.start();
  standing = (await recordSample(harness)).events[1] ?? '';
  force = await Visitor.signedIn(harness, 'demo-kent-police');
  await force.see(FORM);
});
afterEach(() => harness.close());

const fields = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  'command-id': randomUUID(),
  paper: paper.id,
  'effectiveOn-day': '14',
  'effectiveOn-month': '9',
  'effectiveOn-year': '2022',
  ...more,
});
const csv = (...lines: readonly string[]): string => [HEADER, ...lines, ''].join('\r\n');
const check = (content: string | Buffer, more: Readonly<Record<string, string>> = {}): Promise<Answered> =>
  force.sendFile(FORM, fields(more), { name: 'figures.csv', content });

/** The hidden fields of the check page, as a browser would send them. */
function hidden(html: string): Record<string, string> {
  const found = [...html.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)">/g)];
  return { ...Object.fromEntries(found.map(([, name, value]) => [name, value])), action: 'record' } as Record<
    string,
    string
  >;
}
const size = (): Promise<number> => harness.daybook.store.size();

it('is checked line by line, recorded whole, and named with its hash on the page of the return', async () => {
  const content = csv(JULY, AUGUST);
  const checked = await check(content);
  expect(checked.status).toBe(200);
  expect(checked.words).toContain('1 figure on record for the first time');
  expect(checked.words).toContain('1 figure the same as on record: confirmed, and nothing changes');
  expect(checked.words).toContain('Record 2 figures');
  expect(await size()).toBe(4);
  const recorded = await force.send(FORM, hidden(checked.html));
  expect([recorded.status, recorded.headers.location]).toEqual([303, '/kent/returns/4']);
  const receipt = await force.see('/kent/returns/4');
  expect(receipt.words).toContain('It came as the file “figures.csv”');
  expect(receipt.words).toContain(createHash('sha256').update(content).digest('hex'));
  expect(await force.send(FORM, hidden(checked.html))).toMatchObject({ status: 303 });
  expect(await size()).toBe(7);
});

it('shows what a change changes, and sends it with the file', async () => {
  const content = csv(`${line.measure},2022-07,13574,table 1,corrected,Two divisions were left out.,minor`);
  const checked = await check(content, { 'effectiveOn-month': '10' });
  expect(checked.words).toContain('Changes 12,487, on record since 14 September 2022. +1,087 (up 1,087).');
  expect(checked.words).toContain('Why: Two divisions were left out.');
  expect(hidden(checked.html)['of-0']).toBe(standing);
  const other = { ...line, value: '13000', kind: 'revised', of: standing };
  await harness.record('submit-return', { ...lineReturn(other), effectiveOn: '2022-09-20' });
  const refused = await force.send(FORM, hidden(checked.html));
  expect([refused.status, await size()]).toEqual([422, 6]);
  expect(refused.words).toContain('figures.not-standing');
});

function lineReturn(one: object): object {
  return { area: 'kent', effectiveOn: '2022-09-14', paper: paper.id, lines: [one] };
}

it('a line that differs and one that cannot be read keep all of it from being recorded, and say what to do', async () => {
  const checked = await check(csv(JULY.replace('12487', '13574'), `${line.measure},2022-06,"1,8",x,,,`), {
    'effectiveOn-month': '10',
  });
  expect(checked.status).toBe(422);
  expect(checked.words).toContain(
    '12,487 is on record since 14 September 2022. If the figure has changed, write',
  );
  expect(checked.words).toContain('figures.bad-value');
  expect(checked.html).toContain('href="#line-3"');
  expect(checked.html).not.toContain('value="record"');
});

it('what came back other than it was checked is refused', async () => {
  const checked = await check(csv(AUGUST));
  const content = Buffer.from(csv(AUGUST.replace('11902', '1'))).toString('base64url');
  const refused = await force.send(FORM, { ...hidden(checked.html), 'file-content': content });
  expect([refused.status, await size()]).toEqual([422, 4]);
  expect(refused.words).toContain('figures.file-changed');
});

it.each<[what: string, content: string | Buffer, code: string]>([
  ['a spreadsheet', Buffer.from('PK\u0003\u0004 and so on'), 'figures.file-is-spreadsheet'],
  ['Latin-1', Buffer.from(csv(`${line.measure},2022-08,1,caf\u00e9,,,`), 'latin1'), 'figures.file-not-utf-8'],
  ['a formula', csv(`${line.measure},2022-08,=1+1,x,,,`), 'figures.file-formula'],
  ['a missing column', 'measure,period\r\nx,2022\r\n', 'figures.file-column-missing'],
  ['a line too many', csv(...Array.from({ length: 1_001 }, () => AUGUST)), 'figures.file-too-many-lines'],
  ['three megabytes', 'x'.repeat(3_000_000), 'figures.file-too-large'],
  ['nothing', '', 'figures.file-empty'],
])('%s is refused with its code, and the heading that was filled in stays', async (_what, content, code) => {
  const refused = await check(content);
  expect([refused.status, refused.words.includes(code)]).toEqual([422, true]);
  expect(refused.html).toContain('value="2022"');
  expect(await size()).toBe(4);
});

it('a file with thousands of things wrong lists the first thousand, and says how many more', async () => {
  const refused = await check(csv(...Array.from({ length: 1_000 }, () => '=1,2022-07,=2,=3,=4,=5,=6')));
  expect(refused.status).toBe(422);
  expect(refused.html.match(/figures\.file-formula<\/span>/g)?.length).toBeLessThan(1_100);
  expect(refused.words).toContain('and 5,980 things more; the table below has them by line');
  expect(refused.words).toContain('and 5,000 things more, not listed here. Mend these first.');
  expect(refused.html.length).toBeLessThan(1_000_000);
});

it('no file chosen, no paper and no date are said at their fields', async () => {
  const none = { paper: '', 'effectiveOn-day': '', 'effectiveOn-month': '', 'effectiveOn-year': '' };
  const refused = await force.sendFile(FORM, fields(none), { name: '', content: '' });
  for (const field of ['file', 'paper', 'effectiveOn-day'])
    expect(refused.html).toContain(`href="#${field}"`);
});

it('a form from elsewhere, without the token, is refused, and so is a file where none is taken', async () => {
  const forged = await force.sendFile(
    FORM,
    { ...fields(), _csrf: 'forged' },
    { name: 'a.csv', content: csv(JULY) },
  );
  expect([forged.status, forged.words.includes('This form has expired.')]).toEqual([403, true]);
  const strayed = await force.sendFile('/kent/returns/new', fields(), { name: 'a.csv', content: csv(JULY) });
  expect(strayed.status).toBe(415);
});

it('is closed to whoever may not record here', async () => {
  const panel = await Visitor.signedIn(harness, 'demo-kent-panel');
  expect((await panel.see(FORM)).status).toBe(403);
  expect((await panel.sendFile(FORM, fields(), { name: 'a.csv', content: csv(AUGUST) })).status).toBe(403);
  expect((await new Visitor(harness).see('/kent/returns/template.csv')).status).toBe(403);
});

it('the template has every column, and the measures of the force, ready to be sent back', async () => {
  const { html, headers } = await force.see('/kent/returns/template.csv');
  expect(headers['content-type']).toContain('text/csv');
  expect(headers['content-disposition']).toBe('attachment; filename="figures-kent.csv"');
  const [first, ...rows] = html.replace('\ufeff', '').trim().split('\r\n');
  expect(first).toBe(
    'measure,period,breakdown,value,status,kind,reason,place,of,severity,printed,withheldBy',
  );
  expect(rows).toEqual([`${line.measure},,,,,,,,,,,`]);
  const filled = html.replace(`${line.measure},,,,,,,,`, `${line.measure},2022-08,,11902,,,,table 1,`);
  expect((await check(filled)).words).toContain('Record 1 figure');
});

it('a reason rests nowhere but in the form until it is recorded', async () => {
  const reason = 'two divisions were left out';
  await check(csv(`${line.measure},2022-07,13574,table 1,corrected,${reason},minor`));
  expect((await force.see(FORM)).html).not.toContain(reason);
});
