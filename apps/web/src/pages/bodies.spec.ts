import { Harness } from '../testing/harness';
import { paper } from '../testing/sample';
import { dateTyped, fillIn, hrefsIn } from './testing/forms';
import { Visitor } from './testing/visitor';

const BODIES = '/kent/bodies';

let harness: Harness;
let force: Visitor;
let office: Visitor;
beforeAll(async () => {
  harness = await Harness.start({ at: '2028-05-20T09:00:00.000Z' });
  await harness.record('record-paper', paper, { as: 'office' });
  [force, office] = (await Promise.all(
    ['demo-kent-police', 'demo-kent-pcc'].map((one) => Visitor.signedIn(harness, one)),
  )) as [Visitor, Visitor];
});
afterAll(() => harness.close());

const from = (day: string) => dateTyped('effectiveOn', ['2028', '5', day]);

describe('bodies and offices', () => {
  it('are shown as far as ids make them known, and the office alone may record more', async () => {
    const page = await office.see(BODIES);
    for (const words of ['Kent PCC Local policing body; not registered', 'Kent Chief Constable Office'])
      expect(page.words).toContain(words);
    expect(hrefsIn(page)).toContain(`${BODIES}/new`);
    expect(hrefsIn(await force.see(BODIES))).not.toContain(`${BODIES}/new`);
    for (const path of ['new', 'kent-pcc/succeed-body', 'kent-chief-constable/fill-office'])
      expect((await force.see(`${BODIES}/${path}`)).status).toBe(403);
    expect((await office.see(`${BODIES}/kent-council`)).status).toBe(404);
    expect((await office.see(`${BODIES}/kent-council/succeed-body`)).status).toBe(404);
    expect((await office.see('/nowhere/bodies')).status).toBe(404);
  });

  it('an office is registered within its body, is filled, and falls vacant', async () => {
    const typed = { kind: 'office', title: 'Chief Finance Officer', id: 'kent-chief-finance-officer' };
    const alone = await office.send(`${BODIES}/new`, { ...typed, ...from('1'), action: 'check' });
    expect(hrefsIn(alone)).toContain('#within');
    const made = await fillIn(office, `${BODIES}/new`, { ...typed, within: 'kent-pcc', ...from('1') });
    expect(made.check.words).toContain('“Chief Finance Officer” is registered: office.');
    expect(made.shown.words).toContain('Held by Nobody on record');
    const own = `${BODIES}/kent-chief-finance-officer`;
    const filled = await fillIn(office, `${own}/fill-office`, {
      holder: 'A name',
      acting: 'yes',
      ...from('2'),
    });
    expect(filled.shown.words).toContain('Held by A name (acting), since 2 May 2028');
    expect(filled.shown.words).toContain('2 May 2028 : Filled for the time being, by A name.');
    expect((await office.see(BODIES)).words).toContain('Chief Finance Officer Office A name (acting)');
    const gone = await fillIn(office, `${own}/vacate-office`, from('3'));
    expect(gone.shown.words).toContain('Held by Nobody on record');
    expect((await office.see(`${own}?as-of=2028-05-02`)).words).toContain('Held by A name (acting)');
  });

  it('a successor is recorded, and its people sign in and act in its place', async () => {
    const typed = { kind: 'local-policing-body', title: 'Mayor of Kent', id: 'kent-mayor', ...from('4') };
    await fillIn(office, `${BODIES}/new`, typed);
    const path = `${BODIES}/kent-pcc/succeed-body`;
    const asked = { successor: 'kent-mayor', reason: 'The act of that year.', ...from('9') };
    const { check, shown } = await fillIn(office, path, asked);
    expect(check.words).toContain('Mayor of Kent takes the place of Kent PCC.');
    expect(shown.words).toContain('Mayor of Kent took its place on 9 May 2028, and acts since');
    expect(shown.words).toContain('Why: The act of that year.');
    expect((await office.see(`${BODIES}?as-of=2028-05-08`)).words).not.toContain('took its place');
    const late = await fillIn(office, `${BODIES}/new`, {
      ...typed,
      title: 'Other',
      id: 'kent-x',
      ...from('9'),
    });
    expect(late.shown.words).toContain('kent-mayor took the place of kent-pcc on 2028-05-09');
    const mayor = await Visitor.signedIn(harness, 'demo-kent-mayor');
    const board = { kind: 'board', title: 'Mayor’s Board', id: 'kent-mayors-board', within: 'kent-mayor' };
    const made = await fillIn(mayor, `${BODIES}/new`, { ...board, ...from('10') });
    expect(made.shown.words).toContain('Within Mayor of Kent');
    expect(made.shown.words).toContain('Mayor of Kent (office of the local policing body)');
  });
});
