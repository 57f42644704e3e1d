import type { PlanInFull } from '@daybook/runtime';
import { recordPlan, MEETING, PLAN } from '../testing/plans';
import { Harness } from '../testing/harness';
import { dateTyped, fillIn, hrefsIn } from './testing/forms';
import { Visitor } from './testing/visitor';

const ROADS = `/kent/plan/${PLAN}/road-danger`;

let harness: Harness;
let office: Visitor;
let anyone: Visitor;
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-06-27T09:00:00.000Z' });
  await recordPlan(harness);
  [office, anyone] = [await Visitor.signedIn(harness, 'demo-kent-pcc'), new Visitor(harness)];
});
afterAll(() => harness.close());

describe('the plan of an area', () => {
  it('is the one in force, with what hangs from each priority and what is overdue, and the plans before it', async () => {
    const { words, html } = await anyone.see('/kent/plan');
    expect(words).toContain('Making Kent Safer In force');
    expect(words).toContain('Period April 2022 to 2025');
    expect(words).toContain('1. Less danger on the roads set for Kent Police 1 1 1 0 1 1 1');
    expect(words).toContain('2. Young people kept safe 0 0 0 0 0 0 0');
    expect(words).toContain('The plan of 2017 From 2017; no end is given. Succeeded by Making Kent Safer .');
    expect(hrefsIn({ html })).toEqual(expect.arrayContaining([ROADS, '/kent/plan/plan-2017']));
    expect(html).not.toContain('/kent/plan/new');
    const inside = await office.see('/kent/plan');
    expect(inside.words).toContain('set for Kent Police 1 1 1 0 2 1 2');
    expect(hrefsIn(inside)).toEqual(expect.arrayContaining(['/kent/plan/new', `/kent/plan/${PLAN}/vary`]));
  });

  it('on a past day is the one of that day, or none, and the page says so', async () => {
    const then = await anyone.see('/kent/plan?as-of=2022-03-31');
    expect(then.words).toContain('The plan of 2017 In force');
    expect(then.words).not.toContain('Making Kent Safer');
    const before = await office.see('/kent/plan?as-of=2016-01-01');
    expect(before.status).toBe(200);
    expect(before.words).toContain('No plan of Kent was in force on 1 January 2016, as far as is on record.');
    expect(before.words).toContain('The first plan on record was adopted on 6 December 2017.');
    expect(hrefsIn(before).filter((href) => href.startsWith('/kent/plan/new'))).toEqual([]);
    expect((await anyone.see('/essex/plan')).status).toBe(404);
    expect((await anyone.see(`/kent/plan/${PLAN}?as-of=2022-03-31`)).words).toContain(
      'Nothing had been recorded about this by 31 March 2022.',
    );
  });
});

describe('a priority', () => {
  it('shows everything that hangs from it, each with its page, as its reader may read it', async () => {
    const { words, html } = await anyone.see(ROADS);
    expect(words).toContain('Robbery placed here on 14 September 2022 August 2022 70');
    expect(words).toContain('Recording of crime Kent Police Open no date given');
    expect(words).toContain('How many patrols are there? 15 March 2023 Kent Chief Constable Answered');
    expect(words).toContain(
      'More patrols placed here on 15 March 2023 Kent Police Open 1 June 2023 moved 1 time',
    );
    expect(words).toContain('26 days overdue');
    expect(words).toContain('A grant for roads Kent PCC 20 April 2023 Standing');
    expect(words).not.toContain('A secret promise');
    expect(words).not.toContain('not on record');
    expect(hrefsIn({ html })).toEqual(
      expect.arrayContaining([
        ...['/kent/figures/robbery', '/kent/findings/afi-01', '/kent/questions/patrols-question'],
        ...['/kent/commitments/patrols', '/kent/decisions/grant', `/kent/meetings/${MEETING}`],
      ]),
    );
    const inside = await office.see(ROADS);
    expect(inside.words).toContain('A secret promise');
    expect(inside.words).toContain('name nothing that is on record at this position: measure:kent/nothing');
  });

  it('says what moved since the last board that was held before the day', async () => {
    const { words } = await anyone.see(ROADS);
    expect(words).toContain('held on 15 March 2023:');
    expect(words).toContain('Hangs from this priority since: A grant for roads standing now');
    expect(words).toContain('Date moved: More patrols 1 May 2023 before, 1 June 2023 now');
    expect(words).toContain('Status changed: How many patrols are there? open before, answered now');
    expect(words).toContain('Figure changed: Robbery, July 2022 85 before, 87 now');
    expect(words).toContain('Figure published: Robbery, August 2022 70');
    const early = await anyone.see(`${ROADS}?as-of=2023-03-15`);
    expect(early.words).toContain('No meeting of a board that was held before this day is on record.');
    const later = await anyone.see(`${ROADS}?as-of=2023-03-16`);
    expect(later.words).toContain('nothing under this priority moved, as far as is recorded.');
  });

  it('is answered by the API too, at the vintage of its day and without what the reader may not read', async () => {
    const path = `/plans/${PLAN}/priorities/road-danger?area=kent`;
    const { json } = await harness.get(path);
    expect(json.item).toMatchObject({
      ...{ id: 'road-danger', plan: { id: PLAN, status: 'in-force' }, notOnRecord: [] },
      counts: {
        measures: 1,
        findings: 1,
        questions: 1,
        commitments: 1,
        decisions: 1,
        unanswered: 0,
        overdue: 1,
      },
      measures: [{ id: 'robbery', latest: { period: '2022-08', value: '70' } }],
      lastMeeting: { id: MEETING, on: '2023-03-15' },
    });
    const inside = (await harness.get(path, 'office')).json.item;
    expect(inside).toMatchObject({ counts: { commitments: 2 }, notOnRecord: ['measure:kent/nothing'] });
    const placedIn = async (who?: 'office'): Promise<string[]> => {
      const item = (await harness.get(`/plans/${PLAN}`, who)).json.item as unknown as PlanInFull;
      return item.history.flatMap(({ references }) => references);
    };
    expect(await placedIn()).not.toContain('measure:kent/nothing');
    expect(await placedIn('office')).toContain('measure:kent/nothing');
    const then = (await harness.get(`${path}&asOf=2023-03-15`)).json.item;
    expect(then).toMatchObject({ lastMeeting: null, moved: [], measures: [{ latest: { value: '85' } }] });
    expect((await harness.get(`/plans/${PLAN}/priorities/none`)).json.code).toBe(
      'register.priority-not-on-record',
    );
    expect((await harness.get('/plans?area=kent&asOf=2022-05-01')).json.items).toMatchObject([
      { id: 'plan-2017', status: 'succeeded', succeededBy: PLAN },
      { id: PLAN, status: 'in-force', succeeds: 'plan-2017' },
    ]);
    expect((await harness.get(`/plans/${PLAN}`)).json.item).toMatchObject({
      priorities: [
        { id: 'road-danger', counts: { commitments: 1, overdue: 1 } },
        { counts: { findings: 0 } },
      ],
    });
  });
});

describe('the forms for plans', () => {
  const day = dateTyped('effectiveOn', ['2023', '6', '20']);

  it('place something under a priority, and take it from there', async () => {
    const young = `/kent/plan/${PLAN}/young-people`;
    const typed = { ...day, measure: 'measure:kent/robbery', finding: 'finding:kent/afi-01' };
    const { check, shown } = await fillIn(office, `${young}/place`, typed);
    expect(check.words).toContain('it hangs from “Young people kept safe”: Robbery, Recording of crime.');
    expect(shown.words).toContain('It hangs from this priority now.');
    expect(shown.words).toContain('From it hang 1 measure, 1 finding');
    const again = await fillIn(office, `${young}/place`, typed);
    expect(again.sent.words).toContain('register.already-placed');
    const take = await fillIn(office, `${young}/take`, { ...day, 'references.measure:kent/robbery': 'on' });
    expect(take.shown.words).toContain('From it hang 0 measures, 1 finding');
    const none = await fillIn(office, `${young}/place`, day);
    expect(none.check.words).toContain('Choose what is placed under it');
  });

  it('vary a plan: what is left empty stays, and what hangs from a priority stays with its id', async () => {
    const priorities = 'road-danger: Safer roads (for kent-police)\nRural crime and wildlife';
    const path = `/kent/plan/${PLAN}/vary`;
    const { form, shown } = await fillIn(office, path, { ...day, priorities, reason: 'A new order.' });
    expect(form.words).toContain('young-people: Young people kept safe');
    expect(shown.words).toContain('1. Safer roads set for Kent Police 1 1 1 0 2 1 2');
    expect(shown.words).toContain('2. Rural crime and wildlife');
    expect(shown.words).toContain('Young people kept safe until 20 June 2023');
    expect(shown.words).toContain('Reason: A new order.');
    const nothing = await fillIn(office, path, day);
    expect(nothing.check.words).toContain('Enter what is otherwise');
  });

  it('adopt a plan, which takes the place of another from its first day on', async () => {
    const typed = {
      ...{ ...day, title: 'The next plan', id: 'plan-2023', from: '2023-06', succeeds: PLAN },
      priorities: 'Less harm\nyoung-people: Young people first',
    };
    const { check, shown } = await fillIn(office, '/kent/plan/new', typed);
    expect(check.words).toContain('“The next plan” is adopted, with 2 priorities.');
    expect(shown.words).toContain('The next plan In force');
    expect(shown.words).toContain('Takes the place of Making Kent Safer');
    const wrong = await fillIn(office, '/kent/plan/new', { ...typed, id: 'other', from: 'soon' });
    expect(hrefsIn(wrong.sent)).toContain('#from');
  });

  it('are for the office alone, and for nobody in the past', async () => {
    const force = await Visitor.signedIn(harness, 'demo-kent-police');
    for (const path of ['/kent/plan/new', `/kent/plan/${PLAN}/vary`, `${ROADS}/place`, `${ROADS}/take`])
      expect([(await force.see(path)).status, (await anyone.see(path)).status]).toEqual([403, 403]);
    const past = await office.see(`${ROADS}/place?as-of=2023-04-01`);
    expect(past.words).toContain('You are looking at the past, where nothing can be recorded.');
  });
});
