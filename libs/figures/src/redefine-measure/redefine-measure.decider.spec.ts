import { givenWhenThen } from '@daybook/ledger/testing';
import { contentOn, type FiguresBook } from '../book';
import type { FiguresEvent } from '../figures.events';
import type { GivenPaper } from '../setting';
import { DAY, LATER, defined, force, redefinition } from '../testing/facts';
import { redefineMeasure, type RedefineMeasureInput } from './redefine-measure.decider';

const measures = givenWhenThen<RedefineMeasureInput, FiguresBook, FiguresEvent, GivenPaper>(redefineMeasure);
const asked: RedefineMeasureInput = {
  area: 'kent',
  id: 'robbery',
  effectiveOn: DAY,
  change: 'Counted by victim.',
};
const by = { by: force, given: {} };

describe('redefine-measure', () => {
  it('3. records what changed and from which period, or that the period is not known', () => {
    const known = measures.given([defined()]);
    known.when(asked, by).then([redefinition()]);
    known
      .when({ ...asked, fromPeriod: '2022-04-01/2022-04-30', decimals: 2, base: 'all crime' }, by)
      .then([redefinition({ fromPeriod: '2022-04', decimals: 2, base: 'all crime' })]);
  });

  it('3. changes a measure from the day of the redefinition on, in whatever order they are entered', () => {
    const late = redefinition({ decimals: 2, title: 'B', effectiveOn: LATER });
    const early = redefinition({ decimals: 1, effectiveOn: DAY });
    const measure = measures.given([defined(), late, early]).state().measures.get('robbery')!;
    const on = (day: string) => contentOn(measure, day);
    expect(on('2022-09-13')).toMatchObject({ decimals: 0, title: 'Robberies' });
    expect(on(DAY)).toMatchObject({ decimals: 1, title: 'Robberies' });
    expect(on(LATER)).toMatchObject({ decimals: 2, title: 'B' });
  });

  it('3. refuses an unknown measure, a day before its start, and a period that is none', () => {
    const known = measures.given([defined()]);
    measures.when(asked, by).thenRefused('figures.unknown-measure');
    known.when({ ...asked, effectiveOn: '2019-12-31' }, by).thenRefused('figures.before-measure-start');
    known.when({ ...asked, fromPeriod: 'spring' }, by).thenRefused('figures.bad-period');
    known.when({ ...asked, effectiveOn: '2026-02-01' }, by).thenRefused('figures.future-date');
    known.when({ ...asked, for: 'kent-pcc' }, by).thenRefused('figures.not-transcribing');
  });

  it('43. is restricted where the measure is, whatever is asked', () => {
    const secret = { ...defined(), access: 'restricted' } as const;
    const [fact] = measures
      .given([secret])
      .when({ ...asked, access: 'public' }, by)
      .events();
    expect(fact?.access).toBe('restricted');
  });

  it('5. names each dimension once', () => {
    const age = { name: 'age', exclusive: true, complete: true };
    measures
      .given([defined()])
      .when({ ...asked, dimensions: [age, age] }, by)
      .thenRefused('figures.duplicate-dimension');
  });
});
