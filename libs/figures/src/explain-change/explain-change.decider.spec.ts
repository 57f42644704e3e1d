import { eventId, givenWhenThen } from '@daybook/ledger/testing';
import type { FiguresBook } from '../book';
import type { FiguresEvent } from '../figures.events';
import type { GivenPaper } from '../setting';
import {
  DAY,
  LATER,
  because,
  defined,
  explanation,
  figure,
  force,
  inspector,
  office,
  otherPaper,
  redefinition,
  reported,
  revised,
} from '../testing/facts';
import { asOn, judge } from '../vintages';
import { explainChange, type ExplainChangeInput } from './explain-change.decider';

const figures = givenWhenThen<ExplainChangeInput, FiguresBook, FiguresEvent, GivenPaper>(explainChange);
const by = { by: force, given: {} };
const CHANGE = eventId(2);
const EXPLAINED = '2022-12-01';
const changed = (parts: object = {}) =>
  reported({
    value: '45',
    effectiveOn: LATER,
    paper: otherPaper.id,
    for: 'kent-police',
    saysNotWhy: true,
    ...parts,
  });
const facts: readonly FiguresEvent[] = [defined(), reported(), changed()];
const asked: ExplainChangeInput = {
  area: 'kent',
  of: CHANGE,
  as: 'revised',
  reason: because,
  effectiveOn: EXPLAINED,
};

function kindOn(day: string, history: readonly FiguresEvent[]): string | undefined {
  const record = figures.given(history).state().figures.get('figure:kent/robbery/2022-07')!;
  return judge(asOn(record, day)).vintages.find((v) => v.id === CHANGE)?.kind;
}

describe('explain-change', () => {
  it('24. says what kind of change it was, and why', () => {
    figures
      .given(facts)
      .when(asked, by)
      .then([
        {
          ...{
            type: 'figures.change-explained',
            schema: 1,
            effectiveOn: EXPLAINED,
            precision: 'day',
            access: 'public',
          },
          about: ['figure:kent/robbery/2022-07', 'measure:kent/robbery'],
          data: { ...figure, of: CHANGE, as: 'revised', reason: because },
        },
      ]);
  });

  it('24. as a correction says how large, as a restatement after which redefinition', () => {
    const data = (parts: object): unknown[] => [
      expect.objectContaining({ data: { ...figure, of: CHANGE, reason: because, ...parts } }),
    ];
    figures
      .given(facts)
      .when({ ...asked, as: 'corrected' }, by)
      .thenRefused('figures.severity-missing');
    figures
      .given(facts)
      .when({ ...asked, as: 'corrected', for: 'kent-police' }, by)
      .thenRefused('figures.severity-missing');
    figures
      .given(facts)
      .when({ ...asked, as: 'corrected', severity: 'huge' }, by)
      .thenRefused('figures.unknown-severity');
    figures
      .given(facts)
      .when({ ...asked, as: 'corrected', severity: 'minor' }, by)
      .then(data({ as: 'corrected', severity: 'minor' }));
    figures
      .given(facts)
      .when({ ...asked, as: 'restated' }, by)
      .thenRefused('figures.no-redefinition');
    figures
      .given([...facts, redefinition()])
      .when({ ...asked, as: 'restated' }, by)
      .then(data({ as: 'restated', redefinition: eventId(3) }));
  });

  it('24. explains only an unexplained change, once, and not before its date', () => {
    figures
      .given(facts)
      .when({ ...asked, of: eventId(1) }, by)
      .thenRefused('figures.not-unexplained');
    figures
      .given(facts)
      .when({ ...asked, of: 'x' }, by)
      .thenRefused('figures.unknown-entry');
    figures
      .given(facts)
      .when({ ...asked, effectiveOn: '2022-10-30' }, by)
      .thenRefused('figures.before-its-vintage');
    figures
      .given(facts)
      .when({ ...asked, effectiveOn: LATER }, by)
      .events();
    figures
      .given(facts)
      .when({ ...asked, effectiveOn: '2027-01-01' }, by)
      .thenRefused('figures.future-date');
    const told = [...facts, explanation({ of: CHANGE, as: 'revised', effectiveOn: EXPLAINED })];
    figures.given(told).when(asked, by).thenRefused('figures.not-unexplained');
    const declared = [defined(), reported(), revised({ of: eventId(1) })];
    figures.given(declared).when(asked, by).thenRefused('figures.not-unexplained');
  });

  it('24. gives a reason', () => {
    const { reason: _none, ...without } = asked;
    figures
      .given(facts)
      .when(without as ExplainChangeInput, by)
      .thenRefused('figures.reason-missing');
  });

  it('25. shows the declared kind from its own date on, whatever is entered before the change', () => {
    const told = [...facts, explanation({ of: CHANGE, as: 'corrected', effectiveOn: EXPLAINED })];
    expect(kindOn('2022-11-30', told)).toBe('unexplained');
    expect(kindOn(EXPLAINED, told)).toBe('corrected');
    const early = [...told, reported({ value: '45', effectiveOn: '2022-10-01', paper: 'paper-3' })];
    expect(kindOn('2022-11-30', early)).toBe('confirmed');
    expect(kindOn(EXPLAINED, early)).toBe('corrected');
  });

  it('38. is made for another body by the office alone', () => {
    figures
      .given(facts)
      .when({ ...asked, for: 'kent-pcc' }, by)
      .thenRefused('figures.not-transcribing');
  });

  it('40. names its paper where it is transcribed', () => {
    const given = { paper: otherPaper };
    const transcribed = { ...asked, for: 'kent-police' };
    const entry = [defined({ owner: 'kent-pcc' }), reported(), changed()];
    figures.given(entry).when(transcribed, { by: office, given: {} }).thenRefused('figures.paper-missing');
    figures
      .given(entry)
      .when({ ...transcribed, paper: otherPaper.id, place: 'p. 2', as: 'corrected' }, { by: office, given })
      .then([
        expect.objectContaining({
          ...{ for: 'kent-police', source: { paper: otherPaper.id, place: 'p. 2' } },
          about: ['figure:kent/robbery/2022-07', 'measure:kent/robbery', 'paper:paper-2'],
          data: { ...figure, of: CHANGE, as: 'corrected', reason: because },
        }),
      ]);
    figures
      .given(facts)
      .when({ ...asked, paper: 'nowhere' }, by)
      .thenRefused('figures.unknown-paper');
  });

  it('42. is for the body that wrote the entry, whose act it was, or whose measure it is', () => {
    // Written by someActor of the office "kent-office", for the force, on the force's own measure.
    figures.given(facts).when(asked, { by: inspector, given: {} }).thenRefused('figures.not-yours');
    figures.given(facts).when(asked, { by: office, given: {} }).thenRefused('figures.not-yours');
    const forForce = { ...asked, for: 'kent-police', paper: otherPaper.id, place: 'p. 2' };
    figures
      .given(facts)
      .when(forForce, { by: office, given: { paper: otherPaper } })
      .events();
    const writer = { ...office, body: 'kent-office' };
    figures.given(facts).when(asked, { by: writer, given: {} }).events();
    const others = [defined({ owner: 'home-office' }), reported(), changed()];
    figures.given(others).when(asked, by).events();
    const owned = [defined({ owner: 'hmicfrs' }), reported(), changed()];
    figures.given(owned).when(asked, { by: inspector, given: {} }).events();
  });

  it('43. is restricted where the entry is', () => {
    const closed = [defined(), reported(), changed({ access: 'restricted' })];
    figures
      .given(closed)
      .when(asked, by)
      .then([expect.objectContaining({ access: 'restricted' })]);
    figures
      .given(facts)
      .when({ ...asked, access: 'restricted' }, by)
      .then([expect.objectContaining({ access: 'restricted' })]);
  });

  it('44. cites no restricted paper of another area', () => {
    const cited = { ...asked, paper: otherPaper.id, place: 'p. 2' };
    const hidden = { ...otherPaper, access: 'restricted' } as const;
    figures
      .given(facts)
      .when(cited, { by: force, given: { paper: { ...hidden, area: 'essex' } } })
      .thenRefused('figures.unknown-paper');
    figures
      .given(facts)
      .when(cited, { by: force, given: { paper: hidden } })
      .then([expect.objectContaining({ access: 'restricted' })]);
  });

  it('37. keeps a month as its last day', () => {
    figures
      .given([defined(), reported(), changed({ effectiveOn: DAY, place: 'table 1' })])
      .when({ ...asked, effectiveOn: '2022-11' }, by)
      .then([expect.objectContaining({ effectiveOn: '2022-11-30', precision: 'month' })]);
  });
});
