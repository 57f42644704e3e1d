import { givenWhenThen } from '@daybook/ledger/testing';
import type { FiguresBook } from '../book';
import type { FiguresEvent } from '../figures.events';
import type { GivenPaper } from '../setting';
import {
  START,
  content,
  defined,
  force,
  inspector,
  inspectorsPaper,
  office,
  paper,
  redefinition,
} from '../testing/facts';
import { defineMeasure, type DefineMeasureInput } from './define-measure.decider';

const measures = givenWhenThen<DefineMeasureInput, FiguresBook, FiguresEvent, GivenPaper>(defineMeasure);
const asked: DefineMeasureInput = {
  ...{ area: 'kent', id: 'robbery', effectiveOn: START },
  ...{ title: content.title, unit: 'count', decimals: 0, frequency: 'month', definition: content.definition },
};
const by = { by: force, given: {} };

describe('define-measure', () => {
  it('1. records a measure with its start; polarity is neither and the owner the sender, unless it says otherwise', () => {
    measures.when(asked, by).then([defined()]);
    measures
      .when({ ...asked, polarity: 'lower-is-better', owner: 'kent-pcc', effectiveOn: '2020-01' }, by)
      .then([
        {
          ...defined({ polarity: 'lower-is-better', owner: 'kent-pcc', effectiveOn: '2020-01-31' }),
          precision: 'month',
        },
      ]);
  });

  it('2. moves the start back on the same content and an earlier date', () => {
    const known = measures.given([defined()]);
    const earlier = { ...asked, effectiveOn: '2019-04-01' };
    known.when(earlier, by).then([defined({ effectiveOn: '2019-04-01' })]);
    const moved = measures.given([defined(), defined({ effectiveOn: '2019-04-01' })]);
    expect(moved.state().measures.get('robbery')?.start).toBe('2019-04-01');
    moved.when({ ...asked, effectiveOn: '2019-06-01' }, by).thenRefused('figures.already-defined');
  });

  it('2. refuses the same content without an earlier date, and other content on any', () => {
    const known = measures.given([defined()]);
    known.when(asked, by).thenRefused('figures.already-defined');
    for (const effectiveOn of ['2019-01-01', START, '2021-01-01'])
      known.when({ ...asked, decimals: 1, effectiveOn }, by).thenRefused('figures.measure-differs');
  });

  it('2. moves the start of a redefined measure back by what it was first defined as', () => {
    const known = measures.given([defined(), redefinition({ decimals: 1, effectiveOn: '2021-01-01' })]);
    const earlier = '2019-01-01';
    known.when({ ...asked, effectiveOn: earlier }, by).then([defined({ effectiveOn: earlier })]);
    known.when({ ...asked, decimals: 1, effectiveOn: earlier }, by).thenRefused('figures.measure-differs');
    known
      .when({ ...asked, decimals: 1, effectiveOn: '2022-01-01' }, by)
      .thenRefused('figures.already-defined');
    known.when({ ...asked, effectiveOn: '2022-01-01' }, by).thenRefused('figures.measure-differs');
  });

  it('43. is restricted where it names a restricted measure', () => {
    const secret = { ...defined(), access: 'restricted' } as const;
    const compared = { ...asked, id: 'robbery-target', comparatorOf: 'robbery', access: 'public' } as const;
    const [fact] = measures.given([secret]).when(compared, by).events();
    expect(fact?.access).toBe('restricted');
  });

  it('43. is restricted where the measure is, whatever is asked when its start moves back', () => {
    const secret = { ...defined(), access: 'restricted' } as const;
    const earlier = { ...asked, effectiveOn: '2019-01-01', access: 'public' } as const;
    const [fact] = measures.given([secret]).when(earlier, by).events();
    expect(fact).toMatchObject({ access: 'restricted', effectiveOn: '2019-01-01' });
  });

  it('4. links a comparator to a measure that is defined already', () => {
    const target = {
      ...asked,
      id: 'robbery-target',
      comparatorOf: 'robbery',
      comparatorKind: 'target',
    } as const;
    const expected = {
      measure: 'robbery-target',
      comparatorOf: 'robbery',
      comparatorKind: 'target',
    } as const;
    measures
      .given([defined()])
      .when(target, by)
      .then([defined(expected)]);
    const other = { ...expected, comparatorKind: 'other' } as const;
    measures
      .given([defined()])
      .when({ ...target, comparatorKind: null }, by)
      .then([defined(other)]);
    measures
      .when(target, by)
      .thenRefused('figures.unknown-measure', { fields: [{ field: '/comparatorOf' }] });
    measures.when({ ...target, comparatorOf: null }, by).thenRefused('figures.comparator-missing');
  });

  it('5. names each dimension once, and keeps them in order of name', () => {
    const part = (name: string) => ({ name, exclusive: true, complete: true });
    measures
      .when({ ...asked, dimensions: [part('sex'), part('age')] }, by)
      .then([defined({ dimensions: [part('age'), part('sex')] })]);
    measures
      .when({ ...asked, dimensions: [part('age'), part('age')] }, by)
      .thenRefused('figures.duplicate-dimension');
  });

  it('37. refuses a date that is not one, and one in the future', () => {
    measures.when({ ...asked, effectiveOn: '2022-02-30' }, by).thenRefused('figures.bad-date');
    measures.when({ ...asked, effectiveOn: '2026-01-16' }, by).thenRefused('figures.future-date');
    measures.when({ ...asked, effectiveOn: '2026-01-15' }, by).then([defined({ effectiveOn: '2026-01-15' })]);
    measures.when({ ...asked, effectiveOn: '2026-01' }, by).thenRefused('figures.future-date');
  });

  it('39. shows whose measure it is when the office transcribes its definition', () => {
    const source = { source: { paper: paper.id, place: 'section 1' }, for: 'kent-police' };
    measures
      .when(
        { ...asked, owner: 'kent-police', paper: paper.id, place: 'section 1' },
        { by: office, given: { paper } },
      )
      .then([expect.objectContaining(source)]);
    measures.when({ ...asked, for: 'kent-pcc' }, by).thenRefused('figures.not-transcribing');
  });

  it('44. restricts a definition that names a restricted paper', () => {
    const hidden = { ...paper, access: 'restricted' } as const;
    const [own] = measures
      .when({ ...asked, paper: paper.id, place: 'p. 1' }, { by: force, given: { paper: hidden } })
      .events();
    expect(own).toMatchObject({ access: 'restricted', source: { paper: paper.id, place: 'p. 1' } });
  });

  it('41. lets an inspectorate define only what its own papers print, and nobody cite an unknown paper', () => {
    const own = { ...asked, paper: inspectorsPaper.id, owner: 'hmicfrs' };
    measures
      .when(own, { by: inspector, given: { paper: inspectorsPaper } })
      .then([expect.objectContaining({ data: expect.objectContaining({ owner: 'hmicfrs' }) as unknown })]);
    measures
      .when({ ...own, paper: paper.id }, { by: inspector, given: { paper } })
      .thenRefused('figures.not-your-paper');
    measures.when(asked, { by: inspector, given: {} }).thenRefused('figures.not-your-paper');
    measures.when({ ...asked, paper: 'nowhere' }, by).thenRefused('figures.unknown-paper');
  });
});
