import { givenWhenThen } from '@daybook/ledger/testing';
import type { FiguresBook } from './book';
import { STATUSES } from './codes';
import type { FiguresEvent } from './figures.events';
import type { Line } from './line';
import type { GivenPaper } from './setting';
import { submitReturn, type SubmitReturnInput } from './submit-return/submit-return.decider';
import {
  DAY,
  because,
  defined,
  force,
  inspector,
  inspectorsPaper,
  line,
  office,
  paper,
  redefinition,
  returned,
} from './testing/facts';

const figures = givenWhenThen<SubmitReturnInput, FiguresBook, FiguresEvent, GivenPaper>(submitReturn);
const by = { by: force, given: { paper } };
const robberies = figures.given([defined()]);
type Book = typeof robberies;

function send(parts: Partial<Line>, heading: Partial<SubmitReturnInput> = {}, book: Book = robberies) {
  return book.when(returned([line(parts)], heading), by);
}

/** What one accepted line put on record. */
function observed(parts: Partial<Line>, heading: Partial<SubmitReturnInput> = {}, book: Book = robberies) {
  return send(parts, heading, book).events()[1];
}

const at = (field: string) => ({ fields: [{ field: `/lines/0/${field}` }] });

describe('a value on a line', () => {
  it.each(['1e5', 'NaN', '1,839', '１８３９', '18\u0000', '\ud800', '-', ' 40', '40 '])(
    '28. is refused as %j',
    (value) => {
      send({ value }).thenRefused('figures.bad-value', at('value'));
    },
  );

  it('28. keeps the digits as reported, and the words as printed', () => {
    const share = figures.given([defined({ unit: 'percent', decimals: 2 })]);
    expect(observed({ value: '85.0' }, {}, share)).toMatchObject({ data: { value: '85.0' } });
    expect(observed({ value: '~31', printed: 'around 31' })).toMatchObject({
      data: { value: '~31', printed: 'around 31' },
    });
    for (const value of ['>=70', '<=5', '>200000', '<1', '5..6'])
      expect(observed({ value })).toMatchObject({ data: { value } });
  });

  it('28. is told of together with a bad period, so that both can be mended at once', () => {
    send({ period: 'July 2022', value: '1,130' }).thenRefused('figures.bad-lines', {
      fields: [
        expect.objectContaining({ field: '/lines/0/period', code: 'figures.bad-period' }),
        expect.objectContaining({ field: '/lines/0/value', code: 'figures.bad-value' }),
      ],
    });
  });

  it('29. is not below nought, nor said to be, in a count', () => {
    send({ value: '<0' }).thenRefused('figures.negative-value', at('value'));
    send({ value: '-1' }).thenRefused('figures.negative-value', at('value'));
    expect(observed({ value: '<1' })).toMatchObject({ data: { value: '<1' } });
  });

  it("29. has at most the measure's decimals, in an inexact one too", () => {
    send({ value: '40.5' }).thenRefused('figures.too-many-decimals', at('value'));
    send({ value: '40.0' }).thenRefused('figures.too-many-decimals', at('value'));
    send({ value: '5..6.5' }).thenRefused('figures.too-many-decimals', at('value'));
  });

  it('29. has the decimals and dimensions that the measure had on its own date', () => {
    const age = { name: 'age', exclusive: true, complete: true };
    const finer = figures.given([
      defined(),
      redefinition({ decimals: 1, dimensions: [age], effectiveOn: '2022-10-01' }),
    ]);
    send({ value: '40.5' }, {}, finer).thenRefused('figures.too-many-decimals');
    send({ breakdown: 'age=old' }, {}, finer).thenRefused('figures.unknown-dimension');
    send({ value: '40.5', breakdown: 'age=old' }, { effectiveOn: '2022-10-01' }, finer).events();
  });

  it('29. is in the unit of the measure, and not below nought where that cannot be', () => {
    send({ unit: 'hours' }).thenRefused('figures.wrong-unit', at('unit'));
    send({ unit: 'count' }).events();
    for (const value of ['-1', '-0', '~-5', '-5..6', '<-1'])
      send({ value }).thenRefused('figures.negative-value', at('value'));
    send({ value: '-1' }, {}, figures.given([defined({ unit: 'gbp' })])).events();
  });

  it('31. that is missing says why, by its status or by who withheld it', () => {
    for (const value of [undefined, null, '']) {
      send({ value }).thenRefused('figures.value-missing', at('value'));
      expect(observed({ value, status: 'O' })).toMatchObject({ data: { value: null, status: 'O' } });
    }
    send({ value: null, status: 'A' }).thenRefused('figures.value-missing');
    send({ value: null, withheldBy: 'kent-police' }).thenRefused('figures.reason-missing', at('reason'));
    expect(observed({ value: null, withheldBy: 'kent-police', reason: because })).toMatchObject({
      data: { value: null, status: 'Q', withheldBy: 'kent-police', reason: because },
    });
    send({ value: '3', withheldBy: 'kent-police', reason: because }).thenRefused(
      'figures.withheld-with-value',
    );
  });

  it.each(Object.entries(STATUSES))(
    '32. goes with status %s, or is missing with it',
    (status, { missing }) => {
      if (missing) {
        send({ status }).thenRefused('figures.status-without-value', at('status'));
        expect(observed({ value: null, status })).toMatchObject({ data: { value: null, status } });
      } else {
        const withheld = { value: null, withheldBy: 'kent-police', reason: because, status };
        send(withheld).thenRefused('figures.status-with-value', at('status'));
        expect(observed({ status })).toMatchObject({ data: { value: '40', status } });
      }
    },
  );

  it('32. has no status that is not on the list, and is normal without one', () => {
    for (const status of ['R', 'a', 'AA', '__proto__', 'constructor'])
      send({ status }).thenRefused('figures.unknown-status', at('status'));
    expect(observed({})).toMatchObject({ data: { status: 'A' } });
  });
});

describe('a period on a line', () => {
  it('33. is kept in its first form, in the reference too', () => {
    expect(observed({ period: '2022/07/01--2022/07/31' })).toMatchObject({
      ...{ data: { period: '2022-07' } },
      about: ['figure:kent/robbery/2022-07', 'measure:kent/robbery', 'paper:paper-1'],
    });
    send({ period: 'July' }).thenRefused('figures.bad-period', at('period'));
  });

  it('34. has ended when it is reported, but for forecasts and targets', () => {
    const early = { effectiveOn: '2022-07-30' };
    send({}, early).thenRefused('figures.period-not-ended', at('period'));
    send({ status: 'P' }, early).thenRefused('figures.period-not-ended');
    send({ value: null, status: 'O' }, early).thenRefused('figures.period-not-ended');
    send({ status: 'F' }, early).events();
    send({}, { effectiveOn: '2022-07-31' }).events();
    const comparator = (comparatorKind: 'target' | 'national' | 'benchmark') =>
      figures.given([defined({ measure: 'other' }), defined({ comparatorOf: 'other', comparatorKind })]);
    send({}, early, comparator('target')).events();
    send({}, early, comparator('national')).thenRefused('figures.period-not-ended');
    send({}, early, comparator('benchmark')).thenRefused('figures.period-not-ended');
  });

  it('34. is reported on or after its start where it is open, and a part period by itself', () => {
    send({ period: '2022-09-14--' }).events();
    send({ period: '2022-09-15--' }).thenRefused('figures.period-not-ended');
    expect(observed({ period: '2022-09-01--2022-09-13' })).toMatchObject({
      data: { period: '2022-09-01--2022-09-13' },
    });
    send({ period: '2022-09' }).thenRefused('figures.period-not-ended');
    send({ period: '2027' }).thenRefused('figures.period-not-ended');
  });

  it('35. may be broken down by dimensions of the measure', () => {
    const part = (name: string) => ({ name, exclusive: true, complete: true });
    const book = figures.given([defined({ dimensions: [part('age'), part('sex')] })]);
    expect(observed({ breakdown: 'sex=male; age=old' }, {}, book)).toMatchObject({
      ...{ data: { breakdown: 'age=old;sex=male' } },
      about: ['figure:kent/robbery/2022-07/age=old;sex=male', 'measure:kent/robbery', 'paper:paper-1'],
    });
    send({ breakdown: 'town=ashford' }, {}, book).thenRefused('figures.unknown-dimension', at('breakdown'));
    send({ breakdown: 'sex' }, {}, book).thenRefused('figures.bad-breakdown', at('breakdown'));
    send({ breakdown: '__proto__=x' }, {}, book).thenRefused('figures.bad-breakdown');
  });

  it("36. is reported from its measure's start on", () => {
    const young = figures.given([defined({ effectiveOn: DAY })]);
    send({}, { effectiveOn: '2022-09-13' }, young).thenRefused('figures.before-measure-start', at('measure'));
    send({}, {}, young).events();
    for (const measure of ['__proto__', 'constructor', 'burglary'])
      send({ measure }).thenRefused('figures.unknown-measure', at('measure'));
  });
});

describe('the date of a line', () => {
  it.each(['2022-02-30', '2022-13', '14/09/2022', '2022-9-14', '２０２２-09-14', 'today'])(
    '37. is not %s',
    (effectiveOn) => {
      send({}, { effectiveOn }).thenRefused('figures.bad-date');
    },
  );

  it('37. may be a month, kept as its last day, and is never in the future', () => {
    expect(observed({}, { effectiveOn: '2022-09' })).toMatchObject({
      effectiveOn: '2022-09-30',
      precision: 'month',
    });
    send({}, { effectiveOn: '2026-01-16' }).thenRefused('figures.future-date');
    send({}, { effectiveOn: '2026-01' }).thenRefused('figures.future-date');
    send({}, { effectiveOn: '2026-01-15' }).events();
  });
});

describe('who may report', () => {
  it('41. an inspectorate, what its own papers print', () => {
    const sent = returned([line()], { paper: inspectorsPaper.id });
    const event = robberies.when(sent, { by: inspector, given: { paper: inspectorsPaper } }).events()[1];
    expect(event).not.toHaveProperty('for');
    robberies
      .when(returned([line()]), { by: inspector, given: { paper } })
      .thenRefused('figures.not-your-paper');
    robberies
      .when({ ...sent, for: 'kent-police' }, { by: inspector, given: { paper: inspectorsPaper } })
      .thenRefused('figures.not-transcribing');
  });

  it('39. the office, for the inspectorate, from its paper', () => {
    const sent = returned([line()], { paper: inspectorsPaper.id, for: 'hmicfrs' });
    const event = robberies.when(sent, { by: office, given: { paper: inspectorsPaper } }).events()[1];
    expect(event).toMatchObject({ for: 'hmicfrs' });
    expect(event?.data).not.toHaveProperty('secondHand');
  });
});
