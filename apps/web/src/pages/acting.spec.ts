import { AFI, SECOND, recordFindings } from '../testing/findings';
import { Harness } from '../testing/harness';
import { paper } from '../testing/sample';
import { commandIdIn, dateTyped, hrefsIn } from './testing/forms';
import { Visitor, type Answered } from './testing/visitor';

const PAGE = `/kent/findings/${AFI}`;
const PAPER = { id: 'kent-letter', title: 'A letter', issuedBy: 'hmicfrs', dated: '2023-02-01' };

let harness: Harness;
let force: Visitor;
let office: Visitor;
let inspector: Visitor;
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-03-15T09:00:00.000Z' });
  await recordFindings(harness);
  await harness.record('record-paper', { ...paper, ...PAPER }, { as: 'office' });
  [force, office, inspector] = (await Promise.all(
    ['demo-kent-police', 'demo-kent-pcc', 'demo-hmicfrs'].map((one) => Visitor.signedIn(harness, one)),
  )) as [Visitor, Visitor, Visitor];
});
afterAll(() => harness.close());

const deedsOffered = (answer: Answered): string[] =>
  hrefsIn(answer).flatMap((href) => /^\/kent\/findings\/[\w-]+\/([a-z-]+)(?=\?|$)/.exec(href)?.[1] ?? []);

describe('what a finding offers', () => {
  it('is what its reader may record of it as it stands, and nothing to who may not', async () => {
    const own = deedsOffered(await force.see(PAGE));
    expect(own).toEqual(expect.arrayContaining(['move-completion', 'report-progress', 'mark']));
    expect(own).not.toContain('claim-discharge');
    expect(own).not.toContain('close-finding');
    expect(deedsOffered(await inspector.see(PAGE))).toEqual(
      expect.arrayContaining(['agree-move', 'close-finding', 'withdraw-finding']),
    );
    const offices = await office.see(PAGE);
    expect(deedsOffered(offices)).toEqual(
      expect.arrayContaining(['assure-discharge', 'decline-discharge', 'close-finding', 'report-progress']),
    );
    expect(offices.words).toContain('Write down what another body did, from a paper');
    expect(deedsOffered(await new Visitor(harness).see(PAGE))).toEqual([]);
    expect(deedsOffered(await (await Visitor.signedIn(harness, 'demo-kent-panel')).see(PAGE))).toEqual([]);
  });

  it('names the addressee where there are several', async () => {
    const all = hrefsIn(await force.see('/kent/findings/national-rec-01'));
    expect(all).toContain('/kent/findings/national-rec-01/claim-discharge?addressee=kent-chief-constable');
    expect(all.filter((href) => href.includes('home-office') && href.includes('claim'))).toEqual([]);
  });

  it('is nothing in the past, and the page says so', async () => {
    const past = await force.see(`${PAGE}?as-of=2022-12-01`);
    expect(deedsOffered(past)).toEqual([]);
    expect(past.words).toContain('Nothing can be recorded in the past.');
    const form = await force.see(`${PAGE}/report-progress?as-of=2022-12-01`);
    expect(form.words).toContain('You are looking at the past, where nothing can be recorded.');
    const sent = await force.send(`${PAGE}/report-progress?as-of=2022-12-01`, {
      action: 'submit',
      report: 'x',
    });
    expect(sent.status).toBe(422);
  });
});

describe('the form of a deed', () => {
  const claim = `/kent/findings/${SECOND}/claim-discharge`;

  it('says at each field what is missing or is no date, and keeps what was typed', async () => {
    await force.see(claim);
    const answer = await force.send(claim, {
      action: 'check',
      evidence: '',
      ...dateTyped('effectiveOn', ['2023', '2', '30']),
    });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('<title>Error: Claim that it is done');
    expect(hrefsIn(answer)).toEqual(expect.arrayContaining(['#evidence', '#effectiveOn-day']));
    expect(answer.words).toContain('Enter a real date');
    expect(answer.html).toContain('value="30"');
  });

  it('asks whether all is right, records it once however often it is sent, and shows the receipt', async () => {
    const form = await force.see(claim);
    const fields = {
      'command-id': commandIdIn(form),
      evidence: 'Every file was read.',
      ...dateTyped('effectiveOn', ['2023', '2']),
    };
    const check = await force.send(claim, { ...fields, action: 'check' });
    expect(check.status).toBe(200);
    expect(check.words).toContain('Kent Police claims that the finding is discharged.');
    expect(check.words).toContain('On which day was this said or done? February 2023');
    const once = await force.send(claim, { ...fields, action: 'submit' });
    const twice = await force.send(claim, { ...fields, action: 'submit' });
    expect([once.status, twice.status]).toEqual([303, 303]);
    expect(twice.headers.location).toBe(once.headers.location);
    const shown = await force.see(once.headers.location ?? '');
    expect(shown.words).toContain('Your record is below, in the history of this finding.');
    expect(shown.words).toContain('Evidence: Every file was read.');
    const again = await force.see(claim);
    expect(again.status).toBe(409);
    expect(again.words).toContain('inspections.status-differs');
  });

  it('shows what a rule refuses at the field that it is about', async () => {
    const move = `${PAGE}/move-completion`;
    const form = await force.see(move);
    const fields = {
      'command-id': commandIdIn(form),
      to: '2023-13',
      reason: 'Later.',
      ...dateTyped('effectiveOn', ['2023', '3', '1']),
    };
    const answer = await force.send(move, { ...fields, action: 'submit' });
    expect(answer.status).toBe(422);
    expect(hrefsIn(answer)).toContain('#to');
    expect(commandIdIn(answer)).toBe(commandIdIn(form));
  });

  it('is not for who may not do it, whatever is sent', async () => {
    for (const [visitor, deed] of [
      ...([
        [force, 'close-finding'],
        [force, 'assure-discharge'],
        [inspector, 'claim-discharge'],
      ] as const),
      ...([[new Visitor(harness), 'close-finding']] as const),
    ]) {
      const seen = await visitor.see(`${PAGE}/${deed}`);
      await visitor.see(PAGE);
      const sent = await visitor.send(`${PAGE}/${deed}`, { action: 'submit', reason: 'x', evidence: 'x' });
      expect([seen.status, sent.status]).toEqual([403, 403]);
      expect(seen.words).toContain('identity.not-allowed');
    }
    expect((await force.see(`${PAGE}/celebrate`)).status).toBe(404);
  });

  it('for the office writing down: from a paper, and reasons may be missing', async () => {
    const close = `/kent/findings/${SECOND}/close-finding`;
    const form = await office.see(close);
    expect(form.words).toContain('You write down an act of HMICFRS, from a paper that you name.');
    const fields = { 'command-id': commandIdIn(form), ...dateTyped('effectiveOn', ['2023', '3', '1']) };
    const missing = await office.send(close, { ...fields, action: 'check' });
    expect(hrefsIn(missing)).toEqual(expect.arrayContaining(['#paper', '#place']));
    const from = { ...fields, paper: PAPER.id, place: 'paragraph 2' };
    const done = await office.send(close, { ...from, action: 'submit' });
    expect(done.status).toBe(303);
    const { words } = await office.see(done.headers.location ?? '');
    expect(words).toContain('Closed by HMICFRS, transcribed by Kent PCC');
  });
});
