import { Harness } from '../testing/harness';
import { BOARD, MEETING, NEXT, PANEL_MEETING, recordMeetings } from '../testing/meetings';
import { dateTyped, fillIn, hrefsIn } from './testing/forms';
import { Visitor, type Answered } from './testing/visitor';

const PAGE = `/kent/meetings/${MEETING}`;
let harness: Harness;
let anyone: Visitor;
let office: Visitor;
let panel: Visitor;
let force: Visitor;
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-06-08T09:00:00.000Z' });
  await recordMeetings(harness);
  anyone = new Visitor(harness);
  [force, office, panel] = (await Promise.all(
    ['demo-kent-police', 'demo-kent-pcc', 'demo-kent-panel'].map((one) => Visitor.signedIn(harness, one)),
  )) as [Visitor, Visitor, Visitor];
});
afterAll(() => harness.close());

const labelsIn = ({ html }: Answered): string[] =>
  [...html.matchAll(/<(?:label|legend)[^>]*>([\s\S]*?)<\/(?:label|legend)>/g)].map(([, label = '']) =>
    label.replace(/<[^>]+>/g, '').trim(),
  );

describe('the meetings of an area', () => {
  it('say what is called, what was held, and whether the notes are agreed, noted or neither', async () => {
    const { status, words, html } = await anyone.see('/kent/meetings');
    expect(status).toBe(200);
    expect(html).toContain('<title>Meetings, Kent - Daybook</title>');
    expect(words).toMatch(
      /Board in June Performance board 7 June 2023 Called Nothing recorded since it was called/,
    );
    expect(words).toMatch(
      /Panel in April Kent Panel 18 April 2023 Held None published here, and not yet agreed/,
    );
    expect(words).toMatch(
      /Board in March Performance board 15 March 2023 Held Notes published, noted by another body, not yet agreed/,
    );
    expect(hrefsIn({ html })).toEqual(expect.arrayContaining([PAGE, '/kent/meetings?status=held']));
  });

  it('say why there are none then, and none of a status', async () => {
    const past = await anyone.see('/kent/meetings?as-of=2023-02-19');
    expect(past.words).toContain('No meeting was on record at this position.');
    expect((await anyone.see('/kent/meetings?status=cancelled')).words).toContain(
      'No meeting has this status',
    );
    expect((await anyone.see('/nowhere/meetings')).status).toBe(404);
    expect((await anyone.see(`${PAGE}?as-of=2023-02-19`)).words).toContain(
      'The first record is of 20 February 2023',
    );
  });
});

describe("a meeting's page", () => {
  it('reads like its minutes, and tells what has happened to each thing since', async () => {
    const { words, html } = await anyone.see(PAGE);
    expect(words).toMatch(/Place Headquarters Present Kent Chief Constable; the chair Apologies/);
    expect(words).toContain('1. Delivery and performance');
    expect(words).toMatch(/Noted : The report was noted\./);
    expect(words).toMatch(
      /Question: Why calls wait Put here by Kent PCC to Kent Police\. Now: Answered in part/,
    );
    expect(words).toContain('Staff are short.');
    expect(words).toMatch(
      /Commitment: Report on vetting Kent Police to Kent PCC\. Due: 31 May 2023\. Now: Claimed/,
    );
    expect(words).toMatch(/Since then: Said to be kept by Kent Police, 30 May 2023/);
    expect(words).toContain('Notes published, noted by another body, not yet agreed.');
    expect(hrefsIn({ html })).toContain(`/kent/meetings/${PANEL_MEETING}`);
    const then = await anyone.see(`${PAGE}?as-of=2023-03-15`);
    expect(then.words).toMatch(/Report on vetting .*Now: Open/);
    expect(then.words).toContain('None published here, and not yet agreed.');
  });

  it('tells outsiders that there was a private item, and nothing of it', async () => {
    for (const visitor of [anyone, panel]) {
      const { words, html } = await visitor.see(PAGE);
      expect(words).toMatch(/2\. Private item Private It was discussed in private\./);
      for (const secret of [
        'A contract with a supplier',
        'Words of the private part',
        'Hidden from outsiders',
      ])
        expect(html).not.toContain(secret);
    }
    const inside = await office.see(PAGE);
    expect(inside.words).toContain('2. A contract with a supplier');
    expect(inside.words).toContain('Words of the private part.');
    expect(inside.words).toContain('Hidden from outsiders');
    const { text } = await harness.request('GET', `/api/v1/meetings/${MEETING}`);
    expect(text).not.toContain('supplier');
    expect(text).not.toContain('question-2');
  });

  it('offers each person what is theirs to record', async () => {
    const offered = async (visitor: Visitor, id: string) =>
      hrefsIn(await visitor.see(`/kent/meetings/${id}`)).filter((href) =>
        /^\/kent\/meetings\/[^/]+\/(?!mark)|\/new\?/.test(href),
      );
    const said = (id: string, ...of: string[]) => of.map((one) => `/kent/${one}/new?meeting=${id}`);
    expect(await offered(office, NEXT)).toEqual([
      ...['hold', 'agenda', 'postpone', 'cancel'].map((deed) => `/kent/meetings/${NEXT}/${deed}`),
      ...said(NEXT, 'questions', 'commitments', 'decisions'),
    ]);
    expect(await offered(panel, NEXT)).toEqual(said(NEXT, 'questions'));
    expect(await offered(force, MEETING)).toEqual(said(MEETING, 'commitments'));
    expect(await offered(panel, MEETING)).toEqual([`${PAGE}/agree-notes`, ...said(MEETING, 'questions')]);
  });
});

describe('the forms about meetings', () => {
  const today = dateTyped('effectiveOn', ['2023', '06', '07']);

  it('call a meeting of the panel’s own, its agenda as lines', async () => {
    const form = await panel.see('/kent/meetings/new');
    expect(labelsIn(form)).toEqual(
      expect.arrayContaining(['Which board or panel meets?', 'What is on its agenda? (optional)']),
    );
    expect(form.html).not.toContain(`value="${BOARD}"`);
    const typed = {
      ...{ body: 'kent-panel', title: 'Panel in June', id: 'kent-panel-2023-06-27', extraordinary: 'no' },
      ...{ items: 'B1 The review\nprivate C. A person', ...today, ...dateTyped('on', ['2023', '06', '27']) },
    };
    const wrong = await panel.send('/kent/meetings/new', { ...typed, items: 'nothing', action: 'check' });
    expect(wrong.status).toBe(422);
    const { check, sent, shown } = await fillIn(panel, '/kent/meetings/new', typed);
    expect(check.words).toContain('Kent Panel is called to meet on 27 June 2023.');
    expect(sent.status).toBe(303);
    expect(shown.words).toMatch(/B1\. The review/);
    expect((await anyone.see('/kent/meetings/kent-panel-2023-06-27')).words).toContain('C. Private item');
    expect((await force.see('/kent/meetings/new')).status).toBe(403);
  });

  it('hold a meeting, resolve an item, publish and agree notes', async () => {
    const next = `/kent/meetings/${NEXT}`;
    const agenda = await fillIn(office, `${next}/agenda`, { items: '1 Notes of March', ...today });
    expect(agenda.sent.status).toBe(303);
    const held = await fillIn(office, `${next}/hold`, { present: 'the chair\nthe deputy', ...today });
    expect(held.check.words).toContain('Performance board held this meeting.');
    expect(held.shown.words).toContain('Present the chair; the deputy');
    const resolved = await fillIn(office, `${next}/resolve`, { item: '1', outcome: 'agreed', ...today });
    expect(resolved.shown.words).toMatch(/1\. Notes of March Agreed/);
    const panels = await fillIn(office, `${PAGE}/agree-notes`, {
      at: PANEL_MEETING,
      outcome: 'agreed',
      ...today,
    });
    expect(panels.sent.status).toBe(422);
    const bare = await fillIn(office, `${PAGE}/agree-notes`, {
      ...{ at: NEXT, outcome: 'agreed-with-corrections', ...today },
    });
    expect(hrefsIn(bare.sent)).toContain('#corrections');
    const agreed = await fillIn(office, `${PAGE}/agree-notes`, {
      ...{
        at: NEXT,
        item: '1',
        outcome: 'agreed-with-corrections',
        corrections: 'A name of an office.',
        ...today,
      },
    });
    expect(agreed.shown.words).toContain('Notes agreed with corrections on 7 June 2023.');
    expect(agreed.shown.words).toContain('A name of an office.');
    expect((await office.see(`${next}/cancel`)).status).toBe(409);
    const published = await fillIn(office, `${next}/publish-notes`, { kind: 'minutes', ...today });
    expect(published.shown.words).toContain('Minutes published, not yet agreed.');
  });

  it('postpone and cancel what is called, with a reason', async () => {
    const of = '/kent/meetings/kent-panel-2023-06-27';
    await panel.see(`${of}/postpone`);
    const missing = await panel.send(`${of}/postpone`, { action: 'check', reason: '', ...today });
    expect(hrefsIn(missing)).toContain('#reason');
    const postponed = await fillIn(panel, `${of}/postpone`, { reason: 'No quorum.', ...today });
    expect(postponed.shown.words).toContain('no day is fixed; called for 27 June 2023');
    const cancelled = await fillIn(panel, `${of}/cancel`, { reason: 'Not needed.', ...today });
    expect(cancelled.shown.words).toContain('Not needed.');
  });
});
