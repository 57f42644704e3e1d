import { randomUUID } from 'node:crypto';
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

describe('changing a figure', () => {
  it.each<[kind: string, what: string, more: Record<string, string>, says: string]>([
    ['revised', 'Revise', {}, 'Kent Police revises Victim-based crime, July 2022, from 12,487 to 12,501'],
    ['corrected', 'Correct', {}, 'effective 31 October 2022, a minor error.'],
    [
      'withdrawn',
      'Withdraw',
      { value: '' },
      'withdraws Victim-based crime, July 2022, which stood at 12,487',
    ],
  ])('%s: says what will be recorded, records it and shows the receipt', async (kind, what, more, says) => {
    const begun = await force.see(`${CHANGE}/${kind}`);
    expect(begun.words).toContain(`${what} this figure`);
    expect(begun.words).toContain(
      'It changes: 12,487 (first release, effective 14 September 2022) , record 3',
    );
    const sent = await july.fields(more);
    const checked = await force.send(`${CHANGE}/${kind}`, { ...sent, action: 'check' });
    expect(checked.words).toContain(says);
    expect(checked.words).toContain('The reason given: “two divisions were left out”');
    expect(await size()).toBe(4);
    const recorded = await force.send(`${CHANGE}/${kind}`, { ...sent, action: 'submit' });
    expect([recorded.status, recorded.headers.location]).toEqual([303, `${FIGURE}?recorded=4`]);
    const shown = await force.see(`${FIGURE}?recorded=4`);
    expect(shown.words).toContain('It is record 4 of the ledger. Keep this number.');
    expect(shown.words).toContain('Why: two divisions were left out');
  });

  it('sent twice, it is recorded once: the same receipt comes again', async () => {
    const sent = { ...(await july.fields()), action: 'submit' };
    const first = await force.send(`${CHANGE}/corrected`, sent);
    const again = await force.send(`${CHANGE}/corrected`, sent);
    expect([first.headers.location, again.headers.location]).toEqual(Array(2).fill(`${FIGURE}?recorded=4`));
    expect(await size()).toBe(5);
  });

  it('restated: offered once the definition changed, and says after which change', async () => {
    const before = await force.see(CHANGE);
    expect(before.words).not.toContain('Restated');
    expect((await force.see(`${CHANGE}/restated`)).headers.location).toBe(CHANGE);
    const redefinition = { area: 'kent', id: measure.id, change: 'Counted by victim.', fromPeriod: null };
    await harness.record('redefine-measure', { ...redefinition, effectiveOn: '2022-10-01' });
    const form = await force.see(`${CHANGE}/restated`);
    expect(form.words).toContain(
      'It follows the change of definition: Counted by victim. Effective 1 October',
    );
    const sent = await july.fields({ severity: '' });
    const { headers } = await force.send(`${CHANGE}/restated`, { ...sent, action: 'submit' });
    expect(headers.location).toBe(`${FIGURE}?recorded=5`);
    expect((await force.see(FIGURE)).words).toContain('Restated: 12,501');
  });

  it('explained: an unexplained change gets its kind and its reason', async () => {
    const change = { ...line, value: '12501', kind: 'unexplained' };
    await harness.record('submit-return', { ...returnOf(change), effectiveOn: '2022-10-05' }, OFFICE);
    const of = await july.standing();
    const entry = await force.see(FIGURE);
    expect(entry.html).toContain(`${CHANGE}/explained?of=${of}`);
    const none = await force.send(`${CHANGE}/explained`, {
      ...(await july.fields({ reason: '' })),
      action: 'check',
    });
    expect(none.html).toContain('href="#as"');
    expect(none.html).toContain('href="#reason"');
    const sent = await july.fields({ as: 'corrected' });
    const checked = await force.send(`${CHANGE}/explained`, { ...sent, action: 'check' });
    expect(checked.words).toContain('it was a correction of a minor error, effective 31 October 2022.');
    await force.send(`${CHANGE}/explained`, { ...sent, action: 'submit' });
    expect((await force.see(FIGURE)).words).toContain('Explained by Kent Police (force)');
  });

  it('marked as entered wrongly: with what the paper has, or that it has no such figure', async () => {
    const of = await july.standing();
    const begun = await force.see(`${CHANGE}/entered-wrongly?of=${of}`);
    expect(begun.html).toContain('value="12487"');
    const entered = {
      ...{ 'command-id': randomUUID(), of, right: 'differs', value: '12487', period: '2022-07' },
      ...{ place: 'table 1', 'effectiveOn-day': '14', 'effectiveOn-month': '9', 'effectiveOn-year': '2022' },
    };
    const same = await force.send(`${CHANGE}/entered-wrongly`, { ...entered, action: 'check' });
    expect(same.words).toContain('nothing here differs from the entry');
    expect(same.html).toContain('href="#value"');
    const checked = await force.send(`${CHANGE}/entered-wrongly`, {
      ...entered,
      value: '12478',
      action: 'check',
    });
    expect(checked.words).toContain('in the paper, the value is 12,478.');
    await force.send(`${CHANGE}/entered-wrongly`, { ...entered, value: '12478', action: 'submit' });
    const shown = await force.see(FIGURE);
    expect(shown.words).toContain('First release: 12,478');
    expect(shown.words).toContain('Marked as entered wrongly by Kent Police (force)');
    const gone = { ...entered, 'command-id': randomUUID(), of: await july.standing(), right: 'none' };
    const none = await force.send(`${CHANGE}/entered-wrongly`, { ...gone, action: 'check' });
    expect(none.words).toContain('the paper has no such figure.');
    await force.send(`${CHANGE}/entered-wrongly`, { ...gone, action: 'submit' });
    const after = await force.see(FIGURE);
    expect(after.words).toContain('everything entered about this figure was entered wrongly');
    expect(after.html).not.toContain('/change/');
  });
});

describe('what is wrong is said where it is', () => {
  it.each<[what: string, kind: string, more: Record<string, string>, field: string, code: string]>([
    ['no value', 'corrected', { value: '' }, 'value', 'request.missing'],
    ['no reason', 'withdrawn', { reason: '' }, 'reason', 'request.missing'],
    ['no size of the error', 'corrected', { severity: '' }, 'severity', 'request.missing'],
    ['no date', 'revised', { 'effectiveOn-year': '' }, 'effectiveOn-day', 'request.missing'],
    ['a paper and no place', 'revised', { paper: paper.id }, 'place', 'request.missing'],
    [
      'a date before anything',
      'revised',
      { 'effectiveOn-year': '2021' },
      'effectiveOn-day',
      'before-its-vintage',
    ],
  ])('%s', async (_what, kind, more, field, code) => {
    const refused = await force.send(`${CHANGE}/${kind}`, { ...(await july.fields(more)), action: 'check' });
    expect([refused.status, refused.words.includes(code)]).toEqual([422, true]);
    expect(refused.html).toContain(`href="#${field}"`);
    expect(refused.html).toContain(`id="${field}"`);
  });

  it.each<[what: string, kind: string, more: Record<string, string>, field: string, code: string]>([
    ['nothing that differs', 'corrected', { value: '12487' }, 'value', 'figures.nothing-changes'],
    ['a separator', 'revised', { value: '12,501' }, 'value', 'figures.bad-value'],
    ['a future date', 'revised', { 'effectiveOn-year': '2030' }, 'effectiveOn-day', 'figures.future-date'],
  ])('by the rules: %s', async (_what, kind, more, field, code) => {
    const refused = await force.send(`${CHANGE}/${kind}`, { ...(await july.fields(more)), action: 'submit' });
    expect([refused.status, refused.words.includes(code)]).toEqual([422, true]);
    expect(refused.html).toContain(`href="#${field}"`);
    expect(refused.html).toContain('two divisions were left out');
    expect(await size()).toBe(4);
  });

  it('somebody recorded in between: the form says what stands now, and goes on with that', async () => {
    const sent = await july.fields({ value: '12600' });
    const between = { area: 'kent', measure: measure.id, period: '2022-07', of: sent.of, value: '12550' };
    await harness.record('revise-figure', { ...between, effectiveOn: '2022-10-20' });
    const refused = await force.send(`${CHANGE}/corrected`, { ...sent, action: 'submit' });
    expect([refused.status, refused.words.includes('figures.not-standing')]).toEqual([422, true]);
    expect(refused.words).toContain('another entry stands: 12,550 (revised, effective 20 October 2022).');
    expect(refused.html).toContain(`name="of" value="${await july.standing()}"`);
    expect(refused.html).toContain('value="12600"');
    const checked = await force.send(`${CHANGE}/corrected`, {
      ...sent,
      of: await july.standing(),
      action: 'check',
    });
    expect(checked.words).toContain('from 12,550 to 12,600');
  });

  it('a date before the latest change: the form goes on with what stood then', async () => {
    const sent = await july.fields();
    const first = String(sent.of);
    const later = { area: 'kent', measure: measure.id, period: '2022-07', of: first, value: '12550' };
    await harness.record('revise-figure', { ...later, effectiveOn: '2023-01-10' });
    const moved = await force.send(`${CHANGE}/corrected`, {
      ...sent,
      of: await july.standing(),
      action: 'check',
    });
    expect(moved.words).toContain('On 31 October 2022 another entry stands: 12,487 (first release');
    expect(moved.html).toContain(`name="of" value="${first}"`);
  });

  it('a choice that was not made', async () => {
    const refused = await force.see(`${CHANGE}?chosen=yes`);
    expect([refused.status, refused.words.includes('Choose what happened')]).toEqual([422, true]);
    expect(
      (await force.see(`${CHANGE}?chosen=yes&what=corrected.${await july.standing()}`)).headers.location,
    ).toBe(`${CHANGE}/corrected?of=${await july.standing()}`);
    expect((await force.see(`${CHANGE}/erased`)).status).toBe(404);
  });
});

describe('before it is sent', () => {
  it('a small count and a withheld value are pointed out, here and on the return form', async () => {
    const small = await force.send(`${CHANGE}/corrected`, {
      ...(await july.fields({ value: '3' })),
      action: 'check',
    });
    expect(small.words).toContain('This is a count below 5.');
    const large = await force.send(`${CHANGE}/corrected`, { ...(await july.fields()), action: 'check' });
    expect(large.words).not.toContain('This is a count below 5.');
    const withheld = await july.fields({ value: '', withheldBy: 'kent-police' });
    const told = await force.send(`${CHANGE}/withdrawn`, { ...withheld, action: 'check' });
    expect(told.words).toContain('This value will be shown as withheld by Kent Police');
    const returned = await force.send('/kent/returns/new', {
      ...{ action: 'check', paper: paper.id, 'lines-0-measure': measure.id, 'lines-0-period': '2022-06' },
      ...{ 'lines-0-value': '<5', 'lines-0-place': 'table 1' },
      ...{ 'effectiveOn-day': '14', 'effectiveOn-month': '9', 'effectiveOn-year': '2022' },
    });
    expect(returned.words).toContain('This is a count below 5.');
  });

  it('a reason rests nowhere but in the form until it is recorded', async () => {
    await force.send(`${CHANGE}/corrected`, { ...(await july.fields()), action: 'check' });
    expect((await force.see(`${CHANGE}/corrected`)).html).not.toContain('two divisions');
    const back = await force.send(`${CHANGE}/corrected`, { ...(await july.fields()), action: 'edit' });
    expect(back.html).toContain('two divisions were left out');
  });

  it.each([['as-of=2022-09-30'], ['basis=4']])(
    'in the past (%s) nothing is offered or recorded',
    async (at) => {
      await july.transcribe();
      const seen = await force.see(`${FIGURE}?${at}`);
      expect(seen.words).not.toContain('Change this figure');
      expect(seen.html).not.toContain('2022-07/change');
      expect((await force.see(`${CHANGE}?${at}`)).words).toContain('looking at the past');
      const before = await size();
      const sent = { ...(await july.fields()), action: 'submit' };
      expect((await force.send(`${CHANGE}/corrected?${at}`, sent)).status).toBe(422);
      expect(await size()).toBe(before);
    },
  );
});
