import { randomUUID } from 'node:crypto';
import { Harness } from '../testing/harness';
import { line, measure, paper, recordSample, returnOf } from '../testing/sample';
import { Visitor } from './testing/visitor';

const LATER = { ...paper, id: 'kent-performance-2022-12-01', title: 'December report', dated: '2022-12-01' };
const FORM = '/kent/returns/expected/new';

let harness: Harness;
let anyone: Visitor;
let force: Visitor;
beforeEach(async () => {
  harness = await Harness.start({ at: '2022-12-20T10:00:00.000Z' });
  await recordSample(harness);
  anyone = new Visitor(harness);
  force = await Visitor.signedIn(harness, 'demo-kent-police');
});
afterEach(() => harness.close());

/** A later paper gives another value for July and says nothing about it, and a first one for August. */
async function recordLater(): Promise<void> {
  await harness.record('record-paper', LATER);
  await harness.record(
    'submit-return',
    {
      ...returnOf(
        { ...line, value: '12501', kind: 'unexplained', place: 'table 4' },
        { ...line, period: '2022-08', value: '11902' },
      ),
      ...{ paper: LATER.id, effectiveOn: '2022-12-01' },
    },
    { as: 'office' },
  );
}

describe('a paper', () => {
  const PAGE = `/kent/papers/${paper.id}`;

  it('says what it put on record, and what became of it since, as at the date', async () => {
    await recordLater();
    const { words } = await anyone.see(PAGE);
    expect(words).toContain('1 figure. Of it, at this position: 1 changed without explanation');
    expect(words).toContain(
      '12,487 First release Changed without explanation 12,501, effective 1 December 2022',
    );
    expect(words).toContain('What the words mean Changed without explanation');
    const then = await anyone.see(`${PAGE}?as-of=2022-11-30`);
    expect(then.words).toContain('1 figure. Of it, at this position: 1 still stands');
  });

  it('shows those of one kind alone, and the way back to all', async () => {
    await recordLater();
    const all = await anyone.see(`/kent/papers/${LATER.id}`);
    expect(all.words).toContain('2 still stand');
    expect(all.html).toContain(`href="/kent/papers/${LATER.id}?became=stands#figures"`);
    const chosen = await anyone.see(`/kent/papers/${LATER.id}?became=stands`);
    expect(chosen.words).toContain('Showing 2 of 2 figures: 2 still stand. Show all of them');
    const other = await anyone.see(`/kent/papers/${LATER.id}?became=corrected`);
    expect(other.words).not.toContain('Showing');
  });

  it('without figures says why, and what would change that', async () => {
    await harness.record('record-paper', LATER);
    const { words } = await anyone.see(`/kent/papers/${LATER.id}`);
    expect(words).toContain(
      'No figure of this paper is on record yet. They come with a return that names it.',
    );
    const past = await anyone.see(`${PAGE}?basis=2`);
    expect(past.words).toContain('No figure of this paper was on record at this position.');
  });
});

describe('returns', () => {
  it('are listed with who sent them and what became of them; filtered, those alone', async () => {
    await recordLater();
    const { words } = await anyone.see('/kent/returns');
    expect(words).toContain(
      '1 December 2022 , record 5 December report Kent Police, transcribed by Kent PCC',
    );
    expect(words).toContain('all still stand');
    expect(words).toContain('changed without explanation');
    const one = await anyone.see(`/kent/returns?paper=${paper.id}`);
    expect(one.words).not.toContain(', record 5');
    const none = await anyone.see('/kent/returns?body=hmicfrs');
    expect(none.words).toContain('No return like this is on record at this position. Show all returns');
    expect((await anyone.see('/kent/returns?as-of=2022-09-13')).words).toContain(
      'No return of Kent was on record at this position.',
    );
  });

  it('the filter keeps the position in time, and the past has no button', async () => {
    const { html, words } = await force.see('/kent/returns?as-of=2022-09-14');
    expect(html).toContain('<input type="hidden" name="as-of" value="2022-09-14">');
    expect(words).not.toContain('Submit figures');
    expect((await force.see('/kent/returns')).words).toContain('Submit figures');
  });

  it('one is a receipt for who has just sent it, and a record for everyone else and ever after', async () => {
    const at = '/kent/returns/2';
    const { words } = await anyone.see(at);
    expect(words).toContain('Return of 14 September 2022 Records 2 to 3 of the ledger.');
    const sent = await force.send('/kent/returns/new', {
      ...{ 'command-id': randomUUID(), action: 'submit', paper: paper.id },
      ...{ 'effectiveOn-day': '14', 'effectiveOn-month': '9', 'effectiveOn-year': '2022' },
      ...{ 'lines-0-measure': line.measure, 'lines-0-period': '2022-06' },
      ...{ 'lines-0-value': '7', 'lines-0-place': 'table 2' },
    });
    const receipt = String(sent.headers.location);
    expect((await force.see(receipt)).words).toContain('Return recorded Records 4 to 5 of the ledger');
    expect((await anyone.see(receipt)).words).not.toContain('Return recorded');
    await recordLater();
    const later = await force.see(at);
    expect(later.words).toContain('1 changed without explanation');
    expect((await force.see(receipt)).words).not.toContain('Return recorded');
  });

  it('no record that is not the first of one has a page, nor has one in another area', async () => {
    for (const address of ['/kent/returns/3', '/kent/returns/99', '/kent/returns/soon', '/essex/returns/2'])
      expect([address, (await anyone.see(address)).status]).toEqual([address, 404]);
  });
});

describe('unexplained changes', () => {
  it('say from what to what, in which papers, and for how long', async () => {
    expect((await anyone.see('/kent/unexplained')).words).toContain('No change is unexplained');
    await recordLater();
    const { words } = await anyone.see('/kent/unexplained');
    expect(words).toContain(
      '12,487 Delivery and performance report , table 1 effective 14 September 2022 12,501 December report , table 4 effective 1 December 2022 +14 (up 14) 19 days',
    );
    expect(words).not.toContain('Explain this change');
    expect((await anyone.see('/kent/unexplained?as-of=2022-11-30')).words).toContain(
      'No change was unexplained at this position',
    );
  });
});

describe('whoever may explain a change', () => {
  it('comes from the list to its form, now and not in the past', async () => {
    await recordLater();
    const { html, words } = await force.see('/kent/unexplained');
    expect(words).toContain('Explain this change : Victim-based crime, July 2022');
    const form = /href="([^"]*change\/explained[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await force.see(form)).words).toContain('The entry: 12,501 (unexplained change');
    expect((await force.see('/kent/unexplained?as-of=2022-12-10')).words).not.toContain('Explain this');
    const inspectorate = await Visitor.signedIn(harness, 'demo-hmicfrs');
    expect((await inspectorate.see('/kent/unexplained')).words).not.toContain('Explain this');
  });
});

describe('the home of an area', () => {
  it('counts what needs asking, as at its position', async () => {
    expect((await anyone.see('/kent')).words).toContain(
      'What needs asking No unexplained changes Figures that changed between two papers without a reason ' +
        'No reporting calendar Without one, no figure can be said to be due The record 1 measure',
    );
    await recordLater();
    await harness.record('expect-returns', {
      ...{ area: 'kent', measure: measure.id, effectiveOn: '2022-09-14' },
      ...{ frequency: 'month', daysAfter: 10, from: '2022-08', until: '2022-09' },
    });
    const { words, html } = await anyone.see('/kent');
    expect(words).toContain('1 unexplained change Figures');
    expect(words).toContain('1 period has not come Figures that were due by a reporting calendar');
    expect(html).toContain('href="/kent/returns/expected?state=overdue"');
    const then = await anyone.see('/kent?as-of=2022-11-30');
    expect(then.words).toContain('No unexplained changes');
    expect(then.words).toContain('2 periods have not come');
  });

  it('counts nothing restricted for those outside', async () => {
    await harness.record('record-paper', LATER);
    await harness.record(
      'submit-return',
      {
        ...returnOf({ ...line, value: '12501', kind: 'unexplained', place: 'table 4' }),
        ...{ paper: LATER.id, effectiveOn: '2022-12-01', access: 'restricted' },
      },
      { as: 'office' },
    );
    expect((await anyone.see('/kent')).words).toContain('No unexplained changes');
    expect((await force.see('/kent')).words).toContain('1 unexplained change Figures');
  });
});

describe('what is expected', () => {
  const fields = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    ...{
      'command-id': randomUUID(),
      measure: measure.id,
      frequency: 'month',
      daysAfter: '45',
      from: '2022-07',
    },
    ...{ 'effectiveOn-day': '14', 'effectiveOn-month': '9', 'effectiveOn-year': '2022' },
    ...more,
  });

  it('is set by a form and shown in words, without blame', async () => {
    expect((await force.see('/kent/returns/expected')).words).toContain(
      'No reporting calendar of Kent is on record',
    );
    await force.see(FORM);
    const sent = await force.send(FORM, fields());
    expect([sent.status, sent.headers.location]).toEqual([303, '/kent/returns/expected']);
    const { words } = await force.see('/kent/returns/expected');
    expect(words).toContain('3 periods have not come 1 period came in time 1 period is due next');
    expect(words).toContain(
      'every month, 45 days after it ends July 2022 14 September 2022 Received on 14 September 2022',
    );
    expect(words).toContain('August 2022 15 October 2022 Has not come 66 days after it was due none yet');
    expect(words).not.toMatch(/fail|fault|overdue/i);
    expect((await anyone.see('/kent/returns/expected')).words).toContain(
      'Only public records are counted here.',
    );
    const chosen = await anyone.see('/kent/returns/expected?state=due');
    expect(chosen.words).toContain('Showing those in the state “Due”');
    expect(chosen.words).not.toContain('Has not come 66');
    expect((await anyone.see('/kent/returns/expected?as-of=2022-09-13')).words).toContain(
      'held at this position',
    );
  });

  it('says what is missing and what is refused at its field, and loses nothing', async () => {
    const empty = await force.send(FORM, {});
    expect(empty.status).toBe(422);
    for (const field of ['measure', 'frequency', 'daysAfter', 'from', 'effectiveOn-day'])
      expect(empty.html).toContain(`href="#${field}"`);
    const refused = await force.send(FORM, fields({ from: '2022-Q3', until: '2022-01' }));
    expect([refused.status, refused.words.includes('figures.not-of-frequency')]).toEqual([422, true]);
    expect(refused.html).toContain('href="#from"');
    expect(refused.html).toContain('value="2022-01"');
    expect(await harness.daybook.store.size()).toBe(4);
  });

  it('is not set in the past, by the public, the panel, an inspectorate or another force', async () => {
    expect((await force.see(`${FORM}?as-of=2022-09-14`)).words).toContain('You are looking at the past');
    expect((await force.send(`${FORM}?as-of=2022-09-14`, fields())).status).toBe(422);
    expect((await anyone.see(FORM)).status).toBe(403);
    expect((await force.see('/essex/returns/expected/new')).status).toBe(403);
    for (const who of ['demo-kent-panel', 'demo-hmicfrs']) {
      const visitor = await Visitor.signedIn(harness, who);
      expect((await visitor.see(FORM)).status).toBe(403);
      expect((await visitor.send(FORM, fields())).status).toBe(403);
    }
    expect(await harness.daybook.store.size()).toBe(4);
  });
});
