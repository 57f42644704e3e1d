import { givenWhenThen } from '@daybook/ledger/testing';
import type { FiguresBook } from '../book';
import { measureRef, type CalendarSet, type FiguresEvent } from '../figures.events';
import type { GivenPaper } from '../setting';
import { DAY, LATER, START, defined, force, office } from '../testing/facts';
import { expectReturns, type ExpectReturnsInput } from './expect-returns.decider';

const calendars = givenWhenThen<ExpectReturnsInput, FiguresBook, FiguresEvent, GivenPaper>(expectReturns);
const known = calendars.given([defined()]);
const asked: ExpectReturnsInput = {
  ...{ area: 'kent', measure: 'robbery', frequency: 'month', daysAfter: 45, from: '2022-07' },
  effectiveOn: DAY,
};
const by = { by: force, given: {} };

function set(parts: Partial<CalendarSet['data']> & { effectiveOn?: string } = {}): CalendarSet {
  const { effectiveOn = DAY, ...own } = parts;
  const of = { area: 'kent', measure: 'robbery' };
  return {
    ...{ type: 'figures.calendar-set', schema: 1, effectiveOn, precision: 'day', access: 'public' },
    about: [measureRef(of)],
    data: { ...of, frequency: 'month', daysAfter: 45, from: '2022-07', until: null, ...own },
  };
}

describe('expect-returns', () => {
  it('61. records how often a measure is expected, and by when, with its periods in their canonical form', () => {
    known.when(asked, by).then([set()]);
    known
      .when({ ...asked, frequency: 'financial-year', from: '2022/23', until: '2024/25' }, by)
      .then([set({ frequency: 'financial-year', from: 'FY2022-23', until: 'FY2024-25' })]);
  });

  it('61. refuses a period of another frequency, a last one before the first, and every problem at once', () => {
    known.when({ ...asked, from: '2022-Q3' }, by).thenRefused('figures.not-of-frequency');
    known.when({ ...asked, until: '2022-06' }, by).thenRefused('figures.ends-before-it-begins');
    known
      .when({ ...asked, from: 'soon', effectiveOn: '2030-01-01' }, by)
      .thenRefused('figures.bad-calendar', { fields: [{ field: '/effectiveOn' }, { field: '/from' }] });
    known.when({ ...asked, effectiveOn: '2019-12-31' }, by).thenRefused('figures.before-measure-start');
  });

  it('61. refuses a calendar that begins too far back to be looked through', () => {
    known
      .when({ ...asked, frequency: 'day', from: '1900-01-01' }, by)
      .thenRefused('figures.calendar-too-long');
    known
      .when({ ...asked, frequency: 'day', from: '2009-01-06' }, by)
      .then([set({ frequency: 'day', from: '2009-01-06' })]);
  });

  it('61. is set by the owner of the measure or the office, and by nobody else', () => {
    known.when(asked, { by: office, given: {} }).then([set()]);
    calendars
      .given([defined({ owner: 'kent-pcc' })])
      .when(asked, by)
      .thenRefused('figures.not-yours');
    calendars.when(asked, by).thenRefused('figures.unknown-measure');
  });

  it('62. is replaced and ended by a later one, and refused where it says what holds already', () => {
    const held = calendars.given([defined(), set()]);
    held.when({ ...asked, effectiveOn: LATER }, by).thenRefused('figures.calendar-unchanged');
    held.when({ ...asked, effectiveOn: START }, by).then([set({ effectiveOn: START })]);
    held
      .when({ ...asked, until: '2022-09', effectiveOn: LATER }, by)
      .then([set({ until: '2022-09', effectiveOn: LATER })]);
  });

  it('65. is restricted where its measure is, whatever it asks', () => {
    const secret = { ...defined(), access: 'restricted' } as const;
    const [fact] = calendars
      .given([secret])
      .when({ ...asked, access: 'public' }, by)
      .events();
    expect(fact?.access).toBe('restricted');
    const [own] = known.when({ ...asked, access: 'restricted' }, by).events();
    expect(own?.access).toBe('restricted');
  });
});
