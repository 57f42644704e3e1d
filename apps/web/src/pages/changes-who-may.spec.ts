import { Harness } from '../testing/harness';
import { line, measure, paper, recordSample, returnOf } from '../testing/sample';
import { CHANGE, Changing, FIGURE, OFFICE } from './testing/changing';
import { Visitor } from './testing/visitor';

let harness: Harness;
let force: Visitor;
let july: Changing;
beforeEach(async () => {
  harness = await Harness.start();
  await recordSample(harness);
  july = new Changing(harness);
  force = await Visitor.signedIn(harness, 'demo-kent-police');
});
afterEach(() => harness.close());

const size = (): Promise<number> => harness.daybook.store.size();

describe('who may', () => {
  it('nobody without a command here: neither a link nor a form', async () => {
    for (const visitor of [new Visitor(harness), await Visitor.signedIn(harness, 'demo-kent-panel')]) {
      expect((await visitor.see(FIGURE)).html).not.toContain(CHANGE);
      expect((await visitor.see(`${CHANGE}/corrected`)).status).toBe(403);
      await visitor.see('/sign-in');
      const sent = { ...(await july.fields()), action: 'submit' };
      expect((await visitor.send(`${CHANGE}/corrected`, sent)).status).toBe(403);
    }
    expect(await size()).toBe(4);
  });

  it('the office writes down what a paper says: for whom, from which paper, and no reason where none is given', async () => {
    const office = await Visitor.signedIn(harness, 'demo-kent-pcc');
    const form = await office.see(`${CHANGE}/corrected`);
    expect(form.words).toContain('You write this down for Kent Police , from a paper.');
    const sent = await july.fields({ reason: '', severity: '' });
    const refused = await office.send(`${CHANGE}/corrected`, { ...sent, action: 'check' });
    expect(refused.html).toContain('href="#paper"');
    const cited = { ...sent, paper: paper.id, place: 'table 1' };
    const checked = await office.send(`${CHANGE}/corrected`, { ...cited, action: 'check' });
    expect(checked.words).toContain('Kent PCC writes down for Kent Police that it corrects');
    expect(checked.words).toContain('The reason is not given.');
    await office.send(`${CHANGE}/corrected`, { ...cited, action: 'submit' });
    const shown = await office.see(FIGURE);
    expect(shown.words).toContain('Corrected: 12,501 by Kent Police, transcribed by Kent PCC');
    expect(shown.words).toContain('Why: not given');
  });

  it('the force disputes what was written down for it; its writer answers, or the force takes it back', async () => {
    const of = await july.transcribe();
    const figure = FIGURE.replace('07', '08');
    const change = `${figure}/change`;
    const office = await Visitor.signedIn(harness, 'demo-kent-pcc');
    expect((await office.see(figure)).html).not.toContain('/disputed');
    // Only whoever wrote an entry may mark it.
    expect((await office.see(figure)).html).toContain(`${change}/entered-wrongly?of=${of}`);
    expect((await force.see(figure)).html).not.toContain('/entered-wrongly');
    expect((await force.see(figure)).html).toContain(`${change}/disputed?of=${of}`);
    const sent = await july.fields({ of, reason: 'our copy says 11,920', value: '' });
    const checked = await force.send(`${change}/disputed`, { ...sent, action: 'check' });
    expect(checked.words).toContain(
      'Kent Police disputes what Kent PCC wrote down for it about Victim-based crime, August 2022: 11,902',
    );
    await force.send(`${change}/disputed`, { ...sent, action: 'submit' });
    const shown = await new Visitor(harness).see(figure);
    expect(shown.html).toContain('govuk-tag--orange');
    expect(shown.words).toContain('effective 31 October 2022: our copy says 11,920');
    const { item } = (await harness.get(`/figures/kent/${measure.id}/2022-08`)).json;
    expect(item).toMatchObject({ id: of, value: '11902', disputed: { by: { body: 'kent-police' } } });
    expect((await new Visitor(harness).see(`${figure}?as-of=2022-10-30`)).words).not.toContain('Disputed');

    const back = await july.fields({ of, reason: 'it was our copy that is wrong', value: '' });
    await force.send(`${change}/dispute-withdrawn`, { ...back, action: 'submit' });
    const settled = await force.see(figure);
    expect(settled.words).toContain('The dispute was withdrawn by Kent Police (force)');
    expect(settled.html).not.toContain('govuk-tag--orange');
    expect((await harness.get(`/figures/kent/${measure.id}/2022-08`)).json.item).toMatchObject({
      disputed: null,
    });
    expect(settled.html).toContain(`${change}/disputed?of=${of}`);
  });

  it('a dispute of a restricted entry is for insiders alone', async () => {
    const of = await (async () => {
      const secret = { ...returnOf({ ...line, period: '2022-06', value: '77123' }), access: 'restricted' };
      await harness.record('submit-return', secret, OFFICE);
      return String((await harness.get(`/figures/kent/${measure.id}/2022-06`, 'force')).json.item?.id);
    })();
    await harness.record('dispute-transcription', {
      ...{ area: 'kent', of, reason: 'never reported', effectiveOn: '2022-10-31' },
    });
    const inside = await force.see(FIGURE.replace('07', '06'));
    expect(inside.words).toContain('never reported');
    for (const as of ['public', 'panel', 'stranger'] as const) {
      const history = await harness.get(`/figures/kent/${measure.id}/2022-06/history`, as);
      expect([history.status, history.text.includes('77123')]).toEqual([404, false]);
      expect((await harness.get('/events', as)).text).not.toContain('transcription-disputed');
    }
    expect((await new Visitor(harness).see(`${FIGURE.replace('07', '06')}/change`)).status).toBe(403);
  });
});
