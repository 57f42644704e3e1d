import { SOME_DAY, givenWhenThen } from '@daybook/ledger/testing';
import type { FiguresBook } from '../book';
import type { FiguresEvent, FourEyesSwitched } from '../figures.events';
import { waitsForASecond } from '../four-eyes';
import { because, force, office } from '../testing/facts';
import { switchFourEyes, type SwitchFourEyesInput } from './switch-four-eyes.decider';

const book = givenWhenThen<SwitchFourEyesInput, FiguresBook, FiguresEvent, unknown>(switchFourEyes);
const switched = (on: boolean, body = 'kent-police'): FourEyesSwitched => ({
  ...{ type: 'figures.four-eyes-switched', schema: 1, effectiveOn: SOME_DAY, precision: 'day' },
  about: [`body:${body}`],
  access: 'public',
  data: { area: 'kent', body, on, reason: null },
});
const ask = (on: boolean): SwitchFourEyesInput => ({ area: 'kent', on });
const waits = (facts: readonly FiguresEvent[], command = 'submit-return', by = force) =>
  waitsForASecond(command, by, book.given(facts).state());

describe('switch-four-eyes', () => {
  it('50. is said by a body of itself, effective today', () => {
    book
      .given([])
      .when(ask(true), { by: force, given: {} })
      .then([switched(true)]);
    book
      .given([])
      .when(ask(true), { by: office, given: {} })
      .then([switched(true, 'kent-pcc')]);
    const reasoned = { ...ask(false), reason: because };
    const off = switched(false);
    book
      .given([switched(true)])
      .when(reasoned, { by: force, given: {} })
      .then([{ ...off, data: { ...off.data, reason: because } }]);
  });

  it('50. is refused where it changes nothing: off is how a ledger begins', () => {
    const refused = 'figures.four-eyes-unchanged';
    book.given([]).when(ask(false), { by: force, given: {} }).thenRefused(refused);
    book
      .given([switched(true)])
      .when(ask(true), { by: force, given: {} })
      .thenRefused(refused);
    book
      .given([switched(true), switched(false)])
      .when(ask(false), { by: force, given: {} })
      .thenRefused(refused);
  });

  it('50. binds the people of that body alone, from its record on', () => {
    expect(waits([])).toBe(false);
    expect(waits([switched(true)])).toBe(true);
    expect(waits([switched(true)], 'submit-return', office)).toBe(false);
    expect(waits([switched(true), switched(false)])).toBe(false);
    expect(waits([switched(true), switched(true, 'kent-pcc'), switched(false, 'kent-pcc')])).toBe(true);
  });

  it.each([
    ['submit-return', true],
    ['revise-figure', true],
    ['correct-figure', true],
    ['restate-figures', true],
    ['withdraw-figure', true],
    ['mark-entered-wrongly', true],
    ['switch-four-eyes', true],
    ['explain-change', false],
    ['define-measure', false],
    ['redefine-measure', false],
  ])('51. %s waits for a second person: %s', (command, expected) => {
    expect(waits([switched(true)], command)).toBe(expected);
  });
});
