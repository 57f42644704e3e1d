import { eventId, givenWhenThen, recorded, someActor } from '@daybook/ledger/testing';
import type { Recorded } from '@daybook/ledger';
import type { FiguresBook } from '../book';
import type { FiguresEvent } from '../figures.events';
import type { GivenPaper } from '../setting';
import {
  DAY,
  LATER,
  because,
  corrected,
  defined,
  figure,
  force,
  inspector,
  marked,
  office,
  otherPaper,
  reported,
  revised,
} from '../testing/facts';
import { judge } from '../vintages';
import { markEnteredWrongly, type MarkEnteredWronglyInput } from './mark-entered-wrongly.decider';

const decider = givenWhenThen<MarkEnteredWronglyInput, FiguresBook, FiguresEvent, GivenPaper>(
  markEnteredWrongly,
);
/** What stands was written by the force, unless the example says otherwise. */
const figures = {
  given: (facts: readonly (FiguresEvent | Recorded<FiguresEvent>)[]) =>
    decider.given(facts.map((fact, index) => ('id' in fact ? fact : recorded(fact, { index, by: force })))),
};
const by = { by: force, given: {} };
const WRONG = eventId(1);
const asked: MarkEnteredWronglyInput = { area: 'kent', of: WRONG, right: { value: '41' } };
const first: readonly FiguresEvent[] = [defined(), reported()];

const refs = { about: ['figure:kent/robbery/2022-07', 'measure:kent/robbery', 'paper:paper-1'] };
const mark = (right: string | null = 'figure:kent/robbery/2022-07', parts: object = {}) => ({
  ...{ type: 'figures.entry-marked-wrong', schema: 1, effectiveOn: DAY, precision: 'day', access: 'public' },
  ...{ source: { paper: 'paper-1', place: 'table 1' }, ...refs },
  data: { ...figure, of: WRONG, reason: null, right },
  ...parts,
});

const kinds = (facts: readonly FiguresEvent[]): string[] =>
  judge(figures.given(facts).state().figures.get('figure:kent/robbery/2022-07')!).vintages.map(
    (v) => `${v.kind} ${v.value}`,
  );

describe('mark-entered-wrongly', () => {
  it('26. writes the mark, on the date of the wrong entry, and the right entry in one commit', () => {
    figures
      .given(first)
      .when(asked, by)
      .then([mark(), { ...reported({ value: '41' }), ...refs }]);
  });

  it('26. takes the date and the figure that the paper gives', () => {
    const right = { effectiveOn: LATER, period: '2022-06-01/2022-06-30', place: 'table 2', reason: because };
    figures
      .given(first)
      .when({ ...asked, reason: because, right }, by)
      .then([
        mark('figure:kent/robbery/2022-06', {
          data: { ...mark('figure:kent/robbery/2022-06').data, reason: because },
        }),
        {
          ...reported({ effectiveOn: LATER, period: '2022-06', place: 'table 2', reason: because }),
          about: ['figure:kent/robbery/2022-06', 'measure:kent/robbery', 'paper:paper-1'],
        },
      ]);
  });

  it('26. judges all else as if the wrong entry were absent', () => {
    const quoted = reported({ value: '41', effectiveOn: LATER, paper: otherPaper.id, saysNotWhy: true });
    expect(kinds([...first, quoted])).toEqual(['first-release 40', 'unexplained 41']);
    expect(kinds([...first, quoted, marked({ of: WRONG })])).toEqual([
      'entered-wrongly 40',
      'first-release 41',
    ]);
    expect(kinds([...first, quoted, marked({ of: WRONG }), reported({ value: '41' })])).toEqual([
      'entered-wrongly 40',
      'first-release 41',
      'confirmed 41',
    ]);
  });

  it('26. refuses a right entry that could not be recorded by itself', () => {
    figures
      .given(first)
      .when({ ...asked, right: { value: '1,839' } }, by)
      .thenRefused('figures.bad-value', {
        fields: [{ field: '/right/value' }],
      });
    figures
      .given(first)
      .when({ ...asked, right: { value: '41', unit: 'hours' } }, by)
      .thenRefused('figures.wrong-unit');
    figures
      .given(first)
      .when({ ...asked, right: { effectiveOn: '2022-02-30' } }, by)
      .thenRefused('figures.bad-date', {
        fields: [{ field: '/right/effectiveOn' }],
      });
    figures
      .given(first)
      .when({ ...asked, right: { value: 'x', status: 'x' } }, by)
      .thenRefused('figures.bad-entry');
    const quoted = reported({ effectiveOn: LATER, paper: otherPaper.id });
    figures
      .given([...first, quoted])
      .when({ ...asked, of: eventId(2), right: { value: '45' } }, by)
      .thenRefused('figures.value-differs', { fields: [{ field: '/right/value' }] });
  });

  it('27. of a declared change is a declared change of the same entry again', () => {
    const facts = [...first, corrected({ of: WRONG, value: '54', reason: because })];
    const right = { value: '45' };
    figures
      .given(facts)
      .when({ ...asked, of: eventId(2), right }, by)
      .then([
        expect.objectContaining({ type: 'figures.entry-marked-wrong', effectiveOn: LATER }),
        {
          ...corrected({ of: WRONG, value: '45', reason: because }),
          about: [...refs.about.slice(0, 2), 'paper:paper-2'],
        },
      ]);
    figures
      .given(facts)
      .when({ ...asked, of: eventId(2), right: { kind: 'revised', value: '45' } }, by)
      .events();
    const changedSince = [
      ...first,
      revised({ of: WRONG }),
      revised({ of: eventId(2), value: '46', effectiveOn: '2022-12-01' }),
    ];
    figures
      .given(changedSince)
      .when({ ...asked, right: { value: '41' } }, by)
      .events();
  });

  it('27. of a change that the paper does not explain stays one', () => {
    const wrong = reported({
      value: '54',
      effectiveOn: LATER,
      paper: otherPaper.id,
      for: 'kent-police',
      saysNotWhy: true,
    });
    const writer = { ...office, body: someActor.body };
    figures
      .given([...first, recorded(wrong, { index: 2, by: writer })])
      .when({ ...asked, of: eventId(2), right: { value: '45' } }, { by: writer, given: {} })
      .then([
        expect.objectContaining({ for: 'kent-police' }),
        expect.objectContaining({ for: 'kent-police', data: { ...wrong.data, value: '45' } }),
      ]);
  });

  it('27. of a missing figure takes a value, and of a value a status that says why there is none', () => {
    const missing = reported({ value: null, status: 'Q', withheldBy: 'kent-police', reason: because });
    const [, value] = figures
      .given([defined(), missing])
      .when({ ...asked, right: { value: '41' } }, by)
      .events();
    expect(value).toMatchObject({ data: { value: '41', status: 'A' } });
    expect(value?.data).not.toHaveProperty('withheldBy');
    const [, none] = figures
      .given(first)
      .when({ ...asked, right: { value: null, status: 'O' } }, by)
      .events();
    expect(none).toMatchObject({ data: { value: null, status: 'O' } });
  });

  it('27. is done once, to an entry on record', () => {
    figures
      .given([...first, marked({ of: WRONG })])
      .when(asked, by)
      .thenRefused('figures.already-marked');
    figures
      .given(first)
      .when({ ...asked, of: 'x' }, by)
      .thenRefused('figures.unknown-entry');
    figures
      .given(first)
      .when({ ...asked, of: eventId(0) }, by)
      .thenRefused('figures.unknown-entry');
  });

  it('27. leaves the right entry out where the paper has no such figure', () => {
    figures
      .given(first)
      .when({ ...asked, right: null }, by)
      .then([mark(null)]);
    const { standing } = judge(
      figures
        .given([...first, marked({ of: WRONG })])
        .state()
        .figures.get('figure:kent/robbery/2022-07')!,
    );
    expect(standing).toBeUndefined();
  });

  it('42. is for the body that wrote the entry, and for nobody else', () => {
    figures.given(first).when(asked, { by: inspector, given: {} }).thenRefused('figures.not-yours');
    figures.given(first).when(asked, { by: office, given: {} }).thenRefused('figures.not-yours');
    const transcribed = recorded(reported({ for: 'kent-police' }), { index: 1, by: office });
    const outcome = figures.given([defined({ owner: 'home-office' }), transcribed]);
    outcome
      .when(asked, { by: office, given: {} })
      .then([
        expect.objectContaining({ for: 'kent-police' }),
        expect.objectContaining({ for: 'kent-police' }),
      ]);
    outcome.when(asked, by).thenRefused('figures.not-yours');
  });

  it('43. is restricted where the entry is, and so is the right one', () => {
    const closed = [defined(), reported({ access: 'restricted' })];
    figures
      .given(closed)
      .when(asked, by)
      .then([
        expect.objectContaining({ access: 'restricted' }),
        expect.objectContaining({ access: 'restricted' }),
      ]);
  });
});
