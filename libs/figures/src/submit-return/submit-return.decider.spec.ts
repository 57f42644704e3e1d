// Longer than 300 lines: one example for each numbered rule of a return, in the order of the slice's README.
import { eventId, givenWhenThen, recorded } from '@daybook/ledger/testing';
import type { FiguresBook } from '../book';
import type { FiguresEvent } from '../figures.events';
import type { GivenPaper } from '../setting';
import {
  DAY,
  LATER,
  because,
  defined,
  figure,
  force,
  line,
  marked,
  office,
  officePaper,
  otherPaper,
  paper,
  reported,
  returned,
  revised,
  withdrawn,
} from '../testing/facts';
import { judge } from '../vintages';
import { submitReturn, type SubmitReturnInput } from './submit-return.decider';

const figures = givenWhenThen<SubmitReturnInput, FiguresBook, FiguresEvent, GivenPaper>(submitReturn);
const byForce = { by: force, given: { paper } };
const byOffice = { by: office, given: { paper } };
/** A return of the second paper, at the later date unless it says otherwise. */
const later = (value: string | null, parts: Partial<SubmitReturnInput> = {}, more = {}): SubmitReturnInput =>
  returned([line({ value, ...more })], { paper: otherPaper.id, effectiveOn: LATER, ...parts });
const fromOther = { by: force, given: { paper: otherPaper } };

/** What the fold makes of July's robberies after these facts, in effective order: kind and value. */
function kinds(facts: readonly FiguresEvent[]): string[] {
  const record = figures.given(facts).state().figures.get('figure:kent/robbery/2022-07')!;
  return judge(record).vintages.map(({ kind, value }) => `${kind} ${value}`);
}

const header = (lines: number, parts = {}) => ({
  ...{ type: 'figures.return-submitted', schema: 1, effectiveOn: DAY, precision: 'day', access: 'public' },
  about: ['paper:paper-1'],
  data: { area: 'kent', paper: paper.id, lines },
  ...parts,
});
const refs = { about: ['figure:kent/robbery/2022-07', 'measure:kent/robbery', 'paper:paper-1'] };

describe('a return', () => {
  it('6. is one paper and one date: a header, then an event for each line', () => {
    figures
      .given([defined()])
      .when(returned([line(), line({ period: '2022-06', value: '41', status: 'P' })]), byForce)
      .then([
        header(2),
        { ...reported(), ...refs },
        {
          ...reported({ period: '2022-06', value: '41', status: 'P' }),
          about: ['figure:kent/robbery/2022-06', 'measure:kent/robbery', 'paper:paper-1'],
        },
      ]);
  });

  it('6. is restricted as a whole, and names a paper on record', () => {
    const restricted = { access: 'restricted' } as const;
    figures
      .given([defined()])
      .when(returned([line()], restricted), byForce)
      .then([header(1, restricted), { ...reported(restricted), ...refs }]);
    figures
      .given([defined()])
      .when(returned([line()]), { by: force, given: {} })
      .thenRefused('figures.unknown-paper', { fields: [{ field: '/paper' }] });
  });

  it('7. names every bad line at once, and records none of them', () => {
    const lines = [
      line(),
      line({ measure: 'no-such' }),
      line({ period: '2022-02-30' }),
      line({ period: '2022-06', value: '1,839', status: 'X', unit: 'hours', place: '' }),
      line({ period: '2022-05' }),
    ];
    const outcome = figures.given([defined()]).when(returned(lines), byForce);
    outcome.thenRefused('figures.bad-lines', { retryable: false });
    expect(outcome.decided).toMatchObject({ message: expect.stringContaining('3 of 5 lines') as unknown });
    expect(
      (outcome.decided as unknown as { fields: { field: string; code: string }[] }).fields.map(
        ({ field, code }) => `${field} ${code}`,
      ),
    ).toEqual([
      '/lines/1/measure figures.unknown-measure',
      '/lines/2/period figures.bad-period',
      '/lines/3/place figures.place-missing',
      '/lines/3/unit figures.wrong-unit',
      '/lines/3/status figures.unknown-status',
      '/lines/3/value figures.bad-value',
    ]);
  });

  it('7. names all that is wrong with its heading', () => {
    const heading = { effectiveOn: '2027-01-01', for: 'kent-pcc' };
    figures
      .given([defined()])
      .when(returned([line()], heading), { by: force, given: {} })
      .thenRefused('figures.bad-return', {
        fields: [
          { field: '/paper', code: 'figures.unknown-paper' },
          { field: '/effectiveOn', code: 'figures.future-date' },
          { field: '/for', code: 'figures.not-transcribing' },
        ],
      });
  });

  it.each([
    ['the same value', line(), line()],
    ['another value', line(), line({ value: '50' })],
    ['another spelling of the period', line(), line({ period: '2022-07-01/2022-07-31' })],
    ['a declared change', line(), line({ value: '50', kind: 'revised', of: eventId(1) })],
  ])('8. refuses the same figure twice at one place: %s', (_, first, second) => {
    figures
      .given([defined()])
      .when(returned([first, second]), byForce)
      .thenRefused('figures.duplicate-line', { fields: [{ field: '/lines/1' }] });
  });

  it('8. takes another breakdown, or another place that agrees, for no duplicate', () => {
    const age = { name: 'age', exclusive: true, complete: true };
    figures
      .given([defined({ dimensions: [age] })])
      .when(returned([line(), line({ breakdown: 'age=old' }), line({ place: 'table 2' })]), byForce)
      .then([
        header(3),
        expect.anything(),
        expect.anything(),
        { ...reported({ place: 'table 2' }), ...refs },
      ]);
  });

  it('9. refuses a line without its place in the paper', () => {
    for (const place of [undefined, null, '', '  '])
      figures
        .given([defined()])
        .when(returned([line({ place })]), byForce)
        .thenRefused('figures.place-missing', { fields: [{ field: '/lines/0/place' }] });
  });
});

describe('a report', () => {
  const first = [defined(), reported()];

  it('10. is judged against what stood on its own date, not against what came later', () => {
    const book = figures.given([...first, revised({ of: eventId(1), value: '45' })]);
    book.when(later('40', { effectiveOn: '2022-09-20' }), fromOther).events();
    book.when(later('45', { effectiveOn: '2022-09-20' }), fromOther).thenRefused('figures.value-differs');
    book.when(later('45'), fromOther).events();
    book.when(later('40'), fromOther).thenRefused('figures.value-differs');
  });

  it('10. is what every line is that declares nothing; what it does not know it refuses', () => {
    figures
      .given([defined()])
      .when(returned([line({ kind: '' })]), byForce)
      .then([header(1), { ...reported(), ...refs }]);
    figures
      .given([defined()])
      .when(returned([line({ kind: 'first-release' })]), byForce)
      .thenRefused('figures.unknown-kind');
  });

  it('11. is the first release where nothing stood, or missing if it has no value', () => {
    expect(kinds(first)).toEqual(['first-release 40']);
    const missing = reported({ value: null, status: 'O' });
    expect(kinds([defined(), missing])).toEqual(['missing null']);
    const book = figures.given([defined(), missing]);
    book.when(later('41'), fromOther).events();
    const after = reported({ value: '41', effectiveOn: LATER, paper: otherPaper.id });
    expect(kinds([defined(), missing, after])).toEqual(['missing null', 'first-release 41']);
  });

  it('12. confirms a value that it agrees with; the finer value and the newer status are carried', () => {
    const share = defined({ unit: 'percent', decimals: 2 });
    const coarse = reported({ value: '0.8', status: 'P' });
    figures.given([share, coarse]).when(later('0.76'), fromOther).events();
    const finer = reported({ value: '0.76', effectiveOn: LATER, paper: otherPaper.id });
    const { standing } = judge(
      figures.given([share, coarse, finer]).state().figures.get('figure:kent/robbery/2022-07')!,
    );
    expect(standing).toMatchObject({ id: eventId(1), value: '0.76', status: 'A', kind: 'first-release' });
    expect(standing).toMatchObject({ effectiveOn: DAY, named: [eventId(1), eventId(2)] });
  });

  it('13. without a value agrees with no value, and differs from one', () => {
    const missing = reported({ value: null, status: 'O' });
    const unavailable = later(null, {}, { status: 'M' });
    figures.given([defined(), missing]).when(unavailable, fromOther).events();
    figures.given(first).when(unavailable, fromOther).thenRefused('figures.value-differs');
    const again = reported({
      value: null,
      status: 'Q',
      withheldBy: 'kent-police',
      effectiveOn: LATER,
      paper: otherPaper.id,
    });
    const { standing } = judge(
      figures.given([defined(), missing, again]).state().figures.get('figure:kent/robbery/2022-07')!,
    );
    expect(standing).toMatchObject({
      kind: 'missing',
      status: 'Q',
      withheldBy: 'kent-police',
      id: eventId(1),
    });
  });

  it('14. is refused where it differs, with the recorded value and what can be declared', () => {
    const recordedNow = { id: eventId(1), value: '40', status: 'A', kind: 'first-release', effectiveOn: DAY };
    const declare = ['revised', 'corrected', 'restated', 'withdrawn'];
    figures
      .given(first)
      .when(later('45'), fromOther)
      .thenRefused('figures.value-differs', {
        fields: [{ field: '/lines/0/value', detail: { recorded: recordedNow, declare } }],
      });
    figures
      .given(first)
      .when(later('45'), { by: office, given: { paper: otherPaper } })
      .thenRefused('figures.value-differs');
  });

  it('14. of a withdrawn figure can be declared revised or corrected', () => {
    figures
      .given([...first, withdrawn({ of: eventId(1), effectiveOn: '2022-09-20' })])
      .when(later('45'), fromOther)
      .thenRefused('figures.value-differs', {
        fields: [
          {
            detail: {
              recorded: expect.objectContaining({ value: null }) as unknown,
              declare: ['revised', 'corrected'],
            },
          },
        ],
      });
  });

  it('15. may be said by the office, transcribing, to change a figure without a reason; it is judged again', () => {
    const unexplained = later('45', {}, { kind: 'unexplained' });
    const event = expect.objectContaining({
      ...{ type: 'figures.figure-reported', for: 'kent-police' },
      data: expect.objectContaining({ value: '45', saysNotWhy: true }) as unknown,
    }) as unknown;
    figures
      .given(first)
      .when(unexplained, { by: office, given: { paper: otherPaper } })
      .then([expect.anything(), event]);
    figures.given(first).when(unexplained, fromOther).thenRefused('figures.not-transcribing');
    const own = [defined({ owner: 'kent-pcc' }), reported()];
    figures
      .given(own)
      .when(unexplained, { by: office, given: { paper: otherPaper } })
      .thenRefused('figures.not-transcribing');
    const said = reported({ value: '45', effectiveOn: LATER, paper: otherPaper.id, saysNotWhy: true });
    expect(kinds([...first, said])).toEqual(['first-release 40', 'unexplained 45']);
    const between = revised({ of: eventId(1), value: '45', effectiveOn: '2022-10-01' });
    expect(kinds([...first, said, between])).toEqual(['first-release 40', 'revised 45', 'confirmed 45']);
  });

  it('16. that is late rewrites nothing later: what now differs becomes an unexplained change', () => {
    const early = reported({ value: '38', effectiveOn: '2022-08-20', paper: otherPaper.id });
    figures
      .given(first)
      .when(later('38', { effectiveOn: '2022-08-20' }), fromOther)
      .events();
    expect(kinds([...first, early])).toEqual(['first-release 38', 'unexplained 40']);
    const same = reported({ effectiveOn: '2022-08-20', paper: otherPaper.id });
    expect(kinds([...first, same])).toEqual(['first-release 40', 'confirmed 40']);
  });

  it('17. that is late leaves declared changes as they are', () => {
    const early = reported({ value: '38', effectiveOn: '2022-08-20', paper: 'paper-3' });
    const facts = [...first, revised({ of: eventId(1), value: '45' }), early];
    expect(kinds(facts)).toEqual(['first-release 38', 'unexplained 40', 'revised 45']);
  });

  it('23. that differs from its own paper at another place is kept, both are flagged, and the first recorded stands', () => {
    const twice = returned([line(), line({ value: '50', place: 'table 2' })]);
    figures
      .given([defined()])
      .when(twice, byForce)
      .then([
        header(2),
        { ...reported(), ...refs },
        { ...reported({ value: '50', place: 'table 2' }), ...refs },
      ]);
    const facts = [...first, reported({ value: '50', place: 'table 2' })];
    expect(kinds(facts)).toEqual(['first-release 40', 'contradicts 50']);
    const { vintages, standing } = judge(
      figures.given(facts).state().figures.get('figure:kent/robbery/2022-07')!,
    );
    expect(vintages.map((v) => v.contradictsItself)).toEqual([true, true]);
    expect(standing?.id).toBe(eventId(1));
  });

  it('23. counts what was recorded earlier, whatever date it is effective on', () => {
    const second = line({ value: '50', place: 'table 2' });
    figures
      .given(first)
      .when(returned([second], { effectiveOn: '2022-08-20' }), byForce)
      .events();
    const facts = [...first, reported({ value: '50', place: 'table 2', effectiveOn: '2022-08-20' })];
    expect(kinds(facts)).toEqual(['contradicts 50', 'first-release 40']);
  });

  it('23. is still refused at the same place, in another paper, or beside an entry that itself contradicts', () => {
    figures
      .given(first)
      .when(returned([line({ value: '50' })]), byForce)
      .thenRefused('figures.value-differs');
    figures
      .given(first)
      .when(later('50', {}, { place: 'table 2' }), fromOther)
      .thenRefused('figures.value-differs');
    const facts = [
      ...first,
      reported({ value: '50', place: 'table 2' }),
      revised({ of: eventId(1), value: '45' }),
    ];
    figures
      .given(facts)
      .when(returned([line({ place: 'table 3' })], { effectiveOn: LATER }), byForce)
      .thenRefused('figures.value-differs');
  });

  it('23. contradicts nothing that was entered wrongly', () => {
    const facts = [...first, marked({ of: eventId(1) })];
    expect(kinds([...facts, reported({ value: '50', place: 'table 2' })])).toEqual([
      'entered-wrongly 40',
      'first-release 50',
    ]);
  });
});

describe('a declared line of a return', () => {
  const first = [defined(), reported()];

  it('18. sees the lines before it, but cannot name one that is not recorded yet', () => {
    const change = line({ place: 'table 2', value: '45', kind: 'revised' });
    const outcome = figures
      .given([defined()])
      .when(returned([line(), { ...change, of: '/lines/0' }]), byForce);
    outcome.thenRefused('figures.unknown-entry', { fields: [{ field: '/lines/1/of' }] });
    const both = returned([{ ...change, of: eventId(1) }, line({ value: '45' })], {
      paper: otherPaper.id,
      effectiveOn: LATER,
    });
    expect(figures.given(first).when(both, fromOther).events()).toHaveLength(3);
  });

  it('20. is a correction with its reason', () => {
    const sent = later('45', {}, { kind: 'corrected', of: eventId(1), reason: because, severity: 'minor' });
    const data = { ...figure, value: '45', status: 'A', reason: because, of: eventId(1), severity: 'minor' };
    figures
      .given(first)
      .when(sent, fromOther)
      .then([expect.anything(), expect.objectContaining({ type: 'figures.figure-corrected', data })]);
  });
});

describe('who may read it', () => {
  const hidden = { ...paper, access: 'restricted' } as const;

  it('44. what stands in a restricted paper is restricted, unless it asks to be public', () => {
    const accesses = (parts: Partial<SubmitReturnInput>) =>
      figures
        .given([defined()])
        .when(returned([line()], parts), { by: force, given: { paper: hidden } })
        .events()
        .map((e) => e.access);
    expect(accesses({})).toEqual(['restricted', 'restricted']);
    expect(accesses({ access: 'public' })).toEqual(['public', 'public']);
  });

  it('44. a restricted paper of another area is as unknown as one that is not there', () => {
    const known = figures.given([defined()]);
    const message = 'No paper "paper-1" is on record. Record the paper first.';
    for (const given of [{ paper: { ...hidden, area: 'essex' } }, {}])
      known
        .when(returned([line()]), { by: force, given })
        .thenRefused('figures.unknown-paper', { fields: [{ field: '/paper', message }] });
    const open = { ...paper, area: 'essex' };
    known.when(returned([line()]), { by: force, given: { paper: open } }).events();
  });

  const closed = [defined(), reported({ access: 'restricted' })];
  const accessOf = (sent: SubmitReturnInput) =>
    figures
      .given(closed)
      .when(sent, fromOther)
      .events()
      .map((e) => e.access);
  const june = line({ period: '2022-06' });
  const sent = (lines: Parameters<typeof returned>[0], parts: Partial<SubmitReturnInput> = {}) =>
    returned(lines, { paper: otherPaper.id, effectiveOn: LATER, ...parts });

  it('43. a report of a restricted measure is restricted, even if it asks to be public', () => {
    const secret = { ...defined(), access: 'restricted' } as const;
    const asked = returned([line()], { access: 'public' });
    const facts = figures.given([secret]).when(asked, { by: force, given: { paper } }).events();
    expect(facts.map(({ access }) => access)).toEqual(['restricted', 'restricted']);
  });

  it('43. a report of a figure with a restricted entry is restricted unless it asks to be public', () => {
    expect(accessOf(sent([june]))).toEqual(['public', 'public']);
    expect(accessOf(sent([june, line()]))).toEqual(['restricted', 'public', 'restricted']);
    expect(accessOf(sent([june, line()], { access: 'public' }))).toEqual(['public', 'public', 'public']);
  });

  it('43. a declared line that names a restricted entry is restricted, even if it asks to be public', () => {
    const change = line({ value: '45', kind: 'revised', of: eventId(1) });
    expect(accessOf(sent([change]))).toEqual(['restricted', 'restricted']);
    expect(accessOf(sent([june, change], { access: 'public' }))).toEqual([
      'restricted',
      'public',
      'restricted',
    ]);
  });
});

describe('who reports', () => {
  it('38. nobody but the office, for another body', () => {
    const forOffice = returned([line()], { for: 'kent-pcc' });
    figures.given([defined()]).when(forOffice, byForce).thenRefused('figures.not-transcribing');
    figures
      .given([defined()])
      .when(returned([line()], { for: 'kent-police' }), byForce)
      .then([header(1), { ...reported(), ...refs }]);
  });

  it("39. the office for the measure's owner, second-hand where the paper is not the owner's", () => {
    const known = figures.given([defined()]);
    const mine = { for: 'kent-police' };
    known.when(returned([line()]), byOffice).then([header(1, mine), { ...reported(mine), ...refs }]);
    const [, second] = known
      .when(returned([line()], { paper: officePaper.id }), { by: office, given: { paper: officePaper } })
      .events();
    expect(second).toMatchObject({ for: 'kent-police', data: { secondHand: true } });
    const [, named] = known.when(returned([line()], { for: 'hmicfrs' }), byOffice).events();
    expect(named).toMatchObject({ for: 'hmicfrs', data: { secondHand: true } });
    const [head, own] = figures
      .given([defined({ owner: 'kent-pcc' })])
      .when(returned([line()]), byOffice)
      .events();
    expect(head).not.toHaveProperty('for');
    expect(own).not.toHaveProperty('for');
  });

  it('39. heads a return with a body only where every line is the act of it', () => {
    const facts = [defined(), defined({ measure: 'visits', owner: 'kent-pcc' })];
    const lines = [line(), line({ measure: 'visits' })];
    for (const sent of [lines, [...lines].reverse()]) {
      const [head, ...rest] = figures.given(facts).when(returned(sent), byOffice).events();
      expect(head).not.toHaveProperty('for');
      expect(rest.filter((e) => e.for === 'kent-police')).toHaveLength(1);
    }
    const [named] = figures
      .given(facts)
      .when(returned(lines, { for: 'kent-police' }), byOffice)
      .events();
    expect(named).toMatchObject({ for: 'kent-police' });
  });

  it('39. needs no reason of a figure that the paper only says is withheld', () => {
    const withheld = returned([line({ value: null, withheldBy: 'kent-police' })]);
    figures.given([defined()]).when(withheld, byOffice).events();
    figures.given([defined()]).when(withheld, byForce).thenRefused('figures.reason-missing');
  });

  it('36. judges a stamped history as it judges a fresh one', () => {
    const history = [recorded(defined({ effectiveOn: DAY }), { index: 7 })];
    figures
      .given(history)
      .when(returned([line()]), byForce)
      .events();
    figures
      .given(history)
      .when(returned([line()], { effectiveOn: '2022-09-13' }), byForce)
      .thenRefused('figures.before-measure-start');
  });
});
